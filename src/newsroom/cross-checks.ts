import { suggest } from '#src/schemas/explain.ts';
import { isLocale } from '#src/schemas/locale.ts';
import { showValue, type Problem } from '#src/schemas/problem.ts';
import { takenSegments } from '#src/urls.ts';
import { distance } from 'fastest-levenshtein';
import type { Article, Newsroom, Page } from './newsroom.ts';

/** A problem between files, with the path of the field so that its line can be found. */
export interface CrossProblem extends Omit<Problem, 'line' | 'column'> {
  path: readonly PropertyKey[];
}

/**
 * What no file can be blamed for alone: names that point nowhere, addresses and translations claimed twice, and tags
 * that look like a slip of another.
 */
export function crossCheck(newsroom: Newsroom): CrossProblem[] {
  return [
    ...newsroom.articles.flatMap((article) => danglingNames(article, newsroom)),
    ...claimedTwice(newsroom.articles, 'slug', (article) => `${article.locale} ${article.slug}`, 'address'),
    ...claimedTwice(newsroom.articles, 'translationKey', translation, 'translation key'),
    ...claimedTwice(newsroom.pages, 'slug', (page) => `${page.locale} ${page.slug}`, 'address'),
    ...claimedTwice(newsroom.pages, 'translationKey', translation, 'translation key'),
    ...newsroom.pages.flatMap(takenAddress),
    ...tagSlips(newsroom),
  ];
}

/** The names a story uses and the collection each must be found in. */
function danglingNames(article: Article, newsroom: Newsroom): CrossProblem[] {
  const known = knownIds(newsroom);
  const names = [
    ...article.authors.map((id, index) => ({ id, path: ['authors', index], kind: 'authors' as const })),
    ...article.categories.map((id, index) => ({ id, path: ['categories', index], kind: 'categories' as const })),
    ...article.places.map((id, index) => ({ id, path: ['places', index], kind: 'places' as const })),
    ...(article.dateline ? [{ id: article.dateline, path: ['dateline'], kind: 'places' as const }] : []),
  ];
  return names
    .filter(({ id, kind }) => !known[kind].has(id))
    .map(({ id, path, kind }) => {
      const meant = suggest(id, [...known[kind]]);
      const make = `create ${kind}/${id}.yaml`;
      return {
        severity: 'error',
        file: article.file,
        path,
        field: path.length > 1 ? `${String(path[0])}[${String(path[1])}]` : String(path[0]),
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

function translation(entry: Article | Page): string | undefined {
  return entry.translationKey && `${entry.locale} ${entry.translationKey}`;
}

function claimedTwice<Entry extends Article | Page>(
  entries: readonly Entry[],
  field: string,
  claimOf: (entry: Entry) => string | undefined,
  noun: string,
): CrossProblem[] {
  const first = new Map<string, Entry>();
  return entries.flatMap((entry): CrossProblem[] => {
    const claim = claimOf(entry);
    if (claim === undefined) return [];
    const holder = first.get(claim);
    if (!holder) {
      first.set(claim, entry);
      return [];
    }
    const value = showValue(claim.slice(claim.indexOf(' ') + 1));
    const reason = `claims the ${noun} that ${holder.file} already has`;
    return [
      { severity: 'error', file: entry.file, path: [field], field, value, reason, remedy: `change one of the two` },
    ];
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
        field: `tags[${index}]`,
        value: showValue(tag),
        reason: 'looks like another tag',
        remedy: `did you mean “${meant}”? If it is a new topic, add tags/${tag}.yaml`,
      },
    ];
  });
}
