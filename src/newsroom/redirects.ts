import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { articleUrl, listUrl, pageUrl, parseArticleUrl, type ListAddress } from '#src/urls.ts';
import { authorAddress, sectionAddress, tagAddress } from './list-addresses.ts';
import type { Article, Author, Category, Newsroom, Page, Tag } from './newsroom.ts';
import { isPublished, withholding } from './visibility.ts';

/** An address at which something stood before, and where it stands now. */
export interface Redirect {
  /** A path, decoded; its last slash as the editor wrote it. */
  from: string;
  /** An address of the site, where a page stands now. */
  to: string;
  /** The edition of that page. */
  locale: Locale;
}

/** An alias, with what it was written for. */
export interface AliasClaim extends Redirect {
  /** The file it stands in, and where in its list. */
  file: string;
  index: number;
  /** Whose address it was. */
  owner: Article | Page | Category | Tag | Author;
}

/** Two addresses with the same key are one for every host: some add the last slash, some take it away. */
export function addressKey(path: string): string {
  return path.replace(/\/$/, '');
}

/** All aliases of a newsroom, whatever they are worth, in order of their files. */
export function aliasClaims({ articles, pages, categories, tags, authors }: Newsroom): AliasClaim[] {
  const claims: AliasClaim[] = [];
  const add = (owner: AliasClaim['owner'], file: string, target: (from: string) => Omit<Redirect, 'from'>) =>
    owner.aliases.forEach((from, index) => claims.push({ from, file, index, owner, ...target(from) }));
  const list = (addressIn: (edition: { locale: Locale }) => ListAddress) => (from: string) => {
    const locale = LOCALES.find((language) => from.startsWith(`/${language}/`)) ?? LOCALES[0];
    return { locale, to: listUrl(addressIn({ locale })) };
  };
  for (const article of articles)
    if (article.aliases.length > 0)
      add(article, article.file, () => ({ locale: article.locale, to: articleUrl(article) }));
  for (const page of pages) add(page, page.file, () => ({ locale: page.locale, to: pageUrl(page) }));
  for (const category of categories)
    add(
      category,
      `categories/${category.id}.yaml`,
      list((edition) => sectionAddress(edition, category)),
    );
  for (const tag of tags)
    add(
      tag,
      `tags/${tag.id}.yaml`,
      list((edition) => tagAddress(edition, tag)),
    );
  for (const author of authors)
    add(
      author,
      `authors/${author.id}.yaml`,
      list((edition) => authorAddress(edition, author)),
    );
  return claims;
}

/**
 * The stories that have one of some addresses now, published or not, by the key of it. An archive's stories are not asked
 * for their addresses: most aliases are of another form than these.
 */
export function storiesAt(articles: readonly Article[], addresses: Iterable<string>): Map<string, Article> {
  const slugs = new Set([...addresses].flatMap((address) => parseArticleUrl(address)?.slug ?? []));
  if (slugs.size === 0) return new Map();
  const asked = articles.filter(({ slug }) => slugs.has(slug));
  return new Map(asked.map((article) => [addressKey(articleUrl(article)), article]));
}

/**
 * Where every earlier address leads, in one step: a flat map, of which none leads to an address that leads on.
 *
 * Aliases of what readers cannot see lead nowhere, so that nothing is told of it. But where a story that is a draft or has
 * expired was replaced by another, which has its address among its aliases, the first one's own aliases lead there as well.
 * What is withdrawn is replaced by nothing, and what is still to come out is not told of.
 * @param newsroom checked: no alias is claimed twice, and none is the address of something that has one now
 * @returns of the newest stories first, since some hosts read only so many; then of pages and lists
 */
export function redirectsOf(newsroom: Newsroom, now: Date): Redirect[] {
  const claims = aliasClaims(newsroom);
  if (claims.length === 0) return [];
  const isOut = outAt(newsroom, now);
  const claimOf = new Map(claims.map((claim) => [addressKey(claim.from), claim]));
  const holders = storiesAt(newsroom.articles, claimOf.keys());
  const end = (claim: AliasClaim): AliasClaim | undefined => {
    const seen = new Set<AliasClaim>();
    let at: AliasClaim | undefined = claim;
    while (at && !isOut(at)) {
      seen.add(at);
      const next: AliasClaim | undefined = hasLeft(at.owner, now) ? claimOf.get(addressKey(at.to)) : undefined;
      at = next && !seen.has(next) ? next : undefined;
    }
    return at;
  };
  return claims
    .flatMap((claim) => {
      const holder = holders.get(addressKey(claim.from));
      // What expires later is still itself there, and leads on from then.
      if (holder && !hasLeft(holder, now)) return [];
      const last = end(claim);
      return last ? [{ from: claim.from, to: last.to, locale: last.locale, since: sinceOf(last) }] : [];
    })
    .sort((a, b) => b.since - a.since)
    .map(({ from, to, locale }) => ({ from, to, locale }));
}

/** Whether readers can see what an alias leads to. */
function outAt({ articles }: Newsroom, now: Date): (claim: AliasClaim) => boolean {
  const named = new Map<Locale, ReadonlySet<string>>();
  const isNamed = (locale: Locale, id: string) => {
    const ids = named.get(locale) ?? new Set(namesIn(articles, locale, now));
    named.set(locale, ids);
    return ids.has(id);
  };
  return ({ owner, locale }) => {
    if ('pubDate' in owner) return isPublished(owner, now);
    // Sections and pages stand in any case, topics and authors where an edition has stories of theirs.
    if ('order' in owner) return true;
    return isNamed(locale, 'role' in owner ? `author ${owner.id}` : `tag ${owner.id}`);
  };
}

/** The topics and authors of an edition. */
function namesIn(articles: readonly Article[], locale: Locale, now: Date): string[] {
  const out = articles.filter((article) => article.locale === locale && isPublished(article, now));
  return out.flatMap(({ tags, authors }) => [...tags.map((id) => `tag ${id}`), ...authors.map((id) => `author ${id}`)]);
}

/** Whether a story has left its address to whatever takes its place; one that is to come out has not. */
function hasLeft(owner: AliasClaim['owner'], now: Date): boolean {
  const reason = 'pubDate' in owner ? withholding(owner, now) : undefined;
  return reason === 'draft' || reason === 'expired';
}

function sinceOf({ owner }: AliasClaim): number {
  return 'pubDate' in owner ? owner.pubDate.getTime() : 0;
}
