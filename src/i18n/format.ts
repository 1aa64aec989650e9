import type { Locale } from '#src/schemas/locale.ts';
import { SITE_ZONE, siteInstant } from '#src/schemas/site-zone.ts';
import { offsetAt, offsetText } from '#src/schemas/zone-time.ts';
import { curlQuotes, finishQuotes } from './quotation-marks.ts';
import { translator } from './translate.ts';

/** Language tags for `lang` attributes, feeds and formatting. */
export const LANGUAGE_TAGS: Record<Locale, string> = { en: 'en', es: 'es-MX' };

/** Language tags for formatting. British order (20 November 2026) is unambiguous on both sides of the Atlantic. */
export const FORMATTING_TAGS: Record<Locale, string> = { en: 'en-GB', es: 'es-MX' };

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The kinds of date a page shows. */
const DATE_STYLES = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  shortWeekday: { weekday: 'short', day: 'numeric', month: 'short' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  monthName: { month: 'long' },
  weekdayName: { weekday: 'long' },
  weekdayShort: { weekday: 'short' },
  dayOfYear: { day: 'numeric', month: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hour12: false },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Formatters are slow to create. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** By locale, style and day, or minute of the day: a build formats a hundred thousand dates, most of them repeatedly. */
const formattedDates = new Map<string, string>();

/** A date in the reader's language and the site's time zone, whatever the machine's. */
export function formatDate(locale: Locale, instant: Date, style: keyof typeof DATE_STYLES): string {
  const key = `${locale} ${style} ${style === 'time' ? siteMinute(instant) : siteDay(instant)}`;
  let date = formattedDates.get(key);
  if (date === undefined) {
    date = formatterFor(locale, style).format(instant);
    formattedDates.set(key, date);
  }
  return date;
}

/** “Friday 5 – Tuesday 9 February 2027”: what two days have in common is said once. */
export function formatDateRange(locale: Locale, from: Date, to: Date, style: keyof typeof DATE_STYLES): string {
  return formatterFor(locale, style).formatRange(from, to);
}

/** Date and time. A day's beginning is how a day without a time is read, and shows none. */
export function formatMoment(locale: Locale, instant: Date, style: keyof typeof DATE_STYLES): string {
  const date = formatDate(locale, instant, style);
  return isStartOfDay(instant) ? date : `${date}, ${formatDate(locale, instant, 'time')}`;
}

/** Whether a day of the paper begins at an instant: at midnight, or later where the clock skips midnight. */
export function isStartOfDay(instant: Date): boolean {
  if (siteTime(instant) % DAY_MS === 0) return true;
  return siteMinute(instant) < 3 * 60 && siteInstant(siteClock(instant).slice(0, 10)).getTime() === instant.getTime();
}

function formatterFor(locale: Locale, style: keyof typeof DATE_STYLES): Intl.DateTimeFormat {
  const key = `${locale} ${style}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(FORMATTING_TAGS[locale], { ...DATE_STYLES[style], timeZone: SITE_ZONE });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** `2026-10-14T07:30:00-05:00`: RFC 3339, in the site's time zone. */
export function isoInstant(instant: Date): string {
  return `${siteClock(instant).slice(0, 19)}${offsetText(offsetAt(SITE_ZONE, instant.getTime()))}`;
}

/** The calendar month of an instant in the site's time zone. */
export function calendarMonth(instant: Date): { year: string; month: string } {
  const day = siteDay(instant);
  let month = monthOfDay.get(day);
  if (!month) {
    const clock = siteClock(instant);
    monthOfDay.set(day, (month = { year: clock.slice(0, 4), month: clock.slice(5, 7) }));
  }
  return month;
}

/** A cache by day: a build sorts every article into months several times. */
const monthOfDay = new Map<number, { year: string; month: string }>();

/** The instant at which the day after an instant's begins in the site's time zone. */
export function startOfNextDay(instant: Date): Date {
  return siteInstant(new Date((siteDay(instant) + 1) * DAY_MS).toISOString().slice(0, 10));
}

/** The day in the site's time zone, counted from 1970. */
function siteDay(instant: Date): number {
  return Math.floor(siteTime(instant) / DAY_MS);
}

/** The minute of the day in the site's time zone. */
function siteMinute(instant: Date): number {
  return Math.floor(siteTime(instant) / MINUTE_MS) % (DAY_MS / MINUTE_MS);
}

/** Wall-clock time in the site's time zone, as an ISO string whose final `Z` has no meaning. */
function siteClock(instant: Date): string {
  return new Date(siteTime(instant)).toISOString();
}

/** An instant in milliseconds, shifted so that UTC methods give the site's local time. */
function siteTime(instant: Date): number {
  return instant.getTime() + offsetAt(SITE_ZONE, instant.getTime()) * MINUTE_MS;
}

/** "Ana", "Ana and Luis", "Ana, Luis and June". */
export function joinNames(locale: Locale, names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  const and = locale === 'es' && /^h?[ií](?![ae])/i.test(last) ? 'e' : translator(locale)('and');
  return `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** Dashes and dots as typed, or an address, which has its own: `https://x.example/a--b`. */
const TYPED_SIGNS = /(?::\/\/|www\.)\S+|-{2,}|\.{3}/gi;

/**
 * A line as readers see it, by the rules of bodies: “double” and ‘single’ quotation marks in both languages, apostrophes,
 * primes (5′10″), dashes for `--` and `---`, and an ellipsis for three dots.
 */
export function typeset(text: string): string {
  const dashed = text.replace(TYPED_SIGNS, (signs) => {
    if (signs === '...') return '…';
    return signs.startsWith('--') ? dashes(signs.length) : signs;
  });
  return finishQuotes(curlQuotes(dashed));
}

/** A run of hyphens as dashes: of one kind if that is possible (cmark's rule, which Markdown's engine has too). */
function dashes(hyphens: number): string {
  if (hyphens % 3 === 0) return '—'.repeat(hyphens / 3);
  if (hyphens % 2 === 0) return '–'.repeat(hyphens / 2);
  const ens = hyphens % 3 === 2 ? 1 : 2;
  return '—'.repeat((hyphens - 2 * ens) / 3) + '–'.repeat(ens);
}
