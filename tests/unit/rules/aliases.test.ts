import { describe, expect, it } from 'vitest';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { viewOf } from '#src/rules/newsroom-view.ts';
import { checkNewsroom } from '#src/rules/run-rules.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { makeArticle, makeNewsroom, makePage, makeTag } from '../../factories.ts';

/** What the rules on aliases say, among all that are asked of a newsroom. */
const aliasProblems = (newsroom: Newsroom) =>
  checkNewsroom(viewOf(newsroom)).filter(({ rule }) => rule.startsWith('alias-'));

const said = (parts: Partial<Newsroom>) => aliasProblems(makeNewsroom(parts)).map(formatProblem);

const story = (stem: string, aliases: string[], fields: Parameters<typeof makeArticle>[0] = {}) =>
  makeArticle({ stem, aliases, ...fields });

const withdrawn = { date: '2026-11-22', reason: 'It was not so.' };

/** What is said of one alias of the story `reef`, in a newsroom with some others. */
const ofAlias = (alias: string, parts: Partial<Newsroom> = {}) =>
  said({ ...parts, articles: [story('reef', [alias]), ...(parts.articles ?? [])] });

describe('the checks of aliases', () => {
  it('find nothing wrong with addresses at which there is nothing', () => {
    const aliases = ['/2024/05/reef/', '/reef.html', '/articles/', '/topics/never-used/', '/articles/reef/2/'];
    expect(said({ articles: [story('reef', aliases), story('nota', ['/es/nota/'], { locale: 'es' })] })).toEqual([]);
    expect(said({ articles: [story('reef', [])] })).toEqual([]);
  });

  it.each(['/articles/reef/', '/articles/reef'])('find the story’s own address, as in %s', (alias) => {
    expect(ofAlias(alias)).toEqual([
      `articles/en/2026/reef.md  error  aliases[0] ("${alias}")  is the address that it has now — remove it: an alias is an address that it had before`,
    ]);
  });

  it('find the address of another story or page, published or not', () => {
    const rest = 'write an address that is no longer in use';
    const draft = 'or make that article a draft';
    expect(ofAlias('/articles/rain/', { articles: [story('rain', [])] })).toEqual([
      `articles/en/2026/reef.md  error  aliases[0] ("/articles/rain/")  is the address of articles/en/2026/rain.md — ${rest}, ${draft}`,
    ]);
    // Its address would be told before it is due.
    expect(ofAlias('/articles/rain/', { articles: [story('rain', [], { pubDate: '2031-01-01' })] })).toHaveLength(1);
    expect(ofAlias('/about', { pages: [makePage()] })).toEqual([
      `articles/en/2026/reef.md  error  aliases[0] ("/about")  is the address of pages/en/about.md — ${rest}`,
    ]);
    expect(ofAlias('/articles/rain/', { articles: [story('rain', [], { withdrawn })] })).toEqual([
      'articles/en/2026/reef.md  error  aliases[0] ("/articles/rain/")  is the address of articles/en/2026/rain.md — write another: a withdrawn article keeps its address',
    ]);
  });

  it('let a story take the address of one that is a draft, or that expires', () => {
    expect(ofAlias('/articles/rain/', { articles: [story('rain', [], { draft: true })] })).toEqual([]);
    expect(ofAlias('/articles/rain/', { articles: [story('rain', [], { expiryDate: '2031-01-01' })] })).toEqual([]);
    expect(
      ofAlias('/articles/rain/', { articles: [story('rain', [], { expiryDate: '2031-01-01', withdrawn })] }),
    ).toHaveLength(1);
  });

  it.each(
    `/es/ /latest/ /latest/page/3/ /es/ultimas /archive/2026/11/ /search/ /corrections/page/1/
    /es/correcciones/ /sections/environment/ /es/secciones/medio-ambiente/pagina/2/ /topics/sargassum/
    /es/temas/sargazo/ /topics/bare/ /authors/ana-pech/ /places/tulum/ /404.html /es/404.html /rss.xml
    /robots.txt /sitemap-index.xml /_redirects /_astro/x.css /_pictures/reef.webp /_search/en/
    /maps/tulum.svg /hosting/nginx-redirects.conf /.well-known/security.txt /favicon.svg /rss.xml/feed/`.split(/\s+/),
  )('find %s to be the site’s own', (alias) => {
    expect(ofAlias(alias, { articles: [story('rain', [], { tags: ['bare'] })] })).toEqual([
      `articles/en/2026/reef.md  error  aliases[0] ("${alias}")  is an address of the site itself — write an address that is no longer in use`,
    ]);
  });

  it('find an alias that is claimed twice, the last slash aside', () => {
    expect(said({ articles: [story('a', ['/old/']), story('b', ['/older/', '/old'])] })).toEqual([
      'articles/en/2026/b.md  error  aliases[1] ("/old")  claims the address that articles/en/2026/a.md already has among its aliases — remove it from one of the two',
    ]);
    expect(said({ articles: [story('a', ['/old/', '/old'])] })).toEqual([
      'articles/en/2026/a.md  error  aliases[1] ("/old")  is twice in the list — remove one; the last slash makes no difference',
    ]);
    const tags = [makeTag('sargassum', { aliases: ['/weed/'] })];
    expect(said({ articles: [story('a', ['/weed/'])], tags })).toEqual([
      'tags/sargassum.yaml  error  aliases[0] ("/weed/")  claims the address that articles/en/2026/a.md already has among its aliases — remove it from one of the two',
    ]);
  });

  it('warn of two that differ in capitals alone', () => {
    expect(said({ articles: [story('a', ['/Old/']), story('b', ['/old/'])] })).toEqual([
      'articles/en/2026/b.md  warning  aliases[0] ("/old/")  differs only in capitals from “/Old/” of articles/en/2026/a.md — some hosts see no difference and use that one; remove “/old/” unless it was really used',
    ]);
  });

  it('find aliases that lead in a circle, at each story of it', () => {
    const expiring = { expiryDate: '2031-01-01' };
    const articles = [
      story('a', ['/articles/b/'], { draft: true }),
      story('b', ['/articles/c/'], expiring),
      story('c', ['/articles/a/'], expiring),
      story('d', ['/d/'], { draft: true }),
    ];
    expect(said({ articles })).toEqual([
      'articles/en/2026/a.md  error  aliases[0] ("/articles/b/")  redirects in a circle: /articles/b/ → /articles/a/ → /articles/c/ → /articles/b/ — remove one of these aliases',
      'articles/en/2026/b.md  error  aliases[0] ("/articles/c/")  redirects in a circle: /articles/c/ → /articles/b/ → /articles/a/ → /articles/c/ — remove one of these aliases',
      'articles/en/2026/c.md  error  aliases[0] ("/articles/a/")  redirects in a circle: /articles/a/ → /articles/c/ → /articles/b/ → /articles/a/ — remove one of these aliases',
    ]);
  });
});
