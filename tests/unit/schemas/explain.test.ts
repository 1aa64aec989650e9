import { describe, expect, it } from 'vitest';
import { articleSchema } from '#src/schemas/article.ts';
import { explainIssues, fieldName, suggest, type FieldProblem } from '#src/schemas/explain.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { articleInput } from '../../factories.ts';

const schema = articleSchema(plainImageFile);

function explain(fields: Record<string, unknown>): FieldProblem[] {
  const data = { ...articleInput(), ...fields };
  return explainIssues(schema.safeParse(data).error?.issues ?? [], data, Object.keys(schema.shape));
}

describe('explainIssues', () => {
  it('suggests the field an unknown key probably meant', () => {
    expect(explain({ catgories: ['reef'] })).toEqual([
      {
        path: ['catgories'],
        field: 'catgories',
        value: '["reef"]',
        reason: 'is not a field that exists here',
        remedy: 'did you mean “categories”?',
      },
    ]);
  });

  it('suggests nothing for a key that is like no other', () => {
    expect(explain({ weather: 'fine' })).toMatchObject([{ remedy: 'remove it or check its spelling' }]);
  });

  it('tells every unknown key', () => {
    expect(explain({ tittle: 'a', autors: 'b' }).map(({ remedy }) => remedy)).toEqual([
      'did you mean “title”?',
      'did you mean “authors”?',
    ]);
  });

  it('names an unknown key within a field by its whole path', () => {
    const picture = { src: '/pictures/reef.webp', alt: 'A reef', credit: 'Ana', author: 'Ana' };
    expect(explain({ picture })).toMatchObject([
      {
        path: ['picture', 'author'],
        field: 'picture.author',
        value: '"Ana"',
        reason: 'is not a field that exists here',
      },
    ]);
  });

  it('says that a field is missing, not that it is wrong', () => {
    expect(explain({ categories: undefined })).toEqual([
      {
        path: ['categories'],
        field: 'categories',
        value: undefined,
        reason: 'is missing',
        remedy: 'add it: expected a list, such as [first-category, second-category]',
      },
    ]);
  });

  it('tells the editor of a story without a title to add one', () => {
    expect(explain({ title: undefined })).toMatchObject([
      { field: 'title', reason: 'is missing', remedy: expect.stringMatching(/^add it/) as string },
    ]);
  });

  it('finds a missing field inside a list', () => {
    expect(explain({ corrections: [{ date: '2026-11-21', text: 'It was Tuesday.' }] })).toMatchObject([
      {
        path: ['corrections', 0, 'kind'],
        field: 'corrections[0].kind',
        reason: 'is missing',
        remedy: 'add it: expected one of correction, clarification, update, retraction',
      },
    ]);
  });

  it('parts the reason from the remedy and shows the value', () => {
    expect(explain({ title: 'x'.repeat(150) })).toEqual([
      {
        path: ['title'],
        field: 'title',
        value: `"${'x'.repeat(58)}…`,
        reason: 'has more than 140 characters',
        remedy: 'shorten it',
      },
    ]);
  });

  it('has a remedy where the schema names none', () => {
    expect(explain({ featured: 'first' })).toMatchObject([
      { value: '"first"', reason: 'expected lead or top', remedy: 'correct the value' },
    ]);
  });

  it('shows the list in which something is wrong by the item', () => {
    expect(explain({ tags: ['reef', 'Coral'] })).toMatchObject([{ field: 'tags[1]', value: '"Coral"' }]);
  });
});

describe('suggest', () => {
  it.each([
    ['descripton', 'description'],
    ['pubdate', 'pubDate'],
    ['tag', 'tags'],
    ['pub_date', 'pubDate'],
  ])('%s → %s', (word, meant) => {
    expect(suggest(word, Object.keys(schema.shape))).toBe(meant);
  });

  it('stays silent where nothing is near, or nothing is known', () => {
    expect(suggest('weather', ['title', 'slug'])).toBeUndefined();
    expect(suggest('title', [])).toBeUndefined();
  });
});

describe('fieldName', () => {
  it.each([
    [['title'], 'title'],
    [['picture', 'alt'], 'picture.alt'],
    [['corrections', 0, 'date'], 'corrections[0].date'],
    [['tags', 3], 'tags[3]'],
    [[], ''],
  ])('writes %j as %j', (path, name) => {
    expect(fieldName(path)).toBe(name);
  });
});
