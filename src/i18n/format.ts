import type { Locale } from '#src/schemas/locale.ts';
import { SITE_UTC_OFFSET } from '#src/schemas/shared-fields.ts';
import { translator } from './translate.ts';

/** Language tags for `lang` attributes, feeds and formatting. */
export const LANGUAGE_TAGS: Record<Locale, string> = { en: 'en', es: 'es-MX' };

/**
 * Language tags by which dates and numbers are set. British order (20 November 2026) reads the same to readers from both
 * sides of the Atlantic.
 */
export const FORMATTING_TAGS: Record<Locale, string> = { en: 'en-GB', es: 'es-MX' };

/** The site's zone has no summer time: every day is as long. */
const DAY_MS = 86_400_000;

const OFFSET_MINUTES = Number(SITE_UTC_OFFSET.slice(0, 3)) * 60;

/** The kinds of date a page shows. */
const DATE_STYLES = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  monthName: { month: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hour12: false },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Formatters are costly to make: one of each kind is kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A build sets a hundred thousand dates, most of them often: what is the same all day long is kept by the day. */
const datesSet = new Map<string, string>();

/** A date in the reader's language, in the site's zone whatever the machine's. */
export function formatDate(locale: Locale, instant: Date, style: keyof typeof DATE_STYLES): string {
  if (style === 'time') return formatterFor(locale, style).format(instant);
  const key = `${locale} ${style} ${siteDay(instant)}`;
  let date = datesSet.get(key);
  if (date === undefined) {
    date = formatterFor(locale, style).format(instant);
    datesSet.set(key, date);
  }
  return date;
}

function formatterFor(locale: Locale, style: keyof typeof DATE_STYLES): Intl.DateTimeFormat {
  const key = `${locale} ${style}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(FORMATTING_TAGS[locale], { ...DATE_STYLES[style], timeZone: SITE_UTC_OFFSET });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** `2026-10-14T07:30:00-05:00`: machine-readable, in the site's zone (RFC 3339). */
export function isoInstant(instant: Date): string {
  return `${siteClock(instant).slice(0, 19)}${SITE_UTC_OFFSET}`;
}

/** The calendar month of an instant in the site's zone. */
export function calendarMonth(instant: Date): { year: string; month: string } {
  const day = siteDay(instant);
  let known = monthOfDay.get(day);
  if (!known) {
    const clock = siteClock(instant);
    monthOfDay.set(day, (known = { year: clock.slice(0, 4), month: clock.slice(5, 7) }));
  }
  return known;
}

/** An archive's stories are sorted into months several times a build; days are a thousandth as many. */
const monthOfDay = new Map<number, { year: string; month: string }>();

/** The midnight that ends an instant's day in the site's zone. */
export function startOfNextDay(instant: Date): Date {
  const midnight = new Date(`${siteClock(instant).slice(0, 10)}T00:00:00${SITE_UTC_OFFSET}`);
  return new Date(midnight.getTime() + DAY_MS);
}

/** The day in the site's zone, counted from 1970. */
function siteDay(instant: Date): number {
  return Math.floor(siteTime(instant) / DAY_MS);
}

/** Wall-clock time in the site's zone, as an ISO string without a meaningful zone letter. */
function siteClock(instant: Date): string {
  return new Date(siteTime(instant)).toISOString();
}

/** An instant in milliseconds, moved so that UTC's clock shows the site's time. */
function siteTime(instant: Date): number {
  return instant.getTime() + OFFSET_MINUTES * 60_000;
}

/** "Ana", "Ana and Luis", "Ana, Luis and June". */
export function joinNames(locale: Locale, names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  const and = locale === 'es' && /^h?[ií](?![ae])/i.test(last) ? 'e' : translator(locale)('and');
  return `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** Straight quotes as printers set them: “double”, ‘single’ and the apostrophe’s curl. Both editions use these marks. */
export function typeset(text: string): string {
  return text
    .replace(/(^|[\s(\[{—–¿¡“]|[:/-](?="[\p{L}\p{N}¿¡]))"/gu, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s(\[{—–¿¡“]|[:/](?='[\p{L}\p{N}¿¡]))'/gu, '$1‘')
    .replace(/'/g, '’');
}
