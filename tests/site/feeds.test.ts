import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { builtSite, ORIGIN } from './built-site.ts';
import { SITES, type SiteName } from './build-sites.ts';
import { expectedStories, newsroomOf } from './expected-stories.ts';

const FEEDS = {
  en: { file: 'rss.xml', language: 'en', front: '/' },
  es: { file: 'es/rss.xml', language: 'es-mx', front: '/es/' },
} as const;

/** RFC 822 with the four-digit year of RFC 1123, as RSS 2.0 asks. */
const RFC_822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/;

const cases = (Object.keys(SITES) as SiteName[]).flatMap((name) => LOCALES.map((locale) => [name, locale] as const));

describe.each(cases)('the feed of the site “%s”, edition %s', (name, locale) => {
  const xml = builtSite(name).read(FEEDS[locale].file);
  const feed = parseRssFeed(xml);
  const stories = expectedStories(name, locale).slice(0, 50);
  const items = feed.items ?? [];

  it('says its language, its paper and its own address', () => {
    const { language, front, file } = FEEDS[locale];
    expect(feed.language).toBe(language);
    expect(feed.title).toContain('Riviera Maya News & Events');
    expect(feed.description).toBeTruthy();
    expect(feed.link).toBe(new URL(front, ORIGIN).href);
    expect(feed.atom?.links).toEqual([{ href: new URL(file, ORIGIN).href, rel: 'self', type: 'application/rss+xml' }]);
  });

  it('names every author of a story in its language, in order', () => {
    const authors = new Map(newsroomOf(name).authors.map(({ id, name: author }) => [id, author]));
    expect(items.map((item) => item.dc?.creators)).toEqual(
      stories.map((story) => story.authors.map((id) => authors.get(id)?.[locale])),
    );
  });

  it('gives each story a guid of its first address, which no change of address touches', () => {
    expect(items.map(({ guid }) => guid)).toEqual(
      stories.map(({ aliases, id, slug }) => {
        const first = /^(?:\/es)?\/(?:articles|articulos)\/([^/]+)/.exec(aliases[0] ?? '')?.[1] ?? slug;
        const value = `tag:rivieramayanews.example,2024:${id.slice(0, 'en/2026/'.length)}${first}`;
        return { value, isPermaLink: false };
      }),
    );
  });

  it('links by full addresses', () => {
    for (const { link } of items) expect(link).toMatch(/^https:\/\/www\.rivieramayanews\.example\/.+\/$/);
  });

  it('writes dates as RFC 822 does, and the right ones', () => {
    const dates = [...xml.matchAll(/<(?:pubDate|lastBuildDate)>([^<]*)</g)].map(([, date = '']) => date);
    expect(dates).toHaveLength(stories.length === 0 ? 0 : stories.length + 1);
    for (const date of dates) expect(date).toMatch(RFC_822);
    expect(items.map(({ pubDate }) => Date.parse(String(pubDate)))).toEqual(
      stories.map(({ pubDate }) => pubDate.getTime()),
    );
  });

  it('holds no character that XML forbids, and every ampersand escaped', () => {
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i);
  });
});

describe('the feed of the sample', () => {
  it('sets titles as the pages do, with curly apostrophes', () => {
    const { items = [] } = parseRssFeed(builtSite('sample').read('rss.xml'));
    expect(items.map(({ title }) => title)).toContain('Akumal’s turtles, and the rules in the water');
  });

  it('names sections and topics in the language of the edition', () => {
    const categoriesOf = (locale: Locale) =>
      (parseRssFeed(builtSite('sample').read(FEEDS[locale].file)).items ?? []).flatMap(({ categories = [] }) =>
        categories.map(({ name }) => name),
      );
    expect(categoriesOf('en')).toContain('Environment');
    expect(categoriesOf('es')).toContain('Medio ambiente');
    expect(categoriesOf('es')).not.toContain('Environment');
  });
});
