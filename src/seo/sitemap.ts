import { isoInstant, LANGUAGE_TAGS } from '#src/i18n/format.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { absoluteUrl, articleUrl, frontUrl, listUrl, pageUrl } from '#src/urls.ts';

/** What a sitemap says of one address besides the address itself. */
export interface SitemapFacts {
  /** RFC 3339 with the site's offset. */
  lastmod: string;
  /** All language versions, the page itself included; empty where there is one. */
  alternates: readonly { lang: string; url: string }[];
}

/**
 * What the sitemap says of stories, standing pages, fronts and latest lists, by absolute address. Other lists carry no
 * date: they change with every story in them, and a date that is always new tells a crawler nothing.
 */
export function sitemapFacts(editions: readonly Edition[]): Map<string, SitemapFacts> {
  const facts = new Map<string, SitemapFacts>();
  for (const edition of editions) {
    const { locale, site } = edition;
    const absolute = (path: string) => absoluteUrl(site.url, path);
    const add = (path: string, changed: Date, versions: readonly { lang: string; url: string }[]) =>
      facts.set(absolute(path), { lastmod: isoInstant(changed), alternates: versions.length > 1 ? versions : [] });
    const versionsOf = <Entry extends Parameters<Edition['translationsOf']>[0]>(
      entry: Entry,
      url: (entry: Entry) => string,
    ) =>
      [entry, ...(edition.translationsOf(entry) as Entry[])].map((version) => ({
        lang: LANGUAGE_TAGS[version.locale],
        url: absolute(url(version)),
      }));

    for (const article of edition.articles)
      add(articleUrl(article), lastChange(article), versionsOf(article, articleUrl));
    for (const page of edition.pages) add(pageUrl(page), page.updatedDate, versionsOf(page, pageUrl));
    const [newest] = edition.articles;
    if (newest) {
      const everywhere = (url: (locale: Edition['locale']) => string) =>
        editions.map((other) => ({ lang: LANGUAGE_TAGS[other.locale], url: absolute(url(other.locale)) }));
      const latest = (language: Edition['locale']) => listUrl({ locale: language, kind: 'latest', slug: '' });
      add(frontUrl(locale), newest.pubDate, everywhere(frontUrl));
      add(latest(locale), newest.pubDate, everywhere(latest));
    }
  }
  return facts;
}

/** When a reader would last have seen the story change: its update or its latest correction. */
export function lastChange(article: Pick<Article, 'pubDate' | 'updatedDate' | 'corrections'>): Date {
  const moments = [article.pubDate, article.updatedDate, ...article.corrections.map(({ date }) => date)];
  return new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)));
}
