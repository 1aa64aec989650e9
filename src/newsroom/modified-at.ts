import type { Article } from './newsroom.ts';

/**
 * When a story last changed for its readers: `dateModified`, wherever it is told. The latest of its publication, its update
 * and its corrections. An edit that moves none of these, such as a typo's, is no change that anybody needs to be told of.
 * @param article as an edition holds it: without what is dated later than the edition
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
