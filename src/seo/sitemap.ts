import { isoInstant, LANGUAGE_TAGS } from '#src/i18n/format.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { absoluteUrl, articleUrl, frontUrl, listUrl, pageUrl } from '#src/urls.ts';
import { everyListOf, latestAddress } from './list-versions.ts';

/** What a sitemap says of one address besides the address itself. */
export interface SitemapFacts {
  /** RFC 3339 with the site's offset; undefined where no date is told. */
  lastmod: string | undefined;
  /** All language versions, the page itself included; empty where there is one. */
  alternates: readonly { lang: string; url: string }[];
}

/**
 * What the sitemap says of stories, standing pages, fronts and lists, by absolute address. Of the lists only the latest
 * carry a date: the others change with every story in them, and a date that is always new tells a crawler nothing.
 */
export function sitemapFacts(editions: readonly Edition[]): Map<string, SitemapFacts> {
  const facts = new Map<string, SitemapFacts>();
  for (const edition of editions) {
    const { locale, site } = edition;
    const absolute = (path: string) => absoluteUrl(site.url, path);
    const add = (path: string, changed: Date | undefined, versions: readonly { locale: Locale; path: string }[]) =>
      facts.set(absolute(path), {
        lastmod: changed && isoInstant(changed),
        alternates: versions.length > 1 ? versions.map(alternate) : [],
      });
    const alternate = (version: { locale: Locale; path: string }) => ({
      lang: LANGUAGE_TAGS[version.locale],
      url: absolute(version.path),
    });
    const versionsOf = <Entry extends Parameters<Edition['translationsOf']>[0]>(
      entry: Entry,
      url: (entry: Entry) => string,
    ) =>
      [entry, ...(edition.translationsOf(entry) as Entry[])].map((version) => ({
        locale: version.locale,
        path: url(version),
      }));

    for (const article of edition.articles)
      add(articleUrl(article), lastChange(article), versionsOf(article, articleUrl));
    for (const page of edition.pages) add(pageUrl(page), page.updatedDate, versionsOf(page, pageUrl));

    const newest = edition.articles[0]?.pubDate;
    const fronts = editions.map((other) => ({ locale: other.locale, path: frontUrl(other.locale) }));
    add(frontUrl(locale), newest, fronts);
    const latest = listUrl(latestAddress(edition));
    for (const list of everyListOf(edition, editions)) {
      const versions = list.map((address) => ({ locale: address.locale, path: listUrl(address) }));
      const own = versions.find((version) => version.locale === locale);
      if (own) add(own.path, own.path === latest ? newest : undefined, versions);
    }
  }
  return facts;
}

/** When a reader would last have seen the story change: its update or its latest correction. */
export function lastChange(article: Pick<Article, 'pubDate' | 'updatedDate' | 'corrections'>): Date {
  const moments = [article.pubDate, article.updatedDate, ...article.corrections.map(({ date }) => date)];
  return new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)));
}
