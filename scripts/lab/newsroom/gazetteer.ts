import type { PlaceFields } from '#src/schemas/place.ts';
import { slugify } from '#src/writing/slugify.ts';
import { CITIES, COUNTRIES, REGIONS, type City } from './tables.ts';

const LONGEST_ID = 80;

/** The date that ends a dateline, with whatever the wire ran into it. */
const DATE = /[\s,.]+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*\d.*$/is;

/** Marks the wire sets before a city: `****LONDON`, `RPT --LONDON`. */
const MARKS = /^(?:\*+|\(?rpt\)?[\s-]+)/i;

/** A city in capitals, and a state or province by its full name, or whatever else follows the city; '' if nothing does. */
export interface Dateline {
  city: string;
  region: string;
}

/** `PORTLAND, Ore., March 3` → `PORTLAND`, `Oregon`. */
export function parseDateline(dateline: string): Dateline {
  const place = dateline.trim().replace(DATE, '').replace(MARKS, '').trim();
  const [city = '', ...rest] = place.split(/\s*,\s*/);
  const region = rest.join(' ').trim();
  const abbreviation = region.toLowerCase().replace(/[^a-z]/g, '');
  return { city: city.toUpperCase(), region: REGIONS.get(abbreviation) ?? region };
}

/** A city's id: its name, with its state if the name alone could be another city's. */
const cityId = ({ en, state, needsState }: City) => slugify(needsState ? `${en} ${state}` : en, LONGEST_ID);

const CITIES_BY_ID: ReadonlyMap<string, City> = new Map(CITIES.map((city) => [cityId(city), city]));

/** Ids by every way in which a dateline may write a city: `CHICAGO`, `CHICAGO ILLINOIS`, `OSAKA JAPAN`. */
const IDS_BY_SPELLING: ReadonlyMap<string, string> = new Map(
  [...CITIES_BY_ID].flatMap(([id, { en, state, country, needsState, spellings }]) =>
    [en, ...spellings]
      .flatMap((name) => [
        ...(needsState ? [] : [name]),
        ...[state, COUNTRIES.get(country)?.en].filter(Boolean).map((area) => `${name} ${area}`),
      ])
      .map((spelling) => [slugify(spelling, LONGEST_ID), id] as const),
  ),
);

/**
 * The place a dateline names.
 * @param dateline as the wire writes it: `PORTLAND, Ore., March 3`
 * @returns the id of a known city, or of a country if the dateline names one instead (`BAHRAIN`); else undefined
 */
export function placeOfDateline(dateline: string): string | undefined {
  const { city, region } = parseDateline(dateline);
  const spelling = slugify(`${city} ${region}`, LONGEST_ID);
  return IDS_BY_SPELLING.get(spelling) ?? (COUNTRIES.has(spelling) ? spelling : undefined);
}

/** The fields of a place's file. @returns undefined if no table has the place */
export function placeFields(id: string): PlaceFields | undefined {
  const country = COUNTRIES.get(id);
  if (country) {
    const { en, es, region, latitude, longitude } = country;
    return { name: { en, es }, state: region, country: en, latitude, longitude, aliases: [] };
  }
  const city = CITIES_BY_ID.get(id);
  if (!city) return undefined;
  const { en, es, latitude, longitude, spellings } = city;
  const countryName = COUNTRIES.get(city.country)?.en ?? city.country;
  return {
    name: { en, es },
    state: city.state || countryName,
    country: countryName,
    latitude,
    longitude,
    aliases: spellings,
  };
}
