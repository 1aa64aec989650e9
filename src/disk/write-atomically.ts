import { renameSync, writeFileSync } from 'node:fs';
import { processMark } from './is-running.ts';

/** Writes a file under another name and renames it, so that no one ever reads half of it. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const whole = `${path}.${processMark()}`;
  writeFileSync(whole, content);
  renameSync(whole, path);
}
