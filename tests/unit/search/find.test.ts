import { describe, expect, it } from 'vitest';
import { facetLookup } from '#src/search/facets.ts';
import { everything, find, type FindOptions, type Omission } from '#src/search/find.ts';
import type { OpenIndex } from '#src/search/open-index.ts';
import { indexOf, type Story } from './memory-index.ts';

const filler: Story[] = Array.from({ length: 30 }, (_, at) => ({
  title: `Nothing of note on day ${at}`,
  text: `The council met on day ${at} and spoke of budgets, roads and lamps.`,
}));

/** The headlines found, best first. */
async function titles(index: OpenIndex, query: string, options?: FindOptions): Promise<string[]> {
  const { byRelevance } = await find(index, query, options);
  return Promise.all([...byRelevance].map(async (number) => (await index.article(number)).title));
}

const english = await indexOf([
  ...filler,
  { title: 'Hurricane season ends', text: 'The last hurricane of the year passed far from the coast.' },
  {
    title: 'Roofs after the storm',
    text: 'Hurricanes take roofs. Beyond that nobody was hurt, and the beach is open.',
  },
  {
    title: 'O’Brien sells the ferry',
    text: 'Conor O’Brien of Hawaiʻi, who speaks Kʼicheʼ, and d’Italia of the 1980’s ﬁnance oﬃce sold it for MX$1,250 or $5.99 a day. Call +52 984 123 4567.',
  },
  {
    title: 'U.S. oil prices rise',
    text: 'There were no shipments of U.S. oil, said the all-inclusive hotel. #PlayaDelCarmen',
  },
  { title: 'Oil without OPEC', text: 'Oil from the gulf, with hola@ejemplo.mx to ask.' },
  { title: 'OPEC meets', text: 'OPEC speaks of oil in Łódź and on Straße 5.' },
]);

describe('a word', () => {
  it.each([
    ['hurricane', ['Hurricane season ends', 'Roofs after the storm']],
    ['hurricanes', ['Hurricane season ends', 'Roofs after the storm']],
    ['HURRICANE!', ['Hurricane season ends', 'Roofs after the storm']],
    ['brien', ['O’Brien sells the ferry']],
    ["o'brien", ['O’Brien sells the ferry']],
    ['obrien', ['O’Brien sells the ferry']],
    ['italia', ['O’Brien sells the ferry']],
    ['hawaii', ['O’Brien sells the ferry']],
    ["hawai'i", ['O’Brien sells the ferry']],
    ['kiche', ['O’Brien sells the ferry']],
    ["k'iche'", ['O’Brien sells the ferry']],
    ['1980s', ['O’Brien sells the ferry']],
    ['1980', ['O’Brien sells the ferry']],
    ['finance office', ['O’Brien sells the ferry']],
    ['1250', ['O’Brien sells the ferry']],
    ['$1,250', ['O’Brien sells the ferry']],
    ['MX$1,250', ['O’Brien sells the ferry']],
    ['$5.99', ['O’Brien sells the ferry']],
    ['5,99', ['O’Brien sells the ferry']],
    ['+52', ['O’Brien sells the ferry']],
    ['~984', ['O’Brien sells the ferry']],
    ['all-inclusive', ['U.S. oil prices rise']],
    ['inclusive', ['U.S. oil prices rise']],
    ['allinclusive', ['U.S. oil prices rise']],
    ['playadelcarmen', ['U.S. oil prices rise']],
    ['#PlayaDelCarmen', ['U.S. oil prices rise']],
    ['hola@ejemplo.mx', ['Oil without OPEC']],
    ['ejemplo', ['Oil without OPEC']],
    ['lodz', ['OPEC meets']],
    ['strasse', ['OPEC meets']],
  ])('%s is found', async (query, found) => {
    expect(await titles(english, query)).toEqual(found);
  });

  it.each(['Beyoncé', 'vacuna', 'asdfgh', 'hur', 'be', 'hurricaneville', 'beyo'])(
    'that is nowhere finds nothing: %s',
    async (query) => {
      const found = await find(english, query);
      expect(found.byDate).toHaveLength(0);
      expect(found.corrections).toEqual([]);
    },
  );

  it('is found by its beginning only while it is typed', async () => {
    expect(await titles(english, 'hurri', { isTyping: true })).toEqual([
      'Hurricane season ends',
      'Roofs after the storm',
    ]);
    expect(await titles(english, 'season hurri', { isTyping: true })).toEqual(['Hurricane season ends']);
    expect(await titles(english, 'hurri')).toEqual([]);
    expect(await titles(english, 'hurri ', { isTyping: true })).toEqual([]);
  });

  it('of no weight is not looked for beside others, but alone', async () => {
    expect(await titles(english, 'the hurricane of the season')).toEqual(['Hurricane season ends']);
    expect((await titles(english, 'the')).length).toBeGreaterThan(10);
  });
});

