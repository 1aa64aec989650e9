import { describe, expect, it } from 'vitest';
import { lastChange, sitemapFacts } from '#src/seo/sitemap.ts';
import { editionsOf, makeArticle, makePage } from '../../factories.ts';

const ORIGIN = 'https://paper.example';

const story = makeArticle({ stem: 'reef', pubDate: '2026-11-01', translationKey: 'reef' });
const nota = makeArticle({ locale: 'es', stem: 'arrecife', pubDate: '2026-11-02', translationKey: 'reef' });
const lone = makeArticle({ stem: 'lone', pubDate: '2026-11-03T07:30' });
const secret = makeArticle({ stem: 'secret', pubDate: '2026-11-25', translationKey: 'secret' });
const secreto = makeArticle({ locale: 'es', stem: 'secreto', draft: true, translationKey: 'secret' });
const pages = [makePage(), makePage({ locale: 'es', stem: 'acerca-de', translationKey: 'about' })];

const factsOf = (...stories: Parameters<typeof editionsOf>[0]) =>
  sitemapFacts(Object.values(editionsOf(stories, { newsroom: { pages } })));

const facts = factsOf(story, nota, lone, secret, secreto);

describe('sitemapFacts', () => {
  it('knows stories, pages, fronts and latest lists of both editions, and nothing withheld', () => {
    expect([...facts.keys()].sort()).toEqual(
      [
        '/',
        '/about/',
        '/articles/lone/',
        '/articles/reef/',
        '/es/',
        '/es/acerca-de/',
        '/es/articulos/arrecife/',
        '/es/ultimas/',
        '/latest/',
      ].map((path) => `${ORIGIN}${path}`),
    );
  });

  it('says when each was last changed', () => {
    const changed = (path: string) => facts.get(`${ORIGIN}${path}`)?.lastmod;
    expect(changed('/articles/lone/')).toBe('2026-11-03T07:30:00-05:00');
    expect(changed('/about/')).toBe('2026-10-01T00:00:00-05:00');
    expect(changed('/')).toBe('2026-11-03T07:30:00-05:00');
    expect(changed('/es/')).toBe('2026-11-02T00:00:00-05:00');
    expect(changed('/latest/')).toBe('2026-11-03T07:30:00-05:00');
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

  it('lists both versions of a pair, each in the facts of the other', () => {
    const versions = (path: string) =>
      facts.get(`${ORIGIN}${path}`)?.alternates.map(({ lang, url }) => `${lang} ${url}`);
    const pair = [`en ${ORIGIN}/articles/reef/`, `es-MX ${ORIGIN}/es/articulos/arrecife/`];
    expect(versions('/articles/reef/')).toEqual(pair);
    expect(versions('/es/articulos/arrecife/')?.toSorted()).toEqual(pair);
    expect(versions('/about/')).toEqual([`en ${ORIGIN}/about/`, `es-MX ${ORIGIN}/es/acerca-de/`]);
    expect(versions('/')).toEqual([`en ${ORIGIN}/`, `es-MX ${ORIGIN}/es/`]);
    expect(versions('/articles/lone/')).toEqual([]);
  });

  it('names every address it lists as a version among the facts', () => {
    for (const { alternates } of facts.values())
      for (const { url } of alternates) expect([...facts.keys()]).toContain(url);
  });

  it('has no date for the front of an edition without stories', () => {
    expect(factsOf().has(`${ORIGIN}/`)).toBe(false);
  });
});

describe('lastChange', () => {
  it('is publication where nothing changed since', () => {
    expect(lastChange(makeArticle())).toEqual(new Date('2026-11-20T14:00:00Z'));
  });

  it('is the update where that is the latest', () => {
    expect(lastChange(makeArticle({ updatedDate: '2026-11-21T09:00' }))).toEqual(new Date('2026-11-21T14:00:00Z'));
  });
});
