import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { relativeKey } from '#src/keys/relative-key.ts';
import { ReadingCache } from '#src/reading/reading-cache.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

const FILE = 'articles/en/2026/reef.md';

/** A newsroom of one story, read once; how often the story is known again is counted. */
function readOnce(files: Record<string, string> = {}) {
  const folder = temporaryFolder({ ...AROUND, [FILE]: STORY, ...files });
  const caches = temporaryFolder();
  const read = (reader = 'reader', isClean = false) => {
    const cache = new ReadingCache({ cacheFolder: caches, contentRoot: folder, isClean, reader });
    const recalled: string[] = [];
    const reading = readNewsroom(folder, {
      memory: {
        recall: (file) => {
          const record = cache.recall(file);
          if (record) recalled.push(file);
          return record;
        },
        knows: (file) => cache.knows(file),
        remember: (record, digest) => cache.remember(record, digest),
      },
    });
    cache.save();
    const titles = reading.newsroom.articles.map(({ title }) => title);
    return { ...reading, titles, knows: recalled.includes(FILE) };
  };
  const first = read();
  expect(first.knows).toBe(false);
  const cacheFolder = join(caches, 'readings', relativeKey(caches, folder));
  return { folder, cacheFolder, read, first };
}

const write = (folder: string, text: string) => writeFileSync(join(folder, FILE), text);

describe('a newsroom read a second time', () => {
  it('is the same, without reading again what nobody wrote to', () => {
    const { read, first } = readOnce();
    const second = read();
    expect(second.knows).toBe(true);
    expect(second.newsroom).toEqual(first.newsroom);
  });

  it('has the words an editor has changed, though length and date of the file are as before', () => {
    const { folder, read } = readOnce();
    write(folder, STORY.replace('quiet', 'noisy'));
    utimesSync(join(folder, FILE), 1, 1);
    read();
    write(folder, STORY.replace('quiet', 'third'));
    utimesSync(join(folder, FILE), 1, 1);
    expect(read().titles).toEqual(['The reef has a third morning']);
  });

  it('knows a file again by its words if it was copied or checked out anew', () => {
    const { folder, read } = readOnce();
    rmSync(join(folder, FILE));
    write(folder, STORY);
    expect(read().knows).toBe(true);
  });

  it('forgets a story that is gone', () => {
    const { folder, read } = readOnce();
    rmSync(join(folder, FILE));
    expect(read().titles).toEqual([]);
    write(folder, STORY);
    expect(read().knows).toBe(false);
  });

  it('misses a picture that has gone since', () => {
    const picture = 'picture: { src: /pictures/reef.webp, alt: A reef, credit: Ana }\nauthors:';
    const { folder, read, first } = readOnce({
      'pictures/reef.webp': '',
      [FILE]: STORY.replace('authors:', picture),
    });
    expect(first.problems).toEqual([]);
    rmSync(join(folder, 'pictures/reef.webp'));
    expect(read().problems.map(formatProblem)).toEqual([
      expect.stringContaining('picture.src ("/pictures/reef.webp")  names a picture that does not exist'),
    ]);
  });

  it('reports a mistake each time until it is fixed', () => {
    const { folder, read } = readOnce();
    write(folder, STORY.replace('pubDate: 2026-11-20T09:00', 'pubDate: soon'));
    expect(read().problems).toHaveLength(1);
    expect(read().problems).toHaveLength(1);
  });
});

describe('what is remembered of a newsroom', () => {
  it('is nothing for other code, and nothing if everything is to be made anew', () => {
    const { read } = readOnce();
    expect(read('another reader').knows).toBe(false);
    expect(read('another reader').knows).toBe(true);
    expect(read('another reader', true).knows).toBe(false);
  });

  it.each([
    ['cut short', (data: Buffer) => data.subarray(0, data.length - 10)],
    [
      'changed by one byte',
      (data: Buffer) => Buffer.concat([data.subarray(0, -1), Buffer.from([(data.at(-1) ?? 0) ^ 1])]),
    ],
    ['emptied', () => Buffer.alloc(0)],
  ])('is nothing where its file was %s', (_, damage) => {
    const { cacheFolder, read, first } = readOnce();
    for (const name of readdirSync(cacheFolder)) {
      writeFileSync(join(cacheFolder, name), damage(readFileSync(join(cacheFolder, name))));
    }
    const second = read();
    expect(second.knows).toBe(false);
    expect(second.newsroom).toEqual(first.newsroom);
  });
});
