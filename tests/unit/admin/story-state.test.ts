import { describe, expect, it } from 'vitest';
import { otherYears } from '#src/admin/other-years.ts';
import { deskFacts, saveWords, storyState } from '#src/admin/story-state.ts';

const NOW = new Date('2026-11-24T12:00:00-05:00');
const PAST = '2026-11-20T09:00:00-05:00';
const TODAY = '2026-11-24T18:30:00-05:00';
const LATER = '2027-03-01T08:00:00-05:00';

describe('the state of a story', () => {
  it.each([
    [{ pubDate: PAST }, 'live', 'Publish now'],
    [{ pubDate: PAST, draft: true }, 'draft', 'Save draft'],
    [{ pubDate: LATER, draft: true }, 'draft', 'Save draft'],
    [{ pubDate: TODAY }, 'due', 'Publish at 18:30'],
    [{ pubDate: LATER }, 'due', 'Publish on 1 Mar 2027, 08:00'],
    [{ pubDate: PAST, expiryDate: '2026-11-24T11:00:00-05:00' }, 'expired', 'Save'],
    [{ pubDate: PAST, expiryDate: LATER }, 'live', 'Publish now'],
    [{ pubDate: PAST, withdrawn: { date: PAST, reason: 'Not so.' } }, 'withdrawn', 'Withdraw'],
    [{ pubDate: PAST, withdrawn: null }, 'live', 'Publish now'],
    [{}, 'live', 'Publish now'],
  ] as const)('%o is %s, and the button says “%s”', (story, state, words) => {
    expect(storyState(story, NOW)).toBe(state);
    expect(saveWords(story, false, 'en', NOW)).toBe(words);
  });

  it('is told to those who save a story that readers have', () => {
    expect(saveWords({ pubDate: PAST }, true, 'es', NOW)).toBe('Publicar cambios');
  });

  it('is in the list before its headline, with the moment of its publication', () => {
    const about = { locale: 'es' as const, now: NOW, sections: new Map([['culture', 'Cultura']]) };
    // It is listed in its first section; one that nobody has named yet is its slug.
    expect(deskFacts({ pubDate: LATER, categories: ['culture', 'food'] }, about)).toEqual({
      deskState: 'due',
      deskLine: '1 mar 2027, 08:00 · Programada',
      deskSection: 'Cultura',
    });
    expect(deskFacts({ draft: true, categories: ['food'] }, { ...about, locale: 'en' })).toMatchObject({
      deskLine: 'Draft',
      deskSection: 'food',
    });
  });
});

describe('the years that the form’s address asks for', () => {
  it.each([
    ['?year=2017', [2017]],
    ['?year=2017&year=1999', [2017, 1999]],
    ['?year=20170&year=x&year=2019.5&year=', []],
    ['', []],
  ])('%s', (search, years) => {
    expect(otherYears(search, 2026)).toEqual(years);
  });
});
