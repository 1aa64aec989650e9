import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar, eventUid } from '#src/calendars/calendar.ts';
import { calendarGroups } from '#src/calendars/edition-calendars.ts';
import { contentLine, textValue } from '#src/calendars/content-line.ts';
import { timeZone } from '#src/calendars/time-zone.ts';
import { makeEditions } from '#src/newsroom/edition.ts';
import type { Event } from '#src/newsroom/newsroom.ts';
import { makeEvent, makeEventKind, makeNewsroom, NOW, SITE } from '../../factories.ts';
import { calendarOf, CALENDAR_EVENTS, series } from './calendar-events.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { datesByIcalJs, datesByNodeIcal, inOrder } from './read-back.ts';
import { datesOf } from './sample-calendars.ts';

const UNTIL = new Date('2031-01-01T00:00:00Z');

/** The lines of a calendar, as they are before they are folded. */
const linesOf = (text: string) => text.replace(/\r\n /g, '').split('\r\n');
const valuesOf = (text: string, name: string) =>
  linesOf(text)
    .filter((line) => new RegExp(`^${name}[;:]`).test(line))
    .map((line) => line.slice(line.indexOf(':') + 1));

describe('a calendar, read by other programs', () => {
  it.each([
    ...CALENDAR_EVENTS,
    [
      'one that ends when clocks show its hour for the second time',
      makeEvent({ zone: 'America/New_York', start: '2026-10-31T22:00', end: undefined, duration: '4h30' }),
    ] as const,
  ])('has the dates that the event has: %s', (_, event) => {
    const text = calendarOf(event);
    expect(datesOf(event, UNTIL).length).toBeGreaterThan(0);
    expect(datesByIcalJs(text, UNTIL)).toEqual(datesOf(event, UNTIL));
    // node-ical 0.27 knows no RDATE.
    if (!event.repeats?.also.length) expect(datesByNodeIcal(text, UNTIL)).toEqual(datesOf(event, UNTIL));
  });

  it('has them all in one file too, in which zones and series meet', () => {
    const events = CALENDAR_EVENTS.map(([, event], index) => ({ ...event, slug: `event-${index}` }));
    const expected = inOrder(events.flatMap((event) => datesOf(event, UNTIL)));
    expect(datesByIcalJs(calendarOf(...events), UNTIL)).toEqual(expected);
  });
});

