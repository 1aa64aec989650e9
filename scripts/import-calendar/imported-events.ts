import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '#src/disk/write-atomically.ts';
import { shortDigest } from '#src/keys/digest.ts';
import { compareText, ContentError } from '#src/schemas/problem.ts';

/** Where a newsroom keeps what it has imported; a part of it, so that every editor's next import knows. */
export const IMPORTED_FILE = 'events/.imported.json';

const eventSchema = z.strictObject({
  /** The draft, within the content root. */
  file: z.string(),
  /** The digest of its text, as it was written. */
  text: z.string(),
  /** When it was announced, as written. */
  pubDate: z.string(),
  /** What the calendar said, as the draft had it. */
  fields: z.record(z.string(), z.unknown()),
  body: z.string(),
});

const importedSchema = z.strictObject({
  format: z.literal(1),
  /** An import that was ended in the middle: a draft that is not there was not written, rather than deleted. */
  isUnfinished: z.boolean().optional(),
  events: z.record(z.string(), eventSchema),
});

export type ImportedEvent = z.output<typeof eventSchema>;

/** What has been imported, by language and UID. */
export interface Imported {
  isUnfinished: boolean;
  events: ReadonlyMap<string, ImportedEvent>;
}

/** What an imported event is known by. */
export const importedKey = (locale: string, uid: string): string => `${locale} ${uid}`;

/** A digest of a text that ignores how its lines end, which git may change. */
export const digestOfText = (text: string): string => shortDigest(text.replaceAll('\r\n', '\n'));

/** @throws ContentError if the list is damaged: without it every event would be taken for new */
export function readImported(contentRoot: string): Imported {
  const path = join(contentRoot, IMPORTED_FILE);
  if (!existsSync(path)) return { isUnfinished: false, events: new Map() };
  try {
    const { events, isUnfinished = false } = importedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    return { isUnfinished, events: new Map(Object.entries(events)) };
  } catch {
    throw new ContentError([
      {
        severity: 'error',
        file: IMPORTED_FILE,
        field: '',
        reason: 'cannot be read: it lists what has been imported',
        remedy: 'restore it from git. If you delete it, every event is imported once more',
      },
    ]);
  }
}

/** Writes the list, an event a line and in order, so that git can merge two of them. */
export function writeImported(contentRoot: string, { events, isUnfinished }: Imported): void {
  const lines = [...events]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, event]) => `    ${JSON.stringify(key)}: ${JSON.stringify(event)}`);
  const unfinished = isUnfinished ? '  "isUnfinished": true,\n' : '';
  const path = join(contentRoot, IMPORTED_FILE);
  mkdirSync(dirname(path), { recursive: true });
  writeAtomically(path, `{\n  "format": 1,\n${unfinished}  "events": {\n${lines.join(',\n')}\n  }\n}\n`);
}
