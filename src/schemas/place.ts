import { z } from 'zod';
import { zodMessage } from './message.ts';
import { bilingualText, lineOfText } from './shared-fields.ts';

/** A town, island or site. Coordinates are WGS 84 decimal degrees; aliases are other names readers search for. */
export const placeSchema = z.strictObject({
  name: bilingualText(80),
  state: lineOfText(80, 'state'),
  country: lineOfText(80).default('México'),
  latitude: z
    .number({ error: zodMessage('latitude') })
    .min(-90, { error: zodMessage('latitude-range') })
    .max(90, { error: zodMessage('latitude-range') }),
  longitude: z
    .number({ error: zodMessage('longitude') })
    .min(-180, { error: zodMessage('longitude-range') })
    .max(180, { error: zodMessage('longitude-range') }),
  aliases: z.array(lineOfText(80), { error: zodMessage('other-names') }).default([]),
  description: bilingualText(240).optional(),
});

export type PlaceFields = z.output<typeof placeSchema>;
