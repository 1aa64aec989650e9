import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitFrontMatter } from '#src/reading/front-matter.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { yamlLine } from './markdown-file.ts';

/**
 * Rewrites a story's file.
 * @param file from the content root
 * @throws Error where the text stays as it was: the run would measure a build of nothing
 */
export function editStory(contentRoot: string, file: string, change: (text: string) => string): void {
  const path = join(contentRoot, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} was to be changed and would stay as it is`);
  writeFileSync(path, after);
}

/**
 * A story's text with one field of its front matter replaced, or added at the end.
 * @param text front matter with the field on one line, as `npm run newsroom` writes it
 * @throws Error where there is no front matter
 */
export function withField(text: string, name: string, value: unknown): string {
  const parts = splitFrontMatter(text);
  if (!parts) throw new Error('the text has no front matter');
  const lines = parts.frontMatter.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`${name}:`));
  lines.splice(at < 0 ? lines.length : at, 1, yamlLine(name, value));
  return `---\n${lines.join('\n')}\n---\n${parts.body}`;
}

/** What earlier edits of a headline left, this or another scenario's. */
const MARK = / \((?:update|revision) \d+\)$/;

/** The longest headline the edits make; the schema allows a little more. */
const MOST_CHARACTERS = 130;

/** Gives a story's headline words at its end: `Cocoa falls (update 3)`. */
export function withNewHeadline(contentRoot: string, { file, title }: Pick<Article, 'file' | 'title'>, words: string) {
  const mark = ` (${words})`;
  const headline = `${title
    .replace(MARK, '')
    .slice(0, MOST_CHARACTERS - mark.length)
    .trimEnd()}${mark}`;
  editStory(contentRoot, file, (text) => withField(text, 'title', headline));
}
