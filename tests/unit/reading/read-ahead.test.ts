import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readAhead } from '#src/reading/read-ahead.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { ReadingCache } from '#src/reading/reading-cache.ts';
import { surveyNewsroom } from '#src/reading/survey-newsroom.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

const fileOf = (number: number) => `articles/en/2026/reef-${number}.md`;

/** A newsroom of 450 stories, which are several batches, one of them with a mistake, and an empty memory. */
function newsroom() {
  const stories = Array.from({ length: 450 }, (_, at) => [fileOf(at), STORY.replace('quiet', `quiet ${at}th`)]);
  const wrong = { 'articles/en/2026/wrong.md': STORY.replace('2026-11-20T09:00', 'yesterday') };
  const contentRoot = temporaryFolder({ ...AROUND, ...Object.fromEntries(stories), ...wrong });
  const memory = new ReadingCache({ cacheFolder: temporaryFolder(), contentRoot });
  return { contentRoot, memory, survey: surveyNewsroom(contentRoot) };
}

it('a large newsroom that is read in two threads is the same as one that is read in one', async () => {
  const { contentRoot, memory, survey } = newsroom();
  const done: [number, number][] = [];
  expect(await readAhead(contentRoot, survey, memory, { few: 100, onFile: (...counts) => done.push(counts) })).toBe(
    true,
  );
  const { newsroom: read, problems } = readNewsroom(contentRoot, { memory });
  const expected = readNewsroom(contentRoot);
  expect(read).toEqual(expected.newsroom);
  expect(problems).toEqual(expected.problems);
  expect(problems.map(({ file, field }) => [file, field])).toEqual([['articles/en/2026/wrong.md', 'pubDate']]);
  expect(done.at(-1)).toEqual([453, 453]);
});

it('of a newsroom of which nearly all is known, nothing is read ahead', async () => {
  const { contentRoot, memory, survey } = newsroom();
  readNewsroom(contentRoot, { memory });
  expect(await readAhead(contentRoot, survey, memory, { few: 1 })).toBe(false);
  expect(memory.knows(fileOf(7))).toBe(true);
  expect(memory.knows('articles/en/2026/wrong.md')).toBe(false);
});

it('a file that is gone before either thread has read it fails the reading, as it does without threads', async () => {
  const { contentRoot, memory, survey } = newsroom();
  rmSync(join(contentRoot, fileOf(0)));
  const reading = async () => {
    await readAhead(contentRoot, survey, memory, { few: 100 });
    readNewsroom(contentRoot, { memory }, survey);
  };
  await expect(reading()).rejects.toThrow('ENOENT');
});
