import { describe, expect, it } from 'vitest';
import type { ListingPage } from '#src/page-data/listing.ts';
import { authorGroups, latestGroups, placeGroups, categoryGroups, tagGroups } from '#src/page-data/lists.ts';
import { pathsOf, type PageGroup } from '#src/page-data/page-group.ts';
import { editionsOf, makeArticle, makeArticles, makeAuthor, makeEvent } from '../../factories.ts';

const FIVE = { lists: { articlesPerPage: 5 } };

type Editions = ReturnType<typeof editionsOf>;
type MakeGroups = (
  edition: Editions['en'],
  editions: Editions['en'][],
) => PageGroup<{ params: object; props: { page: ListingPage } }>[];

/** All pages of one kind of list in one edition. */
const pagesOf = (makeGroups: MakeGroups, editions: Editions, locale: 'en' | 'es' = 'en') =>
  pathsOf<{ props: { page: ListingPage } }>(makeGroups(editions[locale], Object.values(editions))).map(
    ({ props }) => props.page,
  );

const pathOf = (page: ListingPage | undefined) => page && new URL(page.head.canonical).pathname;

describe('the pages of a list', () => {
  const editions = editionsOf(makeArticles(17), FIVE);
  const pages = pagesOf(latestGroups, editions);

  it('are a front with the newest and full numbered pages, the highest number next', () => {
    expect(pages.map((page) => [pathOf(page), page.cards.length])).toEqual([
      ['/latest/', 7],
      ['/latest/page/2/', 5],
      ['/latest/page/1/', 5],
    ]);
  });

  it('know the address of their list', () => {
    expect(pages.map(({ url }) => url)).toEqual(Array(3).fill('/latest/'));
  });

  it('lead from one to the next and back', () => {
    const links = pages.map(({ pager }) => [
      pager.newer?.href,
      pager.newer?.text,
      pager.older?.href,
      pager.older?.text,
    ]);
    expect(links).toEqual([
      [undefined, undefined, '/latest/page/2/', 'Older stories'],
      ['/latest/', 'Newest stories', '/latest/page/1/', 'Older stories'],
      ['/latest/page/2/', 'Newer stories', undefined, undefined],
    ]);
  });

  it('have the parameters of their routes', () => {
    const paths = pathsOf(latestGroups(editionsOf(makeArticles(12, { locale: 'es' }), FIVE).es, []));
    expect(paths.map(({ params }) => params)).toEqual([
      { locale: 'es', latest: 'ultimas', page: undefined },
      { locale: 'es', latest: 'ultimas', page: 'pagina/1' },
    ]);
  });

  it('have titles and descriptions of their own', () => {
    expect(pages.map(({ head }) => head.title.split(' · ')[0])).toEqual(['Latest', 'Latest, Page 2', 'Latest, Page 1']);
    expect(new Set(pages.map(({ head }) => head.description)).size).toBe(3);
    expect(pages.map(({ pager }) => pager.current)).toEqual([undefined, 'Page 2', 'Page 1']);
  });

  it('say what the list is about on its front only', () => {
    expect(pages.map(({ description }) => description !== undefined)).toEqual([true, false, false]);
  });

  it('name the other edition’s list as a translation on its front only', () => {
    expect(pages.map(({ head }) => head.alternates.length)).toEqual([2, 0, 0]);
    // The reader’s language switch leads to the list itself from every page of it.
    expect(pages.map(({ translations }) => translations)).toEqual(
      Array(3).fill([{ locale: 'es', href: '/es/ultimas/' }]),
    );
  });
});

describe('sections', () => {
  it('have a page each in both languages, even without stories', () => {
    const editions = editionsOf([makeArticle()]);
    expect(pagesOf(categoryGroups, editions).map(pathOf)).toEqual([
      '/sections/environment/',
      '/sections/culture/',
      '/sections/region/',
    ]);
    expect(pagesOf(categoryGroups, editions, 'es')[0]).toMatchObject({
      title: 'Medio ambiente',
      kicker: 'Sección',
      categoryId: 'environment',
      cards: [],
      translations: [{ locale: 'en', href: '/sections/environment/' }],
    });
  });

  it('hold the stories for which they are the second section too', () => {
    const editions = editionsOf([makeArticle({ categories: ['culture', 'region'] })]);
    expect(pagesOf(categoryGroups, editions).map(({ cards }) => cards.length)).toEqual([0, 1, 1]);
  });
});

describe('topics', () => {
  const editions = editionsOf([
    makeArticle({ tags: ['sargassum', 'sea-turtles'] }),
    makeArticle({ locale: 'es', tags: ['sargassum'] }),
  ]);

  it('name the other edition’s list only if there is one', () => {
    const [sargassum, turtles] = pagesOf(tagGroups, editions);
    expect(sargassum).toMatchObject({ translations: [{ locale: 'es', href: '/es/temas/sargazo/' }] });
    expect(sargassum?.head.alternates).toHaveLength(2);
    expect(turtles).toMatchObject({ title: 'Sea turtles', translations: [], head: { alternates: [] } });
  });

  it('describe themselves to search engines even without a description', () => {
    expect(pagesOf(tagGroups, editions)[1]).toMatchObject({
      description: undefined,
      head: { description: 'Stories about Sea turtles.' },
    });
  });

  it('point to each other from both languages', () => {
    const [english] = pagesOf(tagGroups, editions);
    const [spanish] = pagesOf(tagGroups, editions, 'es');
    expect(spanish?.head.alternates).toEqual(english?.head.alternates);
  });

  it('are not made for stories that are withheld', () => {
    expect(pagesOf(tagGroups, editionsOf([makeArticle({ tags: ['canary'], draft: true })]))).toEqual([]);
  });
});

