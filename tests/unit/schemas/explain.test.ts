import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleSchema } from '#src/schemas/article.ts';
import { collectionSchemas } from '#src/schemas/collections.ts';
import { explainIssues, fieldName, suggest, type FieldProblem } from '#src/schemas/explain.ts';
import { FOREIGN_NAMES } from '#src/schemas/foreign-fields.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { messageText } from '#src/schemas/message.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { articleInput } from '../../factories.ts';
import type { z } from 'zod';
import { rounds } from '../../long.ts';

const schema = articleSchema(plainImageFile);

function explain(fields: Record<string, unknown>): FieldProblem[] {
  const data = { ...articleInput(), ...fields };
  return explainIssues(schema.safeParse(data).error?.issues ?? [], data, Object.keys(schema.shape));
}

describe('what was meant', () => {
  it('is the nearest of all, as if each were compared with each', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 12 }), (typed, known) => {
        const steps = known.map((candidate) => distance(typed, candidate));
        const fewest = Math.min(...steps);
        const meant = suggest(typed, known);
        const isNear = fewest <= Math.max(1, Math.floor(typed.length / 3));
        expect(meant === undefined ? undefined : distance(typed, meant)).toBe(isNear ? fewest : undefined);
      }),
      { numRuns: rounds(200, 2_000) },
    );
  });
});

