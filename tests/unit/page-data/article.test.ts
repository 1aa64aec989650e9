import { describe, expect, it } from 'vitest';
import type { Edition } from '#src/newsroom/edition.ts';
import { articlePage, articleGroups, articleSources } from '#src/page-data/article.ts';
import { pathsOf } from '#src/page-data/page-group.ts';
import { editionsOf, makeArticle, makeAuthor, makeEdition, makePicture, type ArticleInput } from '../../factories.ts';

/** The page of one story that stands alone in its edition. */
function pageOf(fields: Partial<ArticleInput> = {}, locale: Edition['locale'] = 'en') {
  const story = makeArticle({ ...fields, locale });
  return articlePage(articleSources(editionsOf([story])[locale], story));
}

describe('a story’s page', () => {
  it('sets headline and standfirst as printers do', () => {
    expect(pageOf({ title: `"It's calm"`, description: 'A "quiet" morning' })).toMatchObject({
      headline: '“It’s calm”',
      standfirst: 'A “quiet” morning',
      head: { title: '“It’s calm” · Coast News & Events', description: 'A “quiet” morning' },
    });
  });

  it('names its authors in the reader’s language and links each', () => {
    const authors = ['ana-pech', 'ignacio-ek'];
    expect(pageOf({ authors }).byline).toEqual([
      'By ',
      { text: 'Ana Pech', href: '/authors/ana-pech/' },
      ' and ',
      { text: 'Ignacio Ek', href: '/authors/ignacio-ek/' },
    ]);
    expect(pageOf({ authors }, 'es').byline).toEqual([
      'Por ',
      { text: 'Ana Pech', href: '/es/autores/ana-pech/' },
      ' e ',
      { text: 'Ignacio Ek', href: '/es/autores/ignacio-ek/' },
    ]);
    expect(pageOf().byline).toHaveLength(2);
  });

  it('parts a byline at the names even if one is part of another, or of the words around it', () => {
    const authors = [
      makeAuthor('b', { name: 'B' }),
      makeAuthor('ana', { name: 'Ana' }),
      makeAuthor('ana-luz', { name: 'Ana Luz' }),
    ];
    const story = makeArticle({ authors: ['b', 'ana', 'ana-luz'] });
    const { byline } = articlePage(articleSources(makeEdition([story], { newsroom: { authors } }), story));
    expect(byline.map((part) => (typeof part === 'string' ? part : part.href))).toEqual([
      'By ',
      '/authors/b/',
      ', ',
      '/authors/ana/',
      ' and ',
      '/authors/ana-luz/',
    ]);
  });

  it('dates it in Cancún time, for readers and machines', () => {
    const page = pageOf({ pubDate: '2026-11-20T04:30Z', updatedDate: '2026-11-21T09:05' });
    expect(page.published).toEqual({ iso: '2026-11-19T23:30:00-05:00', text: '19 November 2026, 23:30' });
    expect(page.updated).toEqual({ iso: '2026-11-21T09:05:00-05:00', text: '21 November 2026, 09:05' });
    expect(page.head.openGraph).toMatchObject({
      type: 'article',
      published: '2026-11-19T23:30:00-05:00',
      modified: '2026-11-21T09:05:00-05:00',
    });
    expect(pageOf({}, 'es').published.text).toBe('20 de noviembre de 2026, 09:00');
    expect(pageOf({ pubDate: '2026-11-20' }).published.text).toBe('20 November 2026');
    expect(pageOf().updated).toBeUndefined();
  });

  it('says from which year it is once it is old, unless it was updated since', () => {
    expect(pageOf({ pubDate: '2025-11-20' }).age).toBe('This story is from 2025.');
    expect(pageOf({ pubDate: '2024-01-01T00:00' }, 'es').age).toBe('Esta nota es de 2024.');
    expect(pageOf({ pubDate: '2025-11-20', updatedDate: '2026-02-01' }).age).toBeUndefined();
    expect(pageOf({ pubDate: '2025-11-24T00:00' }).age).toBeUndefined();
  });

  it('writes the dateline in capitals, accents kept, in the reader’s language', () => {
    expect(pageOf({ dateline: 'mexico-city' }).body.dateline).toBe('MEXICO CITY');
    expect(pageOf({ dateline: 'mexico-city' }, 'es').body.dateline).toBe('CIUDAD DE MÉXICO');
    expect(pageOf().body.dateline).toBeUndefined();
  });

  it('puts corrections and retractions before the text, clarifications and updates after it', () => {
    const kinds = ['correction', 'clarification', 'update', 'retraction'] as const;
    const corrections = kinds.map((kind) => ({ date: '2026-11-22', kind, text: 'It "was" Tuesday.' }));
    expect(pageOf({ corrections }).corrections.map(({ kind, beforeText }) => [kind, beforeText])).toEqual([
      ['Correction', true],
      ['Clarification', false],
      ['Update', false],
      ['Retraction', true],
    ]);
    expect(pageOf({ corrections }, 'es').corrections[0]).toEqual({
      kind: 'Corrección',
      date: { iso: '2026-11-22T00:00:00-05:00', text: '22 de noviembre de 2026' },
      text: 'It “was” Tuesday.',
      beforeText: true,
    });
  });

  it('links its section, topics, places and sources', () => {
    const page = pageOf(
      {
        categories: ['environment', 'region'],
        tags: ['sargassum', 'sea-turtles'],
        dateline: 'tulum',
        places: ['mexico-city'],
        sources: [{ title: 'The "Federal" register', url: 'https://www.dof.gob.mx/' }],
      },
      'es',
    );
    expect(page.category).toEqual({ text: 'Medio ambiente', href: '/es/secciones/medio-ambiente/' });
    expect([page.categoryId, page.category.text]).toEqual(['environment', 'Medio ambiente']);
    expect(page.tags).toEqual([
      { text: 'Sargazo', href: '/es/temas/sargazo/' },
      { text: 'Sea turtles', href: '/es/temas/sea-turtles/' },
    ]);
    expect(page.places).toEqual([
      { text: 'Tulum', href: '/es/lugares/tulum/', map: { src: '/maps/tulum.svg', alt: 'Mapa que muestra Tulum' } },
      {
        text: 'Ciudad de México',
        href: '/es/lugares/mexico-city/',
        map: { src: '/maps/mexico-city.svg', alt: 'Mapa que muestra Ciudad de México' },
      },
    ]);
    expect(page.sources).toEqual([{ text: 'The “Federal” register', href: 'https://www.dof.gob.mx/' }]);
  });

  it('says what a story is in its own language, unless it is a report', () => {
    expect(pageOf({ genre: 'press-release' }).genre).toBe('Press release');
    expect(pageOf({ genre: 'report' }).genre).toBeUndefined();
    expect(pageOf().genre).toBeUndefined();
  });

  it('says who paid for a story', () => {
    const sponsor = { name: 'A hotel', url: 'https://hotel.example/' };
    expect(pageOf({ sponsor }).sponsor).toEqual({ label: 'Paid for by A hotel', url: sponsor.url });
    expect(pageOf().sponsor).toBeUndefined();
  });

  it('shows its picture, which other sites show too', () => {
    const picture = { src: '/pictures/reef.webp', alt: 'A reef', caption: 'The "reef"', credit: 'Ana Pech' };
    const page = pageOf({ picture });
    expect(page.picture).toEqual({
      image: makePicture(),
      alt: 'A reef',
      caption: 'The “reef”',
      credit: 'Ana Pech',
    });
    expect(page.head.picture).toMatchObject({
      url: 'https://paper.example/_pictures/reef.0123456789abcdef.1200x630.jpeg',
      alt: 'A reef',
    });
  });

  it('shares its full address', () => {
    expect(new URL(pageOf().share.x).searchParams.get('url')).toBe('https://paper.example/articles/quiet-morning/');
  });

  it('refuses to be made of a story that names what is not there', () => {
    const story = makeArticle({ authors: ['nobody'] });
    expect(() => articlePage(articleSources(makeEdition([story]), story))).toThrow(
      'articles/en/2026/quiet-morning.md names “nobody”, which the edition does not hold',
    );
  });
});

