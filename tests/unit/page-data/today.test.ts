import { describe, expect, it } from 'vitest';
import { nextChange } from '#src/newsroom/next-change.ts';
import { frontPage } from '#src/page-data/front.ts';
import { noticeSchema } from '#src/schemas/notice.ts';
import { editionsOf, makeEvent, makeNewsroom } from '../../factories.ts';
import { issueMessage } from '../schemas/issue-message.ts';

const at = (time: string) => new Date(`${time}:00-05:00`);

const noticeOf = (fields: Record<string, unknown> = {}) =>
  noticeSchema.parse({
    text: { en: "The port is closed to 'small' boats.", es: 'El puerto está cerrado.' },
    level: 'notice',
    kind: 'port',
    since: '2026-11-24T06:00',
    until: '2026-11-25T18:00',
    ...fields,
  });

function frontAt(time: string, newsroom: NonNullable<Parameters<typeof makeNewsroom>[0]>, locale: 'en' | 'es' = 'en') {
  const editions = editionsOf([], { newsroom, now: at(time) });
  return frontPage(editions[locale], Object.values(editions), at(time));
}

describe('a notice', () => {
  const notices = [
    { id: 'port', ...noticeOf({ source: { title: 'Harbour master', url: 'https://port.example/a b' } }) },
  ];

  it('is on the front pages from its first moment to its last, in the reader’s language', () => {
    expect(frontAt('2026-11-24T05:59', { notices }).today.notices).toEqual([]);
    expect(frontAt('2026-11-24T06:00', { notices }).today.notices).toEqual([
      {
        level: 'notice',
        about: 'Ports',
        text: 'The port is closed to ‘small’ boats.',
        until: { iso: '2026-11-25T18:00:00-05:00', text: '25 Nov, 18:00' },
        source: { text: 'Harbour master', href: 'https://port.example/a%20b' },
      },
    ]);
    expect(frontAt('2026-11-25T17:59', { notices }, 'es').today.notices[0]?.text).toBe('El puerto está cerrado.');
    expect(frontAt('2026-11-25T18:00', { notices }).today.notices).toEqual([]);
  });

  it('that ends at midnight ends with the day before', () => {
    const [notice] = frontAt('2026-11-24T12:00', { notices: [{ id: 'port', ...noticeOf({ until: '2026-12-01' }) }] })
      .today.notices;
    expect(notice?.until.text).toBe('30 Nov');
  });

  it('comes and goes by the clock, and a draft does neither', () => {
    const next = (time: string, draft = false) =>
      nextChange(makeNewsroom({ notices: [{ id: 'port', ...noticeOf({ draft }) }] }), at(time));
    expect(next('2026-11-24T05:00')).toEqual(at('2026-11-24T06:00'));
    expect(next('2026-11-25T12:00')).toEqual(at('2026-11-25T18:00'));
    expect(next('2026-11-25T12:00', true)).toEqual(at('2026-11-26T00:00'));
    expect(
      frontAt('2026-11-24T12:00', { notices: [{ id: 'port', ...noticeOf({ draft: true }) }] }).today.notices,
    ).toEqual([]);
  });

  it('comes before others that are less urgent, or older', () => {
    const some = ['notice', 'urgent', 'caution'].map((level) => ({ id: level, ...noticeOf({ level }) }));
    const newer = { id: 'newer', ...noticeOf({ level: 'caution', since: '2026-11-24T07:00', kind: 'other' }) };
    const shown = frontAt('2026-11-24T12:00', { notices: [...some, newer] }).today.notices;
    expect(shown.map(({ level, about }) => `${level} ${about}`)).toEqual([
      'urgent Ports',
      'caution undefined',
      'caution Ports',
      'notice Ports',
    ]);
  });

  it('must end after it begins', () => {
    const fields = { ...noticeOf(), since: '2026-11-24T06:00', until: '2026-11-24T06:00' };
    expect(noticeSchema.safeParse(fields).error?.issues.map(issueMessage)).toEqual(['notice-ends']);
  });
});

describe('the front page', () => {
  const event = (stem: string, start: string, fields: Parameters<typeof makeEvent>[0] = {}) =>
    makeEvent({ stem, title: stem, start, ...fields });

  it('shows what is on today until it is over, at most four, those that editors chose first', () => {
    const events = [
      event('breakfast', '2026-11-24T07:00', { end: '2026-11-24T09:00' }),
      event('market', '2026-11-24T10:00', { end: '2026-11-24T14:00' }),
      ...['a', 'b', 'c'].map((stem) => event(stem, '2026-11-24T18:00')),
      event('concert', '2026-11-24T20:00', { featured: true }),
      event('cancelled', '2026-11-24T20:00', { status: 'cancelled' }),
      event('tomorrow', '2026-11-25T20:00'),
    ];
    const { today } = frontAt('2026-11-24T12:00', { events });
    expect(today.events.map(({ title }) => title)).toEqual(['concert', 'market', 'a', 'b']);
    expect(today.events[1]?.state?.kind).toBe('on');
    expect(today.more?.href).toBe('/events/');
    expect(frontAt('2026-11-24T12:00', {}).today).toEqual({ notices: [], events: [], more: undefined });
  });

  it('tells what comes up in the week from tomorrow, each event once', () => {
    const events = [
      event('today', '2026-11-24T20:00'),
      event('weekly', '2026-11-20T20:00', { end: '2026-11-20T22:00', repeats: { every: 'day', until: '2026-12-20' } }),
      event('race', '2026-11-29T06:30', { end: '2026-11-29T09:00' }),
      event('festival', '2026-11-30', { end: '2026-12-04' }),
      event('too-far', '2026-12-02T20:00'),
      event('postponed', '2026-11-26T20:00', { status: 'postponed' }),
    ];
    const { comingUp } = frontAt('2026-11-24T12:00', { events });
    expect(comingUp?.dates.map(({ title, day }) => `${day.text} ${title}`)).toEqual([
      'Wed 25 Nov weekly',
      'Sun 29 Nov race',
      'Monday 30 November\u2009–\u2009Friday 4 December 2026 festival',
    ]);
    expect(frontAt('2026-11-24T12:00', { events: events.slice(0, 1) }).comingUp).toBeUndefined();
  });
});
