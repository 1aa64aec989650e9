import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { occurrencesUntil } from '#src/events/occurrences.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { calendarOf, eventOf, parsed, readLines } from '../../unit/calendars/incoming/import-lines.ts';
import { callScript } from '../call-script.ts';

/** A folder of calendars, such as those that other programs are tested with; without it, ours are made. */
const folderOfCalendars = () => process.env['CALENDAR_FOLDER'] ?? madeCalendars();

const PLACE = 'name: { en: Tulum, es: Tulum }\nstate: Quintana Roo\nlatitude: 20.21\nlongitude: -87.46\n';

it('imports or names each event of every calendar, writes valid files, and changes nothing the second time', async () => {
  const root = temporaryFolder({
    'places/tulum.yaml': PLACE,
    'event-kinds/music.yaml': 'title: { en: Music, es: Música }\n',
  });
  const folder = folderOfCalendars();
  const first = await callScript('import-calendar', [folder, '--content', root, '--now', '2026-11-24T08:00']);
  expect(first.stderr.replace(/^… .*\n/gm, '')).toBe('');
  expect([0, 3]).toContain(first.status);
  const { problems, newsroom } = readNewsroom(root);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const written = first.stdout.match(/^ {2}written {2}/gm)?.length ?? 0;
  const refused = first.stdout.match(/^ {2}not imported {2}/gm)?.length ?? 0;
  expect(newsroom.events).toHaveLength(written);
  console.log(`written: ${written}, not imported: ${refused}`);

  const again = await callScript('import-calendar', [folder, '--content', root, '--now', '2026-12-24T08:00']);
  expect(again.stdout).toMatch(new RegExp(`Written: 0, updated: 0, unchanged: ${written.toLocaleString('en')},`));
});

it('counts each event of each file', () => {
  const folder = folderOfCalendars();
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    const path = join(folder, name);
    const text = fileText(path);
    if (text === undefined || !/^BEGIN:V(?:CALENDAR|EVENT)\s*$/im.test(text)) continue;
    const { events, refused, notes } = readLines(readFileSync(path));
    const moved = text.match(/^RECURRENCE-ID/gim)?.length ?? 0;
    const begun = text.match(/^BEGIN:VEVENT\s*$/gim)?.length ?? 0;
    const again = notes.filter(({ key }) => key === 'same-uid-again').length;
    const counted = events.length + refused.length + again;
    expect(counted, name).toBeLessThanOrEqual(begun);
    // Single dates are part of their event.
    expect(counted + moved, name).toBeGreaterThanOrEqual(begun);
    for (const event of events)
      expect(occurrencesUntil(parsed(event), new Date('2100-01-01')).length, name).toBeGreaterThan(0);
  }
});

function fileText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch {
    return undefined;
  }
}

function madeCalendars(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'venues'));
  const rules = ['FREQ=WEEKLY', 'FREQ=MONTHLY;BYDAY=-2SA', 'FREQ=DAILY;COUNT=900', 'FREQ=HOURLY'];
  for (const [index, rule] of rules.entries())
    writeFileSync(
      join(folder, 'venues', `${index}.ics`),
      calendarOf(
        ...eventOf(`UID:${index}`, `RRULE:${rule}`),
        ...eventOf(`UID:${index}`, 'RECURRENCE-ID:20261212T200000', 'STATUS:CANCELLED'),
        ...eventOf(`UID:${index}-b`, 'SUMMARY:'),
      ),
    );
  return folder;
}
