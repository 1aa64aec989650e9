import { authorAddress, placeAddress, categoryAddress, tagAddress } from '#src/newsroom/list-addresses.ts';
import type { Article, Event, Newsroom } from '#src/newsroom/newsroom.ts';
import { addressKey, aliasClaims, articlesAt, type AliasClaim } from '#src/newsroom/redirects.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { showValue } from '#src/schemas/problem.ts';
import { eventUrl, pageUrl, sitePart } from '#src/urls.ts';
import { finding, rule, type FileFinding, type Finding, type NewsroomRule } from '../rule.ts';

type AliasRuleId = 'alias-taken' | 'alias-twice' | 'alias-circle' | 'alias-capitals';

interface AliasFinding extends FileFinding {
  rule: AliasRuleId;
}

const known = new WeakMap<Newsroom, ReadonlyMap<AliasRuleId, readonly AliasFinding[]>>();

const aliasRule = (id: AliasRuleId, severity: NewsroomRule['severity']): NewsroomRule =>
  rule(id, severity, ({ newsroom }) => {
    const findings = known.get(newsroom) ?? Map.groupBy(checkAliases(newsroom), ({ rule }) => rule);
    known.set(newsroom, findings);
    return (findings.get(id) ?? []).map(({ rule: _, ...found }) => found);
  });

/** What is wrong with old addresses: found once, for all four rules. */
export const ALIAS_RULES: readonly NewsroomRule[] = [
  aliasRule('alias-taken', 'error'),
  aliasRule('alias-twice', 'error'),
  aliasRule('alias-circle', 'error'),
  aliasRule('alias-capitals', 'warning'),
];

/** Something that has an address, by its file. */
interface Holder {
  file: string;
  /** Of an article or event: it may leave its address by itself, or has never had it. */
  article?: Article | Event;
}

/**
 * Addresses that are in use, that redirect in a circle, or that two files claim. Of two that differ only in capitals, one was
 * probably mistyped, or never requested: some hosts see no difference.
 *
 * None of it depends on the clock: an article that is to appear or to expire must not stop a build at night.
 */
function checkAliases(newsroom: Newsroom): AliasFinding[] {
  const claims = aliasClaims(newsroom);
  if (claims.length === 0) return [];
  const holders = holdersOf(newsroom, claims);
  const claimed = new Map<string, AliasClaim>();
  const folded = new Map<string, AliasClaim>();
  const findings = claims.flatMap((claim): AliasFinding[] => {
    const key = addressKey(claim.from);
    const taken = takenBy(claim, newsroom, holders);
    if (taken) return [findingAt(claim, 'alias-taken', taken)];
    const other = claimed.get(key);
    if (other) {
      const found =
        other.file === claim.file ? finding('alias-twice.list') : finding('alias-twice', { file: other.file });
      return [findingAt(claim, 'alias-twice', found)];
    }
    claimed.set(key, claim);
    const twin = folded.get(key.toLowerCase());
    if (twin) {
      const values = { alias: claim.from, other: twin.from, file: twin.file };
      return [findingAt(claim, 'alias-capitals', finding('alias-capitals', values))];
    }
    folded.set(key.toLowerCase(), claim);
    return [];
  });
  return [...findings, ...circles(claimed)];
}

/** What is wrong with an alias that is in use. */
function takenBy(
  { from, to }: AliasClaim,
  newsroom: Newsroom,
  holders: ReadonlyMap<string, Holder>,
): Finding | undefined {
  if (addressKey(from) === addressKey(to)) return finding('alias-taken.own');
  const holder = holders.get(addressKey(from));
  if (!holder) return isOfTheSite(from, newsroom) ? finding('alias-taken.site') : undefined;
  const { file, article } = holder;
  if (!article) return finding('alias-taken.page', { file });
  if ('withdrawn' in article && article.withdrawn) return finding('alias-taken.withdrawn', { file });
  // A draft has left its address to whatever replaces it, and so will an article that expires.
  return article.draft || ('expiryDate' in article && article.expiryDate)
    ? undefined
    : finding('alias-taken.article', { file });
}

/** What has one of the claimed addresses now, published or not. */
function holdersOf({ articles, events, pages }: Newsroom, claims: readonly AliasClaim[]): Map<string, Holder> {
  const holders = new Map<string, Holder>();
  for (const page of pages) holders.set(addressKey(pageUrl(page)), { file: page.file });
  for (const event of events) holders.set(addressKey(eventUrl(event)), { file: event.file, article: event });
  const addresses = claims.map(({ from }) => from);
  for (const [key, article] of articlesAt(articles, addresses)) holders.set(key, { file: article.file, article });
  return holders;
}

const slugsKnown = new WeakMap<Newsroom, ReadonlySet<string>>();

/** Whether the site has a file or list there, or might have: a list that has no article yet. */
function isOfTheSite(from: string, newsroom: Newsroom): boolean {
  const part = sitePart(from);
  if (!part || part.kind === 'site') return part !== undefined;
  const slugs = slugsKnown.get(newsroom) ?? listSlugs(newsroom);
  slugsKnown.set(newsroom, slugs);
  return slugs.has(`${part.locale} ${part.kind} ${part.slug}`);
}

function listSlugs({ categories, tags, authors, places, articles }: Newsroom): Set<string> {
  const bare = [...new Set(articles.flatMap((article) => article.tags))];
  const withFile = new Set(tags.map(({ id }) => id));
  const every = LOCALES.flatMap((locale) => [
    ...categories.map((category) => categoryAddress({ locale }, category)),
    ...tags.map((tag) => tagAddress({ locale }, tag)),
    ...authors.map((author) => authorAddress({ locale }, author)),
    ...places.map((place) => placeAddress({ locale }, place)),
    ...bare.filter((id) => !withFile.has(id)).map((slug) => ({ locale, kind: 'tags', slug })),
  ]);
  return new Set(every.map(({ locale, kind, slug }) => `${locale} ${kind} ${slug}`));
}

/** Aliases that would redirect from one article that left its address to another, and back. */
function circles(claimed: ReadonlyMap<string, AliasClaim>): AliasFinding[] {
  return [...claimed.values()].flatMap((claim) => {
    const way = [claim];
    for (let at = claimed.get(addressKey(claim.to)); at; at = claimed.get(addressKey(at.to))) {
      if (at === claim) {
        const through = way.map(({ to }) => to).join(' → ');
        return [findingAt(claim, 'alias-circle', finding('alias-circle', { way: `${claim.from} → ${through}` }))];
      }
      // A circle that this one only leads into is reported at those that are in it.
      if (way.includes(at)) return [];
      way.push(at);
    }
    return [];
  });
}

function findingAt({ file, index, from }: AliasClaim, rule: AliasRuleId, found: Finding): AliasFinding {
  return { rule, file, path: ['aliases', index], value: showValue(from), ...found };
}
