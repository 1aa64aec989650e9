import { shortDigest } from '#src/keys/digest.ts';
import { isoInstant, LANGUAGE_TAGS } from '#src/i18n/format.ts';
import { correctionsOf } from '#src/newsroom/corrections.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { correctionsAddress, latestAddress, newsletterAddress } from '#src/newsroom/list-addresses.ts';
import { modifiedAt } from '#src/newsroom/modified-at.ts';
import type { Article, Event } from '#src/newsroom/newsroom.ts';
import { searchPictureUrls } from '#src/pictures/renditions.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { compareText } from '#src/schemas/problem.ts';
import type { Site } from '#src/schemas/site.ts';
import {
  absoluteUrl,
  articleUrl,
  eventListUrl,
  eventUrl,
  followUrl,
  frontUrl,
  issueUrl,
  listUrl,
  pageUrl,
  subscribeUrl,
} from '#src/urls.ts';
import { everyEventListOf } from './event-list-versions.ts';
import { everyListOf, newsletterVersions } from './list-versions.ts';

/** What the sitemap says of one address. */
export interface SitemapEntry {
  url: string;
  /** RFC 3339 with the site's offset; undefined if it has no date. */
  lastmod: string | undefined;
  /** All language versions, the page itself included; empty if there is only one. */
  links: readonly { lang: string; url: string }[];
  /** The addresses of its pictures. */
  images: readonly string[];
}

/** The addresses of one file of the sitemap. */
export interface SitemapChunk {
  /** `pages`, or the month in which its articles were published: `2026-11`. */
  name: string;
  /** Changes with anything that its entries are made from. */
  digest: string;
  entries: () => readonly SitemapEntry[];
  /** The newest date of its entries; undefined if none has one. */
  lastmod: () => string | undefined;
}

/**
 * The sitemap in chunks: one for each month's articles, in all languages, newest first, and one for fronts, lists and
 * pages. A new article changes two small files, however large the archive. Numbered pages of lists are not in it: they
 * hold nothing that is not listed itself.
 *
 * Of the lists only the latest and the corrections have a date, that of the newest they hold: the others change with
 * every article in them, and a date that is always new tells a crawler nothing.
 */
export function sitemapChunks(editions: readonly Edition[]): readonly SitemapChunk[] {
  const [first] = editions;
  if (!first) return [];
  const { site } = first;
  const months = new Map<string, (readonly Article[])[]>();
  for (const edition of editions) {
    for (const [key, articles] of edition.byMonth) {
      const name = key.replace('/', '-');
      const versions = months.get(name) ?? [];
      for (const article of articles) versions.push([article, ...edition.translationsOf(article)]);
      months.set(name, versions);
    }
  }
  const pages = editions.flatMap((edition) => pageEntries(edition, editions));
  const events = editions.flatMap((edition) => eventEntries(edition, editions));
  const newestFirst = [...months].sort(([a], [b]) => compareText(b, a));
  return [
    ...newestFirst.map(([name, articles]) => ({
      name,
      digest: shortDigest(
        `${JSON.stringify(site)}\n${articles.map((versions) => versions.map(({ digest }) => digest).join()).join('\n')}`,
      ),
      entries: once(() => articles.flatMap((versions) => articleEntry(site, versions))),
      lastmod: () =>
        isoInstant(
          new Date(Math.max(...articles.flatMap(([article]) => (article ? modifiedAt(article).getTime() : [])))),
        ),
    })),
    ...(events.length > 0
      ? [
          {
            name: 'events',
            digest: shortDigest(JSON.stringify([site, events])),
            entries: () => events,
            lastmod: () => newestOf(events),
          },
        ]
      : []),
    {
      name: 'pages',
      digest: shortDigest(JSON.stringify([site, pages])),
      entries: () => pages,
      lastmod: () => newestOf(pages),
    },
  ];
}

