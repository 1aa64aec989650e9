import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { contentPath, type ContentSource } from './content-path.ts';
import type { ContentRecord } from './content-record.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/**
 * The body of a text file as it is shown, for rendering.
 * @throws Error if it has changed since the file was first read: the page would not match its cache key
 */
export function readSameBody(
  source: ContentSource,
  { file, bodyDigest }: Pick<ContentRecord, 'file' | 'bodyDigest'>,
): string {
  const body = readBody(source, file);
  if (digestOfBody(body) !== bodyDigest) throw new Error(`${file} was changed while the site was built; build again`);
  return body;
}

/** The body of a text file, for rendering. @param file the path within the content root */
export function readBody(source: ContentSource, file: string): string {
  const text = readFileSync(contentPath(source, file), 'utf8');
  return splitFrontMatter(text)?.body ?? text;
}

/** SHA-256 of a body, hexadecimal, first 16 digits; '' if it is empty. */
export function digestOfBody(body: string): string {
  return body ? hash('sha256', body).slice(0, 16) : '';
}
