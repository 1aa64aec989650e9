/** How an event repeats: a small part of RFC 5545's rules, in words that an editor knows. */
import { z } from 'zod';
import { eventDay, eventTime } from './event-time.ts';
import { withError } from './message.ts';
import { lineOfText } from './shared-fields.ts';
import { count } from './shared-settings.ts';
import { group, listOf, mistakeAt, oneOf } from './shared-shapes.ts';

export const PERIODS = ['day', 'week', 'month', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** In the order of RFC 5545 and ISO 8601: the week begins on Monday. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const ORDINALS = ['first', 'second', 'third', 'fourth', 'last'] as const;
export type Ordinal = (typeof ORDINALS)[number];

/** `friday`; in a month `first friday`. */
export type RepeatDay = Weekday | `${Ordinal} ${Weekday}`;

/** Every day that a rule can name: those of a week, then those of a month. */
export const REPEAT_DAYS: readonly RepeatDay[] = [
  ...WEEKDAYS,
  ...WEEKDAYS.flatMap((weekday) => ORDINALS.map((ordinal) => `${ordinal} ${weekday}` as const)),
];

/** Whether a day is counted within a month. */
export const isOrdinalDay = (day: RepeatDay): day is `${Ordinal} ${Weekday}` => day.includes(' ');

/** The longest list of single dates: a series of ten years has no more than this of them. */
const MOST_DATES = 200;

const list = <Item extends z.ZodType>(item: Item) =>
  listOf('date-list', item).max(MOST_DATES, withError('too-many-dates', { most: MOST_DATES }));

const moved = group('moved-date', { from: eventDay, start: eventTime, reason: lineOfText(240).optional() });

const cancelled = group('cancelled-date', { date: eventDay, reason: lineOfText(240).optional() });

/** The rule of a series, and the dates that are no part of it. */
export const repeatsField = group('repeats', {
  every: oneOf(PERIODS),
  interval: count(1, 99).default(1),
  on: listOf('repeat-day-list', z.enum(REPEAT_DAYS, withError('repeat-day'))).default([]),
  day: z
    .int(withError('month-day'))
    .min(-1, withError('month-day'))
    .max(31, withError('month-day'))
    .refine((day) => day !== 0, withError('month-day'))
    .optional(),
  until: eventDay.optional(),
  count: count(1, 999).optional(),
  except: list(eventDay).default([]),
  also: list(eventTime).default([]),
  moved: listOf('moved-list', moved).default([]),
  cancelled: listOf('cancelled-list', cancelled).default([]),
}).superRefine((rule, context) => {
  const report = (...mistake: Parameters<typeof mistakeAt>) => context.addIssue(mistakeAt(...mistake));
  const { every, on, day, until, count: dates } = rule;
  if (until !== undefined && dates !== undefined) report(['count'], dates, 'until-and-count');
  if (day !== undefined && every !== 'month') report(['day'], day, 'day-without-month');
  if (day !== undefined && every === 'month' && on.length > 0) report(['day'], day, 'day-and-on');
  if (new Set(on).size < on.length) report(['on'], on, 'day-twice');
  on.forEach((name, index) => {
    if (every === 'day') report(['on', index], name, 'on-with-day');
    else if (isOrdinalDay(name) === (every === 'week'))
      report(['on', index], name, every === 'week' ? 'on-in-week' : 'on-in-month', { day: name });
  });
});

export type Repeats = z.output<typeof repeatsField>;
