import { describe, expect, it } from 'vitest';
import { makeEditions } from '#src/newsroom/edition.ts';
import type { Article, Event } from '#src/newsroom/newsroom.ts';
import type { EventListPage } from '#src/page-data/event-list.ts';
import { eventListGroups } from '#src/page-data/event-lists.ts';
import { eventGroups, type EventPage } from '#src/page-data/event.ts';
import { chromeOf } from '#src/page-data/page-chrome.ts';
import { pathsOf } from '#src/page-data/page-group.ts';
import { everyEventListOf } from '#src/seo/event-list-versions.ts';
import { sitemapChunks } from '#src/seo/sitemap.ts';
import { graphText } from '#src/seo/json-ld/graph.ts';
import { eventListUrl, eventUrl } from '#src/urls.ts';
import { makeArticle, makeEvent, makeEventKind, makeNewsroom, SITE } from '../../factories.ts';

/** A Tuesday. */
const NOON = new Date('2026-12-01T12:00:00-05:00');

function editionsOf(events: readonly Event[], now = NOON, articles: readonly Article[] = []) {
  const kinds = [
    makeEventKind('music', { slug: { en: 'music', es: 'musica' } }),
    makeEventKind('markets', { order: 5 }),
  ];
  return Object.values(makeEditions(makeNewsroom({ events, articles, 'event-kinds': kinds }), SITE, now));
}

/** A page that lists events, by its path below that of all events; the English edition's. */
function listPage(path: string | undefined, events: readonly Event[], now = NOON): EventListPage | undefined {
  const editions = editionsOf(events, now);
  const [en] = editions;
  if (!en) throw new Error('there is an English edition');
  return pathsOf(eventListGroups(en, editions, now)).find(({ params }) => params.list === path)?.props.page;
}

function eventPageOf(
  event: Event,
  now = NOON,
  articles: readonly Article[] = [],
  others: readonly Event[] = [],
): EventPage | undefined {
  const [en] = editionsOf([event, ...others], now, articles);
  return en && pathsOf(eventGroups(en)).find(({ params }) => params.slug === event.slug)?.props.page;
}

const titles = (page: EventListPage | undefined) =>
  page?.sections.map(({ title, days }) => [title, ...days.flatMap(({ dates }) => dates.map((date) => date.title))]);

const at = (title: string, start: string, end: string, more = {}) =>
  makeEvent({ stem: title.toLowerCase(), title, start, end, ...more });

const WEEK = [
  at('Tonight', '2026-12-01T20:00', '2026-12-01T22:00'),
  at('Over', '2026-12-01T08:00', '2026-12-01T11:00'),
  at('Exhibition', '2026-11-20', '2026-12-20'),
  at('Thursday', '2026-12-03T20:00', '2026-12-03T22:00'),
  at('Saturday', '2026-12-05T20:00', '2026-12-05T22:00'),
  at('Sunday', '2026-12-06', '2026-12-06'),
  at('Monday', '2026-12-07T20:00', '2026-12-07T22:00'),
  at('Far', '2027-02-07T20:00', '2027-02-07T22:00', { featured: true }),
];

describe('what is on', () => {
  it('is told as today, this weekend and the next days, each date once; what is over is gone', () => {
    expect(titles(listPage(undefined, WEEK))).toEqual([
      ['Today', 'Exhibition', 'Tonight'],
      ['This weekend', 'Saturday', 'Sunday'],
      ['The next days', 'Thursday', 'Monday'],
    ]);
  });

  it('has the weekend that is on, on a Saturday and a Sunday', () => {
    const on = (now: string) => titles(listPage(undefined, WEEK, new Date(`${now}:00-05:00`)))?.map(([title]) => title);
    expect(on('2026-12-05T12:00')).toEqual(['Today', 'This weekend', 'The next days']);
    expect(titles(listPage(undefined, WEEK, new Date('2026-12-06T12:00:00-05:00')))?.[0]).toEqual([
      'Today',
      'Exhibition',
      'Sunday',
    ]);
  });

  it('begins with what is featured and to come, however far', () => {
    expect(listPage(undefined, WEEK)?.featured.map(({ title, clock }) => [title, clock.text])).toEqual([
      ['Far', 'Sunday, 7 February 2027, 20:00–22:00'],
    ]);
    expect(listPage(undefined, WEEK, new Date('2027-02-08T12:00:00-05:00'))?.featured).toEqual([]);
  });

  it('says what has begun', () => {
    const page = listPage(undefined, WEEK, new Date('2026-12-01T21:00:00-05:00'));
    expect(page?.sections[0]?.days[0]?.dates.map(({ state }) => state?.label)).toEqual(['On now', 'On now']);
  });

  it('is no page in a paper without events, and no link in its masthead', () => {
    const editions = editionsOf([]);
    const [en] = editions;
    expect(en && eventListGroups(en, editions, NOON)).toEqual([]);
    expect(en && chromeOf(en).events).toBeUndefined();
    expect(en && everyEventListOf(en, editions)).toEqual([]);
    expect(sitemapChunks(editions).map(({ name }) => name)).toEqual(['pages']);
  });

  it('is told of by a feed, which the pages of events name', () => {
    const [event] = WEEK;
    const feed = { type: 'application/rss+xml', title: 'Coast News & Events: events', href: '/events/rss.xml' };
    expect(listPage(undefined, WEEK)?.head.feeds[0]).toEqual(feed);
    expect(listPage('2026/12', WEEK)?.head.feeds[0]).toEqual(feed);
    expect(event && eventPageOf(event)?.head.feeds[0]).toEqual(feed);
  });

  it('can be subscribed to', () => {
    expect(listPage(undefined, WEEK)?.subscription?.links.map(({ href }) => href)).toEqual([
      'webcal://paper.example/events/calendar.ics',
      'https://calendar.google.com/calendar/render?cid=webcal%3A%2F%2Fpaper.example%2Fevents%2Fcalendar.ics',
      expect.stringContaining('https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Fpaper.example'),
      '/events/calendar.ics',
    ]);
  });
});

