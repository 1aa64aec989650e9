import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticArticles } from '../../../../scripts/lab/newsroom/synthetic-articles.ts';
import { Slugs } from '../../../../scripts/lab/newsroom/write-newsroom.ts';
import { anyText } from './any-text.ts';
import { filesOf, madeNewsroom, plainArticles, temporaryFolder, wireFile, writtenRoot } from './run-newsroom.ts';

describe('a newsroom from a file of articles', () => {
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

  it('has the same bytes for the same call, from a packed file too, and other dates for another --now', async () => {
    const from = wireFile(plainArticles(5));
    const first = await writtenRoot({ from });
    expect((await writtenRoot({ from: wireFile(plainArticles(5), { isGzip: true }) })).files).toEqual(first.files);
    expect((await writtenRoot({ from, now: '2020-01-01' })).files).not.toEqual(first.files);
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
    const from = wireFile([{ title: 'uno', locale: 'es' }, { title: 'two' }]);
    const { articles } = await writtenRoot({ from, years: '2' });
    expect(articles.map(({ file }) => file)).toEqual(['articles/es/2024/uno.md', 'articles/en/2025/two.md']);
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

  it('makes a place of a city only if at least five articles are filed from it', async () => {
    const from = (dateline: string, count: number) =>
      Array.from({ length: count }, () => ({ title: 'x', dateline: `${dateline}, March 3` }));
    const wire = [...from('OSLO', 5), ...from('LIMA', 4), ...from('NOWHERE', 6)];
    const { files, summary } = await writtenRoot({ from: wireFile(wire) });
    expect([...files.keys()].filter((file) => file.startsWith('places/'))).toEqual(['places/oslo.yaml']);
    expect(summary).toContain('OSLO → oslo 5.');
    expect(summary).toContain('Not mapped: 10 mentions of 2: NOWHERE 6, LIMA 4.');
  });

  it.each([
    [{ title: 'ONLY A HEADLINE' }, 'Only a headline', 'The wire carried only a headline for this story.'],
    [{ paragraphs: ['Words and no title.'] }, 'Words and no title.', 'Words and no title.'],
    [{ locale: 'es', title: 'Hola' }, 'Hola', 'El cable trajo solo el título de esta nota.'],
    [{}, 'Untitled story', 'The wire carried only a headline for this story.'],
  ])('says what the wire left out of %j', async (wire, title, body) => {
    const { articles, files } = await writtenRoot({ from: wireFile([wire]) });
    expect(articles).toMatchObject([{ title, description: body }]);
    expect(files.get(articles[0]?.file ?? '')).toContain(`---\n\n${body}\n`);
  });

  it('makes no mistake of anything a wire gets wrong, and reports what it could not keep', async () => {
    const { summary, problems, articles } = await writtenRoot({ from: wireFile(awkwardArticles()) });
    expect([problems, articles.length]).toEqual([[], awkwardArticles().length]);
    expect(summary).toContain('Read 5 articles from ');
    expect(summary).toContain('Unknown fields, and the articles that had them: embargo 1.');
    expect(summary).toContain(
      'Places: 2 mentions of 1 became places: japan 2.\n  Not mapped: 1 mentions of 1: atlantis 1.',
    );
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

  it('uses each field in some of a hundred articles, a slug that is not the file’s name in two', async () => {
    const { articles } = await writtenRoot({ count: '100' });
    expect(articles.every(({ tags, places }) => tags.length > 0 && places.length > 0)).toBe(true);
    expect(articles.filter(({ id, slug }) => !id.endsWith(`/${slug}`))).toHaveLength(2);
    const some = ['updatedDate', 'dateline', 'featured', 'draft', 'expiryDate', 'withdrawn', 'corrections'] as const;
    for (const field of [...some, 'translationKey', 'sponsor', 'aliases', 'sources'] as const) {
      const using = articles.filter(({ [field]: value }) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
      expect(using.length, field).toBeGreaterThan(0);
      expect(using.length, field).toBeLessThan(100);
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

it('slugs are numbered from the second on, in each language by itself, and leave a number to a title that ends in it', () => {
  const slugs = new Slugs();
  const claimed = ['Net 2', 'Net', 'NET!', 'Net 2'].map((title) => slugs.claim('en', title));
  expect(claimed).toEqual(['net-2', 'net', 'net-3', 'net-2-2']);
  expect([slugs.claim('es', 'Net'), slugs.claim('es', 'word '.repeat(30)).length]).toEqual(['net', 69]);
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
    { title: 'PRICES <UP> & "AWAY"\u0003', paragraphs: ['<B> is no tag: 5 * 3 = 15\u0001 # _x_ [y](z) ^M REUTER'] },
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