describe('a slip', () => {
  it.each([
    ['hurricaine', 'hurricane', 'hurricaine'],
    ['huricane season', 'hurricane', 'huricane'],
    ['season hurrciane', 'hurricane', 'hurrciane'],
  ])('in “%s” is read as %s, and said', async (query, meant, typed) => {
    const { corrections, byDate } = await find(english, query);
    expect(corrections).toEqual([{ typed, meant }]);
    expect(byDate.length).toBeGreaterThan(0);
  });

  it('is left alone if the reader wants it as it is', async () => {
    expect((await find(english, 'hurricaine', { isExact: true })).byDate).toHaveLength(0);
  });

  it('that makes another word is read as what was meant if nothing has all words', async () => {
    const index = await indexOf([
      ...filler,
      { title: 'The bank is closed' },
      { title: 'A loud bangs contest' },
      { title: 'Banks of sand' },
    ]);
    expect((await find(index, 'closed bangk')).corrections).toEqual([]);
    const beaches = Array.from({ length: 10 }, (_, at) => ({ title: `The beach is closed on day ${at}` }));
    const beach = await indexOf([...filler, ...beaches, { title: 'A branch of beech' }]);
    expect((await find(beach, 'closed beech')).corrections).toEqual([{ typed: 'beech', meant: 'beach' }]);
  });

  it('is read as the word that most stories have together with the others', async () => {
    const index = await indexOf([
      ...filler,
      ...Array.from({ length: 9 }, (_, at) => ({ title: `An index for day ${at}` })),
      { title: 'One index of a market' },
      ...Array.from({ length: 5 }, (_, at) => ({ title: `India and its market, part ${at}` })),
    ]);
    expect((await find(index, 'indea market')).corrections).toEqual([{ typed: 'indea', meant: 'india' }]);
    expect((await find(index, 'indea')).corrections).toEqual([{ typed: 'indea', meant: 'index' }]);
  });

  it('is never seen in a word of a story because another word is not there, or is not wanted', async () => {
    const whole = Array.from({ length: 8 }, (_, at) => ({ title: `The whole turtle, part ${at}` }));
    const index = await indexOf([...filler, ...whole, { title: 'A whale was seen' }]);
    for (const query of ['turtle whale', 'whale -seen', 'turtle -whole'])
      expect((await find(index, query)).corrections).toEqual([]);
  });

  it('in a rare word is seen beside a slip in another', async () => {
    const good = Array.from({ length: 10 }, (_, at) => ({ title: `Federal reserve, part ${at}` }));
    const index = await indexOf([...filler, ...good, { title: 'The resreve' }]);
    expect((await find(index, 'fedral resreve')).corrections).toEqual([
      { typed: 'fedral', meant: 'federal' },
      { typed: 'resreve', meant: 'reserve' },
    ]);
  });

  it('is never seen in a word that stories have', async () => {
    expect((await find(english, 'oil')).corrections).toEqual([]);
  });
});

describe('words that are joined', () => {
  it.each([
    ['whale-shark', ['Whale sharks', 'A whale-shark', 'Whaleshark']],
    ['whaleshark', ['A whale-shark', 'Whaleshark']],
    ['AT&T', ['AT&T grows']],
    ["don't", ['I don’t know']],
  ])('%s', async (query, found) => {
    const index = await indexOf([
      ...filler,
      { title: 'Whale sharks' },
      { title: 'AT&T grows' },
      { title: 'I don’t know' },
      { title: 'A T-bone is at T. Brod’s' },
    ]);
    const others = await indexOf([{ title: 'Whale sharks' }, { title: 'A whale-shark' }, { title: 'Whaleshark' }]);
    const all = [...(await titles(index, query)), ...(await titles(others, query))];
    expect(new Set(all)).toEqual(new Set(found));
  });
});

