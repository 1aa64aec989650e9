import { describe, expect, it } from 'vitest';
import { nameIndexPage, nameIndexPaths } from '#src/page-data/name-index.ts';
import { sitePart } from '#src/urls.ts';
import { editionsOf, makeArticle, makeTag } from '../../factories.ts';

type Kind = Parameters<typeof nameIndexPage>[1];

function indexOf(
  kind: Kind,
  articles: Parameters<typeof editionsOf>[0],
  wishes: Parameters<typeof editionsOf>[1] = {},
) {
  const editions = editionsOf(articles, wishes);
  return nameIndexPage(editions.en, kind, Object.values(editions));
}

const tagged = (tags: readonly string[]) => makeArticle({ stem: `about-${tags[0]}`, tags: [...tags] });

describe('the index of a kind of lists', () => {
  it('names what has stories from A to Z, with their numbers', () => {
    const articles = [makeArticle({ tags: ['turtles', 'reef'] }), tagged(['reef'])];
    expect(indexOf('tags', articles).groups).toEqual([
      {
        letter: undefined,
        names: [
          { text: 'Reef', href: '/topics/reef/', count: '2 stories' },
          { text: 'Turtles', href: '/topics/turtles/', count: '1 story' },
        ],
      },
    ]);
    expect(indexOf('authors', articles).groups[0]?.names).toEqual([
      { text: 'Ana Pech', href: '/authors/ana-pech/', count: '2 stories' },
    ]);
    expect(indexOf('tags', []).groups).toEqual([]);
  });

  it('has all sections, those without a story too', () => {
    expect(indexOf('categories', []).groups[0]?.names.map(({ text }) => text)).toEqual([
      'Culture',
      'Environment',
      'Region',
    ]);
  });

  it('has a heading for each letter if it is long, whatever accent or article is before it', () => {
    const names = [
      'Ávila',
      'Azul',
      'The reef',
      'Ruins',
      '3 Ríos',
      '🎉',
      '“Quoted”',
      '¿Qué?',
      '(The) Zoo',
      '“The Dunes”',
      ...Array.from('BCDEFGHIJKLMNOPQSTUV', (letter) => `${letter}o`),
    ];
    const tags = names.map((name, number) => makeTag(`tag-${number}`, { title: { en: name, es: name } }));
    const { groups } = indexOf(
      'tags',
      tags.map(({ id }) => tagged([id])),
      { newsroom: { tags } },
    );
    expect(groups.map(({ letter }) => letter).join('')).toBe('#ABCDEFGHIJKLMNOPQRSTUV');
    expect(groups.find(({ letter }) => letter === 'R')?.names.map(({ text }) => text)).toEqual(['The reef', 'Ruins']);
    expect(groups.find(({ letter }) => letter === '#')?.names.map(({ text }) => text)).toEqual(['🎉', '3 Ríos']);
    expect(groups.find(({ letter }) => letter === 'D')?.names.map(({ text }) => text)).toEqual(['Do', '“The Dunes”']);
  });

  it('leaves names with one story out if there are thousands, and says so', () => {
    const many = Array.from({ length: 1_001 }, (_, number) => tagged([`tag-${number}`]));
    const page = indexOf('tags', [...many, makeArticle({ tags: ['tag-7'] })]);
    expect(page.groups[0]?.names.map(({ text }) => text)).toEqual(['Tag 7']);
    expect(page.leftOut).toBe('1,000 more have a single story each; the search finds them.');
  });

  it('is in both languages, each the other’s translation, at an address that nothing else may have', () => {
    const { en, es } = editionsOf([]);
    const addresses = [en, es].map((edition) =>
      nameIndexPaths(edition, [en, es]).map(
        ({ params: { locale, names } }) => `/${locale ? `${locale}/` : ''}${names}/`,
      ),
    );
    expect(addresses).toEqual([
      ['/sections/', '/topics/', '/authors/', '/places/'],
      ['/es/secciones/', '/es/temas/', '/es/autores/', '/es/lugares/'],
    ]);
    expect(indexOf('tags', []).translations).toEqual([{ locale: 'es', href: '/es/temas/' }]);
    expect(addresses.flat().map((address) => sitePart(address)?.kind)).toEqual(Array(8).fill('site'));
  });
});
