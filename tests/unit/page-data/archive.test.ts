import { describe, expect, it } from 'vitest';
import { archiveGroups } from '#src/page-data/archive.ts';
import { pathsOf } from '#src/page-data/page-group.ts';
import { editionsOf, makeArticle, makeArticles } from '../../factories.ts';

const stories = [
  ...makeArticles(3, { pubDate: '2026-11-20' }),
  makeArticle({ stem: 'october', pubDate: '2026-10-31T23:59' }),
  makeArticle({ stem: 'last-year', pubDate: '2025-12-01' }),
  makeArticle({ stem: 'nota', locale: 'es', pubDate: '2026-10-02' }),
  makeArticle({ stem: 'canary', draft: true, pubDate: '2024-01-01' }),
];
const editions = editionsOf(stories);
const all = Object.values(editions);
const english = pathsOf(archiveGroups(editions.en, all));
const spanish = pathsOf(archiveGroups(editions.es, all));

/** The archive's page for a period, '' for its index. */
function pageOf(paths: typeof english, period: string) {
  const path = paths.find(({ params }) => (params.period ?? '') === period);
  return path?.props.page;
}

describe('the archive', () => {
  it('has an index, a page a year and a list a month, for months that have stories', () => {
    expect(english.map(({ params }) => params.period)).toEqual([
      undefined,
      '2026',
      '2025',
      '2026/11',
      '2026/10',
      '2025/12',
    ]);
    expect(spanish.map(({ params }) => params)).toEqual([
      { locale: 'es', archive: 'archivo', period: undefined },
      { locale: 'es', archive: 'archivo', period: '2026' },
      { locale: 'es', archive: 'archivo', period: '2026/10' },
    ]);
  });

  it('counts what is published, in the reader’s language', () => {
    expect(pageOf(english, '')).toMatchObject({
      title: 'Archive',
      years: [
        {
          text: '2026',
          href: '/archive/2026/',
          count: '4 stories',
          months: [
            { text: 'November', href: '/archive/2026/11/', count: '3 stories' },
            { text: 'October', href: '/archive/2026/10/', count: '1 story' },
          ],
        },
        { text: '2025', count: '1 story', months: [{ text: 'December', count: '1 story' }] },
      ],
    });
    expect(pageOf(spanish, '')).toMatchObject({
      years: [{ count: '1 nota', months: [{ text: 'Octubre', href: '/es/archivo/2026/10/' }] }],
    });
  });

  it('shows one year on its page', () => {
    expect(pageOf(english, '2025')).toMatchObject({
      title: '2025',
      kicker: 'Archive',
      description: 'Stories of 2025.',
      years: [{ text: '2025' }],
    });
  });

  it('lists a month’s stories under its name', () => {
    expect(pageOf(english, '2026/10')).toMatchObject({
      title: 'October 2026',
      cards: [{ href: '/articles/october/' }],
      head: { description: 'Stories of October 2026.' },
    });
    expect(pageOf(spanish, '2026/10')?.title).toBe('Octubre de 2026');
  });

  it('names the other edition’s page only if there is one', () => {
    const others = (period: string) => pageOf(english, period)?.translations.map(({ href }) => href);
    expect(others('')).toEqual(['/es/archivo/']);
    expect(others('2026')).toEqual(['/es/archivo/2026/']);
    expect(others('2025')).toEqual([]);
    expect(others('2026/10')).toEqual(['/es/archivo/2026/10/']);
    expect(others('2026/11')).toEqual([]);
    expect(pageOf(english, '2026')?.head.alternates).toEqual(pageOf(spanish, '2026')?.head.alternates);
  });

  it('cuts a long month into pages that never change', () => {
    const month = editionsOf(makeArticles(12, { pubDate: '2026-11-20' }), { lists: { articlesPerPage: 5 } });
    const periods = pathsOf(archiveGroups(month.en, [month.en])).map(({ params }) => params.period);
    expect(periods).toEqual([undefined, '2026', '2026/11', '2026/11/page/1']);
  });

  it('is an index alone while there are no stories', () => {
    const { en } = editionsOf([]);
    const paths = pathsOf(archiveGroups(en, [en]));
    expect(paths).toHaveLength(1);
    expect(paths[0]?.props).toMatchObject({ kind: 'periods', page: { years: [], translations: [] } });
  });
});
