import { describe, expect, it } from 'vitest';
import { makeEditions } from '#src/newsroom/edition.ts';
import { nextChange } from '#src/newsroom/next-change.ts';
import type { Article, Issue } from '#src/newsroom/newsroom.ts';
import { issueListGroups } from '#src/page-data/issue-list.ts';
import { issueGroups } from '#src/page-data/issue.ts';
import { pathsOf } from '#src/page-data/page-group.ts';
import { sitemapChunks } from '#src/seo/sitemap.ts';
import { siteSchema } from '#src/schemas/site.ts';
import {
  editionsOf,
  makeArticle,
  makeArticles,
  makeEvent,
  makeIssue,
  makeNewsroom,
  NEWSLETTER,
  NOW,
  SITE,
} from '../../factories.ts';

const edited = (
  articles: readonly Article[],
  newsletters: readonly Issue[],
  more: Partial<Parameters<typeof editionsOf>[1]> = {},
) => editionsOf(articles, { ...more, newsroom: { newsletters, ...more.newsroom } });

const pagesOf = (editions: ReturnType<typeof editionsOf>, locale: 'en' | 'es' = 'en') =>
  pathsOf(issueGroups(editions[locale]));
const pageOf = (...about: Parameters<typeof edited>) => pagesOf(edited(...about))[0]?.props.page;
const listsOf = (editions: ReturnType<typeof editionsOf>) =>
  pathsOf(issueListGroups(editions.en, Object.values(editions)));

const named = (count: number) => makeIssue({ articles: makeArticles(count).map(({ slug }) => slug) });

describe('the copy of an issue', () => {
  it('tells what its mail tells, in the same order', () => {
    const page = pageOf(makeArticles(6), [named(6)]);
    expect(page).toMatchObject({
      title: 'A quiet morning on the reef',
      standfirst: 'And what the sea brought.',
      kicker: { text: 'Daily issue', href: '/newsletter/' },
      sent: { iso: '2026-11-23T07:00:00-05:00', text: 'Monday, 23 November 2026' },
      story: undefined,
    });
    expect(page?.cards.map(({ href }) => href)).toEqual([0, 1, 2, 3].map((at) => `/articles/story-${at}/`));
    expect(page?.sections.map(({ category, cards }) => [category.text, cards.length])).toEqual([['Environment', 2]]);
  });

  it('has the address of its file’s name, in each language', () => {
    const issues = [makeIssue(), makeIssue({ locale: 'es' })];
    const editions = edited([makeArticle(), makeArticle({ locale: 'es' })], issues);
    expect(pagesOf(editions).map(({ params }) => params)).toEqual([
      { locale: undefined, newsletter: 'newsletter', issue: '2026-11-23-daily' },
    ]);
    expect(pagesOf(editions, 'es').map(({ params, props }) => [params.newsletter, props.page.head.canonical])).toEqual([
      ['boletin', 'https://paper.example/es/boletin/2026-11-23-daily/'],
    ]);
  });

  it('is there from the moment at which it is sent, and not as a draft', () => {
    const sent = makeIssue({ stem: 'sent', date: NOW });
    const later = new Date(NOW.getTime() + 1000);
    const hidden = [makeIssue({ stem: 'later', date: later }), makeIssue({ stem: 'draft', draft: true })];
    const newsletters = [sent, ...hidden];
    expect(pagesOf(edited([makeArticle()], newsletters)).map(({ params }) => params.issue)).toEqual(['sent']);
    expect(nextChange(makeNewsroom({ newsletters }), NOW)).toEqual(later);
    const { en } = makeEditions(makeNewsroom({ newsletters }), SITE, later);
    expect(en.issues.map(({ slug }) => slug)).toEqual(['later', 'sent']);
  });

  it('loses a story that is withdrawn, and then has another key', () => {
    const kept = makeArticle({ stem: 'kept' });
    const gone = { withdrawn: { date: '2026-11-24', reason: 'It was wrong.' } };
    const issue = makeIssue({ articles: ['quiet-morning', 'kept'] });
    const before = pagesOf(edited([makeArticle(), kept], [issue]))[0];
    const after = pagesOf(edited([makeArticle(gone), kept], [issue]))[0];
    expect(before?.props.page.cards).toHaveLength(2);
    expect(after?.props.page.cards.map(({ href }) => href)).toEqual(['/articles/kept/']);
    expect(after?.cacheKey).not.toBe(before?.cacheKey);
    expect(pageOf([makeArticle(gone)], [makeIssue()])?.cards).toEqual([]);
  });

  it.each<[string, Article[], Issue]>([
    ['a headline', [makeArticle({ title: 'Another' })], makeIssue()],
    ['the subject', [makeArticle()], makeIssue({ subject: 'Another' })],
    ['the events', [makeArticle()], makeIssue({ events: ['trova'] })],
    [
      'a correction',
      [makeArticle({ corrections: [{ date: '2026-11-22', kind: 'correction', text: 'Twelve.' }] })],
      makeIssue({ since: '2026-11-20' }),
    ],
  ])('has another key if %s changes, for itself and its group', (_, articles, issue) => {
    const events = [makeEvent()];
    const keysOf = (editions: ReturnType<typeof editionsOf>) =>
      issueGroups(editions.en).map(({ key, paths }) => [key, paths()[0]?.cacheKey]);
    const [before] = keysOf(edited([makeArticle()], [makeIssue()], { newsroom: { events } }));
    const [after] = keysOf(edited(articles, [issue], { newsroom: { events } }));
    expect(after?.[0]).not.toBe(before?.[0]);
    expect(after?.[1]).not.toBe(before?.[1]);
  });

  it('tells what broke whole, and nothing else that is a list', () => {
    const page = pageOf([makeArticle({ dateline: 'tulum' })], [makeIssue({ kind: 'breaking' })]);
    expect(page?.cards).toEqual([]);
    expect(page?.story).toMatchObject({
      link: { href: '/articles/quiet-morning/' },
      article: { slug: 'quiet-morning' },
      dateline: { id: 'tulum' },
    });
  });

  it('is for search engines only if the publisher wants it', () => {
    const indexed = siteSchema.parse({ ...SITE, newsletter: { ...NEWSLETTER, indexed: true } });
    const isHidden = (site: typeof SITE) => {
      const editions = edited([makeArticle()], [makeIssue()], { site });
      const urls = sitemapChunks(Object.values(editions)).flatMap((chunk) => chunk.entries().map(({ url }) => url));
      return {
        pages: [pagesOf(editions)[0]?.props.page.head.noIndex, listsOf(editions)[0]?.props.page.head.noIndex],
        inSitemap: urls.filter((url) => url.includes('/newsletter/')).length,
      };
    };
    expect(isHidden(SITE)).toEqual({ pages: [true, true], inSitemap: 0 });
    expect(isHidden(indexed)).toEqual({ pages: [false, false], inSitemap: 2 });
  });
});

