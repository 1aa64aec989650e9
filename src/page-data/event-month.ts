import { dayAfter, dayNumber, daysInMonth, weekdayOf } from '#src/events/calendar-day.ts';
import { dayInSentence, formatDay } from '#src/i18n/event-words.ts';
import { typeset } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { EventDate } from '#src/newsroom/event-dates.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { eventUrl } from '#src/urls.ts';
import type { Link } from './link.ts';
import { dayId } from './shown-event.ts';

/** A month as a table of weeks. */
export interface MonthGrid {
  caption: string;
  weekdays: readonly { short: string; long: string }[];
  /** Seven cells each; undefined where the month has no day. */
  weeks: readonly (readonly (GridDay | undefined)[])[];
}

interface GridDay {
  number: number;
  /** “Saturday, 5 December 2026”. */
  name: string;
  events: readonly (Link & { isOff: boolean })[];
  /** To the first of those that the cell does not show, in the list below. */
  more: Link | undefined;
}

/** Events that a cell shows. */
const MOST_IN_CELL = 3;

/** “December 2026”, within a sentence. @param month `2026/12` */
export const monthName = (locale: Locale, month: string): string => dayInSentence(locale, firstDayOf(month), 'month');

/** @param month `2026/12` */
export const firstDayOf = (month: string): string => `${month.replace('/', '-')}-01`;

/** @param dates those that touch the month; one of several days is in each of them */
export function monthGrid(locale: Locale, month: string, dates: readonly EventDate[]): MonthGrid {
  const t = translator(locale);
  const first = firstDayOf(month);
  const [year = 0, number = 1] = month.split('/').map(Number);
  const days = Array.from({ length: daysInMonth(year, number) }, (_, index) => dayAfter(first, index));
  const cells: (GridDay | undefined)[] = [
    ...Array.from({ length: weekdayOf(dayNumber(first)) }, () => undefined),
    ...days.map((day, index): GridDay => {
      const onDay = dates.filter(({ occurrence }) => occurrence.firstDay <= day && occurrence.lastDay >= day);
      const shown = onDay.length > MOST_IN_CELL ? onDay.slice(0, MOST_IN_CELL - 1) : onDay;
      const [hidden, ...others] = onDay.slice(shown.length);
      return {
        number: index + 1,
        name: formatDay(locale, day, 'weekday'),
        events: shown.map(({ event, occurrence }) => ({
          text: typeset(event.title),
          href: eventUrl(event),
          isOff: occurrence.isCancelled || event.status === 'cancelled' || event.status === 'postponed',
        })),
        more: hidden && {
          text: t('moreOnDay', { count: others.length + 1 }),
          href: `#${dayId(hidden.occurrence.firstDay)}`,
        },
      };
    }),
  ];
  while (cells.length % 7 > 0) cells.push(undefined);
  // 5 January 1970 was a Monday.
  const weekdays = Array.from({ length: 7 }, (_, index) => dayAfter('1970-01-05', index));
  return {
    caption: t('calendarOf', { month: monthName(locale, month) }),
    weekdays: weekdays.map((day) => ({
      short: formatDay(locale, day, 'weekdayShort'),
      long: formatDay(locale, day, 'weekdayName'),
    })),
    weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)),
  };
}
