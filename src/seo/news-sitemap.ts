import { escapeUTF8 } from 'entities/escape';
import { isoInstant, typeset } from '#src/i18n/format.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { isNews } from '#src/newsroom/fresh-news.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { newestFirst } from '#src/newsroom/order.ts';
import { absoluteUrl, articleUrl } from '#src/urls.ts';

/** The most stories in one file. */
const MOST = 1000;

/**
 * The stories of the last two days in all editions, newest first, for search engines of news.
 * @param now the instant of the build: the next change knows when a story leaves
 * @see developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export function newsSitemap(editions: readonly Edition[], now: Date): string {
  const fresh = editions
    .flatMap((edition) =>
      edition.articles.filter((article) => isNews(article, now)).map((article) => ({ edition, article })),
    )
    .sort((a, b) => newestFirst(a.article, b.article))
    .slice(0, MOST);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
    ...fresh.map(({ edition, article }) => newsEntry(edition, article)),
    '</urlset>',
    '',
  ].join('\n');
}

function newsEntry({ site, locale }: Edition, article: Article): string {
  const publication = `<news:name>${escapeUTF8(site.name)}</news:name><news:language>${locale}</news:language>`;
  return [
    `<url><loc>${escapeUTF8(absoluteUrl(site.url, articleUrl(article)))}</loc><news:news>`,
    `<news:publication>${publication}</news:publication>`,
    `<news:publication_date>${isoInstant(article.pubDate)}</news:publication_date>`,
    `<news:title>${escapeUTF8(typeset(article.title))}</news:title></news:news></url>`,
  ].join('');
}
