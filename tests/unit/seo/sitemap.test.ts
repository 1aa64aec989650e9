import { describe, expect, it } from 'vitest';
import type { Head } from '#src/seo/head.ts';
import { sitemapChunks } from '#src/seo/sitemap.ts';
import { archiveGroups } from '#src/page-data/archive.ts';
import { authorGroups, latestGroups, placeGroups, categoryGroups, tagGroups } from '#src/page-data/lists.ts';
import { editionsOf, makeArticle, makeArticles, makePage, makePicture } from '../../factories.ts';

const ORIGIN = 'https://paper.example';

const article = makeArticle({ stem: 'reef', pubDate: '2026-11-01', translationKey: 'reef' });
const nota = makeArticle({ locale: 'es', stem: 'arrecife', pubDate: '2026-11-02', translationKey: 'reef' });
const lone = makeArticle({ stem: 'lone', pubDate: '2026-11-03T07:30' });
const secret = makeArticle({ stem: 'secret', pubDate: '2026-11-25', translationKey: 'secret' });
const secreto = makeArticle({ locale: 'es', stem: 'secreto', draft: true, translationKey: 'secret' });
const pages = [makePage(), makePage({ locale: 'es', stem: 'acerca-de', translationKey: 'about' })];

const everyEdition = (...articles: Parameters<typeof editionsOf>[0]) =>
  Object.values(editionsOf(articles, { newsroom: { pages } }));
const entriesOf = (editions: ReturnType<typeof everyEdition>) =>
  new Map(
    sitemapChunks(editions)
      .flatMap(({ entries }) => entries())
      .map(({ url, lastmod, links }) => [url, { lastmod, alternates: links }]),
  );
const factsOf = (...articles: Parameters<typeof editionsOf>[0]) => entriesOf(everyEdition(...articles));

const facts = factsOf(article, nota, lone, secret, secreto);

/** A page of any kind of list, and the months of the archive among them. */
interface ListPath {
  props: { page: { head: Head } | { page: { head: Head } } };
}

