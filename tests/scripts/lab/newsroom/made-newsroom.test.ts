import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from './any-text.ts';
import { filesOf, madeNewsroom, plainStories, temporaryFolder, wireFile, writtenRoot } from './run-newsroom.ts';

describe('a newsroom from a file of stories', () => {
  it('passes the site’s own reader without an error or a warning, whatever the stories hold', async () => {
    const { problems, articles } = await writtenRoot({ from: wireFile(awkwardStories()) });
    expect(problems).toEqual([]);
    expect(articles).toHaveLength(awkwardStories().length);
  });

  it('passes the reader with stories of random characters and words', async () => {
    const word = fc.oneof(
      anyText,
      fc.constantFrom('<A>', '**', '---', 'REUTER', '\ud800', 'a   b   c', '[x]: y', 'JUNE', '"'),
    );
    const text = fc.array(word, { maxLength: 60 }).map((parts) => parts.join(' '));
    const codes = fc.array(fc.oneof(word, fc.constantFrom('corn', 'japan', 'con', 'page')), { maxLength: 4 });
    const strings = {
      title: text,
      dateline: fc.oneof(text, fc.constant('OSLO, Feb 2')),
      paragraphs: fc.array(text, { maxLength: 6 }),
    };
    const lists = { topics: codes, places: codes, people: codes, orgs: codes, exchanges: codes };
    const story = fc.record({ ...strings, ...lists, locale: fc.constantFrom('en', 'es') }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: 30, maxLength: 30 }), async (stories) => {
        const { problems, articles } = await writtenRoot({ from: wireFile(stories) });
        expect(problems).toEqual([]);
        expect(articles).toHaveLength(30);
      }),
      { numRuns: 10 },
    );
  });

  it('is the same from a packed file as from a plain one', async () => {
    const plain = await writtenRoot({ from: wireFile(plainStories(5)) });
    const packed = await writtenRoot({ from: wireFile(plainStories(5), { isGzip: true }) });
    expect(packed.files).toEqual(plain.files);
  });

  it('has the same bytes for the same call, and other dates for another --now', async () => {
    const from = wireFile(plainStories(9));
    const first = await writtenRoot({ from, years: '2' });
    expect((await writtenRoot({ from, years: '2' })).files).toEqual(first.files);
    expect((await writtenRoot({ from, years: '2', now: '2020-01-01' })).files).not.toEqual(first.files);
  });

  it('takes a smaller number of stories evenly over the file, not from its beginning', async () => {
    const { articles, summary } = await writtenRoot({ from: wireFile(plainStories(40)), count: '8' });
    expect(articles.map(({ title }) => title)).toEqual(
      [4, 9, 14, 19, 24, 29, 34, 39].map((number) => `Story ${number}`),
    );
    expect(summary).toContain('Sampled: 8 of them, evenly over the file; 32 left out.');
  });

  it('repeats stories for a greater number, in order, with slugs and dates of their own', async () => {
    const { articles, problems, summary } = await writtenRoot({ from: wireFile(plainStories(3)), count: '8' });
    expect(problems).toEqual([]);
    const first = ['story-0', 'story-1', 'story-2'];
    const again = ['story-0-2', 'story-1-2', 'story-2-2', 'story-1-3', 'story-2-3'];
    expect(articles.map(({ slug }) => slug)).toEqual([...first, ...again]);
    expect(new Set(articles.map(({ pubDate }) => pubDate.getTime())).size).toBe(8);
    expect(summary).toContain('Repeated: 5 stories are there again');
  });

  it('files a story by language and by the year of the site’s clock', async () => {
    const { files } = await writtenRoot({
      from: wireFile([{ title: 'uno', locale: 'es' }, { title: 'two' }]),
      years: '2',
    });
    expect([...files.keys()].filter((file) => file.startsWith('articles/'))).toEqual([
      'articles/en/2025/two.md',
      'articles/es/2024/uno.md',
    ]);
  });

  it('puts a story in the section of its first topic, under that section’s desk', async () => {
    const topics = [['cocoa', 'trade'], ['trade', 'cocoa'], ['unheard-of'], []];
    const { articles } = await writtenRoot({ from: wireFile(topics.map((codes) => ({ title: 'x', topics: codes }))) });
    expect(articles.map(({ categories, authors }) => [...categories, ...authors])).toEqual([
      ['agriculture', 'commodities-desk'],
      ['trade', 'economy-desk'],
      ['general', 'news-desk'],
      ['general', 'news-desk'],
    ]);
  });

  it('gives every tag that a story uses a file of its own, titled in both languages', async () => {
    const codes = { topics: ['cocoa'], people: ['james-baker'], orgs: ['imf'], exchanges: ['lme'] };
    const { articles, files } = await writtenRoot({ from: wireFile([{ title: 'x', ...codes }]) });
    expect(articles[0]?.tags).toEqual(['cocoa', 'james-baker', 'imf', 'lme']);
    const titles = articles[0]?.tags.map((tag) => files.get(`tags/${tag}.yaml`));
    expect(titles).toEqual([
      'title: { en: "Cocoa", es: "Cacao" }\n',
      'title: { en: "James Baker", es: "James Baker" }\n',
      'title: { en: "International Monetary Fund", es: "Fondo Monetario Internacional" }\n',
      'title: { en: "London Metal Exchange", es: "Bolsa de Metales de Londres" }\n',
    ]);
  });

  it('makes a place of a city only where at least five stories are filed from it', async () => {
    const from = (dateline: string, count: number) =>
      Array.from({ length: count }, () => ({ title: 'x', dateline: `${dateline}, March 3` }));
    const stories = [...from('OSLO', 5), ...from('LIMA', 4), ...from('NOWHERE', 6)];
    const { files, summary } = await writtenRoot({ from: wireFile(stories) });
    expect([...files.keys()].filter((file) => file.startsWith('places/'))).toEqual(['places/oslo.yaml']);
    expect(summary).toContain('OSLO → oslo 5.');
    expect(summary).toContain('Not mapped: 10 mentions of 2: NOWHERE 6, LIMA 4.');
  });

  it('says honestly what the wire left out', async () => {
    const stories = [
      { title: 'ONLY A HEADLINE' },
      { paragraphs: ['Words and no title.'] },
      { locale: 'es', title: 'Hola' },
      {},
    ];
    const { articles, files } = await writtenRoot({ from: wireFile(stories) });
    const bodies = articles.map(({ file }) => files.get(file)?.split('---\n\n')[1]?.trim());
    expect(articles.map(({ title, description }, index) => [title, description, bodies[index]])).toEqual([
      ['Only a headline', ...Array<string>(2).fill('The wire carried only a headline for this story.')],
      ['Words and no title.', ...Array<string>(2).fill('Words and no title.')],
      ['Hola', ...Array<string>(2).fill('El cable trajo solo el título de esta nota.')],
      ['Untitled story', ...Array<string>(2).fill('The wire carried only a headline for this story.')],
    ]);
  });

  it('owns up to everything it could not keep', async () => {
    const { summary } = await writtenRoot({ from: wireFile(awkwardStories()) });
    expect(summary).toContain('Read 5 stories from ');
    expect(summary).toContain('Fields that have no place in a story, and the stories that had them: embargo 1.');
    expect(summary).toContain(
      'Places: 2 mentions of 1 became places: japan 2.\n  Not mapped: 1 mentions of 1: atlantis 1.',
    );
    expect(summary).toContain('People: 2 mentions of 2 became tags');
    expect(summary).toContain('Topics: 2 mentions of 2 became tags and sections');
    expect(summary).toContain('\n  Not mapped: 1 mentions of 1: ??? 1.');
    expect(summary).toContain('Titles shortened: 1. Stories without a title: 2; without text: 2.');
    expect(summary).toContain('Control characters removed: 3, from 1 stories. Sign-offs “REUTER” removed: 1.');
  });
});

