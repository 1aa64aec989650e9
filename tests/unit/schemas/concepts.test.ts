import { describe, expect, it } from 'vitest';
import { authorSchema } from '#src/schemas/author.ts';
import { categorySchema } from '#src/schemas/category.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { isLocale } from '#src/schemas/locale.ts';
import { pageSchema } from '#src/schemas/page.ts';
import { placeSchema } from '#src/schemas/place.ts';
import { tagSchema } from '#src/schemas/tag.ts';
import { makeAuthor, makeCategory, makePage, makePlace, makeTag } from '../../factories.ts';
import { faultsIn } from './issue-message.ts';

const both = { en: 'Text', es: 'Texto' };
const author = { name: 'Ana', role: both, biography: both };
const place = { name: both, state: 'Quintana Roo', latitude: 20, longitude: -87 };
const page = { title: 'About', description: 'Who we are.', translationKey: 'about', updatedDate: '2026-10-01' };

describe('what a file may leave out', () => {
  it('a person has one name in both languages, a desk may have two', () => {
    expect(authorSchema(plainImageFile).parse(author).name).toEqual({ en: 'Ana', es: 'Ana' });
    const name = { en: 'Weather Desk', es: 'Mesa del tiempo' };
    expect(authorSchema(plainImageFile).parse({ ...author, kind: 'desk', name }).name).toEqual(name);
  });

  it('an author is a person unless the file says desk', () => {
    expect(makeAuthor('ana').kind).toBe('person');
  });

  it('a section and a page are last in their order', () => {
    expect([makeCategory('region').order, makePage().order]).toEqual([100, 100]);
  });

  it('a place is in Mexico and has no other names', () => {
    expect(makePlace('tulum')).toMatchObject({ country: 'México', aliases: [] });
  });

  it('a topic needs only its title', () => {
    expect(makeTag('reef')).toEqual({ id: 'reef', aliases: [], title: { en: 'Sargassum', es: 'Sargazo' } });
  });
});

describe('what is refused', () => {
  it.each([
    ['an author who is a robot', authorSchema(plainImageFile), { ...author, kind: 'robot' }, 'kind: author-kind'],
    ['an author’s half address', authorSchema(plainImageFile), { ...author, email: 'ana' }, 'email: email'],
    ['a half order', categorySchema, { title: both, description: both, order: 1.5 }, 'order: order'],
    [
      'a section’s address in one language',
      categorySchema,
      { title: both, description: both, slug: { en: 'region' } },
      'slug.es: slug',
    ],
    ['a latitude in degrees and minutes', placeSchema, { ...place, latitude: '20°37′' }, 'latitude: latitude'],
    ['a latitude beyond the pole', placeSchema, { ...place, latitude: 90.5 }, 'latitude: latitude-range'],
    ['a longitude beyond the date line', placeSchema, { ...place, longitude: -187 }, 'longitude: longitude-range'],
    ['other names in one text', placeSchema, { ...place, aliases: 'PDC' }, 'aliases: other-names'],
    ['a page without a date', pageSchema, { ...page, updatedDate: undefined }, 'updatedDate: date'],
    ['a page called 404', pageSchema, { ...page, slug: '404' }, 'slug: reserved-slug'],
    ['a topic in one language', tagSchema, { title: 'Reef' }, 'title: bilingual-text'],
  ])('%s', (_, schema, value, expected) => {
    expect(faultsIn(schema, value)[0]).toBe(expected);
  });

  it('an unknown key in any of them', () => {
    for (const [schema, value] of [
      [authorSchema(plainImageFile), author],
      [placeSchema, place],
      [pageSchema, page],
      [tagSchema, { title: both }],
      [categorySchema, { title: both, description: both }],
    ] as const) {
      expect(schema.safeParse(value).success).toBe(true);
      expect(schema.safeParse({ ...value, colour: 'red' }).error?.issues[0]?.code).toBe('unrecognized_keys');
    }
  });
});

describe('isLocale', () => {
  it('knows the two editions and nothing else', () => {
    expect(['en', 'es', 'EN', 'fr', '', 'toString'].filter(isLocale)).toEqual(['en', 'es']);
  });
});