describe('the sitemap', () => {
  it('has the articles, pages, fronts and lists of both editions, and nothing withheld', () => {
    expect([...facts.keys()].sort()).toEqual(
      `/ /about/ /archive/ /archive/2026/ /archive/2026/11/ /articles/lone/ /articles/reef/
        /authors/ /authors/ana-pech/ /corrections/ /es/ /es/acerca-de/ /es/archivo/ /es/archivo/2026/
        /es/archivo/2026/11/ /es/articulos/arrecife/ /es/autores/ /es/autores/ana-pech/ /es/correcciones/ /es/lugares/
        /es/secciones/ /es/secciones/culture/ /es/secciones/medio-ambiente/ /es/secciones/region/ /es/seguir/ /es/temas/ /es/ultimas/ /follow/ /latest/
        /places/ /sections/ /sections/culture/ /sections/environment/ /sections/region/ /topics/`
        .split(/\s+/)
        .map((path) => `${ORIGIN}${path}`),
    );
  });

  it('has the date of each last change', () => {
    const changed = (path: string) => facts.get(`${ORIGIN}${path}`)?.lastmod;
    expect(changed('/articles/lone/')).toBe('2026-11-03T07:30:00-05:00');
    expect(changed('/about/')).toBe('2026-10-01T00:00:00-05:00');
    expect(changed('/')).toBe('2026-11-03T07:30:00-05:00');
    expect(changed('/es/')).toBe('2026-11-02T00:00:00-05:00');
    expect(changed('/latest/')).toBe('2026-11-03T07:30:00-05:00');
  });

  it('has the picture of a story', () => {
    const picture = { src: makePicture(), alt: 'A reef', credit: 'Ana Pech' };
    const entries = sitemapChunks(everyEdition({ ...article, picture }, lone)).flatMap((chunk) => chunk.entries());
    expect(entries.flatMap(({ images }) => images)).toEqual([
      expect.stringMatching(/^https:\/\/paper\.example\/_pictures\/.*1200x675\.webp$/),
    ]);
  });

  it('counts a correction as a change', () => {
    const corrected = makeArticle({
      stem: 'reef',
      pubDate: '2026-11-01',
      updatedDate: '2026-11-05',
      corrections: [
        { date: '2026-11-09', kind: 'correction', text: 'It was Tuesday.' },
        { date: '2026-11-04', kind: 'update', text: 'The road is open.' },
      ],
    });
    expect(factsOf(corrected).get(`${ORIGIN}/articles/reef/`)?.lastmod).toBe('2026-11-09T00:00:00-05:00');
  });

  it('lists both versions of a pair with each of them', () => {
    const versions = (path: string) =>
      facts.get(`${ORIGIN}${path}`)?.alternates.map(({ lang, url }) => `${lang} ${url}`);
    const pair = [`en ${ORIGIN}/articles/reef/`, `es-MX ${ORIGIN}/es/articulos/arrecife/`];
    expect(versions('/articles/reef/')).toEqual(pair);
    expect(versions('/es/articulos/arrecife/')?.toSorted()).toEqual(pair);
    expect(versions('/about/')).toEqual([`en ${ORIGIN}/about/`, `es-MX ${ORIGIN}/es/acerca-de/`]);
    expect(versions('/')).toEqual([`en ${ORIGIN}/`, `es-MX ${ORIGIN}/es/`]);
    expect(versions('/articles/lone/')).toEqual([]);
  });

  it('has an entry for every address that it lists as a version', () => {
    for (const { alternates } of facts.values())
      for (const { url } of alternates) expect([...facts.keys()]).toContain(url);
  });

  it('dates the corrections by the newest of them', () => {
    const corrected = makeArticle({
      stem: 'old',
      pubDate: '2026-09-01',
      corrections: [
        { date: '2026-10-05', kind: 'update', text: 'It is open.' },
        { date: '2026-10-02', kind: 'correction', text: 'It was Tuesday.' },
      ],
    });
    const listed = factsOf(article, corrected, nota);
    expect(listed.get(`${ORIGIN}/corrections/`)?.lastmod).toBe('2026-10-05T00:00:00-05:00');
    expect(listed.get(`${ORIGIN}/es/correcciones/`)?.lastmod).toBeUndefined();
  });

  it('has no date for other lists than these and the latest, since they change with every article', () => {
    const dated = [...facts].filter(([, { lastmod }]) => lastmod !== undefined).map(([url]) => url);
    expect(dated.filter((url) => /archive|archivo|sec|aut/.test(url))).toEqual([]);
    expect(dated).toHaveLength(9);
  });

  it('ignores updates and corrections before their time', () => {
    const early = makeArticle({
      updatedDate: '2026-11-25',
      corrections: [{ date: '2026-12-01', kind: 'update', text: 'The road is open.' }],
    });
    expect(factsOf(early).get(`${ORIGIN}/articles/quiet-morning/`)?.lastmod).toBe('2026-11-20T09:00:00-05:00');
  });

  it('has no date for the front of an edition without articles, and still lists the other edition with it', () => {
    const fronts = [
      { lang: 'en', url: `${ORIGIN}/` },
      { lang: 'es-MX', url: `${ORIGIN}/es/` },
    ];
    const oneSided = factsOf(lone);
    expect(oneSided.get(`${ORIGIN}/`)).toEqual({ lastmod: '2026-11-03T07:30:00-05:00', alternates: fronts });
    expect(oneSided.get(`${ORIGIN}/es/`)).toEqual({ lastmod: undefined, alternates: fronts });
    expect(oneSided.get(`${ORIGIN}/es/ultimas/`)).toEqual({
      lastmod: undefined,
      alternates: [
        { lang: 'en', url: `${ORIGIN}/latest/` },
        { lang: 'es-MX', url: `${ORIGIN}/es/ultimas/` },
      ],
    });
  });

  it('has for every list the versions that its page has, and for numbered pages none', () => {
    const both = { tags: ['sargassum'], dateline: 'tulum' };
    const articles = [
      ...makeArticles(45, both),
      makeArticle({ locale: 'es', stem: 'nota', pubDate: '2025-03-01', ...both }),
      makeArticle({
        stem: 'alone',
        pubDate: '2026-01-01',
        tags: ['wind'],
        places: ['mexico-city'],
        authors: ['ignacio-ek'],
      }),
    ];
    const editions = everyEdition(...articles);
    const entries = entriesOf(editions);
    const heads = editions.flatMap((edition) =>
      [latestGroups, categoryGroups, tagGroups, authorGroups, placeGroups, archiveGroups]
        .flatMap((groupsOf) => groupsOf(edition, editions).flatMap(({ paths }): readonly ListPath[] => paths()))
        .map(({ props: { page } }) => ('page' in page ? page.page.head : page.head)),
    );
    for (const { canonical, alternates } of heads) {
      const named = alternates.map(({ languageTag, href }) => ({ lang: languageTag, url: href }));
      expect({ canonical, versions: entries.get(canonical)?.alternates ?? [] }).toEqual({ canonical, versions: named });
    }
    const paired = heads.filter(({ alternates }) => alternates.length > 0).map(({ canonical }) => canonical);
    expect(paired).toEqual(
      expect.arrayContaining(
        [
          '/latest/',
          '/sections/region/',
          '/topics/sargassum/',
          '/authors/ana-pech/',
          '/places/tulum/',
          '/archive/',
        ].map((path) => `${ORIGIN}${path}`),
      ),
    );
    expect(entries.get(`${ORIGIN}/es/temas/sargazo/`)?.alternates).toEqual([
      { lang: 'en', url: `${ORIGIN}/topics/sargassum/` },
      { lang: 'es-MX', url: `${ORIGIN}/es/temas/sargazo/` },
    ]);
    for (const path of ['/topics/wind/', '/places/mexico-city/', '/authors/ignacio-ek/', '/archive/2026/01/'])
      expect(entries.get(`${ORIGIN}${path}`)).toEqual({ lastmod: undefined, alternates: [] });
  });
});

describe('the chunks of the sitemap', () => {
  const chunksOf = (...articles: Parameters<typeof editionsOf>[0]) => sitemapChunks(everyEdition(...articles));
  const october = makeArticle({ stem: 'october', pubDate: '2026-10-31T23:30' });

  it('are one for each month of articles, by the site’s own calendar, and one for pages', () => {
    const chunks = chunksOf(article, nota, lone, october);
    expect(chunks.map(({ name, entries, lastmod }) => [name, entries().length, lastmod()])).toEqual([
      ['2026-11', 3, '2026-11-03T07:30:00-05:00'],
      ['2026-10', 1, '2026-10-31T23:30:00-05:00'],
      ['pages', 33, '2026-11-03T07:30:00-05:00'],
    ]);
  });

  it('stay unchanged, all but two, when an article is published', () => {
    const before = new Map(chunksOf(article, nota, october).map(({ name, digest }) => [name, digest]));
    const changed = chunksOf(article, nota, october, lone).filter(({ name, digest }) => before.get(name) !== digest);
    expect(changed.map(({ name }) => name)).toEqual(['2026-11', 'pages']);
  });
});
