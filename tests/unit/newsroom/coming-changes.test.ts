import { describe, expect, it } from 'vitest';
import { comingChanges } from '#src/newsroom/coming-changes.ts';
import { emptyNewsroom, type Newsroom } from '#src/newsroom/newsroom.ts';
import { noticeSchema } from '#src/schemas/notice.ts';
import { makeArticle, makeArticles, makeEvent, NOW } from '../../factories.ts';

/** “11-24 18:00 appears: The reef”, on the paper's clock. */
function changesOf(newsroom: Partial<Newsroom>, now = NOW): string[] {
  return comingChanges({ ...emptyNewsroom(), ...newsroom }, now).map(({ at, change, title }) => {
    const clock = new Date(at.getTime() - 5 * 3_600_000).toISOString();
    return `${clock.slice(5, 10)} ${clock.slice(11, 16)} ${change}: ${title.es}`;
  });
}

const notice = (draft = false) => ({
  ...noticeSchema.parse({
    text: { en: 'The port is closed.', es: 'El puerto está cerrado.' },
    level: 'urgent',
    kind: 'port',
    since: '2026-11-25T06:00',
    until: '2026-11-26T06:00',
    draft,
  }),
  id: 'port',
});

describe('what changes next by itself', () => {
  it('is when an article appears, changes, expires and is withdrawn', () => {
    const articles = [
      makeArticle({
        title: 'The reef',
        pubDate: '2026-11-24T18:00',
        updatedDate: '2026-11-24T19:00',
        expiryDate: '2026-11-27',
      }),
      makeArticle({ stem: 'pier', title: 'The pier', withdrawn: { date: '2026-11-25', reason: 'It was wrong.' } }),
      makeArticle({ stem: 'draft', pubDate: '2026-11-24T18:00', draft: true }),
    ];
    expect(changesOf({ articles })).toEqual([
      '11-24 18:00 appears: The reef',
      '11-24 19:00 changes: The reef',
      '11-27 00:00 expires: The reef',
    ]);
  });

  it('is when a notice appears and goes, in the words of each language', () => {
    expect(changesOf({ notices: [notice()] })).toEqual([
      '11-25 06:00 appears: El puerto está cerrado.',
      '11-26 06:00 expires: El puerto está cerrado.',
    ]);
    expect(changesOf({ notices: [notice(true)] })).toEqual([]);
  });

  it('is when an event is announced, and told of as changed', () => {
    const changes = [{ date: '2026-11-30T10:00', text: 'Another hall.' }];
    expect(changesOf({ events: [makeEvent({ pubDate: '2026-11-26', changes })] })).toEqual([
      '11-26 00:00 announced: A night of trova',
      '11-30 10:00 changes: A night of trova',
    ]);
    expect(changesOf({ events: [makeEvent({ pubDate: '2026-11-26', draft: true, changes })] })).toEqual([]);
  });

  it('is when an event begins and ends, of a series its next date that is held', () => {
    const repeats = { every: 'week' as const, until: '2027-03-27', cancelled: [{ date: '2026-12-05' }] };
    expect(changesOf({ events: [makeEvent({ repeats })] })).toEqual([
      '12-12 20:00 begins: A night of trova',
      '12-12 22:30 ends: A night of trova',
    ]);
    const during = new Date('2026-12-05T21:00:00-05:00');
    expect(changesOf({ events: [makeEvent()] }, during)).toEqual(['12-05 22:30 ends: A night of trova']);
  });

  it('is not the day of an event that does not take place', () => {
    const off = { changes: [{ date: '2026-11-20', text: 'The hall is flooded.' }] };
    const events = (['cancelled', 'postponed'] as const).map((status) => makeEvent({ stem: status, status, ...off }));
    expect(changesOf({ events })).toEqual([]);
  });

  it('has room for articles however many events there are, and an end', () => {
    const events = Array.from({ length: 30 }, (_, at) => makeEvent({ stem: `event-${at}`, start: '2026-11-25T20:00' }));
    const articles = makeArticles(30, { pubDate: '2026-11-30' });
    const changes = changesOf({ articles, events });
    expect(changes.filter((change) => change.includes('begins'))).toHaveLength(10);
    expect(changes.filter((change) => change.includes('appears'))).toHaveLength(10);
    expect(changes).toEqual(changes.toSorted());
  });
});
