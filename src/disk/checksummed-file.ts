import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeAtomically } from './write-atomically.ts';

/**
 * Writes a cache file below a line with its format and SHA-256, atomically.
 * @param format name and version: another format is not read
 */
export function writeChecksummed(path: string, format: string, content: Uint8Array): void {
  writeAtomically(path, Buffer.concat([Buffer.from(`${format} ${hash('sha256', content)}\n`), content]));
}

/** @returns what was written; undefined if there is no file, or it is damaged or has another format */
export function readChecksummed(path: string, format: string): Buffer | undefined {
  try {
    const data = readFileSync(path);
    const end = data.indexOf('\n');
    const content = data.subarray(end + 1);
    return data.toString('utf8', 0, end) === `${format} ${hash('sha256', content)}` ? content : undefined;
  } catch {
    return undefined;
  }
}

/** The same for a value, as JSON. */
export function writeChecksummedJson(path: string, format: string, value: unknown): void {
  writeChecksummed(path, format, Buffer.from(JSON.stringify(value)));
}

/** @returns the value; undefined if there is no file, or it is damaged or has another format */
export function readChecksummedJson(path: string, format: string): unknown {
  const content = readChecksummed(path, format);
  return content && JSON.parse(content.toString('utf8'));
}
