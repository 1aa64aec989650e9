import { describe, expect, it } from 'vitest';
import { viewOf } from '#src/rules/newsroom-view.ts';
import { checkNewsroom } from '#src/rules/run-rules.ts';
import { builtSite, ORIGIN, type BuiltPage } from './built-site.ts';
import { SITES, type SiteName } from './build-sites.ts';
import { expectedPath, isOut, newsroomOf } from './expected-stories.ts';
import { attribute, canonicals, classed, hrefs, linksWith, metaContent, named, textOf, theOne } from './html.ts';

const sample = builtSite('sample');

/** What the aliases of the sample's stories ask for, written out from its files. */
const asked = newsroomOf('sample')
  .articles.filter(isOut)
  .flatMap((story) => story.aliases.map((from) => ({ from, to: expectedPath(story) })));

const refreshOf = ({ document }: BuiltPage) =>
  named(document, 'meta')
    .filter((meta) => attribute(meta, 'http-equiv') === 'refresh')
    .map((meta) => attribute(meta, 'content'));

describe('an old address of the sample', () => {
  it('redirects at once to where the article is, for browsers, search engines and readers alike', () => {
    expect(asked.length).toBeGreaterThan(5);
    expect(sample.redirects.map(({ path }) => path).toSorted()).toEqual(asked.map(({ from }) => from).toSorted());
    for (const { from, to } of asked) {
      const page = sample.redirects.find(({ path }) => path === from);
      if (!page) throw new Error(`${from} has no page`);
      expect(refreshOf(page), from).toEqual([`0; url=${to}`]);
      expect(canonicals(page.document)).toEqual([new URL(to, ORIGIN).href]);
      expect(hrefs(page.document)).toEqual([to]);
      expect(metaContent(page.document, 'robots')).toBe('noindex');
      expect(textOf(theOne(named(page.document, 'h1'), 'h1'))).toBe(
        from.startsWith('/es/') ? 'Esta página cambió de dirección' : 'This page has moved',
      );
      expect(sample.page(to).path).toBe(to);
    }
  });

  it('stands in the rules for hosts, once and with one step to take', () => {
    const lines = sample.read('_redirects').trim().split('\n');
    expect(lines.toSorted()).toEqual(asked.map(({ from, to }) => `${from} ${to} 301`).toSorted());
    const from = new Set(lines.map((line) => line.split(' ')[0]));
    expect(lines.filter((line) => from.has(line.split(' ')[1] ?? ''))).toEqual([]);
    for (const { from: old, to } of asked) {
      expect(sample.read('hosting/nginx-redirects.conf')).toContain(`"${old}" "${to}";`);
      expect(sample.read('.htaccess')).toContain(`RewriteRule "^${old.slice(1, -1)}/?$" "${to}"`);
    }
  });

  it('stands in no sitemap, feed or list', () => {
    const texts = sample.files.filter((file) => /\.xml$/.test(file)).map((file) => sample.read(file));
    for (const { from } of asked) expect(texts.filter((text) => text.includes(`${from}<`))).toEqual([]);
  });
});

describe('the address of the sample’s withdrawn story', () => {
  const page = sample.page('/articles/cozumel-pier-closure-report/');

  it('says when and why it was withdrawn, and where to go from there', () => {
    expect(named(page.document, 'h1').map(textOf)).toEqual(['This story was withdrawn']);
    expect(textOf(theOne(classed(page.document, 'withdrawn-date'), 'date'))).toBe('Withdrawn on 6 May 2026');
    expect(textOf(theOne(classed(page.document, 'withdrawn-reason'), 'reason'))).toBe(
      'The report could not be confirmed.',
    );
    expect(classed(page.document, 'withdrawn').flatMap(hrefs)).toEqual([
      'mailto:newsroom@rivieramayanews.example',
      '/',
      '/latest/',
      '/corrections/',
    ]);
  });

  it('is kept out of search engines, and bears the mark by which a deploy knows it', () => {
    expect(metaContent(page.document, 'robots')).toBe('noindex');
    expect(page.html).toContain('<meta name="story-status" content="withdrawn">');
    expect(linksWith(page.document, 'alternate').filter((link) => attribute(link, 'hreflang'))).toEqual([]);
    const marked = sample.pages.filter(({ document }) => metaContent(document, 'story-status') !== undefined);
    expect(marked.map(({ path }) => path)).toEqual([page.path]);
  });

  it('is gone for hosts, with the notice as what they show', () => {
    expect(sample.read('hosting/nginx-redirects.conf')).toContain(`"${page.path}" "${page.path}index.html";`);
    expect(sample.read('.htaccess')).toContain(`ErrorDocument 410 ${page.path}index.html`);
    expect(sample.read('hosting/netlify-redirects')).toContain(`${page.path} ${page.path}index.html 410!`);
  });
});

describe.each(Object.keys(SITES) as SiteName[])('the site “%s”', (name) => {
  it('lets no alias take the address of anything in it', () => {
    const site = builtSite(name);
    const newsroom = newsroomOf(name);
    const [story] = newsroom.articles;
    if (!story) return;
    const old = new Set(site.redirects.map(({ path }) => path));
    const addresses = site.files
      .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)
      .filter((address) => address !== '/' && !old.has(address));
    const articles = newsroom.articles.map((article) => ({ ...article, aliases: article === story ? addresses : [] }));
    const problems = checkNewsroom(viewOf({ ...newsroom, articles }));
    const taken = new Set(problems.map(({ path }) => addresses[Number(path?.[1])]));
    expect(addresses.filter((address) => !taken.has(address))).toEqual([]);
  });
});