describe('a calendar by the byte', () => {
  it('ends every line with CR LF, and has none of more than 75 octets', () => {
    const text = calendarOf(
      makeEvent({ title: 'Ñandú '.repeat(20).trim(), description: '🪸 coral '.repeat(30).trim() }),
    );
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  it('is read back to the letter, whatever a text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const line = contentLine('X-TEXT', textValue(text));
        const unfolded = line.slice(0, -2).replace(/\r\n /g, '');
        const read = unfolded.slice(7).replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
        expect(read).toBe(text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' '));
        for (const part of line.split('\r\n')) expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
      }),
    );
  });

  it.each(HOSTILE_TEXTS)('takes no orders from a title: %j', (title) => {
    const lines = linesOf(calendarOf(makeEvent({ title })));
    expect(lines.filter((line) => /^(?:BEGIN|END|ATTACH|ATTENDEE)/.test(line))).toEqual(
      linesOf(calendarOf(makeEvent())).filter((line) => /^(?:BEGIN|END|ATTACH|ATTENDEE)/.test(line)),
    );
  });

  it('has the zone of the coast in one block', () => {
    expect(timeZone('America/Cancun', 2026, 2027).split('\r\n')).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:America/Cancun',
      'BEGIN:STANDARD',
      'DTSTART:20150201T020000',
      'TZOFFSETFROM:-0600',
      'TZOFFSETTO:-0500',
      'TZNAME:EST',
      'END:STANDARD',
      'END:VTIMEZONE',
      '',
    ]);
  });

  it.each([
    ...['America/New_York', 'Europe/Madrid', 'America/Santiago', 'Australia/Lord_Howe'],
    ...['America/Cancun', 'Asia/Kathmandu'],
  ])('calls summer time what the zone does: %s', (zone) => {
    const nameOf = (at: number) =>
      new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'long' }).format(at).replace(/^[\d/]+, /, '');
    const blocks = [
      ...timeZone(zone, 2026, 2030).matchAll(
        /BEGIN:(STANDARD|DAYLIGHT)\r\nDTSTART:(\d{4})(\d{2})(\d{2})T[^]*?TZOFFSETTO/g,
      ),
    ];
    expect(blocks.length).toBeGreaterThan(0);
    for (const [, kind, year, month, day] of blocks) {
      const nextDay = Date.UTC(Number(year), Number(month) - 1, Number(day) + 1, 12);
      expect([nextDay, kind]).toEqual([nextDay, /Daylight|Summer/.test(nameOf(nextDay)) ? 'DAYLIGHT' : 'STANDARD']);
    }
  });

  it('gives an event of UTC no zone, and one at a repeated hour an end in UTC', () => {
    expect(calendarOf(series({ zone: 'UTC' }))).not.toContain('VTIMEZONE');
    const late = makeEvent({ zone: 'America/New_York', start: '2026-11-01T01:30', end: undefined, duration: '1h' });
    expect(valuesOf(calendarOf(late), 'DTEND')).toEqual(['20261101T063000Z']);
    const second = makeEvent({ zone: 'America/New_York', start: '2026-11-01T01:30-05:00', end: '2026-11-01T03:00' });
    expect(valuesOf(calendarOf(second), 'DTSTART').at(-1)).toBe('20261101T063000Z');
  });

  it('writes the rule with FREQ first, and its end in the form of the start', () => {
    const rules = (event: Event) => valuesOf(calendarOf(event), 'RRULE');
    expect(rules(series({ repeats: { every: 'week', until: '2027-03-26' } }))).toEqual([
      'FREQ=WEEKLY;UNTIL=20270327T010000Z',
    ]);
    expect(
      rules(series({ start: '2026-12-04', end: undefined, repeats: { every: 'week', until: '2027-03-26' } })),
    ).toEqual(['FREQ=WEEKLY;UNTIL=20270326']);
  });

  it('has an end that is not part of a whole day', () => {
    const text = calendarOf(makeEvent({ start: '2026-12-08', end: '2026-12-10' }));
    expect([...valuesOf(text, 'DTSTART'), ...valuesOf(text, 'DTEND')].slice(-2)).toEqual(['20261208', '20261211']);
  });
});

describe('what a calendar says of an event', () => {
  const changes = [
    { date: '2026-11-10', text: 'Another hall.' },
    { date: '2026-11-20T10:00', text: 'An hour later.' },
  ];

  it('rises with each change and has no other clock', () => {
    const text = calendarOf(makeEvent({ changes }));
    expect([valuesOf(text, 'SEQUENCE'), valuesOf(text, 'DTSTAMP'), valuesOf(text, 'LAST-MODIFIED')]).toEqual([
      ['2'],
      ['20261120T150000Z'],
      ['20261120T150000Z'],
    ]);
    expect(valuesOf(calendarOf(makeEvent()), 'SEQUENCE')).toEqual(['0']);
  });

  it('has the address at which it is online without spaces', () => {
    const [said] = valuesOf(calendarOf(makeEvent({ online: 'https://x.example/a b' })), 'DESCRIPTION').slice(1);
    expect(said).toContain('\\n\\nhttps://x.example/a%20b\\n\\n');
  });

  it('is known by its first address, whatever becomes of its title, date and file', () => {
    const uid = 'en-2026-trova@paper.example';
    expect(eventUid(SITE, makeEvent())).toBe(uid);
    expect(eventUid(SITE, makeEvent({ title: 'Songs', start: '2027-01-05T20:00', end: '2027-01-05T21:00' }))).toBe(uid);
    expect(eventUid(SITE, makeEvent({ stem: 'songs', aliases: ['/events/trova/'] }))).toBe(uid);
  });

  it('tells in its summary that it is off, since programs show that in different ways', () => {
    const text = calendarOf(makeEvent({ status: 'cancelled', changes }));
    expect([valuesOf(text, 'SUMMARY'), valuesOf(text, 'STATUS')]).toEqual([
      ['Cancelled: A night of trova'],
      ['CANCELLED'],
    ]);
    const put = calendarOf(makeEvent({ status: 'postponed', changes }));
    expect(valuesOf(put, 'SUMMARY')).toEqual(['Postponed: A night of trova']);
  });

  it('has one UID for a series and the dates of it that changed', () => {
    const text = calendarOf(CALENDAR_EVENTS[5]?.[1] ?? makeEvent());
    expect(new Set(valuesOf(text, 'UID').slice(1)).size).toBe(1);
    expect(valuesOf(text, 'RECURRENCE-ID')).toEqual(['20270205T200000', '20270212T200000']);
    expect(valuesOf(text, 'SUMMARY')).toEqual([
      'A night of trova',
      'Moved: A night of trova',
      'Cancelled: A night of trova',
    ]);
  });
});