describe('explainIssues', () => {
  it('suggests the field an unknown key probably meant', () => {
    expect(explain({ catgories: ['reef'] })).toEqual([
      {
        path: ['catgories'],
        field: 'catgories',
        value: '["reef"]',
        message: { key: 'unknown-field.near', values: { meant: 'categories' } },
      },
    ]);
  });

  it('suggests nothing for a key that is like no other', () => {
    expect(explain({ weather: 'fine' })).toMatchObject([{ message: { key: 'unknown-field' } }]);
  });

  it.each([
    ['articles', 'date', 'pubDate'],
    ['articles', 'publish_date', 'pubDate'],
    ['articles', 'Fecha', 'pubDate'],
    ['articles', 'lastmod', 'updatedDate'],
    ['articles', 'category', 'categories'],
    ['articles', 'Sección', 'categories'],
    ['articles', 'author', 'authors'],
    ['articles', 'image', 'picture'],
    ['articles', 'featured_image', 'picture'],
    ['articles', 'featuredImage', 'picture'],
    ['articles', 'feature-image', 'picture'],
    ['articles', 'excerpt', 'description'],
    ['articles', 'custom_excerpt', 'description'],
    ['articles', 'keywords', 'tags'],
    ['articles', 'Tags', 'tags'],
    ['articles', 'permalink', 'slug'],
    ['articles', 'redirect_from', 'aliases'],
    ['articles', 'headline', 'title'],
    ['articles', 'sticky', 'featured'],
    ['articles', 'reportero', 'authors'],
    ['articles', 'Imagen principal', 'picture'],
    ['articles', 'fotógrafo', 'picture'],
    ['articles', 'embargo_until', 'pubDate'],
    ['articles', 'vence', 'expiryDate'],
    ['articles', 'Fe de erratas', 'corrections'],
    ['articles', 'portada', 'featured'],
    ['articles', 'publicidad', 'sponsor'],
    ['articles', 'status', 'draft'],
    ['articles', 'published', 'pubDate'],
    ['pages', 'date', 'updatedDate'],
    ['pages', 'weight', 'order'],
    ['authors', 'bio', 'biography'],
    ['authors', 'avatar', 'picture'],
    ['authors', 'url', 'website'],
    ['categories', 'name', 'title'],
    ['places', 'title', 'name'],
    ['places', 'lng', 'longitude'],
  ] as const)('knows what other systems call a field: in %s, %s is %s', (collection, written, meant) => {
    const { shape } = collectionSchemas(plainImageFile)[collection];
    const { issues = [] } = collectionSchemas(plainImageFile)[collection].safeParse({ [written]: 'x' }).error ?? {};
    const found = explainIssues(issues, { [written]: 'x' }, Object.keys(shape));
    expect(found.find(({ field }) => field === written)?.message).toEqual({
      key: 'unknown-field.near',
      values: { meant },
    });
  });

  it('takes a switch of another name for a switch', () => {
    expect(explain({ pubDate: undefined, published: false })).toContainEqual(
      expect.objectContaining({
        field: 'published',
        message: { key: 'unknown-field.near', values: { meant: 'draft' } },
      }),
    );
  });

  it('names no field that does not exist', () => {
    const known = new Set(Object.values(collectionSchemas(plainImageFile)).flatMap(({ shape }) => Object.keys(shape)));
    const inside = [
      ...['every', 'on', 'src', 'alt', 'caption', 'credit', 'date', 'kind', 'text', 'reason', 'url', 'en', 'es'],
    ];
    expect(Object.keys(FOREIGN_NAMES).filter((name) => !known.has(name) && !inside.includes(name))).toEqual([]);
  });

  it.each([
    ['Política', 'politica'],
    ['real estate', 'real-estate'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['Disney+', 'disney-plus'],
    ['Straße', 'strasse'],
    ['Łódź & Ærø', 'lodz-aero'],
    ['#MeToo', 'metoo'],
    ['Valentine’s Day', 'valentines-day'],
    ['Q. Roo', 'q-roo'],
  ])('proposes a slug for %s: %s', (tag, slug) => {
    expect(explain({ tags: [tag] })).toMatchObject([
      { field: 'tags[0]', message: { key: 'slug-characters.proposal', values: { slug } } },
    ]);
  });

  it.each(['東京', '…', 'CON', 'x '.repeat(90)])('proposes no slug for %s, which cannot be one', (tag) => {
    expect(explain({ tags: [tag] })[0]?.message.key).toBe('slug-characters');
  });

  it('reports every unknown key', () => {
    expect(explain({ tittle: 'a', autors: 'b' }).map(({ message }) => message.values)).toEqual([
      { meant: 'title' },
      { meant: 'authors' },
    ]);
  });

  it('names an unknown key within a field by its whole path', () => {
    const picture = { src: '/pictures/reef.webp', alt: 'A reef', credit: 'Ana', author: 'Ana' };
    expect(explain({ picture })).toMatchObject([
      {
        path: ['picture', 'author'],
        field: 'picture.author',
        value: '"Ana"',
        message: { key: 'unknown-field' },
      },
    ]);
  });

  it('says that a field is missing, not that it is wrong', () => {
    expect(explain({ categories: undefined })).toEqual([
      {
        path: ['categories'],
        field: 'categories',
        value: undefined,
        message: {
          key: 'missing',
          values: { expected: { key: 'slug-list', values: { noun: 'category' } } },
        },
      },
    ]);
  });

  it('asks the editor of an article without a title to add one', () => {
    expect(explain({ title: undefined })).toMatchObject([
      { field: 'title', message: { key: 'missing', values: { expected: { key: 'headline' } } } },
    ]);
  });

  it('finds a missing field inside a list', () => {
    expect(explain({ corrections: [{ date: '2026-11-21', text: 'It was Tuesday.' }] })).toMatchObject([
      {
        path: ['corrections', 0, 'kind'],
        field: 'corrections[0].kind',
        message: { key: 'missing', values: { expected: { key: 'choice' } } },
      },
    ]);
  });

  it('shows the value', () => {
    expect(explain({ title: 'x'.repeat(150) })).toEqual([
      {
        path: ['title'],
        field: 'title',
        value: `"${'x'.repeat(58)}…`,
        message: { key: 'too-long', values: { most: 140 } },
      },
    ]);
  });

  it('has a remedy for what the catalogue names none', () => {
    const [problem] = explain({ featured: 'first' });
    expect(problem && messageText(problem.message, 'en').remedy).toBe('correct the value');
  });

  it.each([
    [
      { withdrawn: true },
      'withdrawn (true)  expected when and why the article was withdrawn — write { date: 2026-10-14, reason: "…" }',
    ],
    [
      { sponsor: 'Acme' },
      'sponsor ("Acme")  expected who paid for the article — write { name: "…", url: "https://…" }',
    ],
    [
      { sources: ['https://www.gob.mx/'] },
      'sources[0] ("https://www.gob.mx/")  expected a source — write { title: "…", url: "https://…" }',
    ],
    [
      { corrections: ['oops'] },
      'corrections[0] ("oops")  expected a correction — write { date: 2026-10-14, kind: correction, text: "…" }',
    ],
    [
      { aliases: [2024] },
      'aliases[0] (2024)  expected an old path on this site, such as /2024/05/old-story/ — leave out the host and everything after a “?” or “#”',
    ],
    [{ tags: [2024] }, 'tags[0] (2024)  expected a slug such as "sargassum-season" — put quotation marks around it'],
    [{ updatedDate: null }, 'updatedDate  is empty — write a date such as 2026-10-14T07:30, or remove the field'],
    [{ draft: null }, 'draft  is empty — write true or false, without quotation marks, or remove the field'],
    [{ title: null }, 'title  is empty — write the headline, or remove the field'],
    [{ withdrawn: null }, 'withdrawn  is empty — write when and why the article was withdrawn, or remove the field'],
    [{ tags: ['reef', null] }, 'tags[1]  is empty — write a slug such as "sargassum-season", or remove the item'],
    [
      { picture: { src: '/pictures/reef.webp', alt: null, credit: 'Ana' } },
      'picture.alt  is empty — write what the picture shows, in words for those who cannot see it, or remove the field',
    ],
    [
      { picture: { src: '/pictures/reef.webp', credit: 'Ana' } },
      'picture.alt  is missing — add it: what the picture shows, in words for those who cannot see it',
    ],
    [
      { picture: { src: '/pictures/reef.webp', alt: 'A reef' } },
      'picture.credit  is missing — add it: who made the picture',
    ],
  ])('answers %j in an editor’s words', (fields, sentence) => {
    const [problem, ...more] = explain(fields);
    const said = problem && formatProblem({ severity: 'error', file: 'x.md', ...problem });
    expect(said?.replace('x.md  error  ', '').replace(' — correct the value', '')).toBe(sentence);
    expect(more).toEqual([]);
  });

  it('never answers in the words of a programmer, whatever is in a field of any collection', () => {
    const values = [null, 5, true, 'Reef', '', [], [5], ['Reef'], [null], [{}], {}, { en: 5 }, { en: 'a', es: null }];
    for (const [collection, { shape }] of Object.entries(collectionSchemas(plainImageFile))) {
      for (const [field, fieldSchema] of Object.entries(shape)) {
        for (const value of values) {
          const { issues = [] } = (fieldSchema as z.ZodType).safeParse(value).error ?? {};
          for (const { message } of explainIssues(issues, value, [])) {
            const { reason, remedy } = messageText(message, 'en');
            const place = `${collection}: ${field}: ${JSON.stringify(value)}: ${reason} — ${remedy}`;
            expect(place).not.toMatch(
              /invalid|received|undefined|null —|expected (?:string|object|array|number|boolean)/i,
            );
          }
        }
      }
    }
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

  it('stays silent if nothing is near, or nothing is known', () => {
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
