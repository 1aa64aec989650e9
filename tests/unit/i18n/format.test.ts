import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarMonth, formatDate, formatMoment, isoInstant, joinNames, typeset } from '#src/i18n/format.ts';
import { parseInstant } from '#src/schemas/shared-fields.ts';

/** Five past midnight in Cancún; the evening before in no zone west of it, and noon of the same day in Kathmandu. */
const INSTANT = new Date('2026-09-05T05:05:00Z');

describe('formatMoment', () => {
  it('has a time, but at midnight, which is how a day without a time is read', () => {
    const moments = ['2026-10-14', '2026-10-14T00:00', '2026-10-14T00:01', '2026-10-13T24:00', '2026-10-14T05:00Z'].map(
      (text) => parseInstant(text) ?? INSTANT,
    );
    expect(moments.map((instant) => formatMoment('en', instant, 'day'))).toEqual([
      '14 Oct',
      '14 Oct',
      '14 Oct, 00:01',
      '5 Sept, 00:05',
      '14 Oct',
    ]);
    expect(formatMoment('es', parseInstant('2026-10-14') ?? INSTANT, 'long')).toBe('14 de octubre de 2026');
  });
});

describe('formatDate', () => {
  it.each([
    ['en', 'long', '5 September 2026'],
    ['en', 'day', '5 Sept'],
    ['en', 'short', '5 Sept 2026'],
    ['en', 'weekday', 'Saturday, 5 September 2026'],
    ['en', 'month', 'September 2026'],
    ['en', 'monthName', 'September'],
    ['en', 'time', '00:05'],
    ['es', 'long', '5 de septiembre de 2026'],
    ['es', 'day', '5 sep'],
    ['es', 'short', '5 sep 2026'],
    ['es', 'weekday', 'sábado, 5 de septiembre de 2026'],
    ['es', 'month', 'septiembre de 2026'],
    ['es', 'monthName', 'septiembre'],
    ['es', 'time', '00:05'],
  ] as const)('%s %s: %s', (locale, style, text) => {
    expect(formatDate(locale, INSTANT, style)).toBe(text);
  });

  it('counts days in Cancún: 04:59 UTC is still the day before', () => {
    expect(formatDate('en', new Date('2026-09-05T04:59:00Z'), 'weekday')).toBe('Friday, 4 September 2026');
    expect(formatDate('en', new Date('2026-09-05T04:59:00Z'), 'time')).toBe('23:59');
  });

  it('has no summer time: July is as far from Greenwich as January', () => {
    expect(formatDate('en', new Date('2026-07-01T17:00:00Z'), 'time')).toBe('12:00');
    expect(formatDate('en', new Date('2026-01-01T17:00:00Z'), 'time')).toBe('12:00');
  });

  it('does not ask in which zone or language the machine is', () => {
    const module = join(import.meta.dirname, '../../../src/i18n/format.ts');
    const program = `
      const { formatDate, isoInstant, calendarMonth } = await import(${JSON.stringify(module)});
      const instant = new Date(${INSTANT.getTime()});
      const dates = ['en', 'es'].flatMap((locale) => ['weekday', 'time', 'short'].map((style) => formatDate(locale, instant, style)));
      console.log(JSON.stringify([...dates, isoInstant(instant), calendarMonth(instant)]));`;
    const outputs = [
      { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8' },
      { TZ: 'Pacific/Honolulu', LANG: 'C' },
    ].map((world) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', program], {
        encoding: 'utf8',
        env: { ...process.env, ...world },
      }),
    );
    expect(outputs.map((output) => JSON.parse(output) as unknown)).toEqual(
      Array(2).fill([
        'Saturday, 5 September 2026',
        '00:05',
        '5 Sept 2026',
        'sábado, 5 de septiembre de 2026',
        '00:05',
        '5 sep 2026',
        '2026-09-05T00:05:00-05:00',
        { year: '2026', month: '09' },
      ]),
    );
  });
});

describe('isoInstant', () => {
  it('writes the wall clock of Cancún with its offset', () => {
    expect(isoInstant(INSTANT)).toBe('2026-09-05T00:05:00-05:00');
    expect(new Date(isoInstant(INSTANT))).toEqual(INSTANT);
  });
});

describe('calendarMonth', () => {
  it('begins a month and a year at midnight in Cancún', () => {
    expect(calendarMonth(new Date('2027-01-01T04:59:59Z'))).toEqual({ year: '2026', month: '12' });
    expect(calendarMonth(new Date('2027-01-01T05:00:00Z'))).toEqual({ year: '2027', month: '01' });
  });
});

describe('joinNames', () => {
  it.each([
    ['en', [], ''],
    ['en', ['Ana'], 'Ana'],
    ['en', ['Ana', 'Ignacio'], 'Ana and Ignacio'],
    ['en', ['Ana', 'Luis', 'June'], 'Ana, Luis and June'],
    ['es', ['Ana', 'Luis'], 'Ana y Luis'],
    ['es', ['Luis', 'Ana', 'June'], 'Luis, Ana y June'],
    ['es', ['Ana', 'Ignacio'], 'Ana e Ignacio'],
    ['es', ['Ana', 'Hilda'], 'Ana e Hilda'],
    ['es', ['Ana', 'Luis', 'Isabel'], 'Ana, Luis e Isabel'],
    ['es', ['Ana', 'Íñigo'], 'Ana e Íñigo'],
    ['es', ['Agua', 'Hielo'], 'Agua y Hielo'],
    ['es', ['Ignacio', 'Ana'], 'Ignacio y Ana'],
  ] as const)('%s %j: %s', (locale, names, text) => {
    expect(joinNames(locale, names)).toBe(text);
  });
});

describe('typeset', () => {
  it.each([
    ['"Hola," dijo', '“Hola,” dijo'],
    ["it's", 'it’s'],
    ["the 'quiet' reef", 'the ‘quiet’ reef'],
    ['("x")', '(“x”)'],
    ['¿"Quién"?', '¿“Quién”?'],
    ['—"Sí"—', '—“Sí”—'],
    [`"the 'quiet' reef"`, '“the ‘quiet’ reef”'],
    [`"'Quiet', he said"`, '“‘Quiet’, he said”'],
    ['“already set”', '“already set”'],
    ['no quotes', 'no quotes'],
    ['dijo:"hola", y/"adiós"', 'dijo:“hola”, y/“adiós”'],
    ['pre-"war" prices', 'pre-“war” prices'],
    ['"the sign said:"', '“the sign said:”'],
    ['"half-" and "whole"', '“half-” and “whole”'],
    ["rock-'n'-roll", 'rock-’n’-roll'],
  ])('%s → %s', (straight, curly) => {
    expect(typeset(straight)).toBe(curly);
  });

  it('leaves no straight quote', () => {
    expect(typeset(`"a" 'b' c's ("d") "'e'"`)).not.toMatch(/["']/);
  });
});
