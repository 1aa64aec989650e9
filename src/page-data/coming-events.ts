import { dayAfter, dayNumber, weekdayOf } from '#src/events/calendar-day.ts';
import { clockAt, instantOf } from '#src/schemas/zone-time.ts';
import { formatDay } from '#src/i18n/event-words.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { datesBetween, type EventDate } from '#src/newsroom/event-dates.ts';
import { comingEvents } from '#src/newsroom/list-addresses.ts';
import { SITE_ZONE } from '#src/schemas/site-zone.ts';
import { eventListVersions } from '#src/seo/event-list-versions.ts';
import { subscriptionTo } from './event-calendar-links.ts';
import { listedDate, listedDays, shownWhen, type ListedDay } from './shown-event.ts';
import { type DaySection, type EventList, nextOf, headOf, ways, nothing } from './event-list.ts';

/** Days after today that the page of coming events lists. */
const DAYS_AHEAD = 14;

/** Today, this weekend, the next days; what is featured comes first, and each date is there once. */
export function comingList(edition: Edition, editions: readonly Edition[], now: Date): EventList {
  const { locale, events } = edition;
  const t = translator(locale);
  const address = comingEvents(edition);
  const versions = eventListVersions(editions, comingEvents);
  const today = clockAt(SITE_ZONE, now).slice(0, 10);
  const until = instantOf(SITE_ZONE, dayAfter(today, DAYS_AHEAD));
  const dates = datesBetween(events.all, now, until);
  const featured = nextOf(
    edition,
    events.all.filter((event) => event.featured),
  ).slice(0, MOST_FEATURED);
  const saturday = dayAfter(today, Math.max(0, 5 - weekdayOf(dayNumber(today))));
  const sunday = dayAfter(today, 6 - weekdayOf(dayNumber(today)));
  const isToday = ({ occurrence }: EventDate) => occurrence.firstDay <= today;
  const isWeekend = ({ occurrence }: EventDate) => occurrence.firstDay >= saturday && occurrence.firstDay <= sunday;
  return {
    address,
    versions,
    dates: [...dates, ...featured],
    also: `${today} ${dates.filter(({ occurrence }) => occurrence.start <= now).length} ${[...events.months.keys()].join()} ${events.kinds.length} ${events.places.length}`,
    page: () => {
      const title = t('eventsTitle');
      const sections: DaySection[] = [
        { title: t('today'), days: todaysDays(edition, dates.filter(isToday), today, now) },
        {
          title: t('thisWeekend'),
          days: listedDays(
            edition,
            dates.filter((date) => !isToday(date) && isWeekend(date)),
          ),
        },
        {
          title: t('nextDays'),
          days: listedDays(
            edition,
            dates.filter((date) => !isToday(date) && !isWeekend(date)),
          ),
        },
      ];
      return {
        ...nothing,
        head: headOf(edition, address, versions, title, t('eventsDescription'), dates),
        title,
        description: t('eventsDescription'),
        featured: featured.map((date) => ({
          ...listedDate(edition, date, now),
          clock: shownWhen(locale, date.event, date.occurrence),
        })),
        sections: sections.filter(({ days }) => days.length > 0),
        empty: t('noEventsToCome'),
        subscription: subscriptionTo(edition, address),
        ways: ways(edition),
      };
    },
  };
}

const MOST_FEATURED = 3;

/** What began before today is under today too. */
function todaysDays(edition: Edition, dates: readonly EventDate[], today: string, now: Date): ListedDay[] {
  if (dates.length === 0) return [];
  const day = { iso: today, text: formatDay(edition.locale, today, 'weekday') };
  return [{ day, id: `day-${today}`, dates: dates.map((date) => listedDate(edition, date, now)) }];
}
