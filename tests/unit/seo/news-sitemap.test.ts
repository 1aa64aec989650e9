import { describe, expect, it } from 'vitest';
import type { Article } from '#src/newsroom/newsroom.ts';
import { nextChange } from '#src/newsroom/next-change.ts';
import { newsSitemap } from '#src/seo/news-sitemap.ts';
import { editionsOf, makeArticle, makeArticles, makeNewsroom, NOW, SITE } from '../../factories.ts';

const sitemap = (articles: readonly Article[], now = NOW) =>
  newsSitemap(Object.values(editionsOf(articles, { now })), now);
const addresses = (xml: string) => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);

describe('the sitemap of news', () => {
  it('has the stories of two days in all languages, the newest first', () => {
    const articles = [
      makeArticle({ stem: 'old', pubDate: '2026-11-22T11:59' }),
      makeArticle({ stem: 'fresh', pubDate: '2026-11-22T12:01' }),
      makeArticle({ stem: 'nuevo', locale: 'es', pubDate: '2026-11-24T11:00' }),
      makeArticle({ stem: 'later', pubDate: '2026-11-24T12:01' }),
      makeArticle({ stem: 'draft', pubDate: '2026-11-24T11:00', draft: true }),
    ];
    expect(addresses(sitemap(articles))).toEqual([`${SITE.url}es/articulos/nuevo/`, `${SITE.url}articles/fresh/`]);
  });

  it('says of each what Google asks, as characters of XML', () => {
    const article = makeArticle({ stem: 'fresh', title: 'Rain & "wind" <b>', pubDate: '2026-11-24T11:00' });
    expect(sitemap([article])).toContain(
      [
        `<url><loc>${SITE.url}articles/fresh/</loc><news:news>`,
        '<news:publication><news:name>Coast News &amp; Events</news:name><news:language>en</news:language></news:publication>',
        '<news:publication_date>2026-11-24T11:00:00-05:00</news:publication_date>',
        '<news:title>Rain &amp; “wind” &lt;b&gt;</news:title></news:news></url>',
      ].join(''),
    );
  });

  it('has nothing that is paid for, and may be empty', () => {
    const paid = makeArticle({
      pubDate: '2026-11-24T11:00',
      sponsor: { name: 'A school', url: 'https://school.example/' },
    });
    expect(addresses(sitemap([paid]))).toEqual([]);
    expect(sitemap([])).toMatch(/<urlset [^>]*>\n<\/urlset>\n$/);
  });

  it('has at most a thousand stories', () => {
    const pubDate = '2026-11-24T11:00';
    expect(addresses(sitemap(makeArticles(1001, { pubDate })))).toHaveLength(1000);
  });

  it('changes when a story is two days old, and the next change knows it', () => {
    const article = makeArticle({ stem: 'fresh', pubDate: '2026-11-22T18:00' });
    const leaves = nextChange(makeNewsroom({ articles: [article] }), NOW);
    expect(leaves).toEqual(new Date('2026-11-24T18:00:00-05:00'));
    expect(addresses(sitemap([article], new Date(leaves.getTime() - 1)))).toHaveLength(1);
    expect(addresses(sitemap([article], leaves))).toEqual([]);
  });
});
