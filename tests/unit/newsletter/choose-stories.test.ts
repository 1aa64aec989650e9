import { describe, expect, it } from 'vitest';
import { chooseStories, minimumOf, sinceLast, type Choice } from '#src/newsletter/choose-stories.ts';
import { draftIssue } from '#src/newsletter/draft-issue.ts';
import type { Article, Issue } from '#src/newsroom/newsroom.ts';
import { siteSchema } from '#src/schemas/site.ts';
import { makeArticle, makeEdition, makeEvent, makeIssue, NEWSLETTER, NOW, SITE } from '../../factories.ts';

const SINCE = new Date('2026-11-20T06:00:00-05:00');

const at = (hour: number, stem: string, more: Parameters<typeof makeArticle>[0] = {}) =>
  makeArticle({ stem, title: stem, pubDate: `2026-11-23T${String(hour).padStart(2, '0')}:00`, ...more });

function choiceOf(articles: readonly Article[], more: Partial<Choice> = {}): Choice {
  return { edition: makeEdition(articles), issues: [], kind: 'daily', since: SINCE, now: NOW, ...more };
}

const chosen = (articles: readonly Article[], more?: Partial<Choice>) =>
  chooseStories(choiceOf(articles, more)).articles.map(({ slug }) => slug);

describe('chooseStories', () => {
  it('puts the lead first, then what is marked for the top, then sections in the publisher’s order, newest first', () => {
    const articles = [
      at(1, 'marked', { featured: 'lead' }),
      at(2, 'top', { featured: 'top', categories: ['region'] }),
      at(3, 'old-culture', { categories: ['culture'] }),
      at(4, 'new-culture', { categories: ['culture'] }),
      at(5, 'reef'),
      at(6, 'region', { categories: ['region'] }),
    ];
    expect(chosen(articles)).toEqual(['marked', 'top', 'reef', 'new-culture', 'old-culture', 'region']);
  });

  it('leads with the newest if nothing is marked, and never with what is paid for', () => {
    const paid = at(9, 'paid', { sponsor: { name: 'A bank', url: 'https://bank.example/' }, featured: 'lead' });
    expect(chosen([at(1, 'first'), at(2, 'second'), paid])).toEqual(['second', 'first', 'paid']);
    expect(chosen([paid], { kind: 'breaking' })).toEqual([]);
  });

  it('takes what was published after an instant, and nothing that readers cannot see', () => {
    const articles = [
      at(1, 'seen'),
      makeArticle({ stem: 'before', pubDate: SINCE }),
      at(2, 'draft', { draft: true }),
      at(3, 'withdrawn', { withdrawn: { date: '2026-11-23T12:00', reason: 'It was wrong.' } }),
      makeArticle({ stem: 'embargoed', pubDate: '2026-11-25' }),
      at(4, 'expired', { expiryDate: '2026-11-24' }),
      at(5, 'spanish', { locale: 'es' }),
    ];
    expect(chosen(articles)).toEqual(['seen']);
  });

  it('takes what is dated by its day alone, since it may have come later that day', () => {
    const dated = ['2026-11-19', '2026-11-20', '2026-11-21'].map((pubDate) =>
      makeArticle({ stem: `on-${pubDate}`, pubDate }),
    );
    expect(chosen(dated)).toEqual(['on-2026-11-21', 'on-2026-11-20']);
  });

  it('leaves out what is kept out, was sent or is too much, and says which', () => {
    const articles = [
      at(1, 'kept', { newsletter: false }),
      at(2, 'sent'),
      ...Array.from({ length: 16 }, (_, index) => at(3 + index, `story-${index}`)),
    ];
    const issues = [makeIssue({ articles: ['sent'] })];
    const { articles: told, leftOut } = chooseStories(choiceOf(articles, { issues }));
    expect(told).toHaveLength(15);
    expect(leftOut.map(({ article, why }) => `${article.slug} ${why}`)).toEqual([
      'story-0 no-room',
      'sent sent',
      'kept kept-out',
    ]);
  });

  it.each<[string, Partial<Parameters<typeof makeIssue>[0]>, Choice['kind'], boolean]>([
    ['a daily issue after a daily one', { kind: 'daily' }, 'daily', false],
    ['a daily issue after what broke', { kind: 'breaking' }, 'daily', false],
    ['a daily issue while a draft waits', { kind: 'daily', draft: true }, 'daily', false],
    ['what breaks after a daily issue', { kind: 'daily' }, 'breaking', false],
    ['a weekly issue after a weekly one', { kind: 'weekly' }, 'weekly', false],
    ['a weekly issue after the daily ones', { kind: 'daily' }, 'weekly', true],
    ['a daily issue after one in the other language', { kind: 'daily', locale: 'es' }, 'daily', true],
  ])('tells no reader a story twice: %s', (_, earlier, kind, isTold) => {
    const since = new Date('2026-11-22T00:00:00-05:00');
    const issues = [makeIssue({ articles: ['reef'], ...earlier })];
    expect(chosen([at(1, 'reef')], { issues, kind, since })).toEqual(isTold ? ['reef'] : []);
  });

  it('announces the events of the coming days that take place, each once', () => {
    const events = [
      makeEvent({ stem: 'tomorrow', start: '2026-11-25T20:00', end: '2026-11-25T21:00' }),
      makeEvent({ stem: 'over', start: '2026-11-24T09:00', end: '2026-11-24T10:00' }),
      makeEvent({ stem: 'cancelled', start: '2026-11-25T20:00', end: '2026-11-25T21:00', status: 'cancelled' }),
      makeEvent({ stem: 'far', start: '2026-11-30T20:00', end: '2026-11-30T21:00' }),
      makeEvent({
        stem: 'daily',
        start: '2026-11-24T18:00',
        end: '2026-11-24T19:00',
        repeats: { every: 'day', until: '2026-12-24' },
      }),
    ];
    const edition = makeEdition([], { newsroom: { events } });
    const eventsOf = (kind: Choice['kind']) =>
      chooseStories({ ...choiceOf([]), edition, kind }).events.map(({ event }) => event.slug);
    expect(eventsOf('daily')).toEqual(['daily', 'tomorrow']);
    expect(eventsOf('weekly')).toEqual(['daily', 'tomorrow', 'far']);
    expect(eventsOf('breaking')).toEqual([]);
  });
});

