import { translateCount, translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { monthOf } from '#src/newsroom/event-dates.ts';
import { comingEvents, eventMonth, pastEvents } from '#src/newsroom/list-addresses.ts';
import { eventListVersions, monthEventVersions } from '#src/seo/event-list-versions.ts';
import { eventListUrl } from '#src/urls.ts';
import { monthGrid, monthName } from './event-month.ts';
import { listedDays } from './shown-event.ts';
import { type EventList, headOf, monthLink, nothing } from './event-list.ts';

/** A list for each month that has a page. */
export function monthLists(edition: Edition, editions: readonly Edition[]): EventList[] {
  const { locale, events } = edition;
  const t = translator(locale);
  const months = [...events.months];
  return months.map(([month, dates], index): EventList => {
    const address = eventMonth(edition, month);
    const versions = monthEventVersions(editions, month);
    const [before, after] = [months[index - 1]?.[0], months[index + 1]?.[0]];
    return {
      address,
      versions,
      dates,
      also: `${before} ${after}`,
      page: () => {
        const name = monthName(locale, month);
        const title = t('eventsInMonth', { month: name });
        const description = t('eventsInMonthDescription', { month: name });
        const link = (other: string | undefined, key: 'previousMonth' | 'nextMonth') =>
          other === undefined
            ? undefined
            : { text: t(key, { month: monthName(locale, other) }), href: eventListUrl(eventMonth(edition, other)) };
        return {
          ...nothing,
          head: headOf(edition, address, versions, title, description, dates),
          kicker: { text: t('events'), href: eventListUrl(comingEvents(edition)) },
          title,
          description,
          sections: [{ title: undefined, days: listedDays(edition, dates) }],
          grid: monthGrid(locale, month, dates),
          empty: t('noEventsToCome'),
          subscription: undefined,
          ways: [],
          previous: link(before, 'previousMonth'),
          next: link(after, 'nextMonth'),
        };
      },
    };
  });
}

/** The months that are over, by year, the newest first. */
export function pastList(edition: Edition, editions: readonly Edition[], now: Date): EventList {
  const { locale, events } = edition;
  const t = translator(locale);
  const address = pastEvents(edition);
  const versions = eventListVersions(editions, pastEvents);
  const past = [...events.months].filter(([month]) => month <= monthOf(now)).reverse();
  return {
    address,
    versions,
    dates: [],
    also: past.map(([month, dates]) => `${month} ${dates.length}`).join(),
    page: () => {
      const title = t('pastEvents');
      return {
        ...nothing,
        head: headOf(edition, address, versions, title, t('pastEventsDescription'), []),
        kicker: { text: t('events'), href: eventListUrl(comingEvents(edition)) },
        title,
        description: t('pastEventsDescription'),
        sections: [],
        years: [...Map.groupBy(past, ([month]) => month.slice(0, 4))].map(([text, ofYear]) => ({
          text,
          months: ofYear.map(([month, dates]) => ({
            ...monthLink(edition, month),
            count: translateCount(locale, 'eventCount', new Set(dates.map(({ event }) => event.id)).size),
          })),
        })),
        empty: t('noEventsToCome'),
        subscription: undefined,
        ways: [],
      };
    },
  };
}
