import { describe, expect, it } from 'vitest';
import { calendarOf, eventOf, imported, parsed, readLines, saidOf } from './import-lines.ts';

const events = (text: string | Uint8Array) => readLines(text).events.map(({ fields }) => fields.title);

describe('a calendar that means harm', () => {
  it('may have a line of ten megabytes', () => {
    const [event] = readLines(calendarOf(...eventOf(`DESCRIPTION:${'palabra '.repeat(1_300_000)}`))).events;
    expect(event?.body.length).toBeLessThan(20_100);
    expect(event && saidOf(event)).toContain('a description of many pages was cut');
  });

  it('may fold its lines a hundred thousand times, or say nothing in them', () => {
    expect(events(calendarOf(...eventOf(`SUMMARY:A${'\r\n a'.repeat(100_000)}`)))[0]).toMatch(/^Aa+…$/);
    expect(events(calendarOf('nothing\r\n'.repeat(100_000), ...eventOf()))).toEqual(['Feria']);
  });

  it('may be a deep nest that nobody closes', () => {
    expect(events(calendarOf(...eventOf(), 'BEGIN:X\r\n'.repeat(20_000)))).toEqual(['Feria']);
  });

  it('may name a thousand parameters and categories', () => {
    expect(imported(`CATEGORIES${';X=a'.repeat(100_000)}:${'music,'.repeat(100_000)}`).fields.kinds).toEqual(['music']);
  });

  it.each([
    ['RRULE:FREQ=DAILY;COUNT=999999999999999999'],
    [`RRULE:FREQ=DAILY;BYMONTHDAY=${Array.from({ length: 5_000 }, (_, index) => (index % 31) + 1).join(',')}`],
    [`EXDATE:${Array.from({ length: 50_000 }, () => '20261205T200000').join(',')}`],
    [
      `RDATE:${Array.from({ length: 50_000 }, (_, index) => `2027${String((index % 12) + 1).padStart(2, '0')}10T${String(index % 24).padStart(2, '0')}0000`).join(',')}`,
    ],
    ['DTSTART:00000000T000000'],
    ['DURATION:P999999999999999D'],
    ['DURATION:-P1D'],
    ['GEO:NaN;Infinity'],
    ['RECURRENCE-ID:never'],
    ['UID:../../../../etc/passwd'],
    [`UID:${'x'.repeat(100_000)}`],
  ])('is read to its end: %s', (line) => {
    const { events: read, refused } = readLines(calendarOf(...eventOf(line)));
    expect(read.length + refused.length).toBe(1);
    for (const event of read) expect(parsed(event).title).toBe('Feria');
  });

  it('gives a terminal no orders', () => {
    const { events: read, refused } = readLines(
      calendarOf(...eventOf('LOCATION:\u001b[2J\u0007\u202eX'), ...eventOf('UID:b', 'DTSTART:\u001b]0;title\u0007')),
    );
    const said = [...read.flatMap(saidOf), ...refused.flatMap(({ why }) => saidOf({ notes: [why] }))].join();
    expect(said).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
