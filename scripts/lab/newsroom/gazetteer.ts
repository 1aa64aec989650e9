import type { PlaceFields } from '#src/schemas/place.ts';
import { slugify } from '#src/writing/slugify.ts';
import { CITIES, type City } from './cities-table.ts';
import { parseDateline } from './datelines.ts';
import { COUNTRIES } from './places-table.ts';

const LONGEST_ID = 80;

/** A city's id: its name, with its state where the name alone would be too little. */
function cityId({ name, state, standsAlone }: City): string {
  return slugify(standsAlone ? name : `${name} ${state}`, LONGEST_ID);
}

const CITIES_BY_ID: ReadonlyMap<string, City> = new Map(CITIES.map((city) => [cityId(city), city]));

/** Ids by every way in which a dateline may write a city: `CHICAGO`, `CHICAGO ILLINOIS`, `OSAKA JAPAN`. */
const IDS_BY_SPELLING: ReadonlyMap<string, string> = new Map(
  [...CITIES_BY_ID].flatMap(([id, city]) =>
    spellings(city).map((spelling) => [slugify(spelling, LONGEST_ID), id] as const),
  ),
);

function spellings({ name, state, country, standsAlone, aliases }: City): string[] {
  const within = [state, COUNTRIES.get(country)?.[0] ?? ''].filter(Boolean);
  return [name, ...aliases].flatMap((spelling) => [
    ...(standsAlone ? [spelling] : []),
    ...within.map((area) => `${spelling} ${area}`),
  ]);
}

/**
 * The place a dateline names.
 * @param dateline as the wire writes it: `PORTLAND, Ore., March 3`
 * @returns the id of a city of the table, or of a country where that is what stands there (`BAHRAIN`); else undefined
 */
export function placeOfDateline(dateline: string): string | undefined {
  const { city, region } = parseDateline(dateline);
  const spelling = slugify(`${city} ${region}`, LONGEST_ID);
  return IDS_BY_SPELLING.get(spelling) ?? (isCountry(spelling) ? spelling : undefined);
}

/** Whether an id is one of a country or territory. */
export function isCountry(id: string): boolean {
  return COUNTRIES.has(id);
}

/** What stands in a place's file. @returns undefined where no table has the place */
export function placeFields(id: string): PlaceFields | undefined {
  const country = COUNTRIES.get(id);
  if (country) {
    const [en, es, region, latitude, longitude] = country;
    return { name: { en, es }, state: region, country: en, latitude, longitude, aliases: [] };
  }
  const city = CITIES_BY_ID.get(id);
  if (!city) return undefined;
  const { name, nameEs, latitude, longitude, aliases } = city;
  const countryName = COUNTRIES.get(city.country)?.[0] ?? city.country;
  return {
    name: { en: name, es: nameEs },
    state: city.state || countryName,
    country: countryName,
    latitude,
    longitude,
    aliases: [...aliases],
  };
}
