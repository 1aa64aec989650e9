import { kilometres, type Point } from '#src/newsroom/kilometres.ts';
import type { Place } from '#src/newsroom/newsroom.ts';
import { withoutAccents } from '#src/schemas/plain-letters.ts';
import { plainLine } from './description.ts';
import { propertyOf, textOf, type Component } from './read-components.ts';

/** Where an event is, as far as its calendar says it. */
export interface IncomingPlace {
  /** A place of the paper that the calendar names. */
  place: Place | undefined;
  venue: { name: string; address?: string } | undefined;
  coordinates: Point | undefined;
  /** The location as it is written, on one line. */
  location: string;
  /** Of an event whose location is an address of the web. */
  online: string | undefined;
}

/** A place of the paper is meant if it is not further away. */
const NEAR_KM = 30;

/** The lengths that the schema allows. */
const LONGEST = { name: 120, address: 200 };

/** @param places those of the paper */
export function incomingPlace(event: Component, places: readonly Place[]): IncomingPlace {
  const written = textOf(propertyOf(event, 'LOCATION'));
  const coordinates = pointOf(textOf(propertyOf(event, 'GEO')));
  const location = plainLine(written, LONGEST.name + LONGEST.address);
  if (/^https?:\/\/\S+$/i.test(location))
    return { place: nearest(coordinates, places), venue: undefined, coordinates, location, online: location };
  const place = namedPlace(location, places) ?? nearest(coordinates, places);
  return { place, venue: venueOf(written, place), coordinates, location, online: undefined };
}

/** The place whose name comes last: before it there may be a street that has another's name. */
export function namedPlace(location: string, places: readonly Place[]): Place | undefined {
  const text = ` ${wordsOf(location)} `;
  let found: { place: Place; at: number; length: number } | undefined;
  for (const place of places) {
    for (const name of [...Object.values(place.name), ...place.aliases]) {
      const words = wordsOf(name);
      const at = words === '' ? -1 : text.lastIndexOf(` ${words} `);
      const end = at + words.length;
      if (at < 0 || (found && end < found.at + found.length)) continue;
      if (found && end === found.at + found.length && words.length <= found.length) continue;
      found = { place, at, length: words.length };
    }
  }
  return found?.place;
}

/** A text's words in small letters without accents. */
export const wordsOf = (text: string): string =>
  withoutAccents(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function nearest(point: Point | undefined, places: readonly Place[]): Place | undefined {
  if (!point) return undefined;
  const byDistance = places
    .map((place) => ({ place, distance: kilometres(point, place) }))
    .sort((a, b) => a.distance - b.distance);
  const [first] = byDistance;
  return first && first.distance <= NEAR_KM ? first.place : undefined;
}

/** The first part of a location is its name, the rest the address, without the town that the place says anyway. */
function venueOf(written: string, place: Place | undefined): IncomingPlace['venue'] {
  const known = new Set(
    [
      ...(place ? Object.values(place.name) : []),
      place?.state,
      place?.country,
      'Mexico',
      'MX',
      'Q.R.',
      'Q. Roo',
      'Quintana Roo',
    ]
      .filter((name) => name !== undefined)
      .map(wordsOf),
  );
  const parts = written
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => wordsOf(part) !== '' && !known.has(wordsOf(part)));
  const [first, ...rest] = parts;
  if (first === undefined) return undefined;
  const name = plainLine(first, LONGEST.name);
  const address = plainLine(rest.join(', '), LONGEST.address);
  return name === '' ? undefined : { name, ...(address && { address }) };
}

/** `20.2114;-87.4654` */
function pointOf(text: string): Point | undefined {
  const [latitude = Number.NaN, longitude = Number.NaN] = text.split(/[;,]/).map((part) => Number.parseFloat(part));
  const isPoint = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
  return isPoint ? { latitude, longitude } : undefined;
}