describe('an invented newsroom', () => {
  it('passes the site’s own reader, with a third of its stories in Spanish', async () => {
    const { articles, problems } = await writtenRoot({ count: '120' });
    expect(problems).toEqual([]);
    expect(articles.filter(({ locale }) => locale === 'es')).toHaveLength(40);
  });

  const fields = [
    ...(['updatedDate', 'tags', 'dateline', 'places', 'featured', 'draft', 'expiryDate', 'withdrawn'] as const),
    ...(['corrections', 'translationKey', 'sponsor', 'aliases', 'sources'] as const),
  ];
  it.each(fields)('uses the field %s in some of a hundred stories and not in all', async (field) => {
    const { articles } = await writtenRoot({ count: '100' });
    const using = articles.filter((article) => {
      const value = article[field];
      return Array.isArray(value) ? value.length > 0 : Boolean(value);
    });
    expect(using.length).toBeGreaterThan(0);
    // Tags and places are everywhere.
    if (field !== 'tags' && field !== 'places') expect(using.length).toBeLessThan(100);
  });

  it('has nothing that happened to a story after now', async () => {
    const now = '2026-11-01T12:00:00-05:00';
    const { articles } = await writtenRoot({ count: '3000', years: '1', now });
    const times = articles.flatMap(({ updatedDate, corrections, withdrawn }) => [
      ...[updatedDate, withdrawn?.date].filter((date) => date !== undefined),
      ...corrections.map(({ date }) => date),
    ]);
    expect(times.length).toBeGreaterThan(300);
    expect(times.filter((date) => date > new Date(now))).toEqual([]);
  });

  it('gives some stories a slug that is not their file’s name', async () => {
    const { articles } = await writtenRoot({ count: '100' });
    expect(articles.filter(({ id, slug }) => !id.endsWith(`/${slug}`)).map(({ id }) => id)).toEqual([
      expect.stringMatching(/filed-36$/),
      expect.stringMatching(/filed-73$/),
    ]);
  });

  it('pairs a story with its translation, on the same places, under one key', async () => {
    const { articles } = await writtenRoot({ count: '60' });
    const pairs = Map.groupBy(
      articles.filter(({ translationKey }) => translationKey),
      ({ translationKey }) => translationKey,
    );
    expect(pairs.size).toBe(5);
    for (const pair of pairs.values()) {
      expect(pair.map(({ locale }) => locale)).toEqual(['en', 'es']);
      expect(pair[0]?.places).toEqual(pair[1]?.places);
    }
  });

  it('follows its seed', async () => {
    const first = await writtenRoot({ count: '12', seed: '7' });
    expect((await writtenRoot({ count: '12', seed: '7' })).files).toEqual(first.files);
    expect((await writtenRoot({ count: '12', seed: '8' })).files).not.toEqual(first.files);
  });
});

