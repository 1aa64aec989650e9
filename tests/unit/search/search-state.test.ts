import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  withChoice,
  withoutFilters,
  effectiveSort,
  isEmptySearch,
  passes,
  readState,
  writeState,
  type SearchState,
} from '#src/search/search-state.ts';

const NOTHING: SearchState = {
  query: '',
  kind: 'all',
  isFromToday: false,
  filters: { section: [], place: [], year: [] },
  sort: 'relevance',
  isExact: false,
};

const values = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 4 });
const kinds: fc.Arbitrary<Pick<SearchState, 'kind' | 'isFromToday'>> = fc.constantFrom(
  { kind: 'all', isFromToday: false },
  { kind: 'stories', isFromToday: false },
  { kind: 'events', isFromToday: false },
  { kind: 'events', isFromToday: true },
);
const words = fc.record({
  query: fc.string({ unit: 'grapheme' }).map((text) => text.trim()),
  filters: fc.record({ section: values, place: values, year: values }),
  sort: fc.constantFrom('relevance', 'date'),
  isExact: fc.boolean(),
});
const states: fc.Arbitrary<SearchState> = fc.tuple(words, kinds).map(([some, kind]) => ({ ...some, ...kind }));

describe('a search in an address', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readState(writeState(state))).toEqual(state);
      }),
    );
  });

  it.each<[Partial<SearchState>, string]>([
    [{}, ''],
    [{ query: 'coral reef' }, '?q=coral+reef'],
    [{ query: 'a&b=c' }, '?q=a%26b%3Dc'],
    [{ sort: 'date' }, '?sort=date'],
    [{ query: 'hurricaine', isExact: true }, '?q=hurricaine&exact=1'],
    [
      { query: 'año', filters: { section: ['Medio ambiente', 'Región'], place: [], year: ['2026'] } },
      '?q=a%C3%B1o&section=Medio+ambiente&section=Regi%C3%B3n&year=2026',
    ],
  ])('%j is written %s', (state, address) => {
    expect(writeState({ ...NOTHING, ...state })).toBe(address);
  });

  it.each(['', '?', '?q=', '?q=%20%20', '?colour=red', '?section=', '?sort=price', '?%E0%A4%A'])(
    '%j is the empty search',
    (address) => {
      expect(readState(address)).toEqual(NOTHING);
    },
  );

  it.each<[string, Partial<SearchState>]>([
    ['?q=jazz&kind=events&from=today', { query: 'jazz', kind: 'events', isFromToday: true }],
    ['?q=jazz&kind=stories', { query: 'jazz', kind: 'stories' }],
  ])('%s can be shared', (address, state) => {
    expect(readState(address)).toEqual({ ...NOTHING, ...state });
    expect(writeState({ ...NOTHING, ...state })).toBe(address);
  });

  it('looks for events if it asks for those from today on', () => {
    expect(readState('?from=today')).toEqual({ ...NOTHING, kind: 'events', isFromToday: true });
    expect(readState('?from=today&kind=stories')).toEqual({ ...NOTHING, kind: 'stories' });
    expect(readState('?from=yesterday&kind=music')).toEqual(NOTHING);
  });

  it('counts a value that is there twice once', () => {
    expect(readState('?year=2026&year=2026&year=2025').filters.year).toEqual(['2026', '2025']);
  });

  it('keeps hostile text as text', () => {
    expect(readState('?q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E').query).toBe('"><img src=x onerror=alert(1)>');
  });
});

describe('isEmptySearch', () => {
  it('has something to search for with words or a filter, not with an order', () => {
    expect(isEmptySearch(NOTHING)).toBe(true);
    expect(isEmptySearch({ ...NOTHING, sort: 'date' })).toBe(true);
    expect(isEmptySearch({ ...NOTHING, query: 'reef' })).toBe(false);
    expect(isEmptySearch({ ...NOTHING, kind: 'events' })).toBe(false);
    expect(isEmptySearch({ ...NOTHING, filters: { ...NOTHING.filters, year: ['2026'] } })).toBe(false);
  });
});

describe('effectiveSort', () => {
  it.each([
    ['reef', 'relevance', 'relevance'],
    ['reef', 'date', 'date'],
    ['', 'relevance', 'date'],
    ['"coral reef"', 'relevance', 'relevance'],
  ] as const)('%j asked for by %s is sorted by %s', (query, sort, order) => {
    expect(effectiveSort({ ...NOTHING, query, sort })).toBe(order);
  });
});

describe('passes', () => {
  const chosen = { section: ['Region', 'Culture'], place: [], year: ['2026'] };
  const article = { section: ['Culture', 'Food'], place: ['Tulum'], year: ['2026'] };

  it('needs one of the chosen values of each facet that has any', () => {
    expect(passes(article, chosen)).toBe(true);
    expect(passes({ ...article, section: ['Food'] }, chosen)).toBe(false);
    expect(passes({ ...article, year: ['2025'] }, chosen)).toBe(false);
    expect(passes(article, NOTHING.filters)).toBe(true);
  });

  it('can ignore one facet, to count what its other values would give', () => {
    expect(passes({ ...article, section: ['Food'] }, chosen, 'section')).toBe(true);
  });
});

describe('a choice', () => {
  const state = readState('?q=reef&section=Food&year=2026');

  it('adds a value of a facet and leaves the rest as it was', () => {
    const next = withChoice(state, { name: 'section', value: 'Travel', checked: true });
    expect(writeState(next)).toBe('?q=reef&section=Food&section=Travel&year=2026');
  });

  it('gives a value up', () => {
    expect(writeState(withChoice(state, { name: 'section', value: 'Food', checked: false }))).toBe('?q=reef&year=2026');
  });

  it('counts a value once however often it is ticked', () => {
    expect(withChoice(state, { name: 'year', value: '2026', checked: true }).filters.year).toEqual(['2026']);
  });

  it('changes nothing if the name is no facet’s', () => {
    expect(withChoice(state, { name: 'colour', value: 'red', checked: true })).toBe(state);
  });

  it('of an order is by date or by best match, whatever else is asked for', () => {
    const ordered = (before: SearchState, value: string) => withChoice(before, { name: 'sort', value, checked: true });
    expect(ordered(state, 'date').sort).toBe('date');
    expect(ordered(ordered(state, 'date'), 'loudest').sort).toBe('relevance');
  });

  it('of events leaves out what only stories have, and of stories what only events have', () => {
    const chosen = (before: SearchState, name: string, value: string) =>
      withChoice(before, { name, value, checked: true });
    const events = chosen(chosen(state, 'kind', 'events'), 'from', 'today');
    expect(writeState(events)).toBe('?q=reef&kind=events&from=today');
    expect(writeState(chosen(events, 'kind', 'stories'))).toBe('?q=reef&kind=stories');
    expect(writeState(chosen(events, 'kind', 'loudest'))).toBe('?q=reef');
  });

  it('is taken back with all others at once', () => {
    expect(writeState(withoutFilters(readState('?q=reef&kind=events&from=today&place=Tulum&sort=date')))).toBe(
      '?q=reef&sort=date',
    );
  });
});
