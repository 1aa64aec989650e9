import { authorAddress, placeAddress, categoryAddress, tagAddress } from '#src/newsroom/list-addresses.ts';
import type { Article, Newsroom } from '#src/newsroom/newsroom.ts';
import { addressKey, aliasClaims, articlesAt, type AliasClaim } from '#src/newsroom/redirects.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { showValue } from '#src/schemas/problem.ts';
import { pageUrl, sitePart } from '#src/urls.ts';
import type { FileFinding } from '../rule.ts';

/** What may be wrong with an alias, a kind for each of the rules. */
type AliasFault = 'taken' | 'twice' | 'capitals' | 'circle';

const found = new WeakMap<Newsroom, ReadonlyMap<AliasFault, readonly FileFinding[]>>();

/** What is wrong with a newsroom's aliases, of one kind: looked up once, for all rules that ask. */
export function aliasFaults(newsroom: Newsroom, fault: AliasFault): readonly FileFinding[] {
  const known = found.get(newsroom) ?? Map.groupBy(judge(newsroom), ({ kind }) => kind);
  found.set(newsroom, known);
  return known.get(fault) ?? [];
}

/** Something that has an address, by its file. */
interface Holder {
  file: string;
  /** Of a story: it may leave its address by itself, or has never had it. */
  story?: Article;
}

interface AliasFinding extends FileFinding {
  kind: AliasFault;
}

/**
 * Addresses at which something stands, or that lead in a circle, or that two files claim. Of two that differ in capitals alone
 * one was probably mistyped, or never asked for: some hosts know no difference.
 *
 * None of it hangs on the clock: a story that is to come out or to expire must not stop a build at night.
 */
function judge(newsroom: Newsroom): AliasFinding[] {
  const claims = aliasClaims(newsroom);
  if (claims.length === 0) return [];
  const holders = holdersOf(newsroom, claims);
  const claimed = new Map<string, AliasClaim>();
  const spelt = new Map<string, AliasClaim>();
  const findings = claims.flatMap((claim): AliasFinding[] => {
    const key = addressKey(claim.from);
    const taken = takenBy(claim, newsroom, holders);
    if (taken) return [finding(claim, 'taken', ...taken)];
    const other = claimed.get(key);
    if (other) return [finding(claim, 'twice', ...claimedTwice(claim, other))];
    claimed.set(key, claim);
    const twin = spelt.get(key.toLowerCase());
    if (twin) return [finding(claim, 'capitals', ...twinOf(claim, twin))];
    spelt.set(key.toLowerCase(), claim);
    return [];
  });
  return [...findings, ...circles(claimed)];
}

/** @returns the reason and the remedy, where something stands at the address */
function takenBy(
  { from, to }: AliasClaim,
  newsroom: Newsroom,
  holders: ReadonlyMap<string, Holder>,
): [reason: string, remedy: string] | undefined {
  if (addressKey(from) === addressKey(to))
    return ['is the address that it has now', 'remove it: an alias is an address that it had before'];
  const holder = holders.get(addressKey(from));
  if (!holder) return isOfTheSite(from, newsroom) ? ['is an address of the site itself', REMEDY] : undefined;
  const { file, story } = holder;
  if (!story) return [`is the address of ${file}`, REMEDY];
  // Such a story has left its address to whatever replaces it, or will when it expires.
  if (!story.withdrawn && (story.draft || story.expiryDate)) return undefined;
  const leave = story.withdrawn ? 'a withdrawn story keeps its address' : `${REMEDY}; or make that story a draft`;
  return [`is the address of ${file}`, leave];
}

const REMEDY = 'write an address at which nothing stands any more';

function claimedTwice(claim: AliasClaim, { file }: AliasClaim): [reason: string, remedy: string] {
  if (file === claim.file) return ['stands twice in the list', 'remove one; the last slash makes no difference'];
  return [`claims the address that ${file} already has among its aliases`, 'remove it from one of the two'];
}

function twinOf({ from }: AliasClaim, twin: AliasClaim): [reason: string, remedy: string] {
  return [
    `differs only in capitals from “${twin.from}” of ${twin.file}`,
    `hosts that know no difference use that one; remove “${from}” unless it was really used`,
  ];
}

/** What has one of the claimed addresses now, published or not. */
function holdersOf({ articles, pages }: Newsroom, claims: readonly AliasClaim[]): Map<string, Holder> {
  const holders = new Map<string, Holder>();
  for (const page of pages) holders.set(addressKey(pageUrl(page)), { file: page.file });
  const addresses = claims.map(({ from }) => from);
  for (const [key, story] of articlesAt(articles, addresses)) holders.set(key, { file: story.file, story });
  return holders;
}

const slugsKnown = new WeakMap<Newsroom, ReadonlySet<string>>();

/** Whether the site has a file or list there, or might have, as the lists of what has no story yet. */
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

/** Aliases that would lead from one story that left its address to another, and back. */
function circles(claimed: ReadonlyMap<string, AliasClaim>): AliasFinding[] {
  return [...claimed.values()].flatMap((claim) => {
    const way = [claim];
    for (let at = claimed.get(addressKey(claim.to)); at; at = claimed.get(addressKey(at.to))) {
      if (at === claim) {
        const through = way.map(({ to }) => to).join(' → ');
        return [
          finding(claim, 'circle', `leads in a circle: ${claim.from} → ${through}`, 'remove one of these aliases'),
        ];
      }
      // A circle that this one only leads into is told of at those that are in it.
      if (way.includes(at)) return [];
      way.push(at);
    }
    return [];
  });
}

function finding({ file, index, from }: AliasClaim, kind: AliasFault, reason: string, remedy: string): AliasFinding {
  return { kind, file, path: ['aliases', index], value: showValue(from), reason, remedy };
}