describe('writing with --force', () => {
  it('removes an earlier made newsroom, so that the result is as in a new folder', async () => {
    const { out, files } = await writtenRoot({ count: '6' });
    await madeNewsroom(out, { count: '30', force: true });
    await madeNewsroom(out, { count: '6', force: true });
    expect(filesOf(out)).toEqual(files);
  });

  it('keeps every file that this command did not make, however often it is written to', async () => {
    const out = temporaryFolder();
    mkdirSync(join(out, 'tags'));
    writeFileSync(join(out, 'tags/mine.yaml'), 'title: { en: Mine, es: Mío }\n');
    for (const count of ['3', '6']) await madeNewsroom(out, { count, force: true });
    expect(readFileSync(join(out, 'tags/mine.yaml'), 'utf8')).toContain('Mío');
  });
});

/** Stories with everything a wire gets wrong. */
function awkwardStories() {
  return [
    { title: 'PRICES <UP> & "AWAY"\u0003', paragraphs: ['<b>Not bold</b>: 5 * 3 = 15\u0001 # _x_ [y](z) ^M REUTER'] },
    { title: '', paragraphs: ['No title stands over this.'], topics: ['earn', 'no-such-topic', '???'] },
    { title: 'ONLY A HEADLINE', places: ['japan', 'atlantis', 'japan'], embargo: true },
    {
      title: `LONG ${'WORDS AND '.repeat(20)}END`,
      paragraphs: ['- one', '1. two', '---', '# three'],
      people: ['con', 'page'],
    },
    { paragraphs: [] },
  ];
}
