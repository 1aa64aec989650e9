import { describe, expect, it } from 'vitest';
import { given } from '#src/calendars/incoming/incoming-event.ts';
import { noteText } from '#src/calendars/incoming/note.ts';
import { readCalendar } from '#src/calendars/incoming/read-calendar.ts';
import { calendarOf, eventOf, imported, parsed, readLines, saidOf, WISHES } from './import-lines.ts';

const fieldsOf = (...lines: readonly string[]) => given(imported(...lines).fields);
const zoneBlock = (name: string, ...observances: readonly string[]) => [
  'BEGIN:VTIMEZONE',
  `TZID:${name}`,
  ...observances,
  'END:VTIMEZONE',
];
const observance = (kind: 'STANDARD' | 'DAYLIGHT', to: string, start: string, rule?: string) => [
  `BEGIN:${kind}`,
  `DTSTART:${start}`,
  'TZOFFSETFROM:+0000',
  `TZOFFSETTO:${to}`,
  ...(rule ? [`RRULE:${rule}`] : []),
  `END:${kind}`,
];

describe('an event of a calendar', () => {
  it('becomes a file’s fields', () => {
    const event = imported(
      'DTEND;TZID=America/Cancun:20261205T230000',
      'SUMMARY:Noche de trova\\, otra vez',
      'DESCRIPTION:Seis trovadores.',
      'LOCATION:Parque Dos Aguas\\, Av. Tulum\\, Tulum\\, Quintana Roo',
      'GEO:20.2100;-87.4600',
      'CATEGORIES:Conciertos,MÚSICA',
      'ORGANIZER;CN=Casa de la Cultura:mailto:casa@tulum.example',
      'URL:https://tulum.example/trova',
    );
    expect(given(event.fields)).toEqual({
      title: 'Noche de trova, otra vez',
      description: 'Seis trovadores.',
      start: '2026-12-05T20:00',
      end: '2026-12-05T23:00',
      place: 'tulum',
      venue: { name: 'Parque Dos Aguas', address: 'Av. Tulum', coordinates: { latitude: 20.21, longitude: -87.46 } },
      organiser: { name: 'Casa de la Cultura', url: 'https://tulum.example/trova', email: 'casa@tulum.example' },
      kinds: ['music'],
    });
    expect(event).toMatchObject({ uid: 'one@town.example', line: 3, body: '', notes: [] });
  });

  it('has a place and a kind for now, if its calendar names none of the paper’s, and says so with its line', () => {
    const { fields, notes } = imported('LOCATION:Foro Sol\\, CDMX', 'CATEGORIES:Misc');
    expect([fields.place, fields.kinds]).toEqual(['cancun', ['music']]);
    expect(notes.map(({ line, key }) => [line, key])).toEqual(
      [
        [7, 'unknown-location'],
        [8, 'unknown-categories'],
        [3, 'no-description'],
      ].sort(),
    );
  });

  it.each([
    ['Av. Tulum 12, Cancún', 'cancun'],
    ['Tulum pueblo', 'tulum'],
    ['CANCUN', 'cancun'],
    ['Tulumba', 'cancun'],
  ])('is where its location says: %s', (location, place) => {
    expect(imported(`LOCATION:${location}`).fields.place).toBe(place);
  });

  it('is at the place that its calendar is called after, if it does not say where', () => {
    const { events } = readLines(calendarOf('X-WR-CALNAME:Ayuntamiento de Tulum', ...eventOf('LOCATION:Domo Doble')));
    expect(events[0]?.fields).toMatchObject({ place: 'tulum', venue: { name: 'Domo Doble' } });
    expect(events.flatMap(saidOf)).toContain('place: tulum, after the calendar’s name, “Ayuntamiento de Tulum”');
  });

  it.each([
    ['SUMMARY:Carrera 5K', 'CATEGORIES:Deportes', 'sport'],
    ['SUMMARY:Torneo de ajedrez', 'CATEGORIES:Fun', 'sport'],
    ['SUMMARY:Mercado de flores', 'CATEGORIES:', 'markets'],
    ['SUMMARY:Paseo', 'CATEGORIES:Concerts', 'music'],
  ])('is of the kind that its categories or its title mean: %s, %s', (title, categories, kind) => {
    expect(imported(title, categories).fields.kinds).toEqual([kind]);
  });

  it('is near its coordinates, if its location names no place', () => {
    expect(imported('LOCATION:Hotel Azul', 'GEO:20.20;-87.45').fields.place).toBe('tulum');
  });

  it('keeps no coordinates far from its place', () => {
    const event = imported('LOCATION:Teatro, Tulum', 'GEO:52.37;4.89');
    expect(event.fields['venue']).toEqual({ name: 'Teatro' });
    expect(saidOf(event)).toContain('coordinates far from tulum were left out. Is the place right?');
  });

  it('names what a file has no place for', () => {
    const event = imported('ATTENDEE:mailto:a@b.example', 'ATTENDEE:mailto:c@d.example', 'BEGIN:VALARM', 'END:VALARM');
    expect(saidOf(event)).toContain('not kept: guests (2), reminders (1)');
  });

  it('is cancelled with a change that tells subscribers', () => {
    expect(fieldsOf('STATUS:CANCELLED', 'LAST-MODIFIED:20261101T150000Z')).toMatchObject({
      status: 'cancelled',
      changes: [{ date: '2026-11-01T10:00', text: 'Cancelled, as the organiser’s calendar says.' }],
    });
  });

  it.each([
    [['SUMMARY:'], 'has neither a title nor a description'],
    [['CLASS:PRIVATE'], 'is marked as private: ask its organiser before you publish it'],
    [['DTSTART:soon'], 'begins at a time that cannot be read, or that no event may have: soon'],
    [['DTSTART:20260230T100000'], 'begins at a time that cannot be read, or that no event may have: 20260230T100000'],
    [['DTEND:20290101T000000Z'], 'lasts 757 days; an event has at most 366. Is it a series?'],
    [
      ['RRULE:FREQ=DAILY;COUNT=1', 'EXDATE;TZID=America/Cancun:20261205T200000'],
      'never happens: its rule and its exceptions leave no date',
    ],
  ])('is named, and why, if no file can hold it: %j', (lines, why) => {
    const { events, refused } = readLines(calendarOf(...eventOf(...lines)));
    expect(events).toEqual([]);
    expect(refused.map(({ line, why: note }) => [line, noteText('en', note)])).toEqual([[3, why]]);
  });
});