describe('the events of a kind or place', () => {
  const market = makeEvent({
    stem: 'market',
    title: 'Market',
    kinds: ['markets'],
    start: '2026-11-07T08:00',
    end: '2026-11-07T13:00',
    repeats: { every: 'week', until: '2027-06-26' },
    place: 'playa-del-carmen',
  });

  it('are told with their next date and their beat', () => {
    const [day] = listPage('kind/markets', [market, ...WEEK])?.sections[0]?.days ?? [];
    expect([day?.day.text, day?.dates[0]?.repeats]).toEqual(['Saturday, 5 December 2026', 'every Saturday']);
    expect(titles(listPage('place/playa-del-carmen', [market, ...WEEK]))).toEqual([[undefined, 'Market']]);
  });

  it('are a page that says so when nothing is to come', () => {
    const page = listPage('kind/music', [at('Over', '2026-10-01T08:00', '2026-10-01T11:00')]);
    expect([page?.sections, page?.empty]).toEqual([[], 'Nothing of this kind is announced for now.']);
  });
});

describe('a month', () => {
  it('is a table of weeks from Monday, in which an event of several days is in each', () => {
    const grid = listPage('2026/12', WEEK)?.grid;
    expect(grid?.weeks).toHaveLength(5);
    expect(grid?.weeks[0]?.map((day) => day?.number)).toEqual([undefined, 1, 2, 3, 4, 5, 6]);
    expect(grid?.weeks[0]?.[3]?.events.map(({ text }) => text)).toEqual(['Exhibition', 'Thursday']);
    expect(grid?.weekdays[0]).toEqual({ short: 'Mon', long: 'Monday' });
  });

  it('shows in a cell what fits, and links to the day for the rest', () => {
    const many = [1, 2, 3, 4].map((number) =>
      at(`Show ${number}`, '2026-12-09T20:00', '2026-12-09T21:00', { stem: `show-${number}` }),
    );
    const cell = listPage('2026/12', many)?.grid?.weeks[1]?.[2];
    expect([cell?.events.length, cell?.more]).toEqual([2, { text: '2 more', href: '#day-2026-12-09' }]);
  });

  it('has one part for each day on which something begins, to which cells lead, also from the month before', () => {
    const long = [28, 29, 30].map((day) => at(`From ${day}`, `2026-11-${day}`, '2026-12-05', { stem: `from-${day}` }));
    const page = listPage('2026/12', [...long, at('First', '2026-12-01T20:00', '2026-12-01T21:00'), ...WEEK]);
    const ids = page?.sections.flatMap(({ days }) => days.map(({ id }) => id)) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('day-2026-11-28');
    const links = page?.grid?.weeks.flat().flatMap((day) => day?.more?.href ?? []) ?? [];
    expect(links.length).toBeGreaterThanOrEqual(5);
    for (const link of links) expect(ids).toContain(link.slice(1));
  });

  it('leads to the months beside it in which something is', () => {
    const page = listPage('2026/12', WEEK);
    expect([page?.previous?.href, page?.next?.href]).toEqual(['/events/2026/11/', '/events/2027/02/']);
  });

  it('keeps what is over', () => {
    expect(titles(listPage('2026/12', WEEK))?.flat()).toContain('Over');
  });

  it('that is over is in the list of those', () => {
    expect(
      listPage('past', WEEK)?.years.map(({ text, months }) => [
        text,
        months.map((month) => `${month.text}: ${month.count}`),
      ]),
    ).toEqual([['2026', ['December 2026: 7 events', 'November 2026: 1 event']]]);
  });
});

