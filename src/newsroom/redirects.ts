import type { Locale } from '#src/schemas/locale.ts';
import { articleUrl, eventListUrl, eventUrl, listUrl, localeOf, pageUrl, parseArticleUrl } from '#src/urls.ts';
import { authorAddress, categoryAddress, eventKindAddress, tagAddress } from './list-addresses.ts';
import type { Article, Author, Category, Event, EventKind, Newsroom, Tag } from './newsroom.ts';
import { isPublished, withheldReason } from './visibility.ts';

/** An earlier address, and the page that it redirects to. */
export interface Redirect {
  /** A path, decoded; with or without a trailing slash, as the editor wrote it. */
  from: string;
  /** An address of the site that has a page now. */
  to: string;
  /** The edition of that page. */
  locale: Locale;
}

/** An alias, with the file that claims it. */
export interface AliasClaim extends Redirect {
  file: string;
  /** Its place in the file's list of aliases. */
  index: number;
  owner: AliasOwner;
}

/** What an alias belongs to: a story, which may be withheld; a page that is always there; or a list that is there if anything is in it. */
export type AliasOwner =
  | { kind: 'story'; story: Article | Event }
  | { kind: 'page' }
  | { kind: 'list'; of: 'tag' | 'author' | 'event-kind'; id: string };

/** Addresses with the same key are one address: some hosts add the trailing slash, some remove it. */
export function addressKey(path: string): string {
  return path.replace(/\/$/, '');
}

/** All aliases of a newsroom, valid or not, in the order of their files. */
export function aliasClaims({
  articles,
  events,
  pages,
  categories,
  tags,
  authors,
  'event-kinds': kinds,
}: Newsroom): AliasClaim[] {
  const claims: AliasClaim[] = [];
  const add = (
    { file, aliases }: { file: string; aliases: readonly string[] },
    owner: AliasOwner,
    target: (from: string) => Omit<Redirect, 'from'>,
  ) => aliases.forEach((from, index) => claims.push({ from, file, index, owner, ...target(from) }));
  for (const article of articles)
    if (article.aliases.length > 0)
      add(article, { kind: 'story', story: article }, () => ({ locale: article.locale, to: articleUrl(article) }));
  for (const event of events)
    if (event.aliases.length > 0)
      add(event, { kind: 'story', story: event }, () => ({ locale: event.locale, to: eventUrl(event) }));
  for (const page of pages) add(page, { kind: 'page' }, () => ({ locale: page.locale, to: pageUrl(page) }));
  const addLists = <Item extends Category | EventKind | Tag | Author>(
    folder: string,
    items: readonly Item[],
    ownerOf: (item: Item) => AliasOwner,
    urlOf: (edition: { locale: Locale }, item: Item) => string,
  ) => {
    for (const item of items)
      add({ file: `${folder}/${item.id}.yaml`, aliases: item.aliases }, ownerOf(item), (from) => {
        const locale = localeOf(from);
        return { locale, to: urlOf({ locale }, item) };
      });
  };
  const listOf =
    (of: 'tag' | 'author' | 'event-kind') =>
    ({ id }: { id: string }): AliasOwner => ({ kind: 'list', of, id });
  addLists(
    'categories',
    categories,
    () => ({ kind: 'page' }),
    (edition, category) => listUrl(categoryAddress(edition, category)),
  );
  addLists('tags', tags, listOf('tag'), (edition, tag) => listUrl(tagAddress(edition, tag)));
  addLists('authors', authors, listOf('author'), (edition, author) => listUrl(authorAddress(edition, author)));
  addLists('event-kinds', kinds, listOf('event-kind'), (edition, kind) =>
    eventListUrl(eventKindAddress(edition, kind)),
  );
  return claims;
}

/**
 * The articles, published or not, whose own address is one of the given addresses; by {@link addressKey}. Starts from the
 * addresses because making the address of every article in an archive would be slow, and few aliases look like one.
 */
