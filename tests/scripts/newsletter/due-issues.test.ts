import { describe, expect, it } from 'vitest';
import { dueIssues } from '../../../scripts/newsletter/due-issues.ts';

const EDITIONS = {
  en: { daily: { at: '07:00' }, weekly: { on: 'friday', at: '16:00' } },
  es: { weekly: { on: 'saturday', at: '23:30' }, breaking: {} },
} as const;
const paper = (zone: string) => ({ zone, newsletter: { from: 'news@paper.example', editions: EDITIONS } });

/** What is due at an instant, if these are there. */
const due = (instant: string, made: readonly string[] = [], zone = 'America/Cancun') =>
  dueIssues(paper(zone), new Date(instant), (lang, name) => made.includes(`${lang}/${name}`)).map(
    ({ lang, edition }) => `${lang} ${edition}`,
  );

describe('the issues that are due', () => {
  it('are those whose time on the paper’s clock has come, until they are made, for some hours', () => {
    expect(due('2026-11-30T06:59:59-05:00')).toEqual([]);
    expect(due('2026-11-30T07:00:00-05:00')).toEqual(['en daily']);
    expect(due('2026-11-30T10:59:00-05:00')).toEqual(['en daily']);
    expect(due('2026-11-30T11:00:00-05:00')).toEqual([]);
    expect(due('2026-11-30T07:05:00-05:00', ['en/2026-11-30-daily'])).toEqual([]);
    expect(due('2026-11-30T07:05:00-05:00', ['en/2026-11-29-daily', 'es/2026-11-30-daily'])).toEqual(['en daily']);
  });

  it('come weekly on their day alone, and breaking news by hand alone', () => {
    expect(due('2026-12-03T16:05:00-05:00')).toEqual([]);
    expect(due('2026-12-04T16:05:00-05:00')).toEqual(['en weekly']);
    expect(due('2026-12-05T23:35:00-05:00')).toEqual(['es weekly']);
  });

  it('go by the clock of the paper’s zone, in summer as in winter', () => {
    for (const instant of ['2026-07-01T05:05:00Z', '2026-12-01T06:05:00Z'])
      expect(due(instant, [], 'Europe/Madrid')).toEqual(['en daily']);
    expect(due('2026-12-01T01:35:00Z', [], 'Asia/Kolkata')).toEqual(['en daily']);
  });

  it('are none of a paper without a newsletter', () => {
    expect(dueIssues({ zone: 'America/Cancun' }, new Date('2026-11-30T12:05:00Z'), () => false)).toEqual([]);
  });
});