describe('the list of issues', () => {
  it('is there once an issue was sent, newest first, with its feed', () => {
    expect(listsOf(edited([makeArticle()], [makeIssue({ draft: true })]))).toEqual([]);
    const issues = [
      makeIssue({ stem: 'a', date: '2026-11-01', kind: 'weekly' }),
      makeIssue({ stem: 'b', date: '2026-11-02', kind: 'breaking' }),
    ];
    const page = listsOf(edited([makeArticle()], issues))[0]?.props.page;
    expect(page?.issues.map(({ href, kind, sent }) => [href, kind, sent.text])).toEqual([
      ['/newsletter/b/', 'Breaking news', '2 Nov 2026'],
      ['/newsletter/a/', 'Weekly issue', '1 Nov 2026'],
    ]);
    expect(page?.feed).toEqual({ text: 'Follow this page by RSS', href: '/newsletter/rss.xml' });
    expect(page?.head.feeds.map(({ href }) => href)).toEqual(['/newsletter/rss.xml', '/rss.xml']);
  });

  it('has numbered pages if there are many', () => {
    const issues = Array.from({ length: 13 }, (_, at) =>
      makeIssue({ stem: `issue-${at}`, date: `2026-11-${String(at + 1).padStart(2, '0')}` }),
    );
    const paths = listsOf(edited([makeArticle()], issues, { lists: { articlesPerPage: 5 } }));
    expect(paths.map(({ params, props }) => [params.page, props.page.issues.length])).toEqual([
      [undefined, 8],
      ['page/1', 5],
    ]);
  });

  it('leads to its other language if that has sent one too', () => {
    const both = edited([makeArticle()], [makeIssue(), makeIssue({ locale: 'es' })]);
    const one = edited([makeArticle()], [makeIssue()]);
    expect(listsOf(both)[0]?.props.page.translations).toEqual([{ locale: 'es', href: '/es/boletin/' }]);
    expect(listsOf(one)[0]?.props.page.translations).toEqual([]);
  });
});
