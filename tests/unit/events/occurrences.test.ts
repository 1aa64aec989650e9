import { describe, expect, it } from 'vitest';
import { nextTurn } from '#src/events/next-turn.ts';
import { comingOccurrences, occurrences, type Occurrence } from '#src/events/occurrences.ts';
import { eventFrontMatter, type EventInput } from '../../factories.ts';

const event = (fields: Partial<EventInput>) => eventFrontMatter({ end: undefined, ...fields });
const at = (time: string) => new Date(`${time}:00-05:00`);
const all = (fields: Partial<EventInput>) => occurrences(event(fields), at('2026-01-01T00:00'), at('2030-01-01T00:00'));
const starts = (found: readonly Occurrence[]) => found.map(({ start }) => start.toISOString());

const FRIDAYS = { start: '2026-12-04T20:00', duration: '3h' } as const;

describe('the dates of an event', () => {
  it('are one, if it does not repeat', () => {
    expect(all({ start: '2026-12-05T20:00', end: '2026-12-05T22:30' })).toEqual([
      {
        id: '2026-12-05T20:00',
        start: at('2026-12-05T20:00'),
        end: at('2026-12-05T22:30'),
        isAllDay: false,
        hasEnd: true,
        firstDay: '2026-12-05',
        lastDay: '2026-12-05',
        isCancelled: false,
        isMoved: false,
      },
    ]);
  });

  it('are read on the clock of its zone, or with the offset that is written', () => {
    expect(starts(all({ start: '2026-12-05T20:00', zone: 'America/Mexico_City' }))).toEqual([
      '2026-12-06T02:00:00.000Z',
    ]);
    const [date] = all({ start: '2026-12-05T20:00+01:00', zone: 'America/Mexico_City' });
    expect(date).toMatchObject({ id: '2026-12-05T13:00', start: new Date('2026-12-05T19:00:00Z') });
  });

  it('keep the hour of the clock over a change of clocks, and the length', () => {
    const dates = all({
      start: '2026-10-30T20:00',
      end: '2026-10-30T23:00',
      zone: 'America/New_York',
      repeats: { every: 'week', count: 2 },
    });
    expect(starts(dates)).toEqual(['2026-10-31T00:00:00.000Z', '2026-11-07T01:00:00.000Z']);
    const [night] = all({ start: '2026-10-31T22:00', end: '2026-11-01T03:00', zone: 'America/New_York' });
    expect(night && night.end.getTime() - night.start.getTime()).toBe(6 * 3_600_000);
  });

  it('begin and end when their offset says, if clocks show that hour twice', () => {
    const zone = 'America/New_York';
    const spans = (fields: Partial<EventInput>) =>
      all({ zone, ...fields }).map(({ start, end }) => [
        start.toISOString().slice(11, 16),
        end.toISOString().slice(11, 16),
      ]);
    expect(spans({ start: '2026-11-01T01:30', end: '2026-11-01T01:45' })).toEqual([['05:30', '05:45']]);
    expect(spans({ start: '2026-11-01T01:30', end: '2026-11-01T01:45-05:00' })).toEqual([['05:30', '06:45']]);
    expect(spans({ start: '2026-11-01T01:30-05:00', end: '2026-11-01T03:00' })).toEqual([['06:30', '08:00']]);
    const moved = [{ from: '2026-10-31', start: '2026-11-01T01:30-05:00' }];
    const series = { start: '2026-10-31T20:00', duration: '1h', repeats: { every: 'day' as const, count: 1, moved } };
    expect(spans(series)).toEqual([['06:30', '07:30']]);
  });

  it('of whole days have midnights around them, and the last day is one of them', () => {
    expect(all({ start: '2026-12-05', end: '2026-12-07' })).toMatchObject([
      {
        id: '2026-12-05',
        start: at('2026-12-05T00:00'),
        end: at('2026-12-08T00:00'),
        firstDay: '2026-12-05',
        lastDay: '2026-12-07',
      },
    ]);
    expect(all({ start: '2026-12-05' })).toMatchObject([{ lastDay: '2026-12-05', isAllDay: true }]);
  });

  it('over midnight belong to the day on which they began, if they end in the night', () => {
    expect(all({ start: '2026-12-05T22:00', end: '2026-12-06T04:00' })).toMatchObject([{ lastDay: '2026-12-05' }]);
    expect(all({ start: '2026-12-05T22:00', end: '2026-12-06T00:00' })).toMatchObject([{ lastDay: '2026-12-05' }]);
    expect(all({ start: '2026-12-05T22:00', end: '2026-12-06T18:00' })).toMatchObject([{ lastDay: '2026-12-06' }]);
  });

  it('without an end last two hours', () => {
    expect(all({ start: '2026-12-05T20:00' })).toMatchObject([{ end: at('2026-12-05T22:00'), hasEnd: false }]);
  });

  it('leave out what is excepted and have what is added, at its own hour', () => {
    const repeats = {
      every: 'week',
      count: 4,
      except: ['2026-12-25'],
      also: ['2026-12-24T18:00', '2026-12-31'],
    } as const;
    expect(
      all({ ...FRIDAYS, repeats: { ...repeats, except: [...repeats.except], also: [...repeats.also] } }).map(
        ({ id }) => id,
      ),
    ).toEqual(['2026-12-04T20:00', '2026-12-11T20:00', '2026-12-18T20:00', '2026-12-24T18:00', '2026-12-31T20:00']);
  });

  it('keep their name if they are moved, and say why', () => {
    const moved = [{ from: '2026-12-11', start: '2026-12-12T19:00', reason: 'The fair.' }];
    expect(all({ ...FRIDAYS, repeats: { every: 'week', count: 2, moved } })[1]).toEqual({
      id: '2026-12-11T20:00',
      start: at('2026-12-12T19:00'),
      end: at('2026-12-12T22:00'),
      isAllDay: false,
      hasEnd: true,
      firstDay: '2026-12-12',
      lastDay: '2026-12-12',
      isCancelled: false,
      isMoved: true,
      reason: 'The fair.',
    });
  });

  it('that are moved far are found where they are, and not where they were', () => {
    const moved = [{ from: '2026-12-11', start: '2028-06-01T19:00' }];
    const series = event({ ...FRIDAYS, repeats: { every: 'week', count: 3, moved } });
    expect(occurrences(series, at('2028-05-31T00:00'), at('2028-06-02T00:00'))).toMatchObject([
      { id: '2026-12-11T20:00' },
    ]);
    expect(occurrences(series, at('2026-12-10T00:00'), at('2026-12-13T00:00'))).toEqual([]);
  });

  it('that are cancelled stay, and say so', () => {
    const cancelled = [{ date: '2026-12-11', reason: 'Rain.' }];
    expect(all({ ...FRIDAYS, repeats: { every: 'week', count: 2, cancelled } })).toMatchObject([
      { isCancelled: false },
      { isCancelled: true, reason: 'Rain.' },
    ]);
  });

  it('touch a range if they are on in it, and not if they end as it begins', () => {
    const one = event({ start: '2026-12-05T20:00', end: '2026-12-05T22:00' });
    const touches = (from: string, to: string) => occurrences(one, at(from), at(to)).length === 1;
    expect(touches('2026-12-05T21:00', '2026-12-05T21:30')).toBe(true);
    expect(touches('2026-12-05T19:00', '2026-12-05T20:01')).toBe(true);
    expect(touches('2026-12-05T22:00', '2026-12-05T23:00')).toBe(false);
    expect(touches('2026-12-05T18:00', '2026-12-05T20:00')).toBe(false);
  });

  it('of a long event are found in its middle', () => {
    const exhibition = event({ start: '2026-01-10', end: '2026-12-10' });
    expect(occurrences(exhibition, at('2026-07-01T00:00'), at('2026-07-02T00:00'))).toHaveLength(1);
  });
});

