import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeEditions, monthKey, placesOf, type ArticlesBy, type Edition } from '#src/newsroom/edition.ts';
import {
  editionsOf,
  makeArticle,
  makeAuthor,
  makeCategory,
  makeEdition,
  makeNewsroom,
  makePage,
  makeSite,
  makeTag,
  NOW,
} from '../../factories.ts';

const stems = (articles: readonly { id: string }[] | undefined) => articles?.map(({ id }) => id.split('/').at(-1));

/** Every story that an edition holds in any of its lists. */
function everyMention(edition: Edition): Set<string> {
  const groups: ArticlesBy[] = [edition.byAuthor, edition.byCategory, edition.byTag, edition.byPlace, edition.byMonth];
  const grouped = groups.flatMap((by) => [...by.values()].flat());
  return new Set([...edition.articles, ...grouped].map(({ id }) => id));
}

const withheld = [
  makeArticle({ stem: 'a-draft', draft: true, tags: ['canary'], authors: ['ignacio-ek'], translationKey: 'reef' }),
  makeArticle({ stem: 'embargoed', pubDate: '2026-11-25', tags: ['canary'], dateline: 'tulum' }),
  makeArticle({ stem: 'expired', expiryDate: '2026-11-21', categories: ['region'], places: ['tulum'] }),
  makeArticle({ stem: 'withdrawn', withdrawn: { date: '2026-11-21', reason: 'Wrong.' }, pubDate: '2025-01-05' }),
];

describe('makeEditions', () => {
  it('gives each language its own stories, newest first', () => {
    const { en, es } = editionsOf([
      makeArticle({ stem: 'older', pubDate: '2026-11-01' }),
      makeArticle({ stem: 'newer', pubDate: '2026-11-02' }),
      makeArticle({ locale: 'es', stem: 'nota' }),
    ]);
    expect(stems(en.articles)).toEqual(['newer', 'older']);
    expect(stems(es.articles)).toEqual(['nota']);
  });

  it('is the same whatever the order in which stories were read', () => {
    const stories = [
      ...withheld,
      ...[1, 2, 3, 4].map((day) => makeArticle({ stem: `s${day}`, pubDate: `2026-11-0${day}` })),
    ];
    const expected = makeEdition(stories);
    fc.assert(
      fc.property(fc.shuffledSubarray(stories, { minLength: stories.length }), (shuffled) => {
        const { translationsOf: _, ...edition } = makeEdition(shuffled);
        expect(expected).toMatchObject(edition);
      }),
      { numRuns: 20 },
    );
  });

  it('does not reorder the newsroom it is made from', () => {
    const newsroom = makeNewsroom({
      articles: [makeArticle({ stem: 'a', pubDate: '2026-01-01' }), makeArticle({ stem: 'b' })],
    });
    makeEditions(newsroom, makeSite(), NOW);
    expect(stems(newsroom.articles)).toEqual(['a', 'b']);
  });

  it('groups stories by what they name', () => {
    const edition = makeEdition([
      makeArticle({
        stem: 'one',
        authors: ['ana-pech', 'ignacio-ek'],
        categories: ['environment', 'region'],
        tags: ['reef'],
      }),
      makeArticle({ stem: 'two', pubDate: '2026-10-31T23:59', dateline: 'tulum', places: ['playa-del-carmen'] }),
    ]);
    expect(stems(edition.byAuthor.get('ana-pech'))).toEqual(['one', 'two']);
    expect(stems(edition.byAuthor.get('ignacio-ek'))).toEqual(['one']);
    expect(stems(edition.byCategory.get('region'))).toEqual(['one']);
    expect(stems(edition.byTag.get('reef'))).toEqual(['one']);
    expect(stems(edition.byPlace.get('tulum'))).toEqual(['two']);
    expect([...edition.byMonth.keys()]).toEqual(['2026/11', '2026/10']);
  });

  it('lists authors, topics and places that have stories, and every section', () => {
    const edition = makeEdition([makeArticle({ tags: ['wind', 'reef'], dateline: 'tulum' })]);
    expect(edition.authors.map(({ id }) => id)).toEqual(['ana-pech']);
    expect(edition.tags.map(({ id }) => id)).toEqual(['reef', 'wind']);
    expect(edition.places.map(({ id }) => id)).toEqual(['tulum']);
    expect(edition.categories.map(({ id }) => id)).toEqual(['environment', 'culture', 'region']);
  });

  it('keeps the publisher’s order of sections and pages, and their names’ order within it', () => {
    const edition = makeEdition([], {
      newsroom: {
        categories: [makeCategory('b'), makeCategory('z', { order: 1 }), makeCategory('a')],
        pages: [makePage({ stem: 'ethics' }), makePage({ stem: 'contact', order: 5 }), makePage({ stem: 'about' })],
      },
    });
    expect(edition.categories.map(({ id }) => id)).toEqual(['z', 'a', 'b']);
    expect(edition.pages.map(({ slug }) => slug)).toEqual(['contact', 'about', 'ethics']);
  });

  it('titles a topic from its file, or from its slug if it has none', () => {
    const edition = makeEdition([makeArticle({ tags: ['sargassum', 'sea-turtles-of-mexico'] })]);
    expect(edition.tag.get('sargassum')?.title).toEqual({ en: 'Sargassum', es: 'Sargazo' });
    expect(edition.tag.get('sea-turtles-of-mexico')).toEqual({
      id: 'sea-turtles-of-mexico',
      title: { en: 'Sea turtles of mexico', es: 'Sea turtles of mexico' },
      aliases: [],
    });
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(makeEdition([]))).toBe(true);
  });
});

