import { join } from 'node:path';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import type { Article, Newsroom } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { NOW, PROJECT, SITES, type SiteName } from './build-sites.ts';

/** The newsroom a site under test is built from, read anew from its files. */
export function newsroomOf(name: SiteName): Newsroom {
  return readNewsroom(join(PROJECT, SITES[name])).newsroom;
}

/**
 * Whether readers may see a story when the sites are built: the rule written a second time, on purpose, so that a fault
 * in the first is seen.
 */
export function isOut(article: Article): boolean {
  const now = Date.parse(NOW);
  const hasExpired = article.expiryDate !== undefined && article.expiryDate.getTime() <= now;
  return !article.draft && article.withdrawn === undefined && article.pubDate.getTime() <= now && !hasExpired;
}

/** The stories a site must show, newest first; those of one minute by their id. */
export function expectedStories(name: SiteName, locale: Locale): Article[] {
  return newsroomOf(name)
    .articles.filter((article) => article.locale === locale && isOut(article))
    .sort((a, b) => b.pubDate.getTime() - a.pubDate.getTime() || (a.id < b.id ? -1 : 1));
}

/** Where a story must stand, written out a second time. */
export function expectedPath({ locale, slug }: Pick<Article, 'locale' | 'slug'>): string {
  return locale === 'en' ? `/articles/${slug}/` : `/es/articulos/${slug}/`;
}
