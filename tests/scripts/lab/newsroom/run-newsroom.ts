import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { listFiles } from '#src/reading/list-files.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { makeNewsroom } from '../../../../scripts/lab/newsroom/make-newsroom.ts';
import { readOptions } from '../../../../scripts/lab/newsroom/options.ts';

const folders: string[] = [];

/** A new folder, removed when the tests of the file are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-test-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** Writes articles, one JSON object a line. @returns the file's path */
export function wireFile(articles: readonly object[], { isGzip = false } = {}): string {
  return fileOf(articles.map((article) => JSON.stringify(article)).join('\n'), { isGzip });
}

/** Writes a text to a file of its own. @returns the file's path */
export function fileOf(text: string, { isGzip = false } = {}): string {
  const file = join(temporaryFolder(), isGzip ? 'articles.jsonl.gz' : 'articles.jsonl');
  writeFileSync(file, isGzip ? gzipSync(text) : text);
  return file;
}

/** As many plain articles as wanted: `ARTICLE 0`, `ARTICLE 1`, … filed at different hours. */
export function plainArticles(count: number): object[] {
  return Array.from({ length: count }, (_, index) => ({
    id: index,
    date: new Date(Date.UTC(1987, 1, 26, (index * 7) % 24, index % 60)).toISOString(),
    title: `ARTICLE ${index}`,
    dateline: 'TOKYO, March 3',
    topics: ['grain'],
    places: ['japan'],
    paragraphs: [`Text of article ${index}.`],
  }));
}

/** Makes a newsroom within the test's own process, which takes milliseconds. @returns the summary */
export function madeNewsroom(out: string, options: Omit<Call, 'out'> = {}): Promise<string> {
  const quiet = { stage: () => undefined, update: () => undefined };
  return makeNewsroom(readOptions({ ...options, out }), quiet);
}

type Call = Parameters<typeof readOptions>[0];

/** A content root that was written, read again by the site's own reader. */
export interface WrittenRoot {
  out: string;
  summary: string;
  /** Oldest first; articles of one instant in order of their files. */
  articles: Article[];
  problems: string[];
  /** Every file's text by its path. */
  files: ReadonlyMap<string, string>;
}

/** Writes a newsroom into a new folder and reads it. */
export async function writtenRoot(options: Omit<Call, 'out'> = {}): Promise<WrittenRoot> {
  const out = join(temporaryFolder(), 'content');
  const summary = await madeNewsroom(out, options);
  const { newsroom, problems } = readNewsroom(out);
  return {
    out,
    summary,
    articles: [...newsroom.articles].sort((a, b) => a.pubDate.getTime() - b.pubDate.getTime()),
    problems: problems.map(formatProblem),
    files: filesOf(out),
  };
}

/** The text of every file below a folder, by its path. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
  return new Map(listFiles(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}