describe('what is withheld', () => {
  const open = makeArticle({ stem: 'open', pubDate: '2026-11-19' });

  it('is nowhere in the edition', () => {
    expect(everyMention(makeEdition([open, ...withheld]))).toEqual(new Set([open.id]));
  });

  it('leaves no trace: topics, authors, places and months are those of an edition without it', () => {
    const { translationsOf: _, withdrawn, ...withThem } = makeEdition([open, ...withheld]);
    expect(makeEdition([open])).toMatchObject(withThem);
    // Of one that was withdrawn its address and the reason are told, and nothing else.
    expect(withdrawn).toEqual([
      { locale: 'en', slug: 'withdrawn', date: new Date('2026-11-21T05:00:00Z'), reason: 'Wrong.', aliases: [] },
    ]);
    expect(withThem.tags).toEqual([]);
    expect(withThem.authors.map(({ id }) => id)).toEqual(['ana-pech']);
    expect([...withThem.byMonth.keys()]).toEqual(['2026/11']);
  });

  it('is nobody’s translation', () => {
    const nota = makeArticle({ locale: 'es', stem: 'nota', translationKey: 'reef' });
    const { es } = editionsOf([nota, ...withheld]);
    expect(es.translationsOf(nota)).toEqual([]);
  });

  it('comes out by itself when its time comes', () => {
    const later = new Date('2026-11-25T00:00:00-05:00');
    expect(stems(makeEdition([open, ...withheld], { now: later }).articles)).toEqual(['embargoed', 'open']);
  });
});

