import { describe, expect, it } from 'vitest';
import { homeOf } from '#src/reading/home-of.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { SiteAddresses } from '#src/rules/links/site-addresses.ts';
import { siteSchema } from '#src/schemas/site.ts';
import { makeEvent, makeNewsroom, NOW, SITE } from '../../factories.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

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

describe('the pages on subscribing', () => {
  const editions = { en: { weekly: { on: 'friday', at: '07:00' } } } as const;
  const from = 'news@paper.example';
  const paper = (newsletter?: object) => siteSchema.parse({ ...SITE, newsletter });
  const withForm = { kind: 'buttondown', username: 'coast', lists: { en: { weekly: 'tag' } } };
  const there = (newsletter?: object) => {
    const known = new SiteAddresses(makeNewsroom({}), new Set(), homeOf(paper(newsletter)), NOW);
    return ['/subscribe/', '/subscribe/thanks/', '/es/suscribirse/'].filter((path) => known.at(path).kind === 'other');
  };

  it('are there in the languages in which the settings offer a newsletter, and no others', () => {
    expect(there()).toEqual([]);
    expect(there({ from, editions })).toEqual(['/subscribe/']);
    expect(there({ from, editions, provider: withForm })).toEqual(['/subscribe/', '/subscribe/thanks/']);
  });

  it('are dead links of a text if the newsletter is switched off', () => {
    const folder = temporaryFolder({ ...AROUND, 'articles/en/reef.md': `${STORY}\n[Subscribe](/subscribe/).\n` });
    const rulesOf = (newsletter?: object) =>
      readNewsroom(folder, { now: NOW, home: homeOf(paper(newsletter)) }).problems.map(({ rule }) => rule);
    expect(rulesOf({ from, editions })).not.toContain('dead-link');
    expect(rulesOf()).toContain('dead-link');
  });
});