describe('the clock of an event', () => {
  it.each([
    ['DTSTART;TZID=America/New_York:20261205T200000', { start: '2026-12-05T20:00', zone: 'America/New_York' }],
    ['DTSTART;TZID=/citadel.org/20210210_1/America/New_York:20261205T200000', { zone: 'America/New_York' }],
    ['DTSTART;TZID=Eastern Standard Time (Mexico):20261205T200000', { start: '2026-12-05T20:00' }],
    ['DTSTART;TZID=Pacific Standard Time:20261205T200000', { zone: 'America/Los_Angeles' }],
    ['DTSTART;TZID="(UTC-06:00) Guadalajara, Mexico City, Monterrey":20261205T200000', { zone: 'America/Mexico_City' }],
    ['DTSTART;TZID=GMT+0200:20261205T200000', { zone: 'Etc/GMT-2' }],
    // Of the paper’s zone nothing need be said.
    ['DTSTART:20261206T010000Z', { start: '2026-12-05T20:00' }],
    ['DTSTART:20261205T200000', { start: '2026-12-05T20:00' }],
    ['DTSTART;TZID=Narnia:20261205T200000', { start: '2026-12-05T20:00' }],
    ['DTSTART;VALUE=DATE:20261205', { start: '2026-12-05' }],
  ])('is read from %s', (line, fields) => {
    const read = fieldsOf(line);
    expect(read).toMatchObject(fields);
    expect('zone' in read).toBe('zone' in fields);
  });

  it('is said where it was guessed, once in a file', () => {
    const lines = (uid: string) =>
      eventOf(`UID:${uid}`, 'DTSTART:20261205T200000', 'DTEND;TZID=Narnia:20261205T210000');
    const { events } = readLines(calendarOf(...lines('a'), ...lines('b')));
    expect(saidOf({ notes: events.flatMap(({ notes }) => notes) }).filter((text) => /clock/.test(text))).toEqual([
      'times without a zone were read on the clock of America/Cancun',
      'nothing is known of the zone “Narnia”: its times were read on the clock of America/Cancun. Check them',
    ]);
  });

  it('is that of a zone with the same clocks, if its own has no known name', () => {
    const block = zoneBlock(
      'Hora de la oficina',
      ...observance('STANDARD', '+0100', '16010101T030000', 'FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10'),
      // As Lotus Notes writes it.
      ...observance('DAYLIGHT', '+0200', '16010101T020000', 'FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=-1SU;BYMONTH=3'),
    );
    const { events } = readLines(calendarOf(...block, ...eventOf('DTSTART;TZID=Hora de la oficina:20270701T200000')));
    expect(events[0]?.fields).toMatchObject({ start: '2027-07-01T20:00', zone: 'Europe/Madrid' });
  });

  it('is the one that the calendar shows, of times in UTC', () => {
    const { events } = readLines(
      calendarOf('X-WR-TIMEZONE:America/Mexico_City', ...eventOf('DTSTART:20261206T010000Z')),
    );
    expect(events[0]?.fields).toMatchObject({ start: '2026-12-05T19:00', zone: 'America/Mexico_City' });
  });

  it.each([
    [['DTSTART;VALUE=DATE:20261205', 'DTEND;VALUE=DATE:20261208'], '2026-12-07'],
    [['DTSTART;VALUE=DATE:20261205', 'DTEND;VALUE=DATE:20261206'], undefined],
    [['DTSTART;VALUE=DATE:20261205', 'DTEND;VALUE=DATE:20261205'], undefined],
    [['DTSTART;VALUE=DATE:20261205', 'DURATION:P3D'], '2026-12-07'],
    [['DURATION:PT2H30M'], '2026-12-05T22:30'],
    [['DTEND:20261206T050000Z'], '2026-12-06T00:00'],
    [['DTEND;TZID=America/Cancun:20261205T190000'], undefined],
    [['DTSTART:20261205T000000', 'DTEND:20261207T000000'], '2026-12-06'],
  ])('tells the end: %j', (lines, end) => {
    expect(fieldsOf(...lines)['end']).toBe(end);
  });
});

