import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { debianSteps, findOrInstall } from '../../../scripts/shared/find-program.ts';
import { NOW } from '../../factories.ts';
import { calendarOf, CALENDAR_EVENTS } from './calendar-events.ts';
import { datesByIcalJs, datesByNodeIcal, type ReadDate } from './read-back.ts';
import { datesOf, sampleCalendars } from './sample-calendars.ts';

/** Behind all dates that are written one by one, and before the last year of which a series without an end has its zone. */
const UNTIL = new Date('2030-01-01T00:00:00Z');

/** The Python of this machine that has icalendar: often not the first on the PATH. */
function findPython(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), '/usr/bin'];
  return folders
    .map((folder) => join(folder, 'python3'))
    .find((path) => existsSync(path) && spawnSync(path, ['-c', 'import icalendar, dateutil']).status === 0);
}

let python = '';

function datesByPython(text: string): ReadDate[] {
  const script = join(import.meta.dirname, 'read-calendar.py');
  const { stdout, stderr, status } = spawnSync(python, [script, UNTIL.toISOString().slice(0, 19)], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ReadDate[];
}

beforeAll(() => {
  python = findOrInstall(
    findPython,
    {
      need: 'The long tests of calendars',
      program: 'python3-icalendar',
      install: 'Debian’s package python3-icalendar, or “pip install icalendar python-dateutil”,',
    },
    debianSteps('python3-icalendar'),
  );
});

describe('a calendar, read by python-icalendar', () => {
  it.each(CALENDAR_EVENTS)('has the dates that the event has: %s', (_, event) => {
    expect(datesByPython(calendarOf(event))).toEqual(datesOf(event, UNTIL));
  });
});

describe('each calendar of the sample', () => {
  const calendars = sampleCalendars(NOW, UNTIL);

  it('is there', () => {
    expect(calendars.length).toBeGreaterThan(80);
  });

  it.each(calendars)('has the dates of its events, whoever reads it: $name', ({ text, dates }) => {
    expect(datesByPython(text)).toEqual(dates);
    expect(datesByIcalJs(text, UNTIL)).toEqual(dates);
    // node-ical 0.27 knows no RDATE.
    if (!text.includes('\r\nRDATE')) expect(datesByNodeIcal(text, UNTIL)).toEqual(dates);
  });
});
