import { distance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { viewOf } from '#src/rules/newsroom-view.ts';
import { checkNewsroom } from '#src/rules/run-rules.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { makeArticle, makeArticles, makeCategory, makeNewsroom, makePage, makeTag } from '../../factories.ts';

const crossCheck = (newsroom: Newsroom) => checkNewsroom(viewOf(newsroom));

const said = (parts: Partial<Newsroom>) => crossCheck(makeNewsroom(parts)).map(formatProblem);

const twins = (fields: Parameters<typeof makeArticle>[0]) => [
  makeArticle({ ...fields, stem: 'a' }),
  makeArticle({ ...fields, stem: 'b' }),
];

describe('the rules of the whole newsroom', () => {
  it('finds nothing wrong with a good newsroom', () => {
    const articles = [
      makeArticle({
        dateline: 'tulum',
        places: ['playa-del-carmen'],
        tags: ['sargassum', 'anything'],
        translationKey: 'reef',
      }),
      makeArticle({
        locale: 'es',
        translationKey: 'reef',
        slug: 'quiet-morning',
        description: 'Los buzos contaron peces.',
      }),
    ];
    const pages = [
      makePage(),
      makePage({ locale: 'es', description: 'Quién lo hace, y cómo.', stem: 'acerca-de', translationKey: 'about' }),
    ];
    expect(said({ articles, pages })).toEqual([]);
  });

  it.each([
    [
      'a misspelt author, and suggests the right one',
      { authors: ['culture-desk', 'ana-peck'] },
      'authors[1] ("ana-peck")  names nothing in authors/ — did you mean “ana-pech”? Otherwise create authors/ana-peck.yaml',
    ],
    [
      'an unknown section',
      { categories: ['environment', 'sport'] },
      'categories[1] ("sport")  names nothing in categories/ — create categories/sport.yaml',
    ],
    [
      'an unknown place',
      { places: ['oslo'] },
      'places[0] ("oslo")  names nothing in places/ — create places/oslo.yaml',
    ],
    [
      'a misspelt dateline',
      { dateline: 'tulun' },
      'dateline ("tulun")  names nothing in places/ — did you mean “tulum”? Otherwise create places/tulun.yaml',
    ],
  ])('finds %s', (_, fields, sentence) => {
    expect(said({ articles: [makeArticle(fields)] })).toEqual([
      `articles/en/2026/quiet-morning.md  error  ${sentence}`,
    ]);
  });

  it('finds an address claimed by two stories of one language', () => {
    expect(said({ articles: twins({ slug: 'calm-sea' }) })).toEqual([
      'articles/en/2026/b.md  error  slug ("calm-sea")  claims the address that articles/en/2026/a.md already has — change one of the two',
    ]);
  });

  it('lets two languages have the same slug', () => {
    const articles = [makeArticle({ slug: 'reef' }), makeArticle({ locale: 'es', slug: 'reef' })];
    expect(said({ articles })).toEqual([]);
  });

  it('finds a translation claimed by two stories of one language', () => {
    expect(said({ articles: twins({ translationKey: 'reef' }) })).toEqual([
      'articles/en/2026/b.md  error  translationKey ("reef")  claims the translation key that articles/en/2026/a.md already has — change one of the two',
    ]);
  });

  it('finds an address and a translation claimed by two pages', () => {
    const pages = [makePage({ stem: 'about' }), makePage({ stem: 'us', slug: 'about', translationKey: 'about' })];
    expect(said({ pages })).toEqual([
      'pages/en/us.md  error  slug ("about")  claims the address that pages/en/about.md already has — change one of the two',
      'pages/en/us.md  error  translationKey ("about")  claims the translation key that pages/en/about.md already has — change one of the two',
    ]);
  });

  it.each([
    ['en', 'articles'],
    ['en', 'search'],
    ['es', 'buscar'],
    ['es', 'temas'],
  ] as const)('finds a page (%s) that takes the site’s own address /%s/', (locale, stem) => {
    expect(said({ pages: [makePage({ locale, stem })] })).toEqual([
      `pages/${locale}/${stem}.md  error  slug ("${stem}")  is an address the site needs for its lists — give the page another slug`,
    ]);
  });

  it('lets a page have a word that is an address only in the other language', () => {
    expect(said({ pages: [makePage({ locale: 'en', stem: 'buscar' })] })).toEqual([]);
  });

  // Astro stops at two pages of one address, with no word of which files they came from.
  it.each<[string, Partial<Newsroom>]>([
    [
      'two sections',
      {
        categories: [
          makeCategory('environment'),
          makeCategory('nature', { slug: { en: 'environment', es: 'naturaleza' } }),
        ],
      },
    ],
    ['two topics', { tags: [makeTag('sargassum', { slug: { en: 'sargassum', es: 'sargazo' } }), makeTag('sargazo')] }],
    [
      'a topic and one without a file',
      {
        articles: [
          makeArticle({ locale: 'es', tags: ['sargassum'] }),
          makeArticle({ locale: 'es', stem: 'b', tags: ['sargazo'] }),
        ],
      },
    ],
  ])('finds %s that claim one address', (_, parts) => {
    const news = { categories: [makeCategory('environment')], ...parts };
    expect(crossCheck(makeNewsroom(news)).map(({ severity }) => severity)).toEqual(['error']);
  });
});

describe('slips of a topic', () => {
  /** `slip → meant` of the warnings in a newsroom of one story with these topics, of which none has a file. */
  const slips = (tags: string[]) =>
    crossCheck(makeNewsroom({ tags: [], articles: [makeArticle({ tags })] })).map(
      ({ value, message }) => `${JSON.parse(value ?? '') as string} → ${String(message.values?.['meant'])}`,
    );

  it('warns of a topic one letter away from one that has a file', () => {
    expect(said({ articles: [makeArticle({ tags: ['reef', 'sargasum'] })] })).toEqual([
      'articles/en/2026/quiet-morning.md  warning  tags[1] ("sargasum")  looks like another tag — did you mean “sargassum”? If it is a new tag, add tags/sargasum.yaml',
    ]);
  });

  it('warns of the rarer of two like topics without files, wherever it is', () => {
    const articles = [makeArticle({ tags: ['huricanes'] }), ...makeArticles(2, { tags: ['hurricanes'] })];
    expect(said({ articles })).toEqual([
      'articles/en/2026/quiet-morning.md  warning  tags[0] ("huricanes")  looks like another tag — did you mean “hurricanes”? If it is a new tag, add tags/huricanes.yaml',
    ]);
  });

  it('warns of the later of two like topics that are used equally often', () => {
    expect(slips(['cenote', 'cenotes'])).toEqual(['cenotes → cenote']);
  });

  it.each([
    ['sargasusm', 'sargassum', 'two letters that changed places'],
    ['fesitval', 'festival', 'two letters that changed places in a short word'],
    ['asrgassum', 'sargassum', 'two letters that changed places at the beginning'],
    ['sargasu', 'sargassu', 'one letter too few'],
    ['muncipality', 'municipallity', 'two slips in a long word'],
    ['hurrixane-zonth', 'hurricane-month', 'a wrong letter in each of two words'],
    ['huricane-seson', 'hurricane-season', 'a slip in each of two words'],
    ['streetfood', 'street-foods', 'two slips with the hyphen'],
  ])('takes %s for %s: %s', (slip, meant) => {
    expect(slips([meant, slip])).toEqual([`${slip} → ${meant}`]);
  });

  it.each([
    ['north-coast', 'south-coast', 'a short word differs by two letters'],
    ['playa-north', 'playa-south', 'a short last word differs by two letters'],
    ['immigration', 'emigration', 'nobody mistypes how a word begins'],
    ['elections-2024', 'elections-2027', 'the number is meant'],
    ['election-2024', 'elections-2027', 'the number is meant even beside a slip'],
    ['turismo', 'tourism', 'a short word is two letters away'],
    ['municipality', 'municipalidad', 'three letters differ'],
    ['fishing', 'fisheng-tour', 'the lengths are far apart'],
    ['corn', 'cork', 'so short a word is not judged'],
    ['red-tide', 'rad-tids', 'two short words differ'],
  ])('does not take %s for %s: %s', (one, other) => {
    expect(slips([one, other])).toEqual([]);
  });

  it('suggests the nearest', () => {
    const tags = [makeTag('hurricanos'), makeTag('hurricanes')];
    const [problem = ''] = said({ tags, articles: [makeArticle({ tags: ['huricanes'] })] });
    expect(problem).toContain('did you mean “hurricanes”?');
  });

  it('takes no word of one language for a slip of the other’s, if neither topic has a file', () => {
    const articles = [makeArticle({ tags: ['education'] }), makeArticle({ locale: 'es', tags: ['educacion'] })];
    expect(said({ articles })).toEqual([]);
    expect(said({ articles, tags: [makeTag('education')] })).toHaveLength(1);
  });

  it('does not compare each of five thousand topics with each', () => {
    const letters = 'abcdefghijklmnopqrst';
    const word = (number: number) =>
      [1, 20, 400, 8000].map((place) => letters[Math.floor((number * 7919) / place) % 20]).join('');
    const topics = Array.from(
      { length: 5000 },
      (_, index) => word(index) + word(index * 31 + 7) + letters.slice(0, index % 7),
    );
    const articles = makeArticles(500).map((article, index) => ({
      ...article,
      tags: topics.slice(index * 10, index * 10 + 10),
    }));
    const newsroom = makeNewsroom({ articles });
    // The processor's time of both, which other work on the machine lengthens alike.
    const secondsOf = (work: () => void) => {
      const begun = process.threadCpuUsage();
      work();
      return process.threadCpuUsage(begun).user / 1_000_000;
    };
    const eachWithEach = secondsOf(() =>
      topics.slice(0, 1000).map((one) => topics.map((other) => distance(one, other))),
    );
    expect(secondsOf(() => crossCheck(newsroom))).toBeLessThan(eachWithEach);
  });

  it('says it once, at the first story', () => {
    const articles = [...makeArticles(2, { tags: ['sargasum'] }), makeArticle({ locale: 'es', tags: ['sargasum'] })];
    expect(crossCheck(makeNewsroom({ articles })).map(({ file }) => file)).toEqual(['articles/en/2026/story-0.md']);
  });

  it.each(['sargassums-and-more', 'corn', 'saragsum'])('says nothing of %s', (tag) => {
    const tags = [makeTag('sargassum'), makeTag('cork')];
    expect(said({ tags, articles: [makeArticle({ tags: [tag] })] })).toEqual([]);
  });

  it('says nothing of two topics that both have files', () => {
    const tags = [makeTag('cenotes'), makeTag('cenote')];
    expect(said({ tags, articles: [makeArticle({ tags: ['cenotes', 'cenote'] })] })).toEqual([]);
  });
});

describe('a translation with the words of its original', () => {
  const pair = (more: Parameters<typeof makeArticle>[0], original: Parameters<typeof makeArticle>[0] = {}) =>
    said({
      articles: [
        makeArticle({ translationKey: 'reef', ...original }),
        makeArticle({ locale: 'es', translationKey: 'reef', ...more }),
      ],
    });

  it('is named at both, where the words are the same, once neither is a draft', () => {
    expect(pair({ title: 'Calma' })).toEqual([
      expect.stringMatching(/^articles\/en\/2026\/quiet-morning\.md .* description/),
      expect.stringMatching(/^articles\/es\/2026\/quiet-morning\.md .* description/),
    ]);
    expect(pair({ draft: true })).toEqual([]);
    expect(pair({}, { draft: true })).toEqual([]);
    // A name is the same in both languages.
    expect(pair({ description: 'Los buzos contaron peces.' })).toEqual([]);
  });
});
