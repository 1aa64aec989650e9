import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeAtomically } from './write-atomically.ts';

/**
 * Writes what a build keeps for the next one, below a line with its digest: whole or not at all.
 * @param form name and number of what is written: another form is not read
 */
export function writeChecksummed(path: string, form: string, content: Uint8Array): void {
  writeAtomically(path, Buffer.concat([Buffer.from(`${form} ${hash('sha256', content)}\n`), content]));
}

/** @returns what was written; undefined where there is nothing, or not as it was written */
export function readChecksummed(path: string, form: string): Buffer | undefined {
  try {
    const data = readFileSync(path);
    const end = data.indexOf('\n');
    const content = data.subarray(end + 1);
    return data.toString('utf8', 0, end) === `${form} ${hash('sha256', content)}` ? content : undefined;
  } catch {
    return undefined;
  }
}

/** The same for a value, as JSON. */
export function writeChecksummedJson(path: string, form: string, value: unknown): void {
  writeChecksummed(path, form, Buffer.from(JSON.stringify(value)));
}

/** @returns the value; undefined where there is none, or not as it was written */
export function readChecksummedJson(path: string, form: string): unknown {
  const content = readChecksummed(path, form);
  return content && JSON.parse(content.toString('utf8'));
}
