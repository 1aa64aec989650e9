import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assembleText } from '#src/newsroom/assemble.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { newestFirst } from '#src/newsroom/order.ts';
import { isPublished } from '#src/newsroom/visibility.ts';
import { listFiles } from '#src/reading/list-files.ts';
import { readContentFile } from '#src/reading/read-content-file.ts';
import { formatProblem } from '#src/schemas/problem.ts';

/**
 * One article by its file.
 * @param file from the content root: `articles/en/2026/glass.md`
 * @throws Error if the file has a mistake
 */
export function readArticle(contentRoot: string, file: string): Article {
  const { record, problems } = readContentFile({ contentRoot }, 'articles', file.slice('articles/'.length));
  if (!record?.locale) throw new Error(problems.map(formatProblem).join('\n'));
  return assembleText(record.fields, { ...record, locale: record.locale }, record.bodyPictures);
}

/** How the names of articles begin that a benchmark adds: in its later rounds, the newest of all would be these alone. */
export const ADDED_STEM = 'benchmark-article-';

/**
 * An article of the newsroom's own that readers can see, counted from one end of the archive. Only as many years are read
 * as that takes: a newsroom may have a hundred thousand articles.
 * @param now an article that is withheld at this instant is skipped, since its edit would change no page
 * @param run 0 for the newest or oldest; after the last article, counting begins again
 * @throws Error if the newsroom has no published article
 */
export function publishedArticle(contentRoot: string, now: Date, end: 'newest' | 'oldest', run: number): Article {
  const locales = readdirSync(join(contentRoot, 'articles'));
  const allYears = locales.flatMap((locale) => readdirSync(join(contentRoot, 'articles', locale)));
  const years = [...new Set(allYears)].sort();
  const inOrder = <Item>(items: Item[]) => (end === 'newest' ? items : items.toReversed());
  const articles: Article[] = [];
  for (const year of inOrder(years.toReversed())) {
    const ofYear = locales
      .map((locale) => `articles/${locale}/${year}`)
      .flatMap((folder) => listFiles(join(contentRoot, folder)).map((name) => `${folder}/${name}`))
      .filter((file) => !file.includes(`/${ADDED_STEM}`))
      .map((file) => readArticle(contentRoot, file))
      .filter((article) => isPublished(article, now));
    articles.push(...inOrder(ofYear.sort(newestFirst)));
    if (articles.length > run) break;
  }
  const article = articles[run % articles.length];
  if (!article) throw new Error(`${contentRoot} has no article that is published at ${now.toISOString()}`);
  return article;
}
