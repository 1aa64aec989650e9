import { describe, expect, it } from 'vitest';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { NOW } from '../../factories.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

/** What is said of names that are written in another spelling. */
function remedies(lines: string): string[] {
  const folder = temporaryFolder({
    ...AROUND,
    'tags/politics.yaml': 'title: { en: Politics, es: Política }\n',
    'places/playa-del-carmen.yaml': 'name: { en: P, es: P }\nstate: Q\nlatitude: 20\nlongitude: -87\n',
    'articles/en/2026/used.md': STORY.replace('authors', 'tags: [real-estate]\nauthors'),
    'articles/en/2026/new.md': STORY.replace(/^authors: .*\ncategories: .*/m, lines),
  });
  return readNewsroom(folder, { now: NOW })
    .problems.filter(({ rule }) => rule === 'bad-slug')
    .map((problem) => formatProblem(problem).split(' — ')[1] ?? '');
}

const GOOD = 'authors: [ana-pech]\ncategories: [environment]';

describe('a name in another spelling', () => {
  it.each([
    ['a tag that an article has', `${GOOD}\ntags: [Real Estate]`, 'did you mean “real-estate”?'],
    ['a tag that has a file', `${GOOD}\ntags: [Politics]`, 'did you mean “politics”?'],
    ['a tag near to one', `${GOOD}\ntags: [Política]`, 'did you mean “politics”? Otherwise write politica'],
    ['a tag near to none', `${GOOD}\ntags: [C++]`, 'write c-plus-plus'],
    ['an author', 'authors: [Ana Pech]\ncategories: [environment]', 'did you mean “ana-pech”?'],
    [
      'a category near to one',
      'authors: [ana-pech]\ncategories: [Enviroment]',
      'did you mean “environment”? Otherwise write enviroment',
    ],
    ['a place', `${GOOD}\nplaces: [Playa del Carmen]`, 'did you mean “playa-del-carmen”?'],
    ['a dateline', `${GOOD}\ndateline: Playa del Cármen`, 'did you mean “playa-del-carmen”?'],
    ['a slug', `${GOOD}\nslug: Ana Pech`, 'write ana-pech'],
  ])('is answered with the slug that was meant: %s', (_, lines, remedy) => {
    expect(remedies(lines)).toEqual([remedy]);
  });
});
