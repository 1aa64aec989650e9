import { formatDate, isoInstant } from '#src/i18n/format.ts';
import type { Locale } from '#src/schemas/locale.ts';

/** A point in time as a page shows it: for machines and for readers. */
export interface ShownDate {
  iso: string;
  text: string;
}

type DateStyle = Parameters<typeof formatDate>[2];

/** An instant whose machine-readable form includes the time. */
export function shownInstant(locale: Locale, instant: Date, style: DateStyle): ShownDate {
  return { iso: isoInstant(instant), text: formatDate(locale, instant, style) };
}

/** A calendar day in the site's time zone. */
export function shownDay(locale: Locale, instant: Date, style: DateStyle): ShownDate {
  return { iso: isoInstant(instant).slice(0, 10), text: formatDate(locale, instant, style) };
}
