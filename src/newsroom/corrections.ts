import { compareText } from '#src/schemas/problem.ts';
import type { Edition } from './edition.ts';
import type { Article } from './newsroom.ts';

/** A correction, clarification, update or retraction, with its article. */
export type PublishedCorrection = Article['corrections'][number] & { article: Article };

/** Whether readers see a correction before the text: what was wrong comes first, what was added comes last. */
export const isBeforeText = ({ kind }: Pick<Article['corrections'][number], 'kind'>): boolean =>
  kind === 'retraction' || kind === 'correction';

const cache = new WeakMap<readonly Article[], readonly PublishedCorrection[]>();

/**
 * All corrections in an edition, newest first; at the same instant by article id, and within an article in reverse file
 * order, because editors add the newest at the end.
 */
export function correctionsOf({ articles }: Pick<Edition, 'articles'>): readonly PublishedCorrection[] {
  let corrections = cache.get(articles);
  if (!corrections) {
    corrections = articles
      .flatMap((article) => article.corrections.map((correction) => ({ ...correction, article })).reverse())
      .sort((a, b) => b.date.getTime() - a.date.getTime() || compareText(a.article.id, b.article.id));
    cache.set(articles, corrections);
  }
  return corrections;
}
