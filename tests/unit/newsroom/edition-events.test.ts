import { describe, expect, it } from 'vitest';
import { makeEditions } from '#src/newsroom/edition.ts';
import { emptyNewsroom, type Event } from '#src/newsroom/newsroom.ts';
import { nextChange } from '#src/newsroom/next-change.ts';
import { makeEvent, makeEventKind, makeNewsroom, NOW, SITE } from '../../factories.ts';

const editions = (events: readonly Event[], now = NOW) =>
  makeEditions(makeNewsroom({ events, 'event-kinds': [makeEventKind('music'), makeEventKind('markets')] }), SITE, now);
const ids = (events: readonly Event[] = []) => events.map(({ id }) => id);
const WEEKLY = {
  start: '2026-11-06T20:00',
  end: '2026-11-06T22:00',
  repeats: { every: 'week', until: '2027-01-15' },
} as const;

describe('the events of an edition', () => {
  it('are those in its language, by their first start', () => {
    const events = [
      makeEvent({ stem: 'late', start: '2027-01-05', end: '2027-01-06' }),
      makeEvent({ stem: 'early' }),
      makeEvent({ stem: 'feria', locale: 'es' }),
    ];
    expect(ids(editions(events).en.events.all)).toEqual(['en/2026/early', 'en/2026/late']);
    expect(ids(editions(events).es.events.all)).toEqual(['es/2026/feria']);
  });

  it('are withheld with everything about them while they are drafts, or not yet announced', () => {
    const open = makeEvent();
    const withheld = [
      makeEvent({ stem: 'draft', draft: true, kinds: ['markets'], place: 'mexico-city' }),
      makeEvent({
        stem: 'soon',
        pubDate: '2026-11-25',
        kinds: ['markets'],
        place: 'mexico-city',
        start: '2027-03-01',
        end: '2027-03-01',
      }),
    ];
    expect(editions([open, ...withheld]).en.events).toEqual(editions([open]).en.events);
  });

  it('have a change only from its date on', () => {
    const changes = [
      { date: '2026-11-20', text: 'Another hall.' },
      { date: '2026-11-30', text: 'Another day.' },
    ];
    const [shown] = editions([makeEvent({ changes })]).en.events.all;
    expect(shown?.changes.map(({ text }) => text)).toEqual(['Another hall.']);
    expect(shown?.digest).not.toBe(makeEvent({ changes }).digest);
  });

  it('keep their page when they are over, and have no dates to come', () => {
    const { events } = editions([makeEvent({ start: '2026-10-01T20:00', end: '2026-10-01T21:00' })]).en;
    expect([events.all.length, events.coming.get('en/2026/trova')]).toEqual([1, []]);
  });

  it('are listed by kind and place, and kinds in the publisher’s order', () => {
    const { events } = editions([makeEvent({ kinds: ['music', 'markets'] }), makeEvent({ stem: 'two' })]).en;
    expect(events.kinds.map(({ id }) => id)).toEqual(['markets', 'music']);
    expect([
      ids(events.byKind.get('music')),
      ids(events.byKind.get('markets')),
      ids(events.byPlace.get('tulum')),
    ]).toEqual([['en/2026/trova', 'en/2026/two'], ['en/2026/trova'], ['en/2026/trova', 'en/2026/two']]);
  });

  it('pair with their translations, and with nothing else that has the key', () => {
    const [en, es] = [makeEvent({ translationKey: 'trova' }), makeEvent({ locale: 'es', translationKey: 'trova' })];
    expect(ids(editions([en, es]).en.translationsOf(en))).toEqual(['es/2026/trova']);
  });
});

describe('months with a page', () => {
  it('are those in which something is, to a year ahead', () => {
    const events = [makeEvent(WEEKLY), makeEvent({ stem: 'far', start: '2028-05-01', end: '2028-05-02' })];
    const { months } = editions(events).en.events;
    expect([...months].map(([month, dates]) => [month, dates.length])).toEqual([
      ['2026/11', 4],
      ['2026/12', 4],
      ['2027/01', 3],
    ]);
  });

  it('have a date in each month that it touches', () => {
    const { months } = editions([makeEvent({ start: '2026-12-30', end: '2027-01-02' })]).en.events;
    expect([...months.keys()]).toEqual(['2026/12', '2027/01']);
  });

  it('end a year ahead for a series that never does', () => {
    const { months } = editions([makeEvent({ ...WEEKLY, repeats: { every: 'month' } })]).en.events;
    expect([...months.keys()].at(-1)).toBe('2027/11');
  });
});

describe('the next change of a newsroom with events', () => {
  const at = (time: string) => new Date(`${time}:00-05:00`);
  const next = (event: Event, now: string) => nextChange({ ...emptyNewsroom(), events: [event] }, at(now));

  it.each([
    ['2026-12-04T19:00', '2026-12-04T20:00'],
    ['2026-12-04T20:00', '2026-12-04T22:00'],
    ['2026-12-04T22:00', '2026-12-05T00:00'],
  ])('after %s is at %s: it begins, ends, or the day does', (now, turn) => {
    expect(next(makeEvent(WEEKLY), now)).toEqual(at(turn));
  });

  it('is when one is announced, or a change of it', () => {
    expect(next(makeEvent({ pubDate: '2026-11-24T13:00' }), '2026-11-24T12:00')).toEqual(at('2026-11-24T13:00'));
    const changes = [{ date: '2026-11-24T14:00', text: 'Another hall.' }];
    expect(next(makeEvent({ changes }), '2026-11-24T12:00')).toEqual(at('2026-11-24T14:00'));
  });

  it('takes no notice of a draft', () => {
    expect(next(makeEvent({ ...WEEKLY, draft: true }), '2026-12-04T19:00')).toEqual(at('2026-12-05T00:00'));
  });
});