describe('authors', () => {
  const authors = [
    makeAuthor('ana-pech', {
      email: 'ana@paper.example',
      website: 'https://ana.example/',
      biography: { en: 'A "diver".', es: 'Buza.' },
    }),
    makeAuthor('idle'),
  ];
  const editions = editionsOf([makeArticle()], { newsroom: { authors } });

  it('have a page while they have stories, with who they are', () => {
    expect(pagesOf(authorGroups, editions)).toMatchObject([
      {
        title: 'Ana Pech',
        kicker: 'Written by',
        description: 'A “diver”.',
        author: { role: 'Reporter', email: 'ana@paper.example', website: 'https://ana.example/' },
        translations: [],
      },
    ]);
    expect(pagesOf(authorGroups, editions, 'es')).toEqual([]);
  });
});

describe('places', () => {
  const editions = editionsOf([
    makeArticle({ dateline: 'mexico-city', places: ['playa-del-carmen'] }),
    makeArticle({ locale: 'es', places: ['playa-del-carmen'] }),
  ]);

  it('show their map, where they are and their other names', () => {
    const playa = pagesOf(placeGroups, editions, 'es')[0];
    expect(playa).toMatchObject({
      title: 'Playa del Carmen',
      map: {
        src: '/maps/playa-del-carmen.svg',
        alt: 'Mapa que muestra Playa del Carmen',
        caption: 'Playa del Carmen, Quintana Roo',
      },
      note: 'También: PDC, Playa',
      translations: [{ locale: 'en', href: '/places/playa-del-carmen/' }],
    });
  });

  it('do not name a city’s state twice', () => {
    const [capital] = pagesOf(placeGroups, editionsOf([makeArticle({ locale: 'es', dateline: 'mexico-city' })]), 'es');
    expect(capital?.map?.caption).toBe('Ciudad de México, México');
    expect(capital?.note).toBeUndefined();
  });

  it('count the place a story was filed from', () => {
    expect(pagesOf(placeGroups, editions).map(({ title, cards }) => [title, cards.length])).toEqual([
      ['Mexico City', 1],
      ['Playa del Carmen', 1],
    ]);
  });
});

describe('a card', () => {
  it('shows a story in short', () => {
    const story = makeArticle({
      title: 'The "quiet" reef',
      pubDate: '2026-11-22T18:40',
      sponsor: { name: 'A hotel', url: 'https://hotel.example/' },
    });
    const [page] = pagesOf(latestGroups, editionsOf([story]));
    expect(page?.cards).toEqual([
      {
        href: '/articles/quiet-morning/',
        headline: 'The “quiet” reef',
        standfirst: 'Divers counted fish where the sargassum did not come.',
        category: { text: 'Environment', href: '/sections/environment/' },
        date: { iso: '2026-11-22T18:40:00-05:00', text: '22 Nov 2026' },
        moment: '22 Nov, 18:40',
        picture: undefined,
        genre: undefined,
        sponsorLabel: 'Sponsored',
      },
    ]);
  });
});

describe('the page of a place', () => {
  const now = new Date('2026-12-01T12:00:00-05:00');
  const stories = makeArticles(12, { places: ['tulum'] });
  const at = (stem: string, start: string, more: Parameters<typeof makeEvent>[0] = {}) =>
    makeEvent({ stem, title: stem, start, end: undefined, duration: '2h', ...more });
  const EVENTS = [
    at('over', '2026-11-30T20:00'),
    at('fifth', '2026-12-08T20:00'),
    at('exhibition', '2026-11-20', { duration: undefined, end: '2026-12-20' }),
    at('elsewhere', '2026-12-02T20:00', { place: 'playa-del-carmen' }),
    at('cancelled', '2026-12-02T20:00', { status: 'cancelled', changes: [{ date: '2026-11-29', text: 'Rain.' }] }),
    at('songs', '2026-11-06T20:00', {
      repeats: { every: 'week', until: '2027-03-26', cancelled: [{ date: '2026-12-04', reason: 'Rain.' }] },
    }),
    at('tonight', '2026-12-01T20:00'),
    at('sixth', '2026-12-12T20:00'),
  ];
  const places = (events: readonly ReturnType<typeof makeEvent>[]) => {
    const editions = editionsOf(stories, { ...FIVE, now, newsroom: { events } });
    return pathsOf(placeGroups(editions.en, Object.values(editions)));
  };
  const [front, ...numbered] = places(EVENTS);

  it('has the next four events that readers can go to there, each with its next date', () => {
    expect(front?.props.page.events?.dates.map(({ title, day, clock }) => [title, day.text, clock.text])).toEqual([
      ['exhibition', 'Friday 20 November\u2009–\u2009Sunday 20 December 2026', ''],
      ['tonight', 'Tue 1 Dec', '20:00–22:00'],
      ['fifth', 'Tue 8 Dec', '20:00–22:00'],
      ['songs', 'Fri 11 Dec', '20:00–22:00'],
    ]);
    expect(front?.props.page.events).toMatchObject({
      title: 'Events in Tulum',
      more: { text: 'All events in Tulum', href: '/events/place/tulum/' },
    });
  });

  it('shows them on its front alone, so that an event changes no numbered page', () => {
    expect(numbered.length).toBeGreaterThan(0);
    const [otherFront, ...others] = places([at('new', '2026-12-02T20:00')]);
    expect(numbered.map(({ props }) => props.page.events)).toEqual(numbered.map(() => undefined));
    expect(others.map(({ cacheKey }) => cacheKey)).toEqual(numbered.map(({ cacheKey }) => cacheKey));
    expect(otherFront?.cacheKey).not.toBe(front?.cacheKey);
  });

  it('says nothing of events if none is to come', () => {
    expect(places([at('over', '2026-11-30T20:00')])[0]?.props.page.events).toBeUndefined();
  });
});