export function articlesAt(articles: readonly Article[], addresses: Iterable<string>): Map<string, Article> {
  const slugs = new Set([...addresses].flatMap((address) => parseArticleUrl(address)?.slug ?? []));
  if (slugs.size === 0) return new Map();
  const candidates = articles.filter(({ slug }) => slugs.has(slug));
  return new Map(candidates.map((article) => [addressKey(articleUrl(article)), article]));
}

/**
 * The redirects of a site at one instant. Each goes straight to a page, never to another redirect.
 *
 * Aliases of what readers cannot see make no redirect, so that nothing about it leaks. One exception: if an article that is
 * a draft or has expired was replaced by another, which lists the first one's address among its aliases, the first one's
 * aliases go to the replacement too. A withdrawn article has no replacement, and an embargoed one is not revealed.
 * @param newsroom checked: no alias is claimed twice, or is an address that something has now
 * @returns those of the newest articles first, because some hosts read only a limited number; then of pages and lists
 */
export function redirectsOf(newsroom: Newsroom, now: Date): Redirect[] {
  const claims = aliasClaims(newsroom);
  if (claims.length === 0) return [];
  const isVisible = visibilityOf(newsroom, now);
  const claimByAddress = new Map(claims.map((claim) => [addressKey(claim.from), claim]));
  const holders = articlesAt(newsroom.articles, claimByAddress.keys());
  const finalClaim = (claim: AliasClaim): AliasClaim | undefined => {
    const seen = new Set<AliasClaim>();
    let at: AliasClaim | undefined = claim;
    while (at && !isVisible(at)) {
      seen.add(at);
      const isReplaced: boolean = at.owner.kind === 'story' && canBeReplaced(at.owner.story, now);
      const next: AliasClaim | undefined = isReplaced ? claimByAddress.get(addressKey(at.to)) : undefined;
      at = next && !seen.has(next) ? next : undefined;
    }
    return at;
  };
  return claims
    .flatMap((claim) => {
      const holder = holders.get(addressKey(claim.from));
      // An article that expires later still has its address; the redirect starts when it has expired.
      if (holder && !canBeReplaced(holder, now)) return [];
      const last = finalClaim(claim);
      return last ? [{ from: claim.from, to: last.to, locale: last.locale, since: sinceOf(last) }] : [];
    })
    .sort((a, b) => b.since - a.since)
    .map(({ from, to, locale }) => ({ from, to, locale }));
}

/** @returns whether readers can see the page that an alias belongs to */
function visibilityOf({ articles, events }: Newsroom, now: Date): (claim: AliasClaim) => boolean {
  const listsByLocale = new Map<Locale, ReadonlySet<string>>();
  const listsOf = (locale: Locale) => {
    const lists = listsByLocale.get(locale) ?? new Set(listsWithStories({ articles, events }, locale, now));
    listsByLocale.set(locale, lists);
    return lists;
  };
  return ({ owner, locale }) => {
    if (owner.kind === 'page') return true;
    if (owner.kind === 'story') return isPublished(owner.story, now);
    return listsOf(locale).has(`${owner.of} ${owner.id}`);
  };
}

/** The tags, authors and kinds of events of which an edition shows something: `tag reefs`. */
function* listsWithStories(
  { articles, events }: Pick<Newsroom, 'articles' | 'events'>,
  locale: Locale,
  now: Date,
): Generator<string> {
  const isShown = (story: Article | Event) => story.locale === locale && isPublished(story, now);
  for (const { tags, authors } of articles.filter(isShown)) {
    for (const id of tags) yield `tag ${id}`;
    for (const id of authors) yield `author ${id}`;
  }
  for (const { kinds } of events.filter(isShown)) for (const id of kinds) yield `event-kind ${id}`;
}

/** Whether another article may take over this one's address: not while it is published, embargoed or withdrawn. */
function canBeReplaced(story: Article | Event, now: Date): boolean {
  const reason = withheldReason(story, now);
  return reason === 'draft' || reason === 'expired';
}

function sinceOf({ owner }: AliasClaim): number {
  return owner.kind === 'story' && 'pubDate' in owner.story ? (owner.story.pubDate?.getTime() ?? 0) : 0;
}
