/** What changes by the day: notices, what is on today, and what is coming up, on the front pages; the next events of a place on its own. */
import { dayAfter } from '#src/events/calendar-day.ts';
import { formatDay } from '#src/i18n/event-words.ts';
import { formatDate, formatMoment, isoInstant, startOfNextDay, typeset } from '#src/i18n/format.ts';
import { translator, type MessageKey } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { byStart, datesBetween, type EventDate } from '#src/newsroom/event-dates.ts';
import { comingEvents, eventPlaceAddress } from '#src/newsroom/list-addresses.ts';
import type { Notice, Place } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { NoticeKind, NoticeLevel } from '#src/schemas/notice.ts';
import { eventListUrl } from '#src/urls.ts';
import { safeAddress } from '#src/written-urls.ts';
import type { Link } from './link.ts';
import type { ShownDate } from './shown-date.ts';
import { listedDate, shownWhen, type ListedDate } from './shown-event.ts';

/** A notice as the front page shows it. */
export interface ShownNotice {
  level: NoticeLevel;
  /** “Port”; undefined if its text must do. */
  about: string | undefined;
  text: string;
  until: ShownDate;
  source: Link | undefined;
}

/** The strip under the masthead; nothing of it is shown if both are empty. */
export interface TodayStrip {
  notices: readonly ShownNotice[];
  events: readonly ListedDate[];
  /** To all events, if there are any. */
  more: Link | undefined;
}

/** What is on in the next days, or next in a place. */
export interface ComingUp {
  title: string;
  dates: readonly (ListedDate & { day: ShownDate })[];
  more: Link;
}

/** Events of a day in the strip, in the block below, and on a place's page. */
const SHOWN = { today: 4, coming: 6, inPlace: 4 } as const;
/** The days that are coming up: a week, with the next weekend in it. */
const DAYS_AHEAD = 7;
const DAY_MS = 86_400_000;

const KIND_WORDS = {
  port: 'noticePort',
  sargassum: 'noticeSargassum',
  roads: 'noticeRoads',
  water: 'noticeWater',
  power: 'noticePower',
  weather: 'noticeWeather',
  health: 'noticeHealth',
} as const satisfies Record<Exclude<NoticeKind, 'other'>, MessageKey>;

/** @param now the instant of the build: the strip is made anew whenever something in it begins or ends */
export function todayStrip(edition: Edition, now: Date): TodayStrip {
  const dates = datesBetween(edition.events.all, now, startOfNextDay(now)).filter(isOn);
  return {
    notices: edition.notices.map((notice) => shownNotice(edition, notice)),
    events: featuredFirst(dates)
      .slice(0, SHOWN.today)
      .map((date) => listedDate(edition, date, now)),
    more: edition.events.all.length > 0 ? moreOf(edition) : undefined,
  };
}

/** The next days' events, those that editors chose first, each with its first date. @param now the instant of the build */
export function comingUp(edition: Edition, now: Date): ComingUp | undefined {
  const { locale } = edition;
  const tomorrow = startOfNextDay(now);
  const end = new Date(tomorrow.getTime() + DAYS_AHEAD * DAY_MS);
  const firstDates = new Map<string, EventDate>();
  for (const date of datesBetween(edition.events.all, tomorrow, end).filter(isOn)) {
    const isNew = date.occurrence.start >= tomorrow && !firstDates.has(date.event.id);
    if (isNew) firstDates.set(date.event.id, date);
  }
  const chosen = featuredFirst([...firstDates.values()]).slice(0, SHOWN.coming);
  if (chosen.length === 0) return undefined;
  const inOrder = [...firstDates.values()].filter((date) => chosen.includes(date));
  return {
    title: translator(locale)('comingUp'),
    dates: inOrder.map((date) => comingDate(edition, date)),
    more: moreOf(edition),
  };
}

/** The next events of a place, each with its first date; undefined if none is to come. */
export function comingUpIn(edition: Edition, place: Place): ComingUp | undefined {
  const { locale, events } = edition;
  const next = (events.byPlace.get(place.id) ?? []).flatMap((event) => {
    const dates = (events.coming.get(event.id) ?? []).map((occurrence) => ({ event, occurrence }));
    return dates.filter(isOn).slice(0, 1);
  });
  if (next.length === 0) return undefined;
  const name = typeset(place.name[locale]);
  return {
    title: translator(locale)('eventsIn', { name }),
    dates: next
      .sort(byStart)
      .slice(0, SHOWN.inPlace)
      .map((date) => comingDate(edition, date)),
    more: {
      text: translator(locale)('allEventsIn', { name }),
      href: eventListUrl(eventPlaceAddress(edition, place)),
    },
  };
}

function comingDate(edition: Edition, date: EventDate): ComingUp['dates'][number] {
  const { locale } = edition;
  const { event, occurrence } = date;
  const { firstDay, lastDay } = occurrence;
  const listed = listedDate(edition, date);
  // What goes on for days may have begun long ago: its first day alone would mislead.
  if (lastDay > dayAfter(firstDay) || (occurrence.isAllDay && lastDay > firstDay))
    return { ...listed, day: shownWhen(locale, event, occurrence), clock: { ...listed.clock, text: '' } };
  return { ...listed, day: { iso: firstDay, text: formatDay(locale, firstDay, 'shortWeekday') } };
}

/** What is cancelled or postponed is told on its page and in the lists; the front page shows what readers can go to. */
const isOn = ({ event, occurrence }: EventDate) =>
  !occurrence.isCancelled && event.status !== 'cancelled' && event.status !== 'postponed';

const featuredFirst = (dates: readonly EventDate[]) =>
  dates.toSorted((a, b) => Number(b.event.featured) - Number(a.event.featured));

const moreOf = (edition: Edition): Link => ({
  text: translator(edition.locale)('allEvents'),
  href: eventListUrl(comingEvents(edition)),
});

function shownNotice({ locale }: Edition, { level, kind, text, until, source }: Notice): ShownNotice {
  return {
    level,
    about: kind === 'other' ? undefined : translator(locale)(KIND_WORDS[kind]),
    text: typeset(text[locale]),
    until: { iso: isoInstant(until), text: lastMoment(locale, until) },
    source: source && { text: typeset(source.title), href: safeAddress(source.url) },
  };
}

/** What ends at midnight ends with the day before. */
function lastMoment(locale: Locale, until: Date): string {
  const text = formatMoment(locale, until, 'day');
  return text === formatDate(locale, until, 'day') ? formatDate(locale, new Date(until.getTime() - 1), 'day') : text;
}
