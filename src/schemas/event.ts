import { z } from 'zod';
import { distinct } from './distinct.ts';
import { durationField, eventTime, zoneField } from './event-time.ts';
import { withError, type MessageKey, type Values } from './message.ts';
import { aliasesField } from './old-address.ts';
import { priceField } from './price.ts';
import { repeatsField } from './repeats.ts';
import { SITE_ZONE } from './site-zone.ts';
import { writtenInstant } from './zone-time.ts';
import {
  emailField,
  instantField,
  latitudeField,
  lineOfText,
  longitudeField,
  pictureField,
  slugField,
  webAddress,
} from './shared-fields.ts';
import { group, listOf, mistakeAt, oneOf, switchField } from './shared-shapes.ts';

/** What became of an event as a whole; single dates of a series are cancelled or moved in `repeats`. */
export const EVENT_STATUSES = ['scheduled', 'cancelled', 'postponed', 'moved-online', 'rescheduled'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** Languages in which events are held here: ISO 639; `yua` is Yucatec Maya, `mfs` Mexican Sign Language. */
export const SPOKEN_LANGUAGES = ['es', 'en', 'yua', 'mfs', 'fr', 'it', 'de', 'pt'] as const;
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number];

/** The longest event in one piece: anything longer repeats, or is no event. */
const MOST_DAYS = 366;

/**
 * The front matter of an event: the only definition of what a valid event is. Strict, so that a misspelt key is an error.
 * What needs its dates, such as a rule that never happens, is checked by rules (`src/rules/events/`).
 * @param imageFile the schema of a picture's path ({@link file://./field-tools.ts})
 */
export const eventSchema = <Image extends z.ZodType>(imageFile: Image) =>
  z
    .strictObject({
      title: lineOfText(140, 'event-name'),
      description: lineOfText(320, 'event-description'),
      pubDate: instantField.optional(),
      start: eventTime,
      end: eventTime.optional(),
      duration: durationField.optional(),
      zone: zoneField.optional().transform((zone) => zone ?? SITE_ZONE),
      repeats: repeatsField.optional(),
      place: slugField,
      venue: group('venue', {
        name: lineOfText(120, 'venue-name'),
        address: lineOfText(200).optional(),
        coordinates: group('coordinates', { latitude: latitudeField, longitude: longitudeField }).optional(),
      }).optional(),
      organiser: group('organiser', {
        name: lineOfText(120, 'organiser-name'),
        url: webAddress.optional(),
        email: emailField.optional(),
      }).optional(),
      price: priceField.optional(),
      tickets: webAddress.optional(),
      online: webAddress.optional(),
      kinds: distinct(slugField, 'event-kind')
        .min(1, withError('no-event-kind'))
        .max(3, withError('too-many-event-kinds')),
      featured: switchField.default(false),
      draft: switchField.default(false),
      picture: pictureField(imageFile).optional(),
      status: oneOf(EVENT_STATUSES).default('scheduled'),
      previousStart: eventTime.optional(),
      changes: listOf(
        'change-list',
        group('change', { date: instantField, text: lineOfText(400, 'change-text') }),
      ).default([]),
      access: lineOfText(400).optional(),
      spoken: listOf('spoken', oneOf(SPOKEN_LANGUAGES)).default([]),
      articles: distinct(slugField, 'article').default([]),
      translationKey: slugField.optional(),
      slug: slugField.optional(),
      aliases: aliasesField,
    })
    .superRefine((event, context) => {
      const report = (field: keyof typeof event, message: MessageKey, values?: Values) =>
        context.addIssue(mistakeAt([field], event[field], message, values));
      const { start, end, duration, status, previousStart, online, zone } = event;
      const isAllDay = !start.includes('T');
      if (end !== undefined && duration !== undefined) report('duration', 'end-and-duration');
      if (end !== undefined && isAllDay !== !end.includes('T'))
        report('end', isAllDay ? 'end-with-time' : 'end-without-time');
      // By the instants: an offset, and a night in which clocks change, may put an end before its start.
      else if (end !== undefined && (isAllDay ? end < start : writtenInstant(zone, end) <= writtenInstant(zone, start)))
        report('end', 'ends-before-start');
      else if (end !== undefined && daysBetween(start, end) > MOST_DAYS)
        report('end', 'lasts-too-long', { most: MOST_DAYS });
      if (isAllDay && duration !== undefined) report('duration', 'duration-without-time');
      if (status === 'rescheduled' && previousStart === undefined) report('previousStart', 'previous-start');
      if (status === 'moved-online' && online === undefined) report('online', 'online-address');
    });

function daysBetween(start: string, end: string): number {
  return (Date.parse(end.slice(0, 10)) - Date.parse(start.slice(0, 10))) / 86_400_000;
}

/** An event's parsed front matter. `Image` is a picture's path, or its file once that has been read. */
export type EventFrontMatter<Image = unknown> = z.output<ReturnType<typeof eventSchema<z.ZodType<Image>>>>;
