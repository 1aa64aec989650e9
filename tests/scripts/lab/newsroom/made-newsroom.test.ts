import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticArticles } from '../../../../scripts/lab/newsroom/synthetic-articles.ts';
import { anyText } from './any-text.ts';
import { filesOf, madeNewsroom, plainArticles, temporaryFolder, wireFile, writtenRoot } from './run-newsroom.ts';

describe('a newsroom from a file of articles', () => {
  it('passes the site’s own reader without an error or a warning, whatever the articles hold', async () => {
    const { problems, articles } = await writtenRoot({ from: wireFile(awkwardArticles()) });
    expect(problems).toEqual([]);
    expect(articles).toHaveLength(awkwardArticles().length);
  });

  it('passes the reader with articles of random characters and words', async () => {
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
    const article = fc.record({ ...strings, ...lists, locale: fc.constantFrom('en', 'es') }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(fc.array(article, { minLength: 30, maxLength: 30 }), async (wire) => {
        const { problems, articles } = await writtenRoot({ from: wireFile(wire) });
        expect(problems).toEqual([]);
        expect(articles).toHaveLength(30);
      }),
      { numRuns: 10 },
    );
  });

  it('is the same from a packed file as from a plain one', async () => {
    const plain = await writtenRoot({ from: wireFile(plainArticles(5)) });
    const packed = await writtenRoot({ from: wireFile(plainArticles(5), { isGzip: true }) });
    expect(packed.files).toEqual(plain.files);
  });

  it('has the same bytes for the same call, and other dates for another --now', async () => {
    const from = wireFile(plainArticles(9));
    const first = await writtenRoot({ from, years: '2' });
    expect((await writtenRoot({ from, years: '2' })).files).toEqual(first.files);
    expect((await writtenRoot({ from, years: '2', now: '2020-01-01' })).files).not.toEqual(first.files);
  });

  it('takes a smaller number of articles evenly over the file, not from its beginning', async () => {
    const { articles, summary } = await writtenRoot({ from: wireFile(plainArticles(40)), count: '8' });
    expect(articles.map(({ title }) => title)).toEqual(
      [4, 9, 14, 19, 24, 29, 34, 39].map((number) => `Article ${number}`),
    );
    expect(summary).toContain('Sampled: 8 of them, evenly over the file; 32 left out.');
  });

  it('repeats articles for a greater number, in order, with slugs and dates of their own', async () => {
    const { articles, problems, summary } = await writtenRoot({ from: wireFile(plainArticles(3)), count: '8' });
    expect(problems).toEqual([]);
    const first = ['article-0', 'article-1', 'article-2'];
    const again = ['article-0-2', 'article-1-2', 'article-2-2', 'article-1-3', 'article-2-3'];
    expect(articles.map(({ slug }) => slug)).toEqual([...first, ...again]);
    expect(new Set(articles.map(({ pubDate }) => pubDate.getTime())).size).toBe(8);
    expect(summary).toContain('Repeated: 5 articles are there again');
  });

  it('files an article by language and by the year of the site’s clock', async () => {
    const { files } = await writtenRoot({
      from: wireFile([{ title: 'uno', locale: 'es' }, { title: 'two' }]),
      years: '2',
    });
    expect([...files.keys()].filter((file) => file.startsWith('articles/'))).toEqual([
      'articles/en/2025/two.md',
      'articles/es/2024/uno.md',
    ]);
  });

  it('puts an article in the category of its first topic, signed by that category’s desk', async () => {
    const topics = [['cocoa', 'trade'], ['trade', 'cocoa'], ['unheard-of'], []];
    const { articles } = await writtenRoot({ from: wireFile(topics.map((codes) => ({ title: 'x', topics: codes }))) });
    expect(articles.map(({ categories, authors }) => [...categories, ...authors])).toEqual([
      ['agriculture', 'commodities-desk'],
      ['trade', 'economy-desk'],
      ['general', 'news-desk'],
      ['general', 'news-desk'],
    ]);
  });

  it('gives every tag that an article uses a file of its own, titled in both languages', async () => {
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

  it('makes a place of a city only where at least five articles are filed from it', async () => {
    const from = (dateline: string, count: number) =>
      Array.from({ length: count }, () => ({ title: 'x', dateline: `${dateline}, March 3` }));
    const wire = [...from('OSLO', 5), ...from('LIMA', 4), ...from('NOWHERE', 6)];
    const { files, summary } = await writtenRoot({ from: wireFile(wire) });
    expect([...files.keys()].filter((file) => file.startsWith('places/'))).toEqual(['places/oslo.yaml']);
    expect(summary).toContain('OSLO → oslo 5.');
    expect(summary).toContain('Not mapped: 10 mentions of 2: NOWHERE 6, LIMA 4.');
  });

  it('says what the wire left out', async () => {
    const wire = [
      { title: 'ONLY A HEADLINE' },
      { paragraphs: ['Words and no title.'] },
      { locale: 'es', title: 'Hola' },
      {},
    ];
    const { articles, files } = await writtenRoot({ from: wireFile(wire) });
    const bodies = articles.map(({ file }) => files.get(file)?.split('---\n\n')[1]?.trim());
    expect(articles.map(({ title, description }, index) => [title, description, bodies[index]])).toEqual([
      ['Only a headline', ...Array<string>(2).fill('The wire carried only a headline for this story.')],
      ['Words and no title.', ...Array<string>(2).fill('Words and no title.')],
      ['Hola', ...Array<string>(2).fill('El cable trajo solo el título de esta nota.')],
      ['Untitled story', ...Array<string>(2).fill('The wire carried only a headline for this story.')],
    ]);
  });

  it('reports everything it could not keep', async () => {
    const { summary } = await writtenRoot({ from: wireFile(awkwardArticles()) });
    expect(summary).toContain('Read 5 articles from ');
    expect(summary).toContain('Unknown fields, and the articles that had them: embargo 1.');
    expect(summary).toContain(
      'Places: 2 mentions of 1 became places: japan 2.\n  Not mapped: 1 mentions of 1: atlantis 1.',
    );
    expect(summary).toContain('People: 2 mentions of 2 became tags');
    expect(summary).toContain('Topics: 2 mentions of 2 became tags and categories');
    expect(summary).toContain('\n  Not mapped: 1 mentions of 1: ??? 1.');
    expect(summary).toContain('Titles shortened: 1. Articles without a title: 2; without text: 2.');
    expect(summary).toContain('Control characters removed: 3, from 1 articles. Sign-offs “REUTER” removed: 1.');
  });
});

describe('an invented newsroom', () => {
  it('passes the site’s own reader, with a third of its articles in Spanish', async () => {
    const { articles, problems } = await writtenRoot({ count: '120' });
    expect(problems).toEqual([]);
    expect(articles.filter(({ locale }) => locale === 'es')).toHaveLength(40);
  });

  const fields = [
    ...(['updatedDate', 'tags', 'dateline', 'places', 'featured', 'draft', 'expiryDate', 'withdrawn'] as const),
    ...(['corrections', 'translationKey', 'sponsor', 'aliases', 'sources'] as const),
  ];
  it('uses each field in some of a hundred articles, and all but tags and places not in all', async () => {
    const { articles } = await writtenRoot({ count: '100' });
    for (const field of fields) {
      const using = articles.filter(({ [field]: value }) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
      expect(using.length, field).toBeGreaterThan(0);
      if (field !== 'tags' && field !== 'places') expect(using.length, field).toBeLessThan(100);
    }
  });

  it('has nothing that happened to an article after now', async () => {
    const now = new Date('2026-11-01T12:00:00-05:00');
    const times: number[] = [];
    for await (const { extras } of syntheticArticles(400, '1', now)) {
      const { updatedDate, corrections = [], withdrawn } = extras?.(new Date(now.getTime() - 3_600_000)) ?? {};
      const dates = [updatedDate, withdrawn?.date, ...corrections.map(({ date }) => date)];
      times.push(...dates.flatMap((date) => (date instanceof Date ? date.getTime() : [])));
    }
    expect(times.length).toBeGreaterThan(40);
    expect(Math.max(...times)).toBe(now.getTime());
  });

  it('gives some articles a slug that is not their file’s name', async () => {
    const { articles } = await writtenRoot({ count: '100' });
    expect(articles.filter(({ id, slug }) => !id.endsWith(`/${slug}`)).map(({ id }) => id)).toEqual([
      expect.stringMatching(/filed-36$/),
      expect.stringMatching(/filed-73$/),
    ]);
  });

  it('pairs an article with its translation, on the same places, under one key', async () => {
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

/** Articles with everything a wire gets wrong. */
function awkwardArticles() {
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
