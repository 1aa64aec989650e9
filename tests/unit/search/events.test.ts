import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateText, shownDate } from '#src/search/event-dates.ts';
import { decodeEvents, encodeEvents, type IndexedEvent } from '#src/search/event-format.ts';
import { searchChunks } from '#src/search/chunks.ts';
import { everything, find } from '#src/search/find.ts';
import { indexedEvents } from '#src/search/indexed-events.ts';
import { ofKind } from '#src/search/of-kind.ts';
import { readState } from '#src/search/search-state.ts';
import { editionsOf, makeArticle, makeEvent, type EventInput } from '../../factories.ts';
import { indexOf } from './memory-index.ts';

const ZONE = 'America/Cancun';
const minutes = (time: string) => Date.parse(`${time}-05:00`) / 60_000;
const at = (time: string) => Date.parse(`${time}-05:00`);

/** An event of one or more dates of two hours. */
function evening(number: number, ...starts: string[]): IndexedEvent {
  const dates = starts.map((start) => ({ start: minutes(start), end: minutes(start) + 120 }));
  return { number, zone: ZONE, isAllDay: false, dates };
}

describe('the file of events', () => {
  it('is read as it was written', () => {
    const dates = fc
      .array(fc.record({ gap: fc.nat(1_000_000), length: fc.integer({ min: 1, max: 600_000 }) }), { maxLength: 5 })
      .map((pairs) => {
        let start = minutes('2026-01-01T00:00');
        return pairs.map(({ gap, length }) => ({ start: (start += gap), end: start + length }));
      });
    const events = fc.uniqueArray(
      fc.record({
        number: fc.nat(99_999),
        zone: fc.constantFrom(ZONE, 'Europe/Madrid'),
        isAllDay: fc.boolean(),
        dates,
      }),
      { selector: ({ number }) => number },
    );
    fc.assert(
      fc.property(events, (some) => {
        const { paperZone, events: read } = decodeEvents(encodeEvents('America/Cancun', some));
        expect([paperZone, [...read.values()]]).toEqual(['America/Cancun', some]);
      }),
    );
  });
});

describe('a result', () => {
  const paper = { paperZone: 'America/Cancun', events: new Map<number, IndexedEvent>() };
  const series = evening(0, '2026-12-04T20:00', '2026-12-11T20:00');

  it.each([
    ['2026-12-01T00:00', '2026-12-04T20:00', false],
    ['2026-12-04T21:59', '2026-12-04T20:00', false],
    ['2026-12-04T22:00', '2026-12-11T20:00', false],
    ['2026-12-11T22:00', '2026-12-11T20:00', true],
    ['2031-01-01T00:00', '2026-12-11T20:00', true],
  ])('at %s shows the date of %s', (now, start, isOver) => {
    const shown = shownDate(series, at(now));
    expect([shown?.date.start, shown?.isOver]).toEqual([minutes(start), isOver]);
  });

  it.each<[what: string, event: IndexedEvent, en: string, es: string, machines: string]>([
    [
      'an evening',
      evening(0, '2026-12-05T20:00'),
      'Sat, 5 Dec 2026, 20:00',
      'sáb, 5 de dic de 2026, 20:00',
      '2026-12-05T20:00',
    ],
    [
      'midnight',
      evening(0, '2026-12-05T00:00'),
      'Sat, 5 Dec 2026, 00:00',
      'sáb, 5 de dic de 2026, 00:00',
      '2026-12-05T00:00',
    ],
    [
      'another clock',
      { ...evening(0, '2026-12-05T20:00'), zone: 'America/Mexico_City' },
      'Sat, 5 Dec 2026, 19:00 GMT-6',
      'sáb, 5 de dic de 2026, 19:00 GMT-6',
      '2026-12-05T19:00',
    ],
    [
      'a day',
      {
        ...evening(0),
        isAllDay: true,
        dates: [{ start: minutes('2026-12-05T00:00'), end: minutes('2026-12-06T00:00') }],
      },
      'Sat, 5 Dec 2026',
      'sáb, 5 de dic de 2026',
      '2026-12-05',
    ],
    [
      'several days',
      {
        ...evening(0),
        isAllDay: true,
        dates: [{ start: minutes('2026-12-05T00:00'), end: minutes('2026-12-08T00:00') }],
      },
      'Sat, 5 Dec – Mon, 7 Dec 2026',
      'sáb 5 de dic – lun 7 de dic de 2026',
      '2026-12-05',
    ],
  ])('says when %s is, on the event’s clock', (_, event, en, es, machines) => {
    const [date] = event.dates;
    if (!date) throw new Error('the event has no date');
    expect(
      ['en-GB', 'es-MX'].map((tag) => dateText(event, date, paper, tag).text.replaceAll(/[\u2009\u202f]/g, ' ')),
    ).toEqual([en, es]);
    expect(dateText(event, date, paper, 'en-GB').dateTime).toBe(machines);
  });
});

