import { shortDigest } from '#src/keys/digest.ts';
import { isoInstant, LANGUAGE_TAGS } from '#src/i18n/format.ts';
import { correctionsOf } from '#src/newsroom/corrections.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { correctionsAddress, latestAddress } from '#src/newsroom/list-addresses.ts';
import { modifiedAt } from '#src/newsroom/modified-at.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { compareText } from '#src/schemas/problem.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, articleUrl, frontUrl, listUrl, pageUrl } from '#src/urls.ts';
import { everyListOf } from './list-versions.ts';

/** What a sitemap says of one address. */
export interface SitemapEntry {
  url: string;
  /** RFC 3339 with the site's offset; undefined where no date is told. */
  lastmod: string | undefined;
  /** All language versions, the page itself included; empty where there is one. */
  links: readonly { lang: string; url: string }[];
}

/** One file of the sitemap. */
export interface SitemapPart {
  /** `pages`, or the month in which its stories were published: `2026-11`. */
  name: string;
  /** When the last of its addresses changed, as far as dates are told: RFC 3339. */
  lastmod: string | undefined;
  /** Changes with anything that its entries are made from. */
  digest: string;
  sources: SitemapSources;
}

/** What a part's entries are made from. */
export interface SitemapSources {
  site: Site;
  pages: readonly SitemapEntry[];
  /** Each story, with its translations behind it. */
  stories: readonly (readonly Article[])[];
}

/** The sitemap protocol allows 50,000 addresses a file (sitemaps.org/protocol.html); no month of a newsroom comes near. */
const MOST_ENTRIES = 50_000;

/**
 * The sitemap in parts: one for the fronts, the lists and the standing pages, and one for each month's stories, of all
 * languages. A new story changes two small files, however large the archive. Numbered pages of lists are not in it: they
 * hold nothing that is not listed itself.
 *
 * Of the lists only the latest and the corrections carry a date, that of the newest they hold: the others change with
 * every story in them, and a date that is always new tells a crawler nothing.
 */
export function sitemapParts(editions: readonly Edition[]): readonly SitemapPart[] {
  const [first] = editions;
  if (!first) return [];
  const parts = partsOf.get(first) ?? makeParts(first.site, editions);
  partsOf.set(first, parts);
  return parts;
}

/** The index of the sitemap asks for the same as its parts; by the first of the editions, which come together. */
const partsOf = new WeakMap<Edition, readonly SitemapPart[]>();

function makeParts(site: Site, editions: readonly Edition[]): SitemapPart[] {
  const pages = editions.flatMap((edition) => pageEntries(edition, editions));
  const months = new Map<string, (readonly Article[])[]>();
  for (const edition of editions) {
    for (const [key, articles] of edition.byMonth) {
      const name = key.replace('/', '-');
      const stories = months.get(name) ?? [];
      for (const article of articles) stories.push([article, ...edition.translationsOf(article)]);
      months.set(name, stories);
    }
  }
  const newestPage = pages
    .flatMap(({ lastmod }) => lastmod ?? [])
    .sort()
    .at(-1);
  const newestFirst = [...months].sort(([a], [b]) => compareText(b, a));
  return [
    {
      name: 'pages',
      lastmod: newestPage,
      digest: shortDigest(JSON.stringify([site, pages])),
      sources: { site, pages, stories: [] },
    },
    ...newestFirst.flatMap(([name, stories]) => monthParts(name, stories, site)),
  ];
}

/** A month that would be too long for one file is continued: `2026-11`, `2026-11-2`. */
function monthParts(month: string, stories: readonly (readonly Article[])[], site: Site): SitemapPart[] {
  return Array.from({ length: Math.ceil(stories.length / MOST_ENTRIES) }, (_, index) => {
    const some = stories.slice(index * MOST_ENTRIES, (index + 1) * MOST_ENTRIES);
    const newest = Math.max(...some.flatMap(([article]) => (article ? modifiedAt(article).getTime() : [])));
    const told = some.map((versions) => versions.map(({ digest }) => digest).join());
    return {
      name: index === 0 ? month : `${month}-${index + 1}`,
      lastmod: isoInstant(new Date(newest)),
      digest: shortDigest(`${JSON.stringify(site)}\n${told.join('\n')}`),
      sources: { site, pages: [], stories: some },
    };
  });
}

/** The addresses of one part. */
export function sitemapEntries({ site, pages, stories }: SitemapSources): SitemapEntry[] {
  const versionOf = (article: Article): Version => ({ locale: article.locale, path: articleUrl(article) });
  return [
    ...pages,
    ...stories.flatMap(([article, ...translations]) =>
      article ? entryOf(site, articleUrl(article), modifiedAt(article), [article, ...translations].map(versionOf)) : [],
    ),
  ];
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
  return [
    entryOf(edition.site, frontUrl(locale), newest, fronts),
    ...lists,
    ...edition.pages.map((page) =>
      entryOf(edition.site, pageUrl(page), page.updatedDate, [
        { locale, path: pageUrl(page) },
        ...edition.translationsOf(page).map((other) => ({ locale: other.locale, path: pageUrl(other) })),
      ]),
    ),
  ];
}

function entryOf(site: Site, path: string, changed: Date | undefined, versions: readonly Version[]): SitemapEntry {
  return {
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