describe('both languages', () => {
  const pair = [
    makeEvent({ translationKey: 'trova' }),
    makeEvent({ locale: 'es', stem: 'trova-es', title: 'Noche de trova', translationKey: 'trova' }),
  ];

  it('have lists at addresses of their own, which name each other', () => {
    const editions = editionsOf(pair);
    const spanish = editions[1];
    const paths = spanish ? pathsOf(eventListGroups(spanish, editions, NOON)) : [];
    expect(paths.map(({ params }) => params.list).toSorted()).toEqual(
      ['2026/12', 'anteriores', 'lugar/tulum', 'tipo/musica', undefined].toSorted(),
    );
    const kind = paths.find(({ params }) => params.list === 'tipo/musica')?.props.page;
    expect(kind?.head.alternates.map(({ href }) => href)).toEqual([
      'https://paper.example/events/kind/music/',
      'https://paper.example/es/eventos/tipo/musica/',
    ]);
  });

  it('write months as each of them does, within a sentence and alone', () => {
    const editions = editionsOf(pair);
    const pageOf = (edition: (typeof editions)[number] | undefined, list: string) =>
      edition &&
      pathsOf(eventListGroups(edition, editions, NOON)).find(({ params }) => params.list === list)?.props.page;
    const [en, es] = editions;
    const spanishWays = es ? pathsOf(eventListGroups(es, editions, NOON)).flatMap(({ props }) => props.page.ways) : [];
    expect([pageOf(en, '2026/12')?.title, pageOf(es, '2026/12')?.title]).toEqual([
      'Events in December 2026',
      'Eventos de diciembre de 2026',
    ]);
    expect(pageOf(es, '2026/12')?.grid?.caption).toBe('Calendario de diciembre de 2026');
    const links = spanishWays.flatMap((way) => way.links.map(({ text }) => text));
    expect(links).toContain('Diciembre de 2026');
  });

  it('pair events, and the sitemap says so', () => {
    expect(eventPageOf(pair[0] as Event, NOON, [], pair.slice(1))?.translations.map(({ href }) => href)).toEqual([
      '/es/eventos/trova-es/',
    ]);
    const chunk = sitemapChunks(editionsOf(pair)).find(({ name }) => name === 'events');
    const entry = chunk?.entries().find(({ url }) => url === `https://paper.example${eventUrl(pair[0] as Event)}`);
    expect([entry?.lastmod, entry?.links.length]).toEqual(['2026-11-01T00:00:00-05:00', 2]);
  });

  it('have every list in the sitemap once', () => {
    const editions = editionsOf(WEEK);
    const [en] = editions;
    const urls = en ? everyEventListOf(en, editions).flat().map(eventListUrl) : [];
    expect(new Set(urls).size).toBe(urls.length);
    expect(urls).toContain('/events/2027/02/');
  });
});

