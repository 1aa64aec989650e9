import { describe, expect, it } from 'vitest';
import { correctionsGroups } from '#src/page-data/corrections.ts';
import { pathsOf } from '#src/page-data/page-group.ts';
import { withdrawnGroups } from '#src/page-data/withdrawn.ts';
import { editionsOf, makeArticle, makePage, makeSite } from '../../factories.ts';

type Editions = ReturnType<typeof editionsOf>;

const pathsIn = (editions: Editions, locale: 'en' | 'es' = 'en') =>
  pathsOf(correctionsGroups(editions[locale], Object.values(editions)));
const pageOf = (editions: Editions, page?: string, locale: 'en' | 'es' = 'en') =>
  pathsIn(editions, locale).find(({ params }) => params.page === page)?.props.page;

const corrected = (stem: string, ...days: number[]) =>
  makeArticle({
    stem,
    pubDate: '2026-09-01',
    title: `About "${stem}"`,
    corrections: days.map((day) => ({
      date: `2026-10-${String(day).padStart(2, '0')}`,
      kind: day % 2 === 0 ? 'update' : 'clarification',
      text: `It's day ${day}.`,
    })),
  });

const pages = [
  makePage({ stem: 'corrections-policy' }),
  makePage({ locale: 'es', stem: 'politica', translationKey: 'corrections-policy' }),
];

describe('the list of corrections', () => {
  it('shows each with its date, its kind, its text and the story it is of, newest first', () => {
    const page = pageOf(editionsOf([corrected('reef', 4, 9)]));
    expect(page?.corrections).toEqual([
      {
        date: { iso: '2026-10-09T00:00:00-05:00', text: '9 Oct 2026' },
        kind: 'Clarification',
        text: 'It’s day 9.',
        article: { text: 'About “reef”', href: '/articles/reef/' },
      },
      {
        date: { iso: '2026-10-04T00:00:00-05:00', text: '4 Oct 2026' },
        kind: 'Update',
        text: 'It’s day 4.',
        article: { text: 'About “reef”', href: '/articles/reef/' },
      },
    ]);
  });

  it('is cut into pages whose numbers stay', () => {
    const days = Array.from({ length: 17 }, (_, index) => index + 1);
    const paths = pathsIn(editionsOf([corrected('reef', ...days)], { lists: { articlesPerPage: 5 } }));
    const byPage = new Map(paths.map(({ params, props }) => [params.page, props.page]));
    const lengths = new Map([...byPage].map(([page, { corrections }]) => [page, corrections.length]));
    expect(lengths).toEqual(
      new Map([
        [undefined, 7],
        ['page/2', 5],
        ['page/1', 5],
      ]),
    );
    expect(byPage.get('page/2')?.pager).toEqual({
      current: 'Page 2',
      newer: { text: 'Newest corrections', href: '/corrections/' },
      older: { text: 'Older corrections', href: '/corrections/page/1/' },
    });
    expect(byPage.get('page/1')?.head.title).toBe('Corrections, Page 1 · Coast News & Events');
    expect(byPage.get('page/1')?.description).toBeUndefined();
  });

  it('is in both editions, each the other’s version, though nothing has been corrected', () => {
    const editions = editionsOf([]);
    expect(pathsIn(editions, 'es').map(({ params }) => params)).toEqual([
      { locale: 'es', corrections: 'correcciones', page: undefined },
    ]);
    const page = pageOf(editions, undefined, 'es');
    expect(page?.corrections).toEqual([]);
    expect(page?.translations).toEqual([{ locale: 'en', href: '/corrections/' }]);
    expect(page?.head.alternates.map(({ href }) => href)).toEqual([
      'https://paper.example/corrections/',
      'https://paper.example/es/correcciones/',
    ]);
    expect(page?.head.noIndex).toBe(false);
  });

  it('leads to the page on corrections if there is one, and to the editors', () => {
    const editions = editionsOf([], { newsroom: { pages } });
    expect(pageOf(editions)?.policy).toEqual({ text: 'How we correct', href: '/corrections-policy/' });
    expect(pageOf(editions, undefined, 'es')?.policy?.href).toBe('/es/politica/');
    expect(pageOf(editions)?.report?.href).toBe('mailto:newsroom@paper.example');
    expect(pageOf(editionsOf([]))?.policy).toBeUndefined();
  });

  it('is rendered anew for what it shows of an article, and for nothing else of it', () => {
    const keysOf = (...stories: Parameters<typeof editionsOf>[0]) =>
      pathsIn(editionsOf(stories)).map(({ cacheKey }) => cacheKey);
    const before = keysOf(corrected('reef', 4), makeArticle({ stem: 'rain' }));
    const edited = { ...corrected('reef', 4), description: 'Other words.', bodyDigest: 'x', digest: 'y' };
    expect(keysOf(edited, makeArticle({ stem: 'rain', title: 'Other words' }))).toEqual(before);
    expect(keysOf({ ...edited, title: 'Another headline' })).not.toEqual(before);
    expect(keysOf(corrected('reef', 5))).not.toEqual(before);
  });
});

describe('the notice of a withdrawn story', () => {
  const story = makeArticle({
    stem: 'pier',
    locale: 'es',
    title: 'Canary headline',
    description: 'Canary standfirst',
    tags: ['canary'],
    translationKey: 'pier',
    withdrawn: { date: '2026-11-21T10:00', reason: 'It "could not" be confirmed.' },
  });
  const other = makeArticle({ stem: 'version', translationKey: 'pier' });
  const [path] = pathsOf(withdrawnGroups(editionsOf([story, other]).es));
  const page = path?.props.page;

  it('is at the article’s address and says when and why it was withdrawn', () => {
    expect(path?.params).toEqual({ locale: 'es', articles: 'articulos', withdrawn: 'pier' });
    expect(page?.date).toEqual({ iso: '2026-11-21', text: '21 de noviembre de 2026' });
    expect(page?.reason).toBe('It “could not” be confirmed.');
    expect(page?.editors.href).toBe(`mailto:${makeSite().email}`);
  });

  it('is kept out of search engines, names no other version, and bears the mark of a notice', () => {
    expect(page?.head).toMatchObject({
      title: 'Esta nota fue retirada · Coast News & Events',
      canonical: 'https://paper.example/es/articulos/pier/',
      noIndex: true,
      alternates: [],
      mark: { name: 'story-status', content: 'withdrawn' },
      openGraph: { type: 'website' },
    });
  });

  it('holds no word, name or picture of the story', () => {
    expect(JSON.stringify(path)).not.toMatch(/canary|version/i);
  });

  it('is made for every withdrawn story of the edition that readers may have seen, and no other', () => {
    const withdrawn = { date: '2026-11-21', reason: 'It was not so.' };
    const stories = [
      makeArticle({ stem: 'seen', withdrawn }),
      makeArticle({ stem: 'unseen', draft: true, withdrawn }),
      makeArticle({ stem: 'published' }),
    ];
    const groups = withdrawnGroups(editionsOf(stories).en);
    expect(pathsOf(groups).map(({ params }) => params.withdrawn)).toEqual(['seen']);
    expect(groups.map(({ count }) => count)).toEqual([1]);
  });
});
