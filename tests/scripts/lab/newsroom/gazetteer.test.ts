import { describe, expect, it } from 'vitest';
import { placeSchema } from '#src/schemas/place.ts';
import { slugField } from '#src/schemas/shared-fields.ts';
import { tagSchema } from '#src/schemas/tag.ts';
import { parseDateline, placeFields, placeOfDateline } from '../../../../scripts/lab/newsroom/gazetteer.ts';
import { sentence, VOCABULARIES } from '../../../../scripts/lab/newsroom/synthetic-articles.ts';
import {
  CATEGORY_IDS,
  CITIES,
  COUNTRIES,
  EXCHANGES,
  ORGANISATIONS,
  TOPICS,
} from '../../../../scripts/lab/newsroom/tables.ts';

describe('a dateline', () => {
  it.each([
    ['SALVADOR, Feb 26', 'SALVADOR', ''],
    ['PORTLAND, Ore., March 3', 'PORTLAND', 'Oregon'],
    ['STAMFORD, Conn, MArch 13', 'STAMFORD', 'Connecticut'],
    ['PARIS,March 16', 'PARIS', ''],
    ['****RIO DE JANEIRO, March 26', 'RIO DE JANEIRO', ''],
    ['WASHINGTON, March 12, Reuter', 'WASHINGTON', ''],
    ['', '', ''],
  ])('“%s” is taken apart', (dateline, city, region) => {
    expect(parseDateline(dateline)).toEqual({ city, region });
  });

  it.each([
    ['NEW YORK, March 3', 'new-york'],
    ['ST LOUIS, April 7', 'st-louis'],
    ['ST. LOUIS, MO., March 2', 'st-louis'],
    ['PEKING, March 3', 'beijing'],
    ['OSAKA, Japan, April 1', 'osaka'],
    ['WASHINGTON, D.C., March 3', 'washington'],
    ['PORTLAND, Ore., March 3', 'portland-oregon'],
    ['BAHRAIN, March 3', 'bahrain'],
    ['HONG KONG, March 3', 'hong-kong'],
  ])('“%s” is the place %s', (dateline, id) => {
    expect(placeOfDateline(dateline)).toBe(id);
  });

  it.each(['PORTLAND, March 3', 'PORTLAND, Maine, March 3', 'LONDON, Ontario, March 3', 'MAR8', 'FOB RIVER', ''])(
    '“%s” is no place, because the tables do not know which',
    (dateline) => {
      expect(placeOfDateline(dateline)).toBeUndefined();
    },
  );
});

describe('the tables', () => {
  const cityIds = CITIES.map(({ en, state, country }) =>
    placeOfDateline([en, state || COUNTRIES.get(country)?.en].join(', ')),
  );

  it('give every city an id of its own, which is no country’s, and a country that exists', () => {
    expect(new Set(cityIds).size).toBe(CITIES.length);
    expect(cityIds.filter((id) => id === undefined || COUNTRIES.has(id))).toEqual([]);
    expect(CITIES.filter(({ country }) => !COUNTRIES.has(country))).toEqual([]);
  });

  it('make a valid file of every place and every tag', () => {
    for (const id of [...COUNTRIES.keys(), ...cityIds.map(String)]) {
      expect(slugField.safeParse(id).success, id).toBe(true);
      expect(placeSchema.safeParse({ ...placeFields(id) }).error, id).toBeUndefined();
    }
    for (const { code, en, es } of [TOPICS, ORGANISATIONS, EXCHANGES].flatMap((codes) => [...codes.values()])) {
      expect(slugField.safeParse(code).success, code).toBe(true);
      expect(tagSchema.safeParse({ title: { en, es } }).error, code).toBeUndefined();
    }
  });

  it('use every category for some topic, but the one for articles without', () => {
    const used = new Set([...TOPICS.values()].map(({ category }) => category));
    expect(CATEGORY_IDS.filter((id) => !used.has(id))).toEqual(['general']);
  });
});

describe('the vocabularies', () => {
  const { en, es } = VOCABULARIES;

  it('have as much to choose from in both languages, so that the same choices make a translation', () => {
    const lists = ['speakers', 'causes', 'titles', 'openings', 'sentences', 'headings'] as const;
    expect(lists.map((list) => es[list].length)).toEqual(lists.map((list) => en[list].length));
    expect(CATEGORY_IDS.map((id) => es.subjects[id].length)).toEqual(CATEGORY_IDS.map((id) => en.subjects[id].length));
  });

  const parts = { subject: 'el tren', place: 'El Salvador', speaker: '', cause: '', percent: '1.2', amount: '' };
  it.each([
    ['es', '¿qué será de {subject} de {place}, frente a el mar?', '¿Qué será del tren de El Salvador, frente al mar?'],
    ['en', '{percent} per cent of the growers’ union', '1.2 Per cent of the growers’ union'],
  ] as const)('are filled in %s: “%s” becomes “%s”', (locale, template, text) => {
    expect(sentence(locale, template, parts)).toBe(text);
  });
});