describe('an event’s page', () => {
  const node = (page: EventPage | undefined): Readonly<Record<string, unknown>> => ({
    ...page?.head.graph.find((one) => one['@type'].startsWith('Event')),
  });

  it('says when in words and in data', () => {
    expect(eventPageOf(makeEvent())?.when).toEqual({
      iso: '2026-12-05T20:00:00-05:00',
      text: 'Saturday, 5 December 2026, 20:00–22:30',
    });
    expect(eventPageOf(makeEvent({ start: '2026-12-08', end: '2026-12-10' }))?.when?.iso).toBe('2026-12-08');
    const elsewhere = makeEvent({ zone: 'America/Mexico_City', place: 'mexico-city' });
    expect(eventPageOf(elsewhere)?.when?.text).toContain('(Mexico City time)');
  });

  it('keeps its address when it is over, and says so', () => {
    const page = eventPageOf(makeEvent({ start: '2026-10-05T20:00', end: '2026-10-05T22:00' }));
    expect([page?.isOver, page?.when?.iso]).toEqual([true, '2026-10-05T20:00:00-05:00']);
  });

  it('has the next dates of a series, and what became of each', () => {
    const series = makeEvent({
      repeats: { every: 'week', until: '2027-03-27', cancelled: [{ date: '2026-12-12', reason: 'Rain.' }] },
      changes: [{ date: '2026-11-20', text: 'No music on the 12th.' }],
    });
    const page = eventPageOf(series);
    expect(page?.dates.slice(0, 2).map(({ when, state, reason }) => [when.text, state?.label, reason])).toEqual([
      ['Saturday, 5 December 2026, 20:00–22:30', undefined, undefined],
      ['Saturday, 12 December 2026, 20:00–22:30', 'Cancelled', 'Rain.'],
    ]);
    expect(page?.repeats).toBe('every Saturday, until 27 March 2027');
    expect(node(page)).toMatchObject({ '@type': 'EventSeries', startDate: '2026-12-05T20:00:00-05:00' });
    expect((node(page)['subEvent'] as { eventStatus: string }[])[1]?.eventStatus).toBe(
      'https://schema.org/EventCancelled',
    );
  });

  it('shows what nobody must miss', () => {
    const changes = [{ date: '2026-11-20', text: 'A week later.' }];
    const page = eventPageOf(makeEvent({ status: 'rescheduled', previousStart: '2026-11-28T20:00', changes }));
    expect([page?.notice?.state.label, page?.notice?.text]).toEqual(
      ['New date', 'This event has a new date. It was to be on Saturday, 28 November 2026.'].map((text) =>
        text.replace('Saturday, ', ''),
      ),
    );
    expect(node(page)).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      previousStartDate: '2026-11-28T20:00:00-05:00',
      startDate: '2026-12-05T20:00:00-05:00',
    });
  });

  it('tells search engines of it without tickets too', () => {
    expect(
      node(eventPageOf(makeEvent({ venue: { name: 'The park', address: 'Avenida Tulum' }, price: 'free' }))),
    ).toMatchObject({
      '@type': 'Event',
      name: 'A night of trova',
      endDate: '2026-12-05T22:30:00-05:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: [
        {
          name: 'The park',
          address: { '@type': 'PostalAddress', streetAddress: 'Avenida Tulum', addressLocality: 'Tulum' },
        },
      ],
      offers: { price: 0, priceCurrency: 'MXN' },
    });
    expect(node(eventPageOf(makeEvent()))['offers']).toBeUndefined();
  });

  it('lets no title end the script that holds its data', () => {
    const page = eventPageOf(makeEvent({ title: '</script><script>alert(1)</script>' }));
    expect(graphText(page?.head.graph ?? [])).not.toContain('<');
    expect(node(page)['name']).toBe('</script><script>alert(1)</script>');
  });

  it('leads to the stories about it that readers can see', () => {
    const stories = [makeArticle({ stem: 'songs' }), makeArticle({ stem: 'hidden', draft: true })];
    expect(
      eventPageOf(makeEvent({ articles: ['songs', 'hidden'] }), NOON, stories)?.articles.map(({ href }) => href),
    ).toEqual(['/articles/songs/']);
  });

  it('offers no way to a calendar for what is off, but the file that says so', () => {
    const off = makeEvent({ status: 'cancelled', changes: [{ date: '2026-11-20', text: 'No.' }] });
    expect(eventPageOf(off)?.calendar.map(({ href }) => href)).toEqual(['/events/trova/calendar.ics']);
    expect(eventPageOf(makeEvent())?.calendar).toHaveLength(3);
  });
});

describe('what is printed anew', () => {
  const keysAt = (now: string, events: readonly Event[] = WEEK) => {
    const instant = new Date(`${now}:00-05:00`);
    const editions = editionsOf(events, instant);
    const [en] = editions;
    const paths = en ? [...pathsOf(eventListGroups(en, editions, instant)), ...pathsOf(eventGroups(en))] : [];
    return new Map(
      paths.map(({ params, cacheKey }) => ['list' in params ? `list ${params.list ?? ''}` : params.slug, cacheKey]),
    );
  };
  const changed = (before: Map<string, string>, after: Map<string, string>) =>
    [...after].filter(([name, key]) => before.get(name) !== key).map(([name]) => name);

  it('at midnight is the list of what is to come, and nothing else', () => {
    expect(changed(keysAt('2026-12-02T12:00'), keysAt('2026-12-03T12:00'))).toEqual(['list ']);
  });

  it('when an event ends, is its page and the lists that had it', () => {
    expect(changed(keysAt('2026-12-03T21:00'), keysAt('2026-12-03T23:00')).toSorted()).toEqual(
      ['list ', 'list kind/music', 'list place/tulum', 'thursday'].toSorted(),
    );
  });

  it('when an event is edited, is its page and the lists that show it', () => {
    const edited = WEEK.map((event) =>
      event.slug === 'monday' ? at('Blue Monday', '2026-12-07T20:00', '2026-12-07T22:00', { stem: 'monday' }) : event,
    );
    expect(changed(keysAt('2026-12-02T12:00'), keysAt('2026-12-02T12:00', edited)).toSorted()).toEqual(
      ['list ', 'list 2026/12', 'list kind/music', 'list place/tulum', 'monday'].toSorted(),
    );
  });
});
