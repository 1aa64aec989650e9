import { describe, expect, it } from 'vitest';
import { crossCheck } from '#src/newsroom/cross-checks.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { makeArticle, makeArticles, makeCategory, makeNewsroom, makePage, makeTag } from '../../factories.ts';

const said = (parts: Partial<Newsroom>) => crossCheck(makeNewsroom(parts)).map(formatProblem);

const twins = (fields: Parameters<typeof makeArticle>[0]) => [
  makeArticle({ ...fields, stem: 'a' }),
  makeArticle({ ...fields, stem: 'b' }),
];

describe('crossCheck', () => {
  it('finds nothing wrong with a good newsroom', () => {
    const articles = [
      makeArticle({
        dateline: 'tulum',
        places: ['playa-del-carmen'],
        tags: ['sargassum', 'anything'],
        translationKey: 'reef',
      }),
      makeArticle({ locale: 'es', translationKey: 'reef', slug: 'quiet-morning' }),
    ];
    const pages = [makePage(), makePage({ locale: 'es', stem: 'acerca-de', translationKey: 'about' })];
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
  it('warns of a topic one letter away from one that has a file', () => {
    expect(said({ articles: [makeArticle({ tags: ['reef', 'sargasum'] })] })).toEqual([
      'articles/en/2026/quiet-morning.md  warning  tags[1] ("sargasum")  looks like another tag — did you mean “sargassum”? If it is a new topic, add tags/sargasum.yaml',
    ]);
  });

  it('warns of a topic one letter away from one that three stories have', () => {
    const articles = [...makeArticles(3, { tags: ['hurricanes'] }), makeArticle({ tags: ['huricanes'] })];
    expect(said({ articles })).toHaveLength(1);
    expect(said({ articles: articles.slice(1) })).toEqual([]);
  });

  it('says it once, at the first story', () => {
    const articles = makeArticles(2, { tags: ['sargasum'] });
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
