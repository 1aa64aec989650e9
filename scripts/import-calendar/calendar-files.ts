import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UsageError } from '#src/publish/usage-error.ts';
import { listFiles } from '#src/reading/list-files.ts';
import { systemRefusal } from '../shared/system-refusal.ts';

/** A file that may be a calendar. */
export interface CalendarFile {
  path: string;
  /** As reports show it. */
  name: string;
}

/** No calendar of a town is larger. */
export const MOST_MB = 64;

/**
 * The file, or all files of the folder and those below it: which are calendars, only what is in them tells.
 * @param source absolute path
 * @throws UsageError if there is no such file or folder, or nothing in it
 */
export function calendarFiles(source: string): CalendarFile[] {
  const name = relative('.', source) || '.';
  const stat = statSync(source, { throwIfNoEntry: false });
  if (stat?.isFile()) return [{ path: source, name }];
  if (!stat?.isDirectory()) throw new UsageError(`${name}: there is no such file or folder`);
  const files = listFiles(source).map((file) => ({ path: join(source, file), name: file }));
  if (files.length === 0) throw new UsageError(`${name}: there is no file in this folder`);
  return files;
}

/** @returns the bytes of a file, or why it has none for us: 'too-large', or what the system says */
export function readCalendarFile({ path }: CalendarFile): { bytes: Uint8Array } | { problem: string } {
  try {
    if (statSync(path).size > MOST_MB * 1024 * 1024) return { problem: 'too-large' };
    return { bytes: readFileSync(path) };
  } catch (error) {
    return { problem: systemRefusal(error) ?? (error as Error).message };
  }
}
