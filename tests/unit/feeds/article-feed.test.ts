import { describe, expect, it } from 'vitest';
import { articleFeed, articleFeedSources } from '#src/feeds/article-feed.ts';
import { withEnclosures } from '#src/feeds/feed-text.ts';
import type { FeedPicture } from '#src/feeds/feed.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { siteSchema } from '#src/schemas/site.ts';
import type { FeedFormat } from '#src/urls.ts';
import { editionsOf, makeArticle, makeArticles, makeAuthor, makeEdition, makePicture, SITE } from '../../factories.ts';
import { asAtom, asJson, asRss } from './read-feed.ts';

const BODY = 'It was **quiet**, and [the reef](/articles/reef/) was clear.';

/** The feed of everything in an edition. */
function feedFor(edition: Edition, format: FeedFormat = 'rss', body = BODY) {
  const about = { format, page: edition.locale === 'en' ? '/' : '/es/', title: SITE.name, description: 'News.' };
  return articleFeed(articleFeedSources(edition, about, edition.articles), () => body);
}
const feedOf = (edition: Edition) => asRss(feedFor(edition));

const hostile = 'A & B <script>alert(1)</script> ]]> "quoted"';

describe('a feed of articles', () => {
  it('introduces itself in its language, in every format', async () => {
    const { en, es } = editionsOf([makeArticle(), makeArticle({ locale: 'es' })]);
    expect((await feedOf(en)).feed).toMatchObject({
      title: SITE.name,
      link: SITE.url,
      language: 'en',
      description: 'News.',
      atom: { links: [{ href: `${SITE.url}rss.xml`, rel: 'self', type: 'application/rss+xml' }] },
    });
    expect((await feedOf(es)).feed).toMatchObject({ link: `${SITE.url}es/`, language: 'es-mx' });
    expect(asAtom(feedFor(en, 'atom')).feed).toMatchObject({
      id: 'tag:paper.example,2024:atom.xml',
      title: { value: SITE.name },
      updated: '2026-11-20T14:00:00Z',
      links: [
        { href: `${SITE.url}atom.xml`, rel: 'self', type: 'application/atom+xml' },
        { href: SITE.url, rel: 'alternate', type: 'text/html' },
      ],
    });
    expect(asJson(feedFor(es, 'json')).feed).toMatchObject({
      title: SITE.name,
      home_page_url: `${SITE.url}es/`,
      feed_url: `${SITE.url}es/feed.json`,
      language: 'es-MX',
      icon: `${SITE.url}icon-512.png`,
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
        content: {
          encoded: `<p>It was <strong>quiet</strong>, and <a href="${SITE.url}articles/reef/">the reef</a> was clear.</p>`,
        },
      },
    ]);
  });

  it('says the same as Atom and as JSON, with publication and change apart', () => {
    const corrections = [{ date: '2026-11-21T09:00', kind: 'correction' as const, text: 'It was Monday.' }];
    const edition = makeEdition([makeArticle({ corrections })]);
    const html = expect.stringMatching(
      /^<p><strong>Correction<\/strong> \(.* 2026\): It was Monday\.<\/p>\n<p>It was/,
    ) as string;
    expect(asAtom(feedFor(edition, 'atom')).feed.entries).toMatchObject([
      {
        id: 'tag:paper.example,2024:en/2026/quiet-morning',
        published: '2026-11-20T14:00:00Z',
        updated: '2026-11-21T14:00:00Z',
        content: { type: 'html', value: html },
        summary: { value: 'Divers counted fish where the sargassum did not come.' },
        authors: [{ name: 'Ana Pech', uri: `${SITE.url}authors/ana-pech/` }],
      },
    ]);
    expect(asJson(feedFor(edition, 'json')).feed.items).toMatchObject([
      {
        id: 'tag:paper.example,2024:en/2026/quiet-morning',
        url: `${SITE.url}articles/quiet-morning/`,
        date_published: '2026-11-20T14:00:00.000Z',
        date_modified: '2026-11-21T14:00:00.000Z',
        content_html: html,
      },
    ]);
  });

  it('has a picture with its words and its credit, in a file that every program can read', async () => {
    const picture = { src: '/pictures/reef.webp', alt: 'A "reef"', credit: 'Ana & Eve' };
    const article = {
      ...makeArticle({ picture }),
      picture: { src: makePicture(), alt: 'A "reef"', credit: 'Ana & Eve' },
    };
    const { feed } = await feedOf(makeEdition([article]));
    const url = `${SITE.url}_pictures/reef.0123456789abcdef.1200x630.jpeg`;
    expect(feed.items?.[0]?.media?.contents).toMatchObject([
      { url, medium: 'image', type: 'image/jpeg', width: 1200, height: 630, credits: [{ value: 'Ana & Eve' }] },
    ]);
    expect(feed.items?.[0]?.content?.encoded).toContain(
      `<figure><img src="${SITE.url}_pictures/reef.0123456789abcdef.800x`,
    );
    expect(feed.items?.[0]?.content?.encoded).toContain('<figcaption><small>Ana &amp; Eve</small></figcaption>');
    expect(asJson(feedFor(makeEdition([article]), 'json')).feed.items?.[0]?.image).toBe(url);
  });

  it('offers the picture as a file with its length, in every format, and only of what has one', async () => {
    const picture = { src: makePicture(), alt: 'A reef', credit: 'Ana Pech' };
    const articles = makeArticles(3).map((article, at) => (at === 1 ? article : { ...article, picture }));
    const asked: string[] = [];
    const lengthsOf = async (pictures: readonly FeedPicture[]) =>
      pictures.map(({ address, original }, at) => {
        asked.push(`${original} ${address}`);
        return 1_000 + at;
      });
    const [url, type] = [`${SITE.url}_pictures/reef.0123456789abcdef.1200x630.jpeg`, 'image/jpeg'];
    const inFormat = (format: FeedFormat) => withEnclosures(feedFor(makeEdition(articles), format), lengthsOf);
    const rss = await asRss(await inFormat('rss'));
    expect(rss.feed.items?.map(({ enclosures }) => enclosures)).toEqual([
      [{ url, type, length: 1000 }],
      undefined,
      [{ url, type, length: 1001 }],
    ]);
    expect(asAtom(await inFormat('atom')).feed.entries?.map(({ links }) => links?.slice(1))).toEqual([
      [{ href: url, rel: 'enclosure', type, length: 1000 }],
      [],
      [{ href: url, rel: 'enclosure', type, length: 1001 }],
    ]);
    expect(asJson(await inFormat('json')).feed.items?.map(({ attachments }) => attachments)).toEqual([
      [{ url, mime_type: type, size_in_bytes: 1000 }],
      undefined,
      [{ url, mime_type: type, size_in_bytes: 1001 }],
    ]);
    expect(new Set(asked)).toEqual(new Set(['pictures/reef.webp /_pictures/reef.0123456789abcdef.1200x630.jpeg']));
  });

  it('says in words and in text that somebody paid', async () => {
    const sponsor = { name: 'Dos Aguas & Co', url: 'https://dosaguas.example/' };
    const [item] = (await feedOf(makeEdition([makeArticle({ sponsor })]))).feed.items ?? [];
    expect(item?.description).toMatch(/^Paid for by Dos Aguas & Co\. /);
    expect(item?.content?.encoded).toMatch(/^<p><strong>Paid for by Dos Aguas &amp; Co<\/strong><\/p>/);
  });

  it('says what a story is that is no report', async () => {
    const itemOf = async (genre: 'opinion' | 'report') =>
      (await feedOf(makeEdition([makeArticle({ genre })]))).feed.items?.[0];
    const [opinion, report] = [await itemOf('opinion'), await itemOf('report')];
    expect(opinion?.description).toMatch(/^Opinion\. Divers/);
    expect(opinion?.content?.encoded).toMatch(/^<p><strong>Opinion<\/strong><\/p>/);
    expect(report?.description).toMatch(/^Divers/);
    expect(report?.content?.encoded).toMatch(/^<p>It was/);
  });

  it('names the paper’s hub in every format, and none if there is none', async () => {
    const hub = 'https://hub.example/?a=1&b=2';
    const edition = makeEdition([makeArticle()], { site: siteSchema.parse({ ...SITE, hub }) });
    const rss = await feedOf(edition);
    expect(rss.feed.atom?.links).toContainEqual({ href: hub, rel: 'hub' });
    expect(asAtom(feedFor(edition, 'atom')).feed.links).toContainEqual({ href: hub, rel: 'hub' });
    expect(asJson(feedFor(edition, 'json')).feed.hubs).toEqual([{ type: 'WebSub', url: hub }]);
    const without = makeEdition([makeArticle()]);
    expect((await feedOf(without)).xml).not.toContain('hub');
    expect(asJson(feedFor(without, 'json')).json).not.toContain('hub');
  });

  it('is short for those who want that, and has no texts then', async () => {
    const readBody = () => {
      throw new Error('a body was read');
    };
    const edition = makeEdition([makeArticle()]);
    const about = { format: 'short' as const, page: '/', title: SITE.name, description: 'News.' };
    const { xml, feed } = await asRss(articleFeed(articleFeedSources(edition, about, edition.articles), readBody));
    expect(xml).not.toContain('content:encoded>');
    expect(feed.items).toHaveLength(1);
    expect(feed.atom?.links?.[0]?.href).toBe(`${SITE.url}rss-short.xml`);
  });

  it('has no text of an article without one, in any format', async () => {
    const edition = makeEdition([makeArticle()]);
    const [inRss] = (await asRss(feedFor(edition, 'rss', ''))).feed.items ?? [];
    expect(inRss?.description).toBe('Divers counted fish where the sargassum did not come.');
    expect(inRss?.content).toBeUndefined();
    expect(asAtom(feedFor(edition, 'atom', '')).feed.entries?.[0]?.content).toBeUndefined();
    const [inJson] = asJson(feedFor(edition, 'json', '')).feed.items ?? [];
    expect(inJson).toMatchObject({ content_text: 'Divers counted fish where the sargassum did not come.' });
    expect(inJson?.content_html).toBeUndefined();
  });

  it('leaves a text out that is too long for an item, and those that are too much for a feed', () => {
    const lengths = (body: string) =>
      feedFor(makeEdition(makeArticles(10)), 'rss', body).items.map(({ html }) => html?.length);
    expect(lengths('x'.repeat(1_000_001))).toEqual(Array<undefined>(10).fill(undefined));
    const some = lengths('x'.repeat(400_000)).filter((length) => length !== undefined);
    expect(some).toHaveLength(4);
    expect(lengths('x').filter((length) => length !== undefined)).toHaveLength(10);
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
      // A reader takes them for HTML.
      title: 'A &amp; B &lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; “quoted”',
      description: 'A &amp; B &lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; “quoted”',
      dc: { creators: [hostile] },
    });
  });

  it('leaks nothing that a feed has no field for, and nothing withheld', async () => {
    const article = makeArticle({ translationKey: 'canary-six', aliases: ['/canary-seven/'] });
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