describe('several components of one event', () => {
  it('are one, with the dates that are moved and cancelled', () => {
    const { events } = readLines(
      calendarOf(
        ...eventOf('RRULE:FREQ=WEEKLY;UNTIL=20270131T050000Z'),
        ...eventOf('RECURRENCE-ID;TZID=America/Cancun:20261212T200000', 'DTSTART;TZID=America/Cancun:20261213T190000'),
        ...eventOf('RECURRENCE-ID:20261220T010000Z', 'STATUS:CANCELLED'),
        ...eventOf('RECURRENCE-ID:20261221T010000Z', 'STATUS:CANCELLED'),
        ...eventOf(
          'RECURRENCE-ID;TZID=America/Cancun:20261226T200000',
          'DTSTART;TZID=America/Cancun:20261226T200000',
          'SUMMARY:Feria de Navidad',
        ),
      ),
    );
    expect(events).toHaveLength(1);
    expect(given(events[0]?.fields)).toMatchObject({
      repeats: {
        every: 'week',
        until: '2027-01-30',
        moved: [{ from: '2026-12-12', start: '2026-12-13T19:00' }],
        cancelled: [{ date: '2026-12-19' }],
      },
      changes: [{ text: 'Single dates have been moved or cancelled, as the organiser’s calendar says.' }],
    });
    expect(events.flatMap(saidOf)).toEqual(
      expect.arrayContaining([
        'changes 2026-12-20, which is no date of the series: left out',
        'says something else of 2026-12-26 alone (SUMMARY), which a file has no place for: write it into the text',
      ]),
    );
  });

  it('are its versions, of which the last counts', () => {
    const { events } = readLines(
      calendarOf(
        ...eventOf('SEQUENCE:2', 'SUMMARY:Now'),
        ...eventOf('SEQUENCE:1', 'SUMMARY:Before'),
        ...eventOf('SEQUENCE:1', 'SUMMARY:Earlier'),
      ),
    );
    expect(events.map(({ fields }) => fields.title)).toEqual(['Now']);
  });

  it('are different events, if a program has given all of them one UID', () => {
    const { events, notes } = readLines(
      calendarOf(...eventOf('SUMMARY:One'), ...eventOf('SUMMARY:Two', 'DTSTART:20261206T200000')),
    );
    expect(events.map(({ uid, fields }) => [uid, fields.title])).toEqual([
      ['one@town.example', 'One'],
      ['one@town.example 20261206T200000', 'Two'],
    ]);
    expect(notes.map(({ key }) => key)).toEqual(['same-uid']);
  });

  it('are dates of a series that is in another file', () => {
    const { events } = readLines(calendarOf(...eventOf('RECURRENCE-ID:20261212T200000')));
    expect(events.map(({ uid, fields }) => [uid, fields['repeats']])).toEqual([
      ['one@town.example 20261212T200000', undefined],
    ]);
  });
});

