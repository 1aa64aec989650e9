import { z } from 'zod';
import { bilingualText, latitudeField, lineOfText, longitudeField } from './shared-fields.ts';
import { listOf } from './shared-shapes.ts';

/** A town, island or site. Coordinates are WGS 84 decimal degrees; aliases are other names readers search for. */
export const placeSchema = z.strictObject({
  name: bilingualText(80),
  state: lineOfText(80, 'state'),
  country: lineOfText(80).default('México'),
  latitude: latitudeField,
  longitude: longitudeField,
  aliases: listOf('other-names', lineOfText(80)).default([]),
  description: bilingualText(240).optional(),
});

export type PlaceFields = z.output<typeof placeSchema>;
