import { describe, expect, it } from 'vitest';
import {
  beatWords,
  clockWords,
  formatDay,
  languageWords,
  repeatWords,
  whenWords,
  zoneWords,
} from '#src/i18n/event-words.ts';
import { repeatsField } from '#src/schemas/repeats.ts';

/** 5 December 2026 is a Saturday. */
const START = '2026-12-05';
const words = (rule: object) =>
  (['en', 'es'] as const).map((locale) => repeatWords(locale, repeatsField.parse(rule), START));

describe('a rule of repetition in words', () => {
  it.each([
    [{ every: 'day', count: 9 }, 'every day, 9 times', 'todos los días, 9 veces'],
    [{ every: 'day', interval: 3 }, 'every 3 days', 'cada 3 días'],
    [{ every: 'week' }, 'every Saturday', 'cada sábado'],
    [{ every: 'week', on: ['saturday', 'friday'] }, 'every Friday and Saturday', 'cada viernes y sábado'],
    [{ every: 'week', interval: 2, on: ['tuesday'] }, 'every 2 weeks on Tuesday', 'cada 2 semanas, el martes'],
    [{ every: 'month' }, 'every month on day 5', 'cada mes, el día 5'],
    [{ every: 'month', day: -1 }, 'every month on the last day', 'cada mes, el último día'],
    [{ every: 'month', on: ['first sunday'] }, 'every month on the first Sunday', 'cada mes, el primer domingo'],
    [{ every: 'year' }, 'every year on 5 December', 'cada año el 5 de diciembre'],
    [
      { every: 'year', on: ['last sunday'], until: '2030-12-31' },
      'every year on the last Sunday of December, until 31 December 2030',
      'cada año el último domingo de diciembre, hasta el 31 de diciembre de 2030',
    ],
  ])('%j', (rule, en, es) => {
    expect(words(rule)).toEqual([en, es]);
  });

  it('can leave out its end, for lists', () => {
    expect(beatWords('en', repeatsField.parse({ every: 'week', until: '2027-03-27' }), START)).toBe('every Saturday');
  });
});

describe('when something is, in words', () => {
  const times = {
    firstDay: START,
    lastDay: START,
    isAllDay: false,
    hasEnd: true,
    startClock: '20:00',
    endClock: '23:00',
  };

  it('says a day and its hours', () => {
    expect(whenWords('en', times)).toBe('Saturday, 5 December 2026, 20:00–23:00');
    expect(whenWords('es', times)).toBe('Sábado, 5 de diciembre de 2026, 20:00–23:00');
    expect(whenWords('en', { ...times, hasEnd: false })).toBe('Saturday, 5 December 2026, 20:00');
  });

  it('says what several days have in common once', () => {
    const days = { ...times, isAllDay: true, lastDay: '2026-12-07' };
    // With thin spaces round the dash.
    expect(whenWords('en', days).replace(/\s/g, ' ')).toBe('Saturday 5 December – Monday 7 December 2026');
    expect(whenWords('es', days)).toMatch(/^Sábado.* 5 .*lunes.* 7 de diciembre de 2026$/);
    expect(whenWords('en', { ...days, isAllDay: false })).toBe(
      'Saturday, 5 December 2026, 20:00 – Monday, 7 December 2026, 23:00',
    );
    expect(whenWords('es', { ...days, isAllDay: false })).toBe(
      'Sábado, 5 de diciembre de 2026, 20:00 – lunes, 7 de diciembre de 2026, 23:00',
    );
  });

  it('says of a list’s date only the hours, or that it is all day', () => {
    expect([clockWords('en', times), clockWords('es', { ...times, isAllDay: true })]).toEqual([
      '20:00–23:00',
      'Todo el día',
    ]);
  });

  it('begins a line with a capital, in Spanish too', () => {
    expect(formatDay('es', START, 'weekday')).toBe('Sábado, 5 de diciembre de 2026');
  });

  it('names another clock by its city', () => {
    expect([zoneWords('en', 'America/Mexico_City'), zoneWords('es', 'Europe/Madrid')]).toEqual([
      'Mexico City time',
      'hora de Madrid',
    ]);
  });

  it('names the languages in which something is held', () => {
    expect([languageWords('en', ['yua', 'es']), languageWords('es', ['es', 'en'])]).toEqual([
      'Maya and Spanish',
      'español e inglés',
    ]);
  });
});