describe('a calendar’s file', () => {
  const text = calendarOf(...eventOf('SUMMARY:Música en Tulum — “otra”'));
  const titleOf = (bytes: Uint8Array) => readLines(bytes).events[0]?.fields.title;

  it('may be in any encoding that programs write', () => {
    const wide = (order: 'le' | 'be') => {
      const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
      return order === 'le' ? bytes : bytes.swap16();
    };
    expect(titleOf(Buffer.from(`\ufeff${text}`))).toBe('Música en Tulum — “otra”');
    expect(titleOf(wide('le'))).toBe('Música en Tulum — “otra”');
    expect(titleOf(wide('be'))).toBe('Música en Tulum — “otra”');
    const latin = readLines(Buffer.from(text.replace('— “otra”', ''), 'latin1'));
    expect(latin.events[0]?.fields.title).toBe('Música en Tulum');
    expect(latin.notes).toEqual([{ line: 6, key: 'encoding', values: { encoding: 'Windows-1252' } }]);
  });

  it('may have torn characters and NULs', () => {
    const torn = Buffer.from(text.replace('Tulum', 'T\0ulum'));
    const { events, notes } = readLines(Buffer.concat([torn, Buffer.from([0xc3])]));
    expect(events[0]?.fields.title).toBe('Música en Tulum — “otra”');
    expect(notes.map(({ key }) => key)).toEqual(['torn', 'nul']);
  });

  it('may hold several calendars, tasks, an event outside of any, and lines that are none', () => {
    const { events, notes } = readLines(
      [
        calendarOf(...eventOf('UID:a'), 'BEGIN:VTODO', 'SUMMARY:Buy chairs', 'END:VTODO'),
        calendarOf('BEGIN:VEVENT', 'UID:b', 'SUMMARY:Not closed', 'DTSTART:20261205', ...eventOf('UID:c')),
        ...eventOf('UID:d', 'DESCRIPTION:One', 'and two.'),
      ].join('\r\n'),
    );
    expect(events.map(({ uid }) => uid)).toEqual(['a', 'b', 'c', 'd']);
    expect(events.at(-1)?.fields['description']).toBe('One and two.');
    expect(notes.map(({ line, key }) => [line, key])).toEqual([
      [15, 'not-closed'],
      [31, 'broken-line'],
      [8, 'not-events'],
    ]);
  });

  it('may fold its lines anywhere, and with any end of line', () => {
    const folded = text.replace('SUMMARY', 'SUMM\r\n ARY').replace('Música', 'Mú\r\n\tsica');
    for (const end of ['\r\n', '\n', '\r'])
      expect(titleOf(Buffer.from(folded.replaceAll('\r\n', end)))).toBe('Música en Tulum — “otra”');
    expect(
      titleOf(Buffer.from(calendarOf(...eventOf('SUMMARY\r\n :As Mozilla wrote')).replace('SUMMARY:Feria\r\n', ''))),
    ).toBe('As Mozilla wrote');
  });

  it.each(['', 'PK\u0003\u0004', '<html>BEGIN:VCALENDAR</html>', '{"vcalendar": []}'])(
    'is none without its beginning: %j',
    (other) => {
      expect(readCalendar(new TextEncoder().encode(other), WISHES)).toBeUndefined();
    },
  );
});

it('reports in the editor’s language', () => {
  const { events } = readLines(calendarOf(...eventOf('STATUS:CANCELLED')), { locale: 'es' });
  const [event] = events;
  expect(event?.fields['changes']).toMatchObject([{ text: 'Cancelado, según el calendario de quien organiza.' }]);
  expect(event?.notes.map((note) => noteText('es', note))).toContain(
    'description: por escribir; el calendario no la tiene',
  );
  expect(event && parsed(event).status).toBe('cancelled');
});
