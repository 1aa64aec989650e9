import { parseEventUrl } from '#src/urls.ts';
import type { Event } from './newsroom.ts';

/**
 * What an event is known by for ever, in calendars and feeds: its language, the year of its folder and the first of its slugs, as in
 * `en/2026/trova`. Neither its date nor its title, which change.
 */
export function eventId({ id, slug, aliases, locale }: Event): string {
  const first = aliases.map(parseEventUrl).find((address) => address?.locale === locale)?.slug ?? slug;
  return `${locale}/${yearOf(id)}/${first}`;
}

/** When an event was announced. Of one whose file does not say it: the beginning of the year of its folder, which sorts it. */
export function announcedAt({ pubDate, id }: Event): Date {
  return pubDate ?? new Date(`${yearOf(id)}-01-01T00:00:00Z`);
}

const yearOf = (id: string) => /^\w+\/(\d{4})\//.exec(id)?.[1] ?? '1970';