describe('a story’s translation', () => {
  const story = makeArticle({ stem: 'reef', translationKey: 'reef' });
  const nota = (fields: Partial<ArticleInput> = {}) =>
    makeArticle({ locale: 'es', stem: 'arrecife', translationKey: 'reef', ...fields });

  it('is offered in its own language, and in the head of both', () => {
    const { en, es } = editionsOf([story, nota()]);
    expect(articlePage(articleSources(en, story)).translations).toEqual([
      { locale: 'es', languageTag: 'es-MX', text: 'Leer en español', href: '/es/articulos/arrecife/' },
    ]);
    const [spanish] = es.articles;
    expect(spanish && articlePage(articleSources(es, spanish)).head.alternates).toEqual(
      articlePage(articleSources(en, story)).head.alternates,
    );
    expect(articlePage(articleSources(en, story)).head.alternates).toHaveLength(2);
  });

  it('is not offered while it is withheld', () => {
    const { en } = editionsOf([story, nota({ draft: true })]);
    expect(articlePage(articleSources(en, story))).toMatchObject({ translations: [], head: { alternates: [] } });
  });
});

describe('the stories before and after', () => {
  const stories = [
    makeArticle({ stem: 'newest', pubDate: '2026-11-04', categories: ['environment'] }),
    makeArticle({ stem: 'elsewhere', pubDate: '2026-11-03', categories: ['culture', 'environment'] }),
    makeArticle({ stem: 'middle', pubDate: '2026-11-02', categories: ['environment'] }),
    makeArticle({ stem: 'between', pubDate: '2026-11-01T12:00', categories: ['region'] }),
    makeArticle({ stem: 'oldest', pubDate: '2026-11-01', categories: ['environment'] }),
  ];
  const edition = makeEdition(stories);
  const neighbours = (stem: string) => {
    const story = stories.find(({ slug }) => slug === stem);
    const page = story && articlePage(articleSources(edition, story));
    return [page?.previous?.href, page?.next?.href];
  };

  it('are those of its section, by date', () => {
    expect(neighbours('middle')).toEqual(['/articles/oldest/', '/articles/elsewhere/']);
  });

  it('are missing at either end', () => {
    expect(neighbours('newest')).toEqual(['/articles/elsewhere/', undefined]);
    expect(neighbours('oldest')).toEqual([undefined, '/articles/middle/']);
  });

  it('are none for the only story of a section', () => {
    expect(neighbours('between')).toEqual([undefined, undefined]);
  });
});

describe('related stories', () => {
  it('are as many as the publisher wants, and never the story itself', () => {
    const stories = Array.from({ length: 8 }, (_, index) => makeArticle({ stem: `s${index}`, tags: ['reef'] }));
    const edition = makeEdition(stories, { lists: { relatedArticles: 3 } });
    const [first] = edition.articles;
    const related = first ? articlePage(articleSources(edition, first)).related : [];
    expect(related).toHaveLength(3);
    expect(related.map(({ href }) => href)).not.toContain('/articles/s0/');
  });
});

describe('articleGroups', () => {
  it('makes one page a published story, at its address', () => {
    const stories = [makeArticle({ stem: 'a', slug: 'calm-sea' }), makeArticle({ stem: 'b', draft: true })];
    const { en, es } = editionsOf([...stories, makeArticle({ locale: 'es', stem: 'c' })]);
    expect(pathsOf(articleGroups(en)).map(({ params }) => params)).toEqual([
      { locale: undefined, articles: 'articles', slug: 'calm-sea' },
    ]);
    expect(pathsOf(articleGroups(es)).map(({ params }) => params)).toEqual([
      { locale: 'es', articles: 'articulos', slug: 'c' },
    ]);
  });
});