describe('the calendars of an edition', () => {
  const newsroom = (events: readonly Event[]) =>
    makeEditions(makeNewsroom({ events, 'event-kinds': [makeEventKind('music'), makeEventKind('markets')] }), SITE, NOW)
      .en;
  const keys = (events: readonly Event[]) =>
    new Map(calendarGroups(newsroom(events)).map(({ name, key }) => [name, key]));
  const songs = makeEvent();
  const market = makeEvent({ stem: 'market', kinds: ['markets'], place: 'playa-del-carmen' });

  it('are one of everything, one for each kind and place, and one for each event', () => {
    const lists = calendarGroups(newsroom([songs, market])).flatMap(({ calendars }) => calendars());
    expect(lists.map(({ list }) => list).toSorted()).toEqual(
      ['kind/markets', 'kind/music', 'market', 'place/playa-del-carmen', 'place/tulum', 'trova', undefined].toSorted(),
    );
  });

  it('cover the coming years of what has no end, in every year anew', () => {
    const weekly = series({
      start: '2018-03-02T20:00',
      end: '2018-03-02T22:00',
      zone: 'Europe/Madrid',
      repeats: { every: 'week' },
    });
    const yearsIn = (now: Date) => {
      const [all] = calendarGroups(makeEditions(makeNewsroom({ events: [weekly] }), SITE, now).en);
      const [text = ''] = all?.calendars().map(({ facts }) => calendar(facts)) ?? [];
      return text.match(/(?<=DTSTART:)\d{4}/g);
    };
    expect(yearsIn(NOW)?.at(-1)).toBe('2031');
    expect(yearsIn(new Date('2040-06-01T12:00:00Z'))?.at(-1)).toBe('2045');
  });

  it('are none without events', () => {
    expect(calendarGroups(newsroom([]))).toEqual([]);
  });

  it('change with their own events alone', () => {
    const before = keys([songs, market]);
    const after = keys([
      songs,
      makeEvent({ stem: 'market', kinds: ['markets'], place: 'playa-del-carmen', title: 'A market' }),
    ]);
    const changed = [...after].filter(([name, key]) => before.get(name) !== key).map(([name]) => name);
    expect(changed.filter((name) => name.startsWith('en list'))).toEqual([
      'en list ',
      'en list kind/markets',
      'en list place/playa-del-carmen',
    ]);
    expect(changed).toHaveLength(4);
  });

  it('hold what ended last month, and nothing older', () => {
    const ended = (start: string) => makeEvent({ stem: `ended-${start}`, start, end: start });
    const [all] = calendarGroups(newsroom([ended('2026-09-30'), ended('2026-10-01'), songs]));
    expect(all?.calendars()[0]?.facts.events.map(({ event }) => event.start)).toEqual([
      '2026-10-01',
      '2026-12-05T20:00',
    ]);
  });
});
