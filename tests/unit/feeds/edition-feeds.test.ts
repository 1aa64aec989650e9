import { describe, expect, it } from 'vitest';
import { articleFeed } from '#src/feeds/article-feed.ts';
import { correctionFeed } from '#src/feeds/correction-feed.ts';
import { feedGroups, type FeedSources } from '#src/feeds/edition-feeds.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { editionsOf, makeArticle, makeArticles, makeEdition, makeEvent, SITE } from '../../factories.ts';
import { asRss } from './read-feed.ts';

const feedsOf = (edition: Edition) =>
  new Map(feedGroups(edition).flatMap(({ feeds }) => feeds().map(({ url, sources }) => [url, sources])));

function itemsOf(sources: FeedSources | undefined) {
  if (!sources) throw new Error('there is no such feed');
  if ('feed' in sources) return sources.feed.items;
  return ('articles' in sources ? articleFeed(sources, () => 'Text.') : correctionFeed(sources)).items;
}

describe('the feeds of an edition', () => {
  it('are of the paper, its corrections, each section, author and place, and each topic with five articles', () => {
    const articles = makeArticles(5, { tags: ['reef'], places: ['tulum'] });
    const edition = makeEdition([...articles, makeArticle({ stem: 'one', tags: ['rare'], categories: ['culture'] })]);
    const pages = [...feedsOf(edition).keys()].filter((url) => url.endsWith('/rss.xml'));
    expect(pages.toSorted()).toEqual([
      '/authors/ana-pech/rss.xml',
      '/corrections/rss.xml',
      '/places/tulum/rss.xml',
      '/rss.xml',
      ...edition.categories.map(({ id }) => `/sections/${id}/rss.xml`).toSorted(),
      '/topics/reef/rss.xml',
    ]);
    for (const page of pages.map((url) => url.slice(0, -'rss.xml'.length)))
      expect([...feedsOf(edition).keys()]).toEqual(expect.arrayContaining([`${page}atom.xml`, `${page}feed.json`]));
    expect([...feedsOf(edition).keys()].filter((url) => url.includes('short'))).toEqual(['/rss-short.xml']);
  });

  it('are of events if there are some', () => {
    const { en, es } = editionsOf([], { newsroom: { events: [makeEvent()] } });
    expect(feedsOf(en).has('/events/feed.json')).toBe(true);
    expect([...feedsOf(es).keys()].some((url) => url.includes('eventos'))).toBe(false);
  });

  it('hold the newest fifty, of a list the newest twenty, newest first', () => {
    const feeds = feedsOf(makeEdition(makeArticles(60)));
    const slugs = (url: string) => itemsOf(feeds.get(url)).map((item) => item.url.split('/').at(-2));
    expect(slugs('/rss.xml')).toEqual(Array.from({ length: 50 }, (_, index) => `story-${index}`));
    expect(slugs('/authors/ana-pech/atom.xml')).toEqual(Array.from({ length: 20 }, (_, index) => `story-${index}`));
  });

  it('count what they make, and know what changes them', () => {
    const articles = makeArticles(30);
    const groups = (edition: Edition) => new Map(feedGroups(edition).map((group) => [group.name, group]));
    const before = groups(makeEdition(articles));
    for (const { count, feeds } of before.values()) expect(feeds()).toHaveLength(count);
    const changed = (at: number) => {
      const edited = articles.map((article, index) => (index === at ? { ...article, digest: 'edited' } : article));
      const after = groups(makeEdition(edited));
      return [...before].filter(([name, { key }]) => after.get(name)?.key !== key).map(([name]) => name);
    };
    // The newest is in all; the last one only in the paper's own feed.
    expect(changed(0).length).toBeGreaterThan(1);
    expect(changed(29)).toEqual(['en paper']);
  });

  it('tell each correction once, with its own id, and nothing else of the story', async () => {
    const corrections = [
      { date: '2026-11-21T09:00', kind: 'correction' as const, text: 'It was <b>Monday</b> & not Sunday.' },
      { date: '2026-11-21T09:00', kind: 'update' as const, text: 'The road is open.' },
    ];
    const sources = feedsOf(makeEdition([makeArticle({ corrections })])).get('/corrections/rss.xml');
    if (!sources || !('corrections' in sources)) throw new Error('no corrections');
    const { feed } = await asRss(correctionFeed(sources));
    const id = 'tag:paper.example,2024:corrections/en/2026/quiet-morning';
    expect(feed.items?.map(({ guid, title, link }) => [guid?.value, title, link])).toEqual([
      [`${id}/2`, expect.stringMatching(/^Update: /), `${SITE.url}articles/quiet-morning/`],
      [`${id}/1`, expect.stringMatching(/^Correction: /), `${SITE.url}articles/quiet-morning/`],
    ]);
    expect(feed.items?.[1]?.content?.encoded).toContain('It was &lt;b&gt;Monday&lt;/b&gt; &amp; not Sunday.');
  });
});
