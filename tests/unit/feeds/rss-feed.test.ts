import rss from '@astrojs/rss';
import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { rssFeed } from '#src/feeds/rss-feed.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { editionsOf, makeArticle, makeArticles, makeAuthor, makeEdition, SITE } from '../../factories.ts';

/** The feed as it goes out, and as a feed reader reads it. */
async function feedOf(edition: Edition) {
  const xml = await (await rss(rssFeed(edition))).text();
  return { xml, feed: parseRssFeed(xml) };
}

const hostile = 'A & B <script>alert(1)</script> ]]> "quoted"';

describe('rssFeed', () => {
  it('introduces itself in its language', async () => {
    const { en, es } = editionsOf([makeArticle(), makeArticle({ locale: 'es' })]);
    const { feed } = await feedOf(en);
    expect(feed).toMatchObject({
      title: SITE.name,
      link: SITE.url,
      language: 'en',
      description: SITE.description.en,
      atom: { links: [{ href: `${SITE.url}rss.xml`, rel: 'self', type: 'application/rss+xml' }] },
    });
    expect((await feedOf(es)).feed).toMatchObject({
      title: `${SITE.name} (ES)`,
      link: `${SITE.url}es/`,
      language: 'es-mx',
    });
  });

  it('has what a feed reader needs of an article', async () => {
    const article = makeArticle({
      title: 'The "quiet" reef',
      authors: ['ana-pech', 'ignacio-ek'],
      tags: ['sargassum', 'sea-turtles'],
    });
    const { feed } = await feedOf(makeEdition([article]));
    expect(feed.items).toEqual([
      {
        title: 'The “quiet” reef',
        link: `${SITE.url}articles/quiet-morning/`,
        description: 'Divers counted fish where the sargassum did not come.',
        pubDate: 'Fri, 20 Nov 2026 14:00:00 GMT',
        categories: [{ name: 'Environment' }, { name: 'Sargassum' }, { name: 'Sea turtles' }],
        dc: { creators: ['Ana Pech', 'Ignacio Ek'] },
        guid: { value: 'tag:paper.example,2024:en/2026/quiet-morning', isPermaLink: false },
      },
    ]);
  });

  it('holds the newest fifty, newest first', async () => {
    const { feed } = await feedOf(makeEdition(makeArticles(60)));
    const links = feed.items?.map(({ link }) => link?.split('/').at(-2));
    expect(links).toEqual(Array.from({ length: 50 }, (_, index) => `story-${index}`));
  });

  it('keeps an article’s guid when its address changes, and gives no two the same', async () => {
    const itemsOf = async (...articles: ReturnType<typeof makeArticle>[]) =>
      (await feedOf(makeEdition(articles))).feed.items ?? [];
    const [before] = await itemsOf(makeArticle());
    const [after] = await itemsOf(makeArticle({ stem: 'new-address', aliases: ['/articles/quiet-morning/'] }));
    expect(after?.link).not.toBe(before?.link);
    expect(after?.guid).toEqual(before?.guid);
    expect(new Set((await itemsOf(...makeArticles(20))).map(({ guid }) => guid?.value)).size).toBe(20);
  });

  it('keeps hostile text as text, and stays XML', async () => {
    const article = makeArticle({ title: hostile, description: hostile, authors: ['eve'] });
    const edition = makeEdition([article], { newsroom: { authors: [makeAuthor('eve', { name: hostile })] } });
    const { xml, feed } = await feedOf(edition);
    expect(xml).not.toContain('<script');
    expect(feed.items?.[0]).toMatchObject({
      title: 'A & B <script>alert(1)</script> ]]> “quoted”',
      description: 'A & B <script>alert(1)</script> ]]> “quoted”',
      dc: { creators: [hostile] },
    });
  });

  it('leaks nothing that a feed has no field for, and nothing withheld', async () => {
    const article = makeArticle({
      picture: { src: '/pictures/canary-one.webp', alt: 'canary-two', credit: 'canary-three' },
      sponsor: { name: 'canary-four', url: 'https://canary-five.example/' },
      translationKey: 'canary-six',
      aliases: ['/canary-seven/'],
    });
    const drafts = [
      makeArticle({ stem: 'canary-eight', draft: true, tags: ['canary-nine'] }),
      makeArticle({ stem: 'canary-ten', pubDate: '2026-11-25' }),
    ];
    const { xml } = await feedOf(makeEdition([article, ...drafts]));
    expect(xml).not.toContain('canary');
    expect(xml).toContain('quiet-morning');
  });

  it('has the newest article’s time, not the clock’s', async () => {
    const articles = makeArticles(3);
    const [early, late] = await Promise.all(
      ['2026-11-21T00:00:00Z', '2027-03-01T00:00:00Z'].map((now) =>
        feedOf(makeEdition(articles, { now: new Date(now) })),
      ),
    );
    expect(early?.xml).toBe(late?.xml);
    expect(early?.feed.lastBuildDate).toBe('Fri, 20 Nov 2026 14:00:00 GMT');
  });

  it('is a feed even without articles', async () => {
    const { xml, feed } = await feedOf(makeEdition([]));
    expect(feed.title).toBe(SITE.name);
    expect(xml).not.toContain('lastBuildDate');
    expect(feed.items ?? []).toEqual([]);
  });
});
