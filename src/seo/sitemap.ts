import { calendarMonth, isoInstant, LANGUAGE_TAGS } from '#src/i18n/format.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { absoluteUrl, articleUrl, frontUrl, listUrl, pageUrl } from '#src/urls.ts';
import { everyListOf, latestAddress } from './list-versions.ts';

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
  entries: readonly SitemapEntry[];
}

/** The sitemap protocol allows 50,000 addresses a file (sitemaps.org/protocol.html); no month of a newsroom comes near. */
const MOST_ENTRIES = 50_000;

/**
 * The sitemap in parts: one for the fronts, the lists and the standing pages, and one for each month's stories, of all
 * languages. A new story changes two small files, however large the archive. Numbered pages of lists are not in it: they
 * hold nothing that is not listed itself.
 *
 * Of the lists only the latest carry a date: the others change with every story in them, and a date that is always new
 * tells a crawler nothing.
 */
export function sitemapParts(editions: readonly Edition[]): SitemapPart[] {
  const pages: SitemapEntry[] = [];
  const months = new Map<string, SitemapEntry[]>();
  for (const edition of editions) {
    pages.push(...pageEntries(edition, editions));
    for (const article of edition.articles) {
      const { year, month } = calendarMonth(article.pubDate);
      const name = `${year}-${month}`;
      const entries = months.get(name) ?? [];
      entries.push(entryOf(edition, articleUrl(article), lastChange(article), storyVersions(edition, article)));
      months.set(name, entries);
    }
  }
  const parts = [{ name: 'pages', entries: pages }, ...[...months].map(([name, entries]) => ({ name, entries }))];
  return parts.sort((a, b) => (a.name < b.name ? 1 : -1)).flatMap(cut);
}

/** Parts that would be too long are continued: `2026-11`, `2026-11-2`. */
function cut({ name, entries }: SitemapPart): SitemapPart[] {
  if (entries.length <= MOST_ENTRIES) return [{ name, entries }];
  return Array.from({ length: Math.ceil(entries.length / MOST_ENTRIES) }, (_, index) => ({
    name: index === 0 ? name : `${name}-${index + 1}`,
    entries: entries.slice(index * MOST_ENTRIES, (index + 1) * MOST_ENTRIES),
  }));
}

interface Version {
  locale: Locale;
  path: string;
}

function pageEntries(edition: Edition, editions: readonly Edition[]): SitemapEntry[] {
  const { locale } = edition;
  const newest = edition.articles[0]?.pubDate;
  const fronts = editions.map((other) => ({ locale: other.locale, path: frontUrl(other.locale) }));
  const latest = listUrl(latestAddress(edition));
  const lists = everyListOf(edition, editions).flatMap((list) => {
    const versions = list.map((address) => ({ locale: address.locale, path: listUrl(address) }));
    const own = versions.find((version) => version.locale === locale);
    return own ? [entryOf(edition, own.path, own.path === latest ? newest : undefined, versions)] : [];
  });
  return [
    entryOf(edition, frontUrl(locale), newest, fronts),
    ...lists,
    ...edition.pages.map((page) =>
      entryOf(edition, pageUrl(page), page.updatedDate, [
        { locale, path: pageUrl(page) },
        ...edition.translationsOf(page).map((other) => ({ locale: other.locale, path: pageUrl(other) })),
      ]),
    ),
  ];
}

function storyVersions(edition: Edition, article: Article): Version[] {
  return [article, ...edition.translationsOf(article)].map((version) => ({
    locale: version.locale,
    path: articleUrl(version),
  }));
}

function entryOf(
  { site }: Edition,
  path: string,
  changed: Date | undefined,
  versions: readonly Version[],
): SitemapEntry {
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

/** When a reader would last have seen the story change: its update or its latest correction. */
export function lastChange(article: Pick<Article, 'pubDate' | 'updatedDate' | 'corrections'>): Date {
  const moments = [article.pubDate, article.updatedDate, ...article.corrections.map(({ date }) => date)];
  return new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)));
}
