import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeWhole } from '../shared/write-whole.ts';

/**
 * Writes a value as JSON below a line with its digest.
 * @param form name and number of what is written: another form is not read
 */
export function writeSealed(path: string, form: string, value: unknown): void {
  const text = JSON.stringify(value);
  writeWhole(path, `${form} ${hash('sha256', text)}\n${text}`);
}

/** @returns what was written; undefined where there is nothing, or not as it was written */
export function readSealed(path: string, form: string): unknown {
  try {
    const text = readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const content = text.slice(end + 1);
    return text.slice(0, end) === `${form} ${hash('sha256', content)}` ? JSON.parse(content) : undefined;
  } catch {
    return undefined;
  }
}
