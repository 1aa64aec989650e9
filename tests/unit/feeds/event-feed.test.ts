import { describe, expect, it } from 'vitest';
import { eventFeed } from '#src/feeds/event-feed.ts';
import type { Event } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { editionsOf, makeEvent, NOW, SITE } from '../../factories.ts';
import { asRss } from './read-feed.ts';

/** The feed of an edition with these events, as it goes out and as a feed reader reads it. */
function feedOf(events: readonly Event[], locale: Locale = 'en', now = NOW) {
  return asRss(eventFeed(editionsOf([], { newsroom: { events }, now })[locale], 'rss'));
}

const itemsOf = async (events: readonly Event[], locale?: Locale) => (await feedOf(events, locale)).feed.items ?? [];
const textsOf = async (event: Event) => (await itemsOf([event], event.locale)).map(({ description }) => description);

describe('eventFeed', () => {
  it('introduces itself in its language, and leads to the events', async () => {
    expect((await feedOf([makeEvent()])).feed).toMatchObject({
      title: `${SITE.name}: events`,
      description: 'Events on this coast, as they are announced.',
      link: `${SITE.url}events/`,
      language: 'en',
      atom: { links: [{ href: `${SITE.url}events/rss.xml`, rel: 'self', type: 'application/rss+xml' }] },
    });
    expect((await feedOf([makeEvent({ locale: 'es' })], 'es')).feed).toMatchObject({
      title: `${SITE.name}: eventos`,
      link: `${SITE.url}es/eventos/`,
      language: 'es-mx',
      atom: { links: [{ href: `${SITE.url}es/eventos/rss.xml` }] },
    });
  });

  it('has what a feed reader needs of an event, dated by its announcement', async () => {
    const event = makeEvent({ title: 'A "quiet" night', venue: { name: 'Dos Aguas Park' } });
    expect(await itemsOf([event])).toEqual([
      {
        title: 'A “quiet” night',
        link: `${SITE.url}events/trova/`,
        description:
          'Saturday, 5 December 2026, 20:00–22:30 · Dos Aguas Park, Tulum. Songs for two guitars, in the park.',
        pubDate: 'Sun, 01 Nov 2026 05:00:00 GMT',
        categories: [{ name: 'Music' }],
        guid: { value: 'tag:paper.example,2024:events/en/2026/trova', isPermaLink: false },
      },
    ]);
  });

  it('tells when an event was that is announced when it is over', async () => {
    const [text] = await textsOf(
      makeEvent({ pubDate: '2026-11-20', start: '2026-11-14T20:00', end: '2026-11-14T22:00' }),
    );
    expect(text).toMatch(/^Saturday, 14 November 2026, 20:00–22:00 · Tulum\. /);
  });

  it('tells of a series its beat and the first date that is held, and of another zone its clock', async () => {
    const repeats = {
      every: 'week' as const,
      until: '2027-01-30',
      cancelled: [{ date: '2026-12-05', reason: 'Rain.' }],
    };
    expect(await textsOf(makeEvent({ repeats }))).toEqual([
      'Saturday, 12 December 2026, 20:00–22:30, every Saturday, until 30 January 2027 · Tulum. Songs for two guitars, in the park.',
    ]);
    expect(await textsOf(makeEvent({ zone: 'America/Mexico_City', locale: 'es' }))).toEqual([
      'Sábado, 5 de diciembre de 2026, 20:00–22:30 (hora de Mexico City) · Tulum. Songs for two guitars, in the park.',
    ]);
  });

  it('says in the title that an event is off', async () => {
    const changes = [{ date: '2026-11-20', text: 'The hall is flooded.' }];
    const titleOf = async (event: Event) => (await itemsOf([event], event.locale)).map(({ title }) => title);
    expect(await titleOf(makeEvent({ status: 'cancelled', changes }))).toEqual(['Cancelled: A night of trova']);
    expect(await titleOf(makeEvent({ status: 'postponed', changes, locale: 'es' }))).toEqual([
      'Pospuesto: A night of trova',
    ]);
  });

  it('holds the fifty announced last, the last first, whenever they take place', async () => {
    const events = Array.from({ length: 60 }, (_, at) =>
      makeEvent({
        stem: `event-${at}`,
        pubDate: new Date(Date.parse('2026-11-01') - at * 3_600_000),
        start: `2026-12-${String((at % 28) + 1).padStart(2, '0')}`,
        end: undefined,
      }),
    );
    const links = (await itemsOf(events)).map(({ link }) => link?.split('/').at(-2));
    expect(links).toEqual(Array.from({ length: 50 }, (_, at) => `event-${at}`));
  });

  it('leaves the date of an event out whose file says none, and lists it after those of its year', async () => {
    const items = await itemsOf([makeEvent({ pubDate: undefined }), makeEvent({ stem: 'later' })]);
    expect(items.map(({ link, pubDate }) => [link, pubDate])).toEqual([
      [`${SITE.url}events/later/`, 'Sun, 01 Nov 2026 05:00:00 GMT'],
      [`${SITE.url}events/trova/`, undefined],
    ]);
  });

  it('keeps an event’s guid when its title, date and address change', async () => {
    const guidsOf = async (event: Event) => (await itemsOf([event])).map(({ guid }) => guid?.value);
    const before = await guidsOf(makeEvent());
    expect(await guidsOf(makeEvent({ title: 'Songs', start: '2026-12-06T20:00', end: '2026-12-06T21:00' }))).toEqual(
      before,
    );
    expect(await guidsOf(makeEvent({ stem: 'songs', aliases: ['/events/trova/'] }))).toEqual(before);
  });

  it('changes with files alone: when an event is over, it is as it was', async () => {
    const changes = [{ date: '2026-11-20', text: 'An hour later.' }];
    const feeds = await Promise.all(
      ['2026-11-21T00:00:00Z', '2027-03-01T00:00:00Z'].map((now) =>
        feedOf([makeEvent({ changes })], 'en', new Date(now)),
      ),
    );
    expect(feeds[0]?.xml).toBe(feeds[1]?.xml);
    expect(feeds[0]?.feed.lastBuildDate).toBe('Fri, 20 Nov 2026 05:00:00 GMT');
  });

  it('keeps hostile text as text, and leaks nothing withheld', async () => {
    const hostile = 'A & B <script>alert(1)</script> ]]>';
    const escaped = 'A &amp; B &lt;script&gt;alert(1)&lt;/script&gt; ]]&gt;';
    const feed = await feedOf([
      makeEvent({ title: hostile, description: hostile, venue: { name: hostile }, translationKey: 'canary-one' }),
      makeEvent({ stem: 'canary-two', draft: true }),
      makeEvent({ stem: 'canary-three', pubDate: '2027-01-01' }),
    ]);
    expect(feed.xml).not.toContain('<script');
    expect(feed.xml).not.toContain('canary');
    expect(feed.feed.items?.[0]).toMatchObject({
      title: escaped,
      description: expect.stringContaining(escaped),
    });
  });
});
