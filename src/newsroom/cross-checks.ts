import { distance } from 'fastest-levenshtein';
import { fieldName, suggest } from '#src/schemas/explain.ts';
import { isLocale, LOCALES, type Locale } from '#src/schemas/locale.ts';
import { showValue, type Problem } from '#src/schemas/problem.ts';
import { takenSegments } from '#src/urls.ts';
import type { Article, Category, Newsroom, Page, Tag } from './newsroom.ts';

/** A problem between files, with the path of the field so that its line can be found. */
export interface CrossProblem extends Omit<Problem, 'line' | 'column'> {
  path: readonly PropertyKey[];
}

/**
 * What no file can be blamed for alone: names that point nowhere, addresses and translations claimed twice, and tags
 * that look like a slip of another.
 * @param unread names (`authors/ximena-coral`) of files that are there but could not be read: they have been told of, and
 *   are not missed again at every story
 */
export function crossCheck(newsroom: Newsroom, unread: ReadonlySet<string> = new Set()): CrossProblem[] {
  const { articles, pages } = newsroom;
  return [
    ...articles.flatMap((article) => danglingNames(article, newsroom, unread)),
    ...claimedTwice('address', articles.map(addressClaim)),
    ...claimedTwice('address', pages.map(addressClaim)),
    ...claimedTwice(
      'address',
      newsroom.categories.flatMap((category) => topicClaims('categories', category)),
    ),
    ...claimedTwice('address', tagClaims(newsroom)),
    ...claimedTwice('translation key', articles.flatMap(translationClaim)),
    ...claimedTwice('translation key', pages.flatMap(translationClaim)),
    ...pages.flatMap(takenAddress),
    ...tagSlips(newsroom),
  ];
}

/** The names a story uses and the collection each must be found in. */
function danglingNames(article: Article, newsroom: Newsroom, unread: ReadonlySet<string>): CrossProblem[] {
  const known = knownIds(newsroom);
  const names = [
    ...article.authors.map((id, index) => ({ id, path: ['authors', index], kind: 'authors' as const })),
    ...article.categories.map((id, index) => ({ id, path: ['categories', index], kind: 'categories' as const })),
    ...article.places.map((id, index) => ({ id, path: ['places', index], kind: 'places' as const })),
    ...(article.dateline ? [{ id: article.dateline, path: ['dateline'], kind: 'places' as const }] : []),
  ];
  return names
    .filter(({ id, kind }) => !known[kind].has(id) && !unread.has(`${kind}/${id}`))
    .map(({ id, path, kind }) => {
      const meant = suggest(id, [...known[kind]]);
      const make = `create ${kind}/${id}.yaml`;
      return {
        severity: 'error',
        file: article.file,
        path,
        field: fieldName(path),
        value: showValue(id),
        reason: `names nothing in ${kind}/`,
        remedy: meant ? `did you mean “${meant}”? Otherwise ${make}` : make,
      };
    });
}

/** Sets of ids, made once for each newsroom. */
const idSets = new WeakMap<Newsroom, Record<'authors' | 'categories' | 'places', ReadonlySet<string>>>();

function knownIds(newsroom: Newsroom) {
  const known = idSets.get(newsroom) ?? {
    authors: new Set(newsroom.authors.map(({ id }) => id)),
    categories: new Set(newsroom.categories.map(({ id }) => id)),
    places: new Set(newsroom.places.map(({ id }) => id)),
  };
  idSets.set(newsroom, known);
  return known;
}

/** Something only one file of a language may have. */
interface Claim {
  locale: Locale;
  claimed: string;
  file: string;
  path: readonly PropertyKey[];
}

function addressClaim({ locale, slug, file }: Article | Page): Claim {
  return { locale, claimed: slug, file, path: ['slug'] };
}

function translationClaim({ locale, translationKey, file }: Article | Page): Claim[] {
  return translationKey ? [{ locale, claimed: translationKey, file, path: ['translationKey'] }] : [];
}

function topicClaims(folder: 'categories' | 'tags', { id, slug }: Category | Tag): Claim[] {
  const file = `${folder}/${id}.yaml`;
  return LOCALES.map((locale) => ({ locale, claimed: slug?.[locale] ?? id, file, path: ['slug', locale] }));
}

/** The claims of tags with a file, and of those without one at the first story of a language that uses them. */
function tagClaims({ tags, articles }: Newsroom): Claim[] {
  const withFile = new Set(tags.map(({ id }) => id));
  const bare = new Map<string, Claim>();
  for (const { locale, file, tags: used } of articles) {
    used.forEach((tag, index) => {
      const key = `${locale} ${tag}`;
      if (!withFile.has(tag) && !bare.has(key)) bare.set(key, { locale, claimed: tag, file, path: ['tags', index] });
    });
  }
  return [...tags.flatMap((tag) => topicClaims('tags', tag)), ...bare.values()];
}

function claimedTwice(noun: string, claims: readonly Claim[]): CrossProblem[] {
  const holders = new Map<string, Claim>();
  return claims.flatMap((claim): CrossProblem[] => {
    const { locale, claimed, file, path } = claim;
    const key = `${locale} ${claimed}`;
    const holder = holders.get(key);
    if (!holder) {
      holders.set(key, claim);
      return [];
    }
    const reason = `claims the ${noun} that ${holder.file} already has`;
    const remedy = 'change one of the two';
    return [{ severity: 'error', file, path, field: fieldName(path), value: showValue(claimed), reason, remedy }];
  });
}

function takenAddress(page: Page): CrossProblem[] {
  if (!takenSegments(page.locale).includes(page.slug) && !isLocale(page.slug)) return [];
  return [
    {
      severity: 'error',
      file: page.file,
      path: ['slug'],
      field: 'slug',
      value: showValue(page.slug),
      reason: 'is an address the site needs for its lists',
      remedy: 'give the page another slug',
    },
  ];
}

/** Shorter tags differ by one letter too easily to mean a slip (“corn”, “cork”). */
const SHORTEST_SUSPECT_TAG = 6;

/** Tags without a file that are one letter away from a tag that has one, or that is used more often. */
function tagSlips(newsroom: Newsroom): CrossProblem[] {
  const uses = new Map<string, Article[]>();
  for (const article of newsroom.articles) {
    for (const tag of article.tags) uses.set(tag, [...(uses.get(tag) ?? []).slice(0, 3), article]);
  }
  const withFile = new Set(newsroom.tags.map(({ id }) => id));
  const trusted = [...new Set([...withFile, ...uses.keys()])].filter(
    (tag) => withFile.has(tag) || (uses.get(tag)?.length ?? 0) > 2,
  );
  return [...uses].flatMap(([tag, [article]]): CrossProblem[] => {
    if (!article || trusted.includes(tag) || tag.length < SHORTEST_SUSPECT_TAG) return [];
    const meant = trusted.find((other) => Math.abs(other.length - tag.length) < 2 && distance(other, tag) === 1);
    if (!meant) return [];
    const index = article.tags.indexOf(tag);
    return [
      {
        severity: 'warning',
        file: article.file,
        path: ['tags', index],
        field: fieldName(['tags', index]),
        value: showValue(tag),
        reason: 'looks like another tag',
        remedy: `did you mean “${meant}”? If it is a new topic, add tags/${tag}.yaml`,
      },
    ];
  });
}
