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
 * One story by its file.
 * @param file from the content root: `articles/en/2026/glass.md`
 * @throws Error where the file has a mistake
 */
export function readStory(contentRoot: string, file: string): Article {
  const { record, problems } = readContentFile(contentRoot, 'articles', file.slice('articles/'.length));
  if (!record?.locale) throw new Error(problems.map(formatProblem).join('\n'));
  return assembleText(record.fields, { ...record, locale: record.locale }, record.bodyPictures);
}

/** How the names of stories begin that a benchmark adds: in its later rounds, the newest of all would be these alone. */
export const ADDED_STEM = 'benchmark-story-';

/**
 * A story of the newsroom's own that readers can see, counted from one end of the archive. No more years are read than that takes: a newsroom
 * may have a hundred thousand stories.
 * @param now what is withheld at this instant is passed over, since its edit would change no page
 * @param run 0 for the newest or oldest; after the last story, counting begins again
 * @throws Error where the newsroom has no published story
 */
export function publishedStory(contentRoot: string, now: Date, end: 'newest' | 'oldest', run: number): Article {
  const stories: Article[] = [];
  const years = yearsOf(contentRoot);
  for (const year of end === 'newest' ? years.toReversed() : years) {
    const ofYear = storiesOfYear(contentRoot, year)
      .filter((story) => isPublished(story, now) && !isAdded(story))
      .sort(newestFirst);
    stories.push(...(end === 'newest' ? ofYear : ofYear.toReversed()));
    if (stories.length > run) break;
  }
  const story = stories[run % stories.length];
  if (!story) throw new Error(`${contentRoot} has no story that is published at ${now.toISOString()}`);
  return story;
}

function isAdded({ file }: Article): boolean {
  return file.includes(`/${ADDED_STEM}`);
}

function storiesOfYear(contentRoot: string, year: string): Article[] {
  return localesOf(contentRoot).flatMap((locale) => {
    const folder = `articles/${locale}/${year}`;
    return listFiles(join(contentRoot, folder)).map((name) => readStory(contentRoot, `${folder}/${name}`));
  });
}

/** Ascending. */
function yearsOf(contentRoot: string): string[] {
  const years = localesOf(contentRoot).flatMap((locale) => readdirSync(join(contentRoot, 'articles', locale)));
  return [...new Set(years)].sort();
}

function localesOf(contentRoot: string): string[] {
  return readdirSync(join(contentRoot, 'articles'));
}
