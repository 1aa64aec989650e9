import type { Article } from './newsroom.ts';

/** How long search engines take a story for news (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). */
const NEWS_MS = 2 * 86_400_000;

/** When a story is news no more. What is paid for never is. */
export function newsUntil({ pubDate, sponsor }: Pick<Article, 'pubDate' | 'sponsor'>): Date | undefined {
  return sponsor ? undefined : new Date(pubDate.getTime() + NEWS_MS);
}

/** Whether a published story is news at an instant. */
export function isNews(article: Pick<Article, 'pubDate' | 'sponsor'>, now: Date): boolean {
  const until = newsUntil(article);
  return until !== undefined && until > now;
}