describe('a year or month', () => {
  const story = (title: string, date: string, text = 'The town has its feast with music and lights.') => ({
    title,
    date,
    text,
  });
  const stories = [
    story('Carnival before', '2025-02-11T08:00:00-05:00'),
    story('Carnival again', '2026-02-11T08:00:00-05:00'),
    story('The plan for later', '2025-11-03T08:00:00-05:00', 'The carnival of February 2026 has a plan.'),
    story('A feast in November', '2026-11-03T08:00:00-05:00'),
  ];

  it.each([
    ['carnival 2026', ['Carnival again', 'The plan for later']],
    ['february 2025', ['Carnival before', 'The plan for later']],
    ['Feb. 2026', ['Carnival again']],
    ['november 2026', ['A feast in November']],
    ['february', ['The plan for later']],
    ['feast -2025', ['Carnival again', 'A feast in November']],
    ['"february 2026"', ['The plan for later']],
    ['carnival 1999', []],
  ])('%s', async (query, found) => {
    expect((await titles(await indexOf(stories), query)).toSorted()).toEqual(found.toSorted());
  });

  it('in Spanish has “de” between', async () => {
    const index = await indexOf(stories, 'es');
    for (const query of ['noviembre de 2026', 'nov 2026', 'Noviembre 2026'])
      expect(await titles(index, query)).toEqual(['A feast in November']);
  });
});

describe('quotation marks and minus signs', () => {
  it.each([
    ['"shipments of U.S. oil"', ['U.S. oil prices rise']],
    ['"no shipments of U"', ['U.S. oil prices rise']],
    ['“oil prices”', ['U.S. oil prices rise']],
    ['"prices oil"', []],
    ['oil -opec', ['U.S. oil prices rise']],
    ['oil −opec', ['U.S. oil prices rise']],
    ['oil -"without opec"', ['U.S. oil prices rise', 'OPEC meets']],
    // A sign within a word excludes nothing.
    ['opec-oil', ['OPEC meets', 'Oil without OPEC']],
    ['oil - opec', ['Oil without OPEC', 'OPEC meets']],
  ])('%s', async (query, found) => {
    expect((await titles(english, query)).toSorted()).toEqual(found.toSorted());
  });

  it('nothing is said of a query that has neither words nor an end to its phrase', async () => {
    for (const query of ['', '   ', '"', '""', '-', '- -', '…', '"hurricane season']) {
      await expect(find(english, query)).resolves.toBeDefined();
    }
    expect(await titles(english, '"hurricane season')).toEqual(['Hurricane season ends']);
  });
});

describe('the best match', () => {
  it('has the words in its headline before its text', async () => {
    const index = await indexOf([
      { title: 'Ferries late', text: 'A long text about cozumel, cozumel and cozumel again.' },
      { title: 'Cozumel waits', text: 'The boats are late.' },
    ]);
    expect(await titles(index, 'cozumel')).toEqual(['Cozumel waits', 'Ferries late']);
  });

  it('has the word in a short headline before a long one', async () => {
    const text = 'The boats are late, and nobody knows why.';
    const index = await indexOf([
      { title: 'Cozumel waits', text },
      { title: 'What the people who wait in Cozumel say of the boats that are late again', text },
    ]);
    expect((await titles(index, 'cozumel'))[0]).toBe('Cozumel waits');
  });

  it('has several forms of the word before one', async () => {
    const index = await indexOf([
      { title: 'Both', text: 'The reef is one of many reefs that they count and paint in blue and red.' },
      { title: 'One', text: 'The reef is one of many walls that they count and paint in blue and red.' },
    ]);
    expect(await titles(index, 'reef')).toEqual(['Both', 'One']);
    expect((await titles(index, 'reefs'))[0]).toBe('Both');
  });

  it('has the words beside each other before scattered ones', async () => {
    const index = await indexOf([
      { title: 'One', text: 'The white house has a beach of sand, and the sand is white.' },
      { title: 'Two', text: 'The sand here is white. The house is on a white beach, they say.' },
    ]);
    expect(await titles(index, 'white beach')).toEqual(['Two', 'One']);
  });

  it('is the newer of two that are alike', async () => {
    const story = (title: string, date: string): Story => ({
      title,
      date,
      text: 'Sargassum came to the beach again today, in masses.',
    });
    const index = await indexOf([
      story('Before', '2019-05-01T08:00:00-05:00'),
      story('After', '2026-05-01T08:00:00-05:00'),
    ]);
    expect(await titles(index, 'sargassum')).toContain('After');
    expect((await titles(index, 'sargassum'))[0]).toBe('After');
  });

  it('has the accents as they were typed', async () => {
    const index = await indexOf([{ title: 'El año' }, { title: 'El ano' }, { title: 'Otro año' }], 'es');
    expect((await titles(index, 'ano'))[0]).toBe('El ano');
    expect((await titles(index, 'año')).slice(0, 2).toSorted()).toEqual(['El año', 'Otro año']);
    expect(await titles(index, 'ano')).toHaveLength(3);
  });

  it('of copies of one story is the newest alone', async () => {
    const text =
      'The same agency story was sent twice that day, with every word of it the same as before, to all papers.';
    const sent = ['First sent', 'Sent again', 'Sent once more'].map((title) => ({ title, text }));
    const index = await indexOf([...filler, ...sent]);
    expect(await titles(index, 'agency')).toEqual(['Sent once more']);
    expect(await titles(index, 'agency again')).toEqual(['Sent again']);
    expect(everything(index)).toHaveLength(filler.length + 1);
  });

  it('in Spanish knows plurals, but not other words', async () => {
    const index = await indexOf([{ title: 'Peces y huracanes' }, { title: 'No pasa nada' }], 'es');
    expect(await titles(index, 'pez')).toEqual(['Peces y huracanes']);
    expect(await titles(index, 'huracan')).toEqual(['Peces y huracanes']);
    expect(await titles(index, 'nadar')).toEqual([]);
  });
});

