/** Ways of getting events into a reader's own calendar: plain links, without the services' scripts. */
import type { Occurrence } from '#src/events/occurrences.ts';
import { rrule } from '#src/events/rrule.ts';
import { clockAt } from '#src/schemas/zone-time.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { comingEvents } from '#src/newsroom/list-addresses.ts';
import type { Event, Place } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, calendarUrl, eventListUrl, eventUrl, type EventListAddress } from '#src/urls.ts';
import type { Link } from './link.ts';

/** How to follow a calendar of events. */
export interface Subscription {
  title: string;
  links: readonly Link[];
  note: string;
}

/** The feed of all events, for the heads of their pages. */
export function eventsFeed(site: Site, locale: Locale): { title: string; page: string } {
  return {
    title: translator(locale)('calendarName', { paper: site.name }),
    page: eventListUrl(comingEvents({ locale })),
  };
}

/** The ways of subscribing to the calendar of a list. @param name what the list is of; none for everything */
export function subscriptionTo({ site, locale }: Edition, list: EventListAddress, name?: string): Subscription {
  const t = translator(locale);
  const address = absoluteUrl(site.url, calendarUrl(eventListUrl(list)));
  const webcal = address.replace(/^https?:/, 'webcal:');
  const title =
    name === undefined ? t('calendarName', { paper: site.name }) : t('calendarNameOf', { paper: site.name, name });
  return {
    title: t('subscribe'),
    links: [
      { text: 'Apple', href: webcal },
      {
        text: t('googleCalendar'),
        href: `https://calendar.google.com/calendar/render?cid=${encodeURIComponent(webcal)}`,
      },
      {
        text: t('outlookCalendar'),
        href: `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(address)}&name=${encodeURIComponent(title)}`,
      },
      { text: t('calendarAddress'), href: calendarUrl(eventListUrl(list)) },
    ],
    note: t('calendarNote'),
  };
}

/** The ways of adding one event. */
export function addToCalendar(site: Site, event: Event, place: Place, date: Occurrence | undefined): Link[] {
  const t = translator(event.locale);
  const file = { text: t('calendarFile'), href: calendarUrl(eventUrl(event)) };
  if (!date || event.status === 'cancelled' || event.status === 'postponed') return [file];
  const { start, end, isAllDay } = date;
  const day = (instant: Date) =>
    isAllDay ? zonedDay(event, instant) : instant.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const url = absoluteUrl(site.url, eventUrl(event));
  const location = [event.venue?.name, event.venue?.address, place.name[event.locale]].filter(Boolean).join(', ');
  const google = new URLSearchParams({
    action: 'TEMPLATE',
    text: event.title,
    dates: `${day(start)}/${day(end)}`,
    ctz: event.zone,
    details: url,
    location,
    ...(event.repeats &&
      event.repeats.until === undefined && { recur: `RRULE:${rrule(event.repeats, date.id.slice(0, 10), undefined)}` }),
  });
  const outlook = new URLSearchParams({
    subject: event.title,
    startdt: isAllDay ? date.firstDay : start.toISOString(),
    enddt: isAllDay ? date.lastDay : end.toISOString(),
    ...(isAllDay && { allday: 'true' }),
    body: url,
    location,
  });
  return [
    file,
    { text: t('googleCalendar'), href: `https://calendar.google.com/calendar/render?${google.toString()}` },
    { text: t('outlookCalendar'), href: `https://outlook.live.com/calendar/0/deeplink/compose?${outlook.toString()}` },
  ];
}

/** The midnight of an all-day event as its day: `20261205`. */
function zonedDay({ zone }: Event, instant: Date): string {
  return clockAt(zone, instant).slice(0, 10).replaceAll('-', '');
}