describe('sinceLast', () => {
  const last = (issues: readonly Issue[], kind: Choice['kind'] = 'daily') =>
    sinceLast({ edition: makeEdition([]), issues, kind, now: NOW }).toISOString();

  it('is when the last issue of the kind and language was sent, whatever waits as a draft', () => {
    const issues = [
      makeIssue({ stem: 'a', date: '2026-11-21T07:00' }),
      makeIssue({ stem: 'b', date: '2026-11-23T07:00' }),
      makeIssue({ stem: 'c', date: '2026-11-24T07:00', draft: true }),
      makeIssue({ stem: 'd', date: '2026-11-24T08:00', kind: 'weekly' }),
      makeIssue({ stem: 'e', date: '2026-11-24T09:00', locale: 'es' }),
    ];
    expect(last(issues)).toBe('2026-11-23T12:00:00.000Z');
  });

  it('is a day or a week ago before the first, and never longer than a day ago for what breaks', () => {
    expect(last([])).toBe('2026-11-23T17:00:00.000Z');
    expect(last([], 'weekly')).toBe('2026-11-17T17:00:00.000Z');
    expect(last([makeIssue({ kind: 'breaking', date: '2026-10-01' })], 'breaking')).toBe('2026-11-23T17:00:00.000Z');
  });
});

describe('an issue that is drafted', () => {
  const drafted = (articles: readonly Article[], kind: Choice['kind'] = 'daily') => {
    const choice = choiceOf(articles, { kind });
    return draftIssue(choice, chooseStories(choice), { date: NOW, isDraft: true });
  };

  it('has the lead’s headline for its subject and the next ones beside it', () => {
    expect(drafted([at(3, 'Reef "closed"', { stem: 'a' }), at(2, 'Bus moves', { stem: 'b' })])).toEqual({
      subject: 'Reef “closed”',
      preheader: 'Also: Bus moves',
      kind: 'daily',
      date: NOW,
      since: SINCE,
      articles: ['a', 'b'],
      events: [],
      draft: true,
    });
  });

  it('has the standfirst beside a subject that stands alone, and no corrections in what breaks', () => {
    const fields = drafted([at(3, 'reef')], 'breaking');
    expect(fields.preheader).toBe('Divers counted fish where the sargassum did not come.');
    expect(fields.since).toBeUndefined();
  });

  it('shortens what is too long at the end of a word', () => {
    const { subject, preheader } = drafted([
      at(3, 'a', { title: `${'word '.repeat(27)}end`, description: `${'word '.repeat(60)}end` }),
    ]);
    expect(subject).toMatch(/^(?:word )+word…$/);
    expect(subject.length).toBeLessThanOrEqual(120);
    expect(preheader.length).toBeLessThanOrEqual(160);
  });
});

describe('a line of an issue that is too long', () => {
  it.each([
    ['signs of two units', '🐢'],
    ['families', '👩‍👩‍👧‍👦'],
    ['letters with marks', 'Z\u0334\u0335'],
    ['flags', '🇲🇽'],
    ['letters without a space', 'x'],
  ])('ends with a whole one of its %s', (_, sign) => {
    for (const before of ['', 'a', 'ab']) {
      const title = before + sign.repeat(Math.floor((140 - before.length) / sign.length));
      const choice = choiceOf([at(3, 'a', { title, description: title + title })]);
      const { subject, preheader } = draftIssue(choice, chooseStories(choice), { date: NOW, isDraft: true });
      for (const [line, most] of [
        [subject, 120],
        [preheader, 160],
      ] as const) {
        expect(line.length).toBeLessThanOrEqual(most);
        expect(line.length).toBeGreaterThan(most - 1 - sign.length);
        expect(line.replaceAll(sign, '')).toBe(line.startsWith(title) ? `${before}${before}…` : `${before}…`);
      }
    }
  });
});

describe('the fewest stories of an issue', () => {
  it('are a setting, and one of what breaks', () => {
    const newsletter = { ...NEWSLETTER, minimum: { daily: 7 } };
    const site = siteSchema.parse({ ...SITE, newsletter });
    expect((['daily', 'weekly', 'breaking'] as const).map((kind) => minimumOf(SITE, kind))).toEqual([3, 5, 1]);
    expect((['daily', 'weekly', 'breaking'] as const).map((kind) => minimumOf(site, kind))).toEqual([7, 5, 1]);
  });
});
