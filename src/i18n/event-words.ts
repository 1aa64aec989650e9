/** When an event is, in words, on its own clock. */
import type { EventStatus, SpokenLanguage } from '#src/schemas/event.ts';
import type { Locale } from '#src/schemas/locale.ts';
import {
  isOrdinalDay,
  WEEKDAYS,
  type Ordinal,
  type RepeatDay,
  type Repeats,
  type Weekday,
} from '#src/schemas/repeats.ts';
import { siteInstant } from '#src/schemas/site-zone.ts';
import { capitalised } from './capitalised.ts';
import { formatDate, formatDateRange, joinNames } from './format.ts';
import en from './events/en.json' with { type: 'json' };
import es from './events/es.json' with { type: 'json' };
import { translator, type MessageKey } from './translate.ts';

/** What became of an event, in a word that readers must not miss: calendar apps and feed readers show titles alone. */
export const EVENT_STATES = {
  scheduled: undefined,
  cancelled: 'statusCancelled',
  postponed: 'statusPostponed',
  'moved-online': 'statusMovedOnline',
  rescheduled: 'statusRescheduled',
} as const satisfies Record<EventStatus, MessageKey | undefined>;

/** The words for rules of repetition, a catalogue for each language. One that lacks a word does not compile. */
const WORDS: Readonly<Record<Locale, typeof en>> = { en, es };

/** A day of the calendar in words, as the beginning of a line. @param day `2026-12-05` */
export function formatDay(locale: Locale, day: string, style: Parameters<typeof formatDate>[2]): string {
  return capitalised(dayInSentence(locale, day, style));
}

/** The same within a sentence, where Spanish writes days and months in lower case. */
export function dayInSentence(locale: Locale, day: string, style: Parameters<typeof formatDate>[2]): string {
  return formatDate(locale, noonOf(day), style);
}

/** Noon on the paper's clock is that day, whatever the day is elsewhere. */
const noonOf = (day: string) => siteInstant(`${day}T12:00`);

/** What {@link whenWords} needs of a date. */
interface ShownTimes {
  firstDay: string;
  lastDay: string;
  isAllDay: boolean;
  hasEnd: boolean;
  /** `20:00`, on the event's clock. */
  startClock: string;
  endClock: string;
}

/** “20:00–22:30”, “All day”: of a date in a list under its day. */
export function clockWords(locale: Locale, { isAllDay, hasEnd, startClock, endClock }: ShownTimes): string {
  if (isAllDay) return translator(locale)('allDay');
  return hasEnd ? `${startClock}–${endClock}` : startClock;
}

/** “Saturday, 5 December 2026, 20:00–22:30”, “Friday 5 – Tuesday 9 February 2027”. */
export function whenWords(locale: Locale, times: ShownTimes): string {
  const { firstDay, lastDay, isAllDay, hasEnd, startClock, endClock } = times;
  if (firstDay === lastDay) {
    const day = formatDay(locale, firstDay, 'weekday');
    return isAllDay ? day : `${day}, ${clockWords(locale, times)}`;
  }
  if (isAllDay || !hasEnd) return capitalised(formatDateRange(locale, noonOf(firstDay), noonOf(lastDay), 'weekday'));
  return `${formatDay(locale, firstDay, 'weekday')}, ${startClock} – ${dayInSentence(locale, lastDay, 'weekday')}, ${endClock}`;
}

/** “Mexico City time”, of an event on another clock than the paper's. @param zone `America/Mexico_City` */
export function zoneWords(locale: Locale, zone: string): string {
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return translator(locale)('zoneTime', { city });
}

/** “every Friday and Saturday, until 27 March 2027”. @param start the first day of the series */
export function repeatWords(locale: Locale, repeats: Repeats, start: string): string {
  const { until, count } = repeats;
  const words = [beatWords(locale, repeats, start)];
  if (until !== undefined) words.push(fill(WORDS[locale].until, { date: formatDate(locale, noonOf(until), 'long') }));
  if (count !== undefined) words.push(fill(WORDS[locale].count, { count }));
  return words.join(', ');
}

/** “every Friday and Saturday”. */
export function beatWords(locale: Locale, repeats: Repeats, start: string): string {
  const { every, interval } = repeats;
  const beat = fill(WORDS[locale].every[every][interval === 1 ? 'one' : 'other'], { count: interval });
  return fill(WORDS[locale].on, { beat, days: dayWords(locale, repeats, start) }).trim();
}

/** “Friday and Saturday”, “the first Sunday”, “day 15”, “on 5 December”; nothing of what is on every day. */
function dayWords(locale: Locale, { every, on, day }: Repeats, start: string): string {
  const words = WORDS[locale];
  const names = (days: readonly RepeatDay[]) =>
    joinNames(
      locale,
      days.map((name) => dayName(locale, name)),
    );
  if (every === 'day') return '';
  if (every === 'week') return names(on.length > 0 ? inOrder(on) : [WEEKDAYS[weekdayOf(start)] ?? 'monday']);
  if (every === 'year') {
    if (on.length === 0) return fill(words.date, { date: formatDate(locale, noonOf(start), 'dayOfYear') });
    return fill(words.namedDay, { day: names(on), month: formatDate(locale, noonOf(start), 'monthName') });
  }
  if (on.length > 0) return names(on);
  const number = day ?? Number(start.slice(8));
  return number < 0 ? words.lastDayOfMonth : fill(words.dayOfMonth, { day: number });
}

/** 0 for Monday. */
const weekdayOf = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

const inOrder = (on: readonly RepeatDay[]) =>
  [...on].sort((a, b) => WEEKDAYS.indexOf(a as Weekday) - WEEKDAYS.indexOf(b as Weekday));

function dayName(locale: Locale, name: RepeatDay): string {
  const { weekdays, ordinals } = WORDS[locale];
  if (!isOrdinalDay(name)) return weekdays[name];
  const [ordinal, weekday] = name.split(' ') as [Ordinal, Weekday];
  return fill(ordinals[ordinal], { day: weekdays[weekday] });
}

/** “Maya and Spanish”. */
export function languageWords(locale: Locale, spoken: readonly SpokenLanguage[]): string {
  return joinNames(
    locale,
    spoken.map((one) => WORDS[locale].languages[one]),
  );
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
