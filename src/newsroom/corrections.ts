import { compareText } from '#src/schemas/problem.ts';
import type { Edition } from './edition.ts';
import type { Article } from './newsroom.ts';

/** A correction, clarification, update or retraction, and the story it is of. */
export type PublishedCorrection = Article['corrections'][number] & { article: Article };

const known = new WeakMap<readonly Article[], readonly PublishedCorrection[]>();

/**
 * All corrections of an edition's stories, newest first; those of one instant by their stories' ids, and those of one story
 * in the reverse of their order in the file, since editors add the newest at the end.
 */
export function correctionsOf({ articles }: Pick<Edition, 'articles'>): readonly PublishedCorrection[] {
  let corrections = known.get(articles);
  if (!corrections) {
    corrections = articles
      .flatMap((article) => article.corrections.map((correction) => ({ ...correction, article })).reverse())
      .sort((a, b) => b.date.getTime() - a.date.getTime() || compareText(a.article.id, b.article.id));
    known.set(articles, corrections);
  }
  return corrections;
}
