import { describe, expect, it } from 'vitest';
import { SiteAddresses } from '#src/rules/links/site-addresses.ts';
import { makeEvent, makeNewsroom, NOW, SITE } from '../../factories.ts';

const ADDRESSES = [
  '/events/',
  '/events/rss.xml',
  '/events/feed.json',
  '/events/calendar.ics',
  '/events/trova/calendar.ics',
];
const SPANISH = ['/es/eventos/', '/es/eventos/rss.xml', '/es/eventos/feed.json', '/es/eventos/calendar.ics'];

const home = { sites: [SITE.url] as const, files: new Set<string>(), articlesPerPage: 20 };

/** What is at each address of a newsroom's events. */
function kindsIn(events: Parameters<typeof makeEvent>[0][], addresses: readonly string[]): string[] {
  const newsroom = makeNewsroom({ events: events.map((fields) => makeEvent(fields)) });
  const known = new SiteAddresses(newsroom, new Set(), home, NOW);
  return addresses.map((address) => known.at(address).kind);
}

describe('the addresses of events', () => {
  it('are lists, calendars and a feed in each edition that has some', () => {
    expect(kindsIn([{}, { locale: 'es' }], [...ADDRESSES, ...SPANISH])).toEqual(Array(9).fill('other'));
  });

  it('are nothing in an edition that has none', () => {
    expect(kindsIn([{}], SPANISH)).toEqual(Array(4).fill('nothing'));
    expect(kindsIn([{ draft: true }], ADDRESSES)).toEqual(Array(5).fill('nothing'));
  });
});
