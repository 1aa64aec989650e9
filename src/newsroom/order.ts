import { compareText } from '#src/schemas/problem.ts';
import type { Article } from './newsroom.ts';

type Dated = Pick<Article, 'pubDate' | 'id'>;

/** Sorts newest first; articles of the same instant by id, so the order never depends on the file system. */
export function newestFirst(a: Dated, b: Dated): number {
  return b.pubDate.getTime() - a.pubDate.getTime() || compareText(a.id, b.id);
}
