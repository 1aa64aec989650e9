import type { Article } from './newsroom.ts';

/**
 * When an article last changed for its readers: the latest of its publication, update and corrections. An edit that moves
 * none of these, such as fixing a typo, is not a change that feeds, sitemaps and page heads announce.
 * @param article from an edition, so without anything dated later than the edition
 */
export function modifiedAt({
  pubDate,
  updatedDate,
  corrections,
}: Pick<Article, 'pubDate' | 'updatedDate' | 'corrections'>): Date {
  let modified = pubDate;
  if (updatedDate && updatedDate > modified) modified = updatedDate;
  for (const { date } of corrections) if (date > modified) modified = date;
  return modified;
}