/** Made when it is first asked for. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

/** The events of an edition and their lists. An event's date is that of its announcement or last change, not the day on which it is. */
function eventEntries(edition: Edition, editions: readonly Edition[]): SitemapEntry[] {
  const { locale, site, events } = edition;
  const lists = everyEventListOf(edition, editions).flatMap((list) => {
    const versions = list.map((address) => ({ locale: address.locale, path: eventListUrl(address) }));
    const own = versions.find((version) => version.locale === locale);
    return own ? [entryOf(site, own.path, undefined, versions)] : [];
  });
  return [
    ...lists,
    ...events.all.map((event) => {
      const dates = [event.pubDate, ...event.changes.map(({ date }) => date)].flatMap((date) => date?.getTime() ?? []);
      const versions = [event, ...edition.translationsOf(event)];
      return entryOf(
        site,
        eventUrl(event),
        dates.length > 0 ? new Date(Math.max(...dates)) : undefined,
        versions.map((version) => ({ locale: version.locale, path: eventUrl(version) })),
        event,
      );
    }),
  ];
}

const newestOf = (entries: readonly SitemapEntry[]) =>
  entries
    .flatMap(({ lastmod }) => lastmod ?? [])
    .sort()
    .at(-1);

/** @param versions an article, with its translations behind it */
function articleEntry(site: Site, versions: readonly Article[]): SitemapEntry[] {
  const [article] = versions;
  if (!article) return [];
  const paths = versions.map((version): Version => ({ locale: version.locale, path: articleUrl(version) }));
  return [entryOf(site, articleUrl(article), modifiedAt(article), paths, article)];
}

interface Version {
  locale: Locale;
  path: string;
}

function pageEntries(edition: Edition, editions: readonly Edition[]): SitemapEntry[] {
  const { locale } = edition;
  const newest = edition.articles[0]?.pubDate;
  const fronts = editions.map((other) => ({ locale: other.locale, path: frontUrl(other.locale) }));
  const dates = new Map([
    [listUrl(latestAddress(edition)), newest],
    [listUrl(correctionsAddress(edition)), correctionsOf(edition)[0]?.date],
  ]);
  const lists = everyListOf(edition, editions).flatMap((list) => {
    const versions = list.map((address) => ({ locale: address.locale, path: listUrl(address) }));
    const own = versions.find((version) => version.locale === locale);
    return own ? [entryOf(edition.site, own.path, dates.get(own.path), versions)] : [];
  });
  const follow = editions.map((other) => ({ locale: other.locale, path: followUrl(other.locale) }));
  const { editions: offered } = edition.site.newsletter ?? {};
  const subscribe = editions
    .filter((other) => Object.keys(offered?.[other.locale] ?? {}).length > 0)
    .map((other) => ({ locale: other.locale, path: subscribeUrl(other.locale) }));
  return [
    entryOf(edition.site, frontUrl(locale), newest, fronts),
    entryOf(edition.site, followUrl(locale), undefined, follow),
    ...(subscribe.some((other) => other.locale === locale)
      ? [entryOf(edition.site, subscribeUrl(locale), undefined, subscribe)]
      : []),
    ...lists,
    ...issueEntries(edition, editions),
    ...edition.pages.map((page) =>
      entryOf(edition.site, pageUrl(page), page.updatedDate, [
        { locale, path: pageUrl(page) },
        ...edition.translationsOf(page).map((other) => ({ locale: other.locale, path: pageUrl(other) })),
      ]),
    ),
  ];
}

/** The newsletter, if the publisher wants it listed. */
function issueEntries(edition: Edition, editions: readonly Edition[]): SitemapEntry[] {
  const { locale, site, issues } = edition;
  if (!site.newsletter?.indexed || issues.length === 0) return [];
  const list = newsletterVersions(editions).map((address) => ({ locale: address.locale, path: listUrl(address) }));
  return [
    entryOf(site, listUrl(newsletterAddress(edition)), issues[0]?.date, list),
    ...issues.map((issue) => entryOf(site, issueUrl(issue), issue.date, [{ locale, path: issueUrl(issue) }])),
  ];
}

function entryOf(
  site: Site,
  path: string,
  changed: Date | undefined,
  versions: readonly Version[],
  { picture }: Pick<Article | Event, 'picture'> = {},
): SitemapEntry {
  return {
    images: picture
      ? searchPictureUrls(picture)
          .slice(0, 1)
          .map((image) => absoluteUrl(site.url, image))
      : [],
    url: absoluteUrl(site.url, path),
    lastmod: changed && isoInstant(changed),
    links:
      versions.length > 1
        ? versions.map((version) => ({
            lang: LANGUAGE_TAGS[version.locale],
            url: absoluteUrl(site.url, version.path),
          }))
        : [],
  };
}