describe('names', () => {
  it('find a story by every name of its place', async () => {
    const index = await indexOf([
      { title: 'Market day', names: [['Playa del Carmen', 'PDC']] },
      { title: 'Elsewhere' },
    ]);
    expect(await titles(index, 'pdc')).toEqual(['Market day']);
    expect(await titles(index, 'playa market')).toEqual(['Market day']);
  });
});

describe('nothing found', () => {
  const said = (without: readonly Omission[]) =>
    without.map(({ terms, count }) => [terms.map(({ text }) => text).join(' '), count]);

  it('says which words to leave out together, if one is not enough', async () => {
    const long = await find(english, 'what hurricane season will bring us kids and music this weekend');
    expect(said(long.without)).toEqual([['bring us kids music weekend', 1]]);
    expect(said((await find(english, 'qxzwvk zzyzx')).without)).toEqual([]);
  });

  it('says which word to leave out', async () => {
    const { byDate, without } = await find(english, 'hurricane qxzwvk');
    expect(byDate).toHaveLength(0);
    expect(said(without)).toEqual([['qxzwvk', 2]]);
  });
});

describe('facets', () => {
  it('are looked up by an article’s number', async () => {
    const index = await indexOf([
      { title: 'One', date: '2025-12-31T08:00:00-05:00', facets: { section: ['Food', 'Region'], place: ['Tulum'] } },
      { title: 'Two', date: '2026-01-01T08:00:00-05:00', facets: { section: ['Food'], place: [] } },
    ]);
    const lookup = facetLookup(index, await index.facets());
    expect(lookup(0)).toEqual({ section: ['Food', 'Region'], place: ['Tulum'], year: ['2025'] });
    expect(lookup(1)).toEqual({ section: ['Food'], place: [], year: ['2026'] });
  });

  it('of an event say where it is, and not in which year it was announced', async () => {
    const index = await indexOf([{ title: 'Fair', event: {}, facets: { section: [], place: ['Tulum'] } }]);
    expect(facetLookup(index, await index.facets())(0)).toEqual({ section: [], place: ['Tulum'], year: [] });
  });
});

describe('events', () => {
  const text = 'Stalls, music and food for everybody, from the morning until late, as every year since the town began.';

  it('that are announced in the same words are two, as stories would not be', async () => {
    const twice = [
      { title: 'The town’s fair', text },
      { title: 'The town’s fair', text },
    ];
    expect(await titles(await indexOf(twice), 'fair')).toHaveLength(1);
    expect(await titles(await indexOf(twice.map((one) => ({ ...one, event: {} }))), 'fair')).toHaveLength(2);
  });
});
