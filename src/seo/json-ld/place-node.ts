import type { Place as PlaceThing } from 'schema-dts';
import { typeset } from '#src/i18n/format.ts';
import type { Place } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';

/** Something within a place that has its own name. */
interface Venue {
  name: string;
  address?: string | undefined;
  coordinates?: { latitude: number; longitude: number } | undefined;
}

/** A place of the paper, or a venue there. */
export function placeNode(locale: Locale, place: Place, venue?: Venue): Exclude<PlaceThing, string> {
  const { latitude, longitude } = venue?.coordinates ?? place;
  return {
    '@type': 'Place',
    name: typeset(venue?.name ?? place.name[locale]),
    address: {
      '@type': 'PostalAddress',
      ...(venue?.address && { streetAddress: venue.address }),
      addressLocality: place.name[locale],
      addressRegion: place.state,
      addressCountry: place.country,
    },
    geo: { '@type': 'GeoCoordinates', latitude, longitude },
  };
}