describe('a search', async () => {
  const index = await indexOf(
    [
      { title: 'Jazz was played' },
      { title: 'Jazz in October', event: {} },
      { title: 'Jazz in the park', event: {} },
      { title: 'Jazz on Fridays', event: {} },
      { title: 'Jazz this morning', event: {} },
    ],
    'en',
    3,
    [
      evening(1, '2026-10-03T20:00'),
      evening(2, '2026-12-20T20:00'),
      evening(3, '2026-11-27T20:00', '2026-12-04T20:00'),
      evening(4, '2026-11-29T09:00'),
    ],
  );
  const noon = at('2026-11-29T12:00');

  async function titles(address: string, now = noon): Promise<string[]> {
    const state = readState(address);
    const { byDate } = state.query ? await find(index, state.query) : { byDate: everything(index) };
    const numbers = await ofKind(index, byDate, state, now);
    return (await Promise.all([...numbers].map((number) => index.article(number)))).map(({ title }) => title);
  }

  it('of stories has no event, and of events no story', async () => {
    expect(await titles('?q=jazz&kind=stories')).toEqual(['Jazz was played']);
    expect(await titles('?q=jazz')).toHaveLength(5);
    expect(await titles('?q=jazz&kind=events')).not.toContain('Jazz was played');
  });

  it('of events without words has the soonest first, then those that are over, the latest first', async () => {
    expect(await titles('?kind=events')).toEqual([
      'Jazz on Fridays',
      'Jazz in the park',
      'Jazz this morning',
      'Jazz in October',
    ]);
  });

  it('from today on has what is on today, over or not, and nothing of before', async () => {
    expect(await titles('?q=jazz&kind=events&from=today&sort=date')).toEqual([
      'Jazz on Fridays',
      'Jazz in the park',
      'Jazz this morning',
    ]);
    expect(await titles('?q=jazz&from=today&sort=date', at('2026-12-04T23:59'))).toEqual([
      'Jazz in the park',
      'Jazz on Fridays',
    ]);
    expect(await titles('?q=jazz&from=today', at('2026-12-05T00:00'))).toEqual(['Jazz in the park']);
    expect(await titles('?from=today', at('2027-06-01T00:00'))).toEqual([]);
  });

  it('in an index without events finds none, and loads nothing for it', async () => {
    const stories = await indexOf([{ title: 'Jazz was played' }]);
    expect(stories.entry.events).toBeUndefined();
    const all = everything(stories);
    expect([...(await ofKind(stories, all, readState('?kind=events'), noon))]).toEqual([]);
    expect([...(await ofKind(stories, all, readState('?kind=stories'), noon))]).toEqual([0]);
  });
});

describe('the events of an index', () => {
  const WEEKLY: Partial<EventInput> = {
    repeats: { every: 'week', until: '2027-02-27', cancelled: [{ date: '2026-12-12' }] },
  };

  function indexed(events: readonly Partial<EventInput>[], now: string) {
    const made = events.map((event, number) => makeEvent({ stem: `event-${number}`, ...event }));
    const newsroom = { events: made };
    const { en } = editionsOf([makeArticle()], { newsroom, now: new Date(`${now}-05:00`) });
    const texts = searchChunks(en, 'v').flatMap(({ articles }) => articles);
    return indexedEvents(en, texts).map(({ number, dates }) => ({
      slug: texts[number]?.slug,
      days: dates.map(({ start }) => new Date(start * 60_000 - 5 * 3_600_000).toISOString().slice(0, 10)),
    }));
  }

  it('have the dates from this month on that are not cancelled', () => {
    expect(indexed([WEEKLY], '2027-01-20T12:00')).toEqual([
      {
        slug: 'event-0',
        days: [
          '2027-01-02',
          '2027-01-09',
          '2027-01-16',
          '2027-01-23',
          '2027-01-30',
          '2027-02-06',
          '2027-02-13',
          '2027-02-20',
          '2027-02-27',
        ],
      },
    ]);
    expect(indexed([WEEKLY], '2026-12-01T00:00')[0]?.days.slice(0, 3)).toEqual([
      '2026-12-05',
      '2026-12-19',
      '2026-12-26',
    ]);
  });

  it('are the same on every day of a month, so that the index is too', () => {
    const events = [WEEKLY, { start: '2026-12-09T10:00', end: undefined }, { start: '2026-12-20', end: '2027-01-03' }];
    const days = ['01T00:00', '05T23:00', '10T12:00', '31T23:59'].map((time) => indexed(events, `2026-12-${time}`));
    expect(new Set(days.map((day) => JSON.stringify(day))).size).toBe(1);
  });

  it('have the last date if they are over, and the next one if it is years away', () => {
    const events = [WEEKLY, { start: '2031-05-01T10:00', end: undefined }];
    expect(
      indexed(events, '2028-01-20T12:00')
        .flatMap(({ days }) => days)
        .toSorted(),
    ).toEqual(['2027-02-27', '2031-05-01']);
  });
});
