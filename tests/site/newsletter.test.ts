import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { followUrl, issueUrl, subscribeUrl } from '#src/urls.ts';
import { readyIssue } from '../../scripts/newsletter/ready-issue.ts';
import { NOW, PROJECT } from './build-sites.ts';
import { builtSite, ORIGIN } from './built-site.ts';
import { newsroomOf } from './expected-stories.ts';
import { attribute, hrefs, metaContent, named, parsePage, textOf } from './html.ts';

const site = builtSite('sample');

const LISTS: Readonly<Record<Locale, string>> = { en: '/newsletter/', es: '/es/boletin/' };

const issues = newsroomOf('sample').newsletters.toSorted((a, b) => b.date.getTime() - a.date.getTime());
const issuesIn = (locale: Locale) => issues.filter((issue) => issue.locale === locale);

/** The paths on this site that a page or mail leads to, in order, each once. */
function pathsIn(page: ReturnType<typeof parsePage>, below: RegExp): string[] {
  const addresses = hrefs(page).map((href) => new URL(href, ORIGIN));
  return [
    ...new Set(addresses.filter(({ origin }) => origin === new URL(ORIGIN).origin).map(({ pathname }) => pathname)),
  ].filter((path) => below.test(path));
}

describe.each(issues.map((issue) => [`${issue.locale}/${issue.slug}`, issue] as const))('the issue %s', (_, issue) => {
  const { document } = site.page(issueUrl(issue));
  const main = named(document, 'main')[0];

  it('has a copy that tells what its mail tells: the same stories, events and corrections, in the same order', async () => {
    const { locale, slug: id } = issue;
    const now = new Date(NOW);
    const { mail } = await readyIssue({ contentRoot: `${PROJECT}/src/content`, locale, id, now });
    const told = /^\/(?:es\/)?(?:articles|articulos|events|eventos)\/[^/]+\/$/;
    const ofMail = pathsIn(parsePage(mail.html), told);
    expect(ofMail.length).toBeGreaterThan(0);
    expect(main && pathsIn({ ...document, childNodes: main.childNodes }, told)).toEqual(ofMail);
    expect(mail.webAddress).toBe(new URL(issueUrl(issue), ORIGIN).href);
  });

  it('is in no search engine, unless the publisher wants it, and runs nothing', () => {
    expect(metaContent(document, 'robots')).toBe('noindex');
    expect(named(document, 'script').filter((script) => attribute(script, 'type') !== 'application/ld+json')).toEqual(
      [],
    );
  });

  it('has every picture that its mail shows', async () => {
    const { locale, slug: id } = issue;
    const { mail } = await readyIssue({ contentRoot: `${PROJECT}/src/content`, locale, id, now: new Date(NOW) });
    const pictures = named(parsePage(mail.html), 'img').map((image) => new URL(attribute(image, 'src') ?? '').pathname);
    expect(pictures.filter((path) => site.fileFor(path) === undefined)).toEqual([]);
  });
});

describe.each(LOCALES)('the newsletter in %s', (locale) => {
  it('is listed, newest first, and led to from where readers subscribe and from the page on following', () => {
    const list = site.page(LISTS[locale]);
    const headlines = named(list.document, 'h2').filter((heading) => attribute(heading, 'class') === 'card-headline');
    expect(headlines.map(textOf)).toHaveLength(issuesIn(locale).length);
    const links = headlines.flatMap(hrefs);
    expect(links).toEqual(issuesIn(locale).map(issueUrl));
    for (const page of [subscribeUrl(locale), followUrl(locale)])
      expect(pathsIn(site.page(page).document, /./)).toContain(LISTS[locale]);
  });

  it('has a feed with every issue', () => {
    const { items = [] } = parseRssFeed(site.read(`${LISTS[locale].slice(1)}rss.xml`));
    expect(items.map(({ link }) => link)).toEqual(
      issuesIn(locale).map((issue) => new URL(issueUrl(issue), ORIGIN).href),
    );
  });
});

it('is nowhere on a site that has sent no issue', () => {
  expect(builtSite('one').files.filter((file) => file.includes('newsletter'))).toEqual([]);
  expect(builtSite('one').page('/').html).not.toContain('/newsletter/');
});
