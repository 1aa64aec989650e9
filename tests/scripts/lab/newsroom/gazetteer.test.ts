import { describe, expect, it } from 'vitest';
import { placeSchema } from '#src/schemas/place.ts';
import { slugField } from '#src/schemas/shared-fields.ts';
import { tagSchema } from '#src/schemas/tag.ts';
import { CITIES } from '../../../../scripts/lab/newsroom/cities-table.ts';
import { parseDateline } from '../../../../scripts/lab/newsroom/datelines.ts';
import { placeFields, placeOfDateline } from '../../../../scripts/lab/newsroom/gazetteer.ts';
import { EXCHANGES, ORGANISATIONS } from '../../../../scripts/lab/newsroom/organisations-table.ts';
import { COUNTRIES } from '../../../../scripts/lab/newsroom/places-table.ts';
import { SECTIONS } from '../../../../scripts/lab/newsroom/sections.ts';
import { TOPICS } from '../../../../scripts/lab/newsroom/topics-table.ts';

describe('a dateline', () => {
  it.each([
    ['SALVADOR, Feb 26', 'SALVADOR', ''],
    ['PORTLAND, Ore., March 3', 'PORTLAND', 'Oregon'],
    ['Calgary, Alberta, April 7', 'CALGARY', 'Alberta'],
    ['STAMFORD, Conn, MArch 13', 'STAMFORD', 'Connecticut'],
    ['PARIS,March 16', 'PARIS', ''],
    ['****RIO DE JANEIRO, March 26', 'RIO DE JANEIRO', ''],
    ['WASHINGTON, March 12, Reuter', 'WASHINGTON', ''],
    ['MARTINSVILLE, Va., March 4', 'MARTINSVILLE', 'Virginia'],
    ['', '', ''],
  ])('“%s” is taken apart', (dateline, city, region) => {
    expect(parseDateline(dateline)).toEqual({ city, region });
  });

  it.each([
    ['NEW YORK, March 3', 'new-york'],
    ['ST LOUIS, April 7', 'st-louis'],
    ['ST. LOUIS, MO., March 2', 'st-louis'],
    ['PEKING, March 3', 'beijing'],
    ['DUESSELDORF, March 3', 'dusseldorf'],
    ['OSAKA, Japan, April 1', 'osaka'],
    ['WASHINGTON, D.C., March 3', 'washington'],
    ['PORTLAND, Ore., March 3', 'portland-oregon'],
    ['BAHRAIN, March 3', 'bahrain'],
    ['HONG KONG, March 3', 'hong-kong'],
  ])('“%s” leads to %s', (dateline, id) => {
    expect(placeOfDateline(dateline)).toBe(id);
  });

  it.each(['PORTLAND, March 3', 'PORTLAND, Maine, March 3', 'LONDON, Ontario, March 3', 'MAR8', 'FOB RIVER', ''])(
    '“%s” leads to no place, because the table cannot tell which',
    (dateline) => {
      expect(placeOfDateline(dateline)).toBeUndefined();
    },
  );
});

describe('the tables', () => {
  const cityIds = CITIES.map(({ name, state, country }) =>
    placeOfDateline([name, state || COUNTRIES.get(country)?.[0]].join(', ')),
  );

  it('give every city an id of its own, which is no country’s', () => {
    expect(new Set(cityIds).size).toBe(CITIES.length);
    expect(cityIds).not.toContain(undefined);
    expect(cityIds.filter((id) => COUNTRIES.has(id ?? ''))).toEqual([]);
  });

  it('name a country that exists for every city', () => {
    expect(CITIES.filter(({ country }) => !COUNTRIES.has(country))).toEqual([]);
  });

  it.each([...COUNTRIES.keys(), ...cityIds.map(String)])('make a valid file of the place %s', (id) => {
    expect(slugField.safeParse(id).success).toBe(true);
    expect(placeSchema.safeParse({ ...placeFields(id) }).error).toBeUndefined();
  });

  it.each([...TOPICS, ...ORGANISATIONS, ...EXCHANGES].map(([code, names]) => [code, names.slice(-2)] as const))(
    'make a valid tag of the code %s',
    (code, [en, es]) => {
      expect(slugField.safeParse(code).success).toBe(true);
      expect(tagSchema.safeParse({ title: { en, es } }).error).toBeUndefined();
    },
  );

  it('use every section for some topic, but the one for stories without', () => {
    const used = new Set([...TOPICS.values()].map(([section]) => section));
    expect(Object.keys(SECTIONS).filter((id) => !used.has(id as keyof typeof SECTIONS))).toEqual(['general']);
  });
});