describe('the next dates', () => {
  it('of a series without an end are always there', () => {
    const market = event({ start: '1990-01-06T08:00', duration: '5h', repeats: { every: 'week' } });
    expect(starts(comingOccurrences(market, at('2026-11-24T12:00'), 2))).toEqual([
      '2026-11-28T13:00:00.000Z',
      '2026-12-05T13:00:00.000Z',
    ]);
  });

  it('of a rare series are found, however far they are', () => {
    const leap = event({ start: '2024-02-29', repeats: { every: 'year' } });
    expect(comingOccurrences(leap, at('2026-11-24T12:00'), 2).map(({ firstDay }) => firstDay)).toEqual([
      '2028-02-29',
      '2032-02-29',
    ]);
  });

  it('begin with one that is on', () => {
    expect(comingOccurrences(event(FRIDAYS), at('2026-12-04T21:00'), 1)).toHaveLength(1);
    expect(comingOccurrences(event(FRIDAYS), at('2026-12-04T23:00'), 1)).toEqual([]);
  });
});

describe('the next turn of an event', () => {
  it.each([
    ['2026-12-04T12:00', '2026-12-04T20:00'],
    ['2026-12-04T20:00', '2026-12-04T23:00'],
    ['2026-12-04T23:00', '2026-12-11T20:00'],
  ])('after %s is at %s', (now, turn) => {
    expect(nextTurn(event({ ...FRIDAYS, repeats: { every: 'week' } }), at(now))).toEqual(at(turn));
  });

  it('is none when all is over', () => {
    expect(nextTurn(event(FRIDAYS), at('2027-01-01T00:00'))).toBeUndefined();
  });
});
