import { compareText } from '#src/schemas/problem.ts';
import type { Article } from './newsroom.ts';

type Dated = Pick<Article, 'pubDate' | 'id'>;

/** Newest first; stories of the same instant in the order of their ids, so that no order depends on a disk. */
export function newestFirst(a: Dated, b: Dated): number {
  return b.pubDate.getTime() - a.pubDate.getTime() || compareText(a.id, b.id);
}
