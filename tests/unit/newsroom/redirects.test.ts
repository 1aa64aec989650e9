import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey, redirectsOf } from '#src/newsroom/redirects.ts';
import type { Article, Newsroom } from '#src/newsroom/newsroom.ts';
import { viewOf } from '#src/rules/newsroom-view.ts';
import { checkNewsroom } from '#src/rules/run-rules.ts';
import {
  makeArticle,
  makeAuthor,
  makeCategory,
  makeEdition,
  makeNewsroom,
  makePage,
  makeTag,
  NOW,
} from '../../factories.ts';

const leads = (parts: Partial<Newsroom>, now = NOW) =>
  redirectsOf(makeNewsroom(parts), now).map(({ from, to }) => `${from} → ${to}`);

const story = (stem: string, aliases: string[], fields: Parameters<typeof makeArticle>[0] = {}) =>
  makeArticle({ stem, aliases, ...fields });

const withdrawn = { date: '2026-11-22', reason: 'It was not so.' };

/** The stories without those aliases that an editor would be asked to remove. */
function withoutFaulty(articles: readonly Article[]): Article[] {
  const faults = checkNewsroom(viewOf(makeNewsroom({ articles }))).map(
    ({ file, path }) => `${file} ${String(path?.[1])}`,
  );
  return articles.map((article) => ({
    ...article,
    aliases: article.aliases.filter((_, index) => !faults.includes(`${article.file} ${index}`)),
  }));
}

describe('the redirects of a newsroom', () => {
  it('lead from every alias of an article or page to its address, those of the newest article first', () => {
    const articles = [
      story('old', ['/2019/old.html'], { pubDate: '2026-01-01' }),
      story('new', ['/a/', '/b'], { pubDate: '2026-11-01' }),
      story('nota', ['/es/nota-vieja/'], { locale: 'es', pubDate: '2026-06-01' }),
    ];
    const pages = [makePage({ aliases: ['/who-we-are/'] })];
    expect(leads({ articles, pages })).toEqual([
      '/a/ → /articles/new/',
      '/b → /articles/new/',
      '/es/nota-vieja/ → /es/articulos/nota/',
      '/2019/old.html → /articles/old/',
      '/who-we-are/ → /about/',
    ]);
  });

  it('lead to the list of a section, topic or author, in the language of the old address', () => {
    const aliases = ['/topics/weed/', '/es/temas/alga/'];
    const parts = {
      articles: [story('reef', [], { tags: ['sargassum'] })],
      tags: [makeTag('sargassum', { slug: { en: 'sargassum', es: 'sargazo' }, aliases })],
      categories: [makeCategory('environment', { aliases: ['/sections/nature/', '/es/secciones/naturaleza/'] })],
      authors: [
        makeAuthor('ana-pech', { aliases: ['/authors/apech/'] }),
        makeAuthor('b', { aliases: ['/authors/bb/'] }),
      ],
    };
    expect(leads(parts)).toEqual([
      '/sections/nature/ → /sections/environment/',
      '/es/secciones/naturaleza/ → /es/secciones/environment/',
      // No Spanish story has the topic, and no story is by the other author: there is no list.
      '/topics/weed/ → /topics/sargassum/',
      '/authors/apech/ → /authors/ana-pech/',
    ]);
  });

  it('tell nothing of a story that readers cannot see', () => {
    const articles = [
      story('draft', ['/d/'], { draft: true }),
      story('embargoed', ['/e/'], { pubDate: '2026-11-25' }),
      story('expired', ['/x/'], { expiryDate: '2026-11-23' }),
      story('withdrawn', ['/w/'], { withdrawn }),
    ];
    expect(leads({ articles })).toEqual([]);
    expect(leads({ articles }, new Date('2026-11-25T00:00:00-05:00'))).toEqual(['/e/ → /articles/embargoed/']);
  });

  it('lead in one step if articles that left their address were replaced, one after another', () => {
    const articles = [
      story('first', ['/oldest/'], { draft: true }),
      story('second', ['/articles/first/'], { expiryDate: '2026-11-23' }),
      story('third', ['/articles/second/']),
    ];
    expect(leads({ articles })).toEqual([
      '/oldest/ → /articles/third/',
      '/articles/first/ → /articles/third/',
      '/articles/second/ → /articles/third/',
    ]);
  });

  it('leave a story its own address until it expires', () => {
    const articles = [story('now', [], { expiryDate: '2026-11-25' }), story('next', ['/articles/now/'])];
    expect(leads({ articles })).toEqual([]);
    expect(leads({ articles }, new Date('2026-11-25T00:00:00-05:00'))).toEqual(['/articles/now/ → /articles/next/']);
  });

  it('tell nothing of a story that is to come out, though another will take its place', () => {
    const due = { pubDate: '2026-11-25', expiryDate: '2026-11-26' };
    const articles = [story('due', ['/old/'], due), story('next', ['/articles/due/'])];
    expect(leads({ articles })).toEqual([]);
    expect(leads({ articles }, new Date('2026-11-25T09:00:00-05:00'))).toEqual(['/old/ → /articles/due/']);
    expect(leads({ articles }, new Date('2026-11-27'))).toEqual([
      '/old/ → /articles/next/',
      '/articles/due/ → /articles/next/',
    ]);
  });

  it('never lead from a withdrawn story to another', () => {
    const articles = [story('gone', ['/old/'], { withdrawn }), story('other', ['/articles/gone/'])];
    expect(leads({ articles })).not.toContain('/old/ → /articles/other/');
    // The notice keeps the address: the build refuses the alias as well.
    expect(makeEdition(articles).withdrawn.map(({ slug, aliases }) => [slug, aliases])).toEqual([['gone', ['/old/']]]);
  });

  it('lead to a page that is there, in one step and never in a circle, whatever passes the checks', () => {
    const numbers = fc.integer({ min: 0, max: 5 });
    const facts = fc.array(
      fc.record({
        state: fc.constantFrom('out', 'draft', 'expired', 'withdrawn', 'due'),
        takes: fc.uniqueArray(numbers),
      }),
      { minLength: 1, maxLength: 6 },
    );
    const fieldsOf = {
      out: {},
      draft: { draft: true },
      expired: { expiryDate: '2026-11-23' },
      withdrawn: { withdrawn },
      due: { pubDate: '2026-11-25' },
    };
    let led = 0;
    fc.assert(
      fc.property(facts, (stories) => {
        const articles = stories.map(({ state, takes }, at) =>
          story(`s-${at}`, [`/old-${at}/`, ...takes.map((taken) => `/articles/s-${taken}/`)], fieldsOf[state]),
        );
        const good = withoutFaulty(articles);
        const redirects = redirectsOf(makeNewsroom({ articles: good }), NOW);
        const standing = new Set(makeEdition(good).articles.map(({ slug }) => `/articles/${slug}/`));
        const from = new Set(redirects.map((redirect) => addressKey(redirect.from)));
        for (const { from: old, to } of redirects) {
          expect(standing).toContain(to);
          expect(from).not.toContain(addressKey(to));
          expect(standing).not.toContain(old);
        }
        led += redirects.length;
      }),
    );
    expect(led).toBeGreaterThan(100);
  });
});
