import { distance } from 'fastest-levenshtein';
import { fieldName, suggest } from '#src/schemas/explain.ts';
import { isLocale, LOCALES, type Locale } from '#src/schemas/locale.ts';
import { showValue, type Problem } from '#src/schemas/problem.ts';
import { takenSegments } from '#src/urls.ts';
import { aliasProblems } from './alias-checks.ts';
import type { Article, Category, Newsroom, Page, Tag } from './newsroom.ts';

/** A problem between files, with the path of the field so that its line can be found. */
export interface CrossProblem extends Omit<Problem, 'line' | 'column'> {
  path: readonly PropertyKey[];
}

/**
 * What no file can be blamed for alone: names that point nowhere, addresses and translations claimed twice, aliases at
 * which something stands, and tags that look like a slip of another.
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
    ...aliasProblems(newsroom),
    ...tagSlips(newsroom),
  ];
}

/** The names a story uses that are not in the collection they must be found in. */
function danglingNames(article: Article, newsroom: Newsroom, unread: ReadonlySet<string>): CrossProblem[] {
  const { authors, categories, places, dateline } = article;
  const known = knownIds(newsroom);
  const found: CrossProblem[] = [];
  const look = (kind: keyof typeof known, id: string, ...path: PropertyKey[]) => {
    if (known[kind].has(id) || unread.has(`${kind}/${id}`)) return;
    const meant = suggest(id, [...known[kind]]);
    const make = `create ${kind}/${id}.yaml`;
    found.push({
      severity: 'error',
      file: article.file,
      path,
      field: fieldName(path),
      value: showValue(id),
      reason: `names nothing in ${kind}/`,
      remedy: meant ? `did you mean “${meant}”? Otherwise ${make}` : make,
    });
  };
  authors.forEach((id, index) => look('authors', id, 'authors', index));
  categories.forEach((id, index) => look('categories', id, 'categories', index));
  places.forEach((id, index) => look('places', id, 'places', index));
  if (dateline) look('places', dateline, 'dateline');
  return found;
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

/** Shorter words differ by two letters too easily (“north”, “south”). */
const SHORTEST_TWO_SLIP_WORD = 9;

/** A tag as an edition uses it. */
interface UsedTag {
  id: string;
  hasFile: boolean;
  uses: number;
  /** The first story that has it. */
  article?: Article;
  /** One bit for each letter in it: see {@link letterBits}. */
  letters: number;
  /** Topics that differ in a number are two on purpose: `elections-2024`, `elections-2027`. */
  digits: string;
}

/**
 * Tags without a file that look like a tag that has one, or like one without a file that is used more often, or as often
 * but earlier. A tag without a file is a word of the language of its stories, so that each edition is looked at alone:
 * `educacion` is no slip of `education`.
 */
function tagSlips(newsroom: Newsroom): CrossProblem[] {
  const slips = new Map<string, CrossProblem>();
  for (const locale of LOCALES) {
    // By length, so that a tag meets only those that can be near; in the order of trust, the one meant before its slip.
    const trusted = new Map<number, UsedTag[]>();
    for (const tag of tagsByTrust(newsroom, locale)) {
      const { id, hasFile, article } = tag;
      if (article && !hasFile && id.length >= SHORTEST_SUSPECT_TAG && !slips.has(id)) {
        const meant = nearest(tag, trusted);
        if (meant) slips.set(id, tagSlip(id, meant.id, article));
      }
      const alike = trusted.get(id.length) ?? [];
      alike.push(tag);
      trusted.set(id.length, alike);
    }
  }
  return [...slips.values()];
}

function tagsByTrust({ tags, articles }: Newsroom, locale: Locale): UsedTag[] {
  const asTag = (id: string, hasFile: boolean): UsedTag => {
    return { id, hasFile, uses: 0, letters: letterBits(id), digits: id.replace(/\D/g, '') };
  };
  const known = new Map(tags.map(({ id }) => [id, asTag(id, true)]));
  for (const article of articles) {
    if (article.locale !== locale) continue;
    for (const id of article.tags) {
      const tag = known.get(id) ?? asTag(id, false);
      tag.uses += 1;
      tag.article ??= article;
      known.set(id, tag);
    }
  }
  return [...known.values()].sort((a, b) => Number(b.hasFile) - Number(a.hasFile) || b.uses - a.uses);
}

/** The tag that was meant: fewest letters away, and of those the one trusted most. */
function nearest(tag: UsedTag, byLength: ReadonlyMap<number, readonly UsedTag[]>): UsedTag | undefined {
  let best: { other: UsedTag; steps: number } | undefined;
  for (const more of [0, 1, -1, 2, -2]) {
    for (const other of byLength.get(tag.id.length + more) ?? []) {
      // Thousands of tags are millions of pairs: a glance at the letters spares nearly all of them the slow comparison.
      if (differsTooMuch(tag.letters, other.letters) || tag.digits !== other.digits) continue;
      const steps = slipSteps(tag.id, other.id);
      if (steps !== undefined && (!best || steps < best.steps)) best = { other, steps };
    }
  }
  return best?.other;
}

/** How many slips of a finger make one tag the other, where so few are likely: one, or two in a long word. */
function slipSteps(a: string, b: string): 1 | 2 | undefined {
  const steps = distance(a, b);
  if (steps === 1 || isTransposed(a, b)) return 1;
  // Nobody mistypes how a word begins: “immigration” and “emigration” are two topics.
  if (steps !== 2 || a[0] !== b[0] || Math.min(a.length, b.length) < SHORTEST_TWO_SLIP_WORD) return undefined;
  const [words, others] = [a.split('-'), b.split('-')];
  const isLikely = (word: string, other: string) =>
    Math.min(word.length, other.length) >= SHORTEST_TWO_SLIP_WORD || distance(word, other) < 2;
  return words.length !== others.length || words.every((word, at) => isLikely(word, others[at] ?? '')) ? 2 : undefined;
}

/** Whether two neighbouring letters have changed places. */
function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** The letters of a slug as bits; digits and hyphens share one. A slip changes at most two of them. */
function letterBits(slug: string): number {
  let bits = 0;
  for (const letter of slug) bits |= 1 << (letter >= 'a' ? letter.charCodeAt(0) - 97 : 26);
  return bits;
}

/** Whether two slips cannot explain how the letters differ; counting on would take most of the time of all checks. */
function differsTooMuch(letters: number, others: number): boolean {
  let count = 0;
  for (let rest = letters ^ others; rest !== 0 && count <= 4; rest &= rest - 1) count += 1;
  return count > 4;
}

function tagSlip(tag: string, meant: string, article: Article): CrossProblem {
  const path = ['tags', article.tags.indexOf(tag)];
  return {
    severity: 'warning',
    file: article.file,
    path,
    field: fieldName(path),
    value: showValue(tag),
    reason: 'looks like another tag',
    remedy: `did you mean “${meant}”? If it is a new topic, add tags/${tag}.yaml`,
  };
}