describe('an update or a correction that is dated later', () => {
  const said = { kind: 'correction', text: 'It was Tuesday.' } as const;
  const story = makeArticle({
    stem: 'reef',
    translationKey: 'reef',
    updatedDate: '2026-11-25T09:00',
    corrections: [
      { date: '2026-11-24T12:00', ...said },
      { date: '2026-11-24T12:01', ...said },
    ],
  });
  const nota = makeArticle({ locale: 'es', stem: 'arrecife', translationKey: 'reef' });
  const shownAt = (now: Date) => editionsOf([story, nota], { now });

  it('is in no list of the edition, and in no translation', () => {
    const { en, es } = shownAt(NOW);
    const [version] = es.translationsOf(nota);
    const versions = [en.articles[0], en.byAuthor.get('ana-pech')?.[0], en.byMonth.get('2026/11')?.[0], version];
    for (const shown of versions) {
      expect(shown).toMatchObject({ id: story.id, corrections: [story.corrections[0]] });
      expect(shown).not.toHaveProperty('updatedDate');
    }
  });

  it('comes out by itself when its time comes', () => {
    const [update, correction] = ['2026-11-25T09:00:00-05:00', '2026-11-24T12:01:00-05:00'].map((at) => new Date(at));
    expect(shownAt(correction ?? NOW).en.articles).toMatchObject([{ corrections: story.corrections }]);
    expect(shownAt(correction ?? NOW).en.articles[0]).not.toHaveProperty('updatedDate');
    expect(shownAt(update ?? NOW).en.articles).toEqual([story]);
  });

  it('keeps the update that is due beside a correction that is not', () => {
    const updated = makeArticle({ updatedDate: '2026-11-22', corrections: [{ date: '2026-12-01', ...said }] });
    const [shown] = makeEdition([updated]).articles;
    expect(shown).toEqual({ ...updated, corrections: [], digest: shown?.digest });
  });

  it('stays in the newsroom that the edition was made from', () => {
    const before = structuredClone(story);
    shownAt(NOW);
    expect(story).toEqual(before);
  });
});

describe('translationsOf', () => {
  const story = makeArticle({ stem: 'reef', translationKey: 'reef' });
  const nota = makeArticle({ locale: 'es', stem: 'arrecife', translationKey: 'reef' });
  const lone = makeArticle({ stem: 'lone' });
  const pages = [
    makePage({ stem: 'about', translationKey: 'reef' }),
    makePage({ locale: 'es', stem: 'acerca-de', translationKey: 'reef' }),
  ];
  const { en, es } = editionsOf([story, nota, lone], { newsroom: { pages } });

  it('pairs the two versions, both ways', () => {
    expect(en.translationsOf(story)).toEqual([nota]);
    expect(es.translationsOf(nota)).toEqual([story]);
  });

  it('never offers a version in the same language', () => {
    const twin = makeArticle({ stem: 'reef-again', translationKey: 'reef' });
    expect(editionsOf([story, twin, nota]).en.translationsOf(story)).toEqual([nota]);
  });

  it('finds none for a story that names no pair', () => {
    expect(en.translationsOf(lone)).toEqual([]);
  });

  it('pairs pages with pages, even under a story’s key', () => {
    const [about] = en.pages;
    expect(about && en.translationsOf(about).map(({ id }) => id)).toEqual(['es/acerca-de']);
  });
});

describe('placesOf', () => {
  it('puts the place a story was filed from first, once', () => {
    expect(placesOf(makeArticle({ dateline: 'tulum', places: ['coba'] }))).toEqual(['tulum', 'coba']);
    expect(placesOf(makeArticle({ dateline: 'tulum', places: ['coba', 'tulum'] }))).toEqual(['coba', 'tulum']);
    expect(placesOf(makeArticle({ places: ['coba'] }))).toEqual(['coba']);
    expect(placesOf(makeArticle())).toEqual([]);
  });
});

describe('monthKey', () => {
  it('counts months in Cancún: the last minute of October is October', () => {
    expect(monthKey(makeArticle({ pubDate: '2026-10-31T23:59' }))).toBe('2026/10');
    expect(monthKey(makeArticle({ pubDate: '2026-11-01T00:00' }))).toBe('2026/11');
    expect(monthKey(makeArticle({ pubDate: '2026-11-01T04:59Z' }))).toBe('2026/10');
  });
});

describe('an author or topic of one language only', () => {
  it('is listed there and not in the other', () => {
    const { en, es } = editionsOf([makeArticle({ authors: ['luz'], tags: ['surf'] })], {
      newsroom: { authors: [makeAuthor('luz')], tags: [makeTag('surf')] },
    });
    expect([en.authors.length, es.authors.length, en.tags.length, es.tags.length]).toEqual([1, 0, 1, 0]);
  });
});
