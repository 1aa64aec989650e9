import { z } from 'zod';
import { bilingualText, lineOfText } from './shared-fields.ts';

/** A town, island or site. Coordinates are WGS 84 decimal degrees; aliases are other names readers search for. */
export const placeSchema = z.strictObject({
  name: bilingualText(80),
  state: lineOfText(80, 'the state in which it lies'),
  country: lineOfText(80).default('México'),
  latitude: z
    .number({ error: 'expected decimal degrees, such as 20.6296' })
    .min(-90, { error: 'a latitude lies between -90 and 90' })
    .max(90, { error: 'a latitude lies between -90 and 90' }),
  longitude: z
    .number({ error: 'expected decimal degrees, such as -87.0739; west is negative' })
    .min(-180, { error: 'a longitude lies between -180 and 180' })
    .max(180, { error: 'a longitude lies between -180 and 180' }),
  aliases: z.array(lineOfText(80), { error: 'expected a list of other names' }).default([]),
  description: bilingualText(240).optional(),
});

export type PlaceFields = z.output<typeof placeSchema>;
