/** Calendars of a few lines, and what an import makes of them. */
import type { ImportWishes, IncomingEvent } from '#src/calendars/incoming/incoming-event.ts';
import { noteText } from '#src/calendars/incoming/note.ts';
import { readCalendar, type IncomingCalendar } from '#src/calendars/incoming/read-calendar.ts';
import { given } from '#src/calendars/incoming/incoming-event.ts';
import { eventSchema, type EventFrontMatter } from '#src/schemas/event.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { makeEventKind, makePlace, NOW } from '../../../factories.ts';

/** A paper with three places and three kinds of event. */
export const WISHES: ImportWishes = {
  locale: 'en',
  now: NOW,
  places: [
    makePlace('cancun', { name: { en: 'Cancún', es: 'Cancún' }, latitude: 21.16, longitude: -86.85 }),
    makePlace('playa-del-carmen'),
    makePlace('tulum', {
      name: { en: 'Tulum', es: 'Tulum' },
      aliases: ['Tulum Pueblo'],
      latitude: 20.21,
      longitude: -87.46,
    }),
  ],
  kinds: [
    makeEventKind('markets', { title: { en: 'Markets', es: 'Mercados' } }),
    makeEventKind('music', {
      title: { en: 'Music', es: 'Música' },
      description: { en: 'Concerts.', es: 'Conciertos.' },
    }),
    makeEventKind('sport', { title: { en: 'Sport', es: 'Deporte' }, description: { en: 'Races.', es: 'Torneos.' } }),
  ],
  place: undefined,
  kind: undefined,
  placeForNow: 'cancun',
  kindForNow: 'music',
};

/** A calendar's text. */
export const calendarOf = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');

/** An event's lines, with those that every event has. */
export const eventOf = (...lines: readonly string[]): string[] => [
  'BEGIN:VEVENT',
  ...(lines.some((line) => line.startsWith('UID')) ? [] : ['UID:one@town.example']),
  ...(lines.some((line) => /^SUMMARY[;:]/.test(line)) ? [] : ['SUMMARY:Feria']),
  ...(lines.some((line) => /^DTSTART[;:]/.test(line)) ? [] : ['DTSTART;TZID=America/Cancun:20261205T200000']),
  ...lines,
  'END:VEVENT',
];

/** @throws Error if the text is no calendar */
export function readLines(text: string | Uint8Array, wishes: Partial<ImportWishes> = {}): IncomingCalendar {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const calendar = readCalendar(bytes, { ...WISHES, ...wishes });
  if (!calendar) throw new Error('this is no calendar');
  return calendar;
}

/** The only event of a calendar with these lines. @throws Error if there is none, with the reason */
export function imported(...lines: readonly string[]): IncomingEvent {
  const { events, refused } = readLines(calendarOf(...eventOf(...lines)));
  const [event] = events;
  if (!event) throw new Error(refused.map(({ why }) => noteText('en', why)).join());
  return event;
}

const SCHEMA = eventSchema(plainImageFile);

/** Its fields as the newsroom will read them. */
export const parsed = ({ fields }: Pick<IncomingEvent, 'fields'>): EventFrontMatter => SCHEMA.parse(given(fields));

/** What was said of it. */
export const saidOf = ({ notes }: Pick<IncomingEvent, 'notes'>): string[] => notes.map((note) => noteText('en', note));
