import { gunzipSync } from 'node:zlib';
import { decodeHTML } from 'entities/decode';
import { LOCALES } from '#src/schemas/locale.ts';
import { ENTRY_FILE, type IndexEntry } from '#src/search/index-format.ts';
import { parseEventUrl, pathBelowHost, SEARCH_FOLDER, sitePath } from '#src/urls.ts';
import { articleLocale, articlesAmong, eventsAmong, fileAt } from './addresses.ts';
import type { SiteUnderCheck } from './check-links.ts';
import { checkReplacements } from './check-replacements.ts';
import type { ExpectedSite } from './expected-site.ts';
import type { Findings } from './findings.ts';
import { feedReferences } from './page-references.ts';
import { indexedArticleUrl, isIndexedArticle } from './retained-assets.ts';

/** Files besides pages that list articles: feeds, sitemaps, calendars, lists for machines. */
const OUTLET = /^(?!_search\/).*\.(?:xml|json|txt|ics|csv|atom|webmanifest)$/;

const FIX_OUTLET = 'do not publish; build again, and if it is still there, fix the template or feed that shows it';
const INCOMPLETE = 'build again; the site is incomplete';
const duringBuild = (what: string) => `deploy again; the article may have been ${what} during the build`;

/**
 * Counts the articles independently in every outlet: pages, sitemap, search index, and what the newsroom expects. And
 * looks for what must not be there.
 * @param expected undefined if the newsroom was not read
 * @param fresh the files that are new or different since the last release
 */
export function checkArticles(
  site: SiteUnderCheck,
  expected: ExpectedSite | undefined,
  fresh: readonly string[],
  findings: Findings,
): void {
  const pages = new Set(articlesAmong(site.files));
  const events = eventsAmong(site.files);
  const listed = articlesInSitemaps(site);
  for (const address of pages) {
    if (listed.has(address)) continue;
    findings.add({ file: fileAt(address), reason: 'is an article that no sitemap names', remedy: INCOMPLETE });
  }
  for (const file of [...listed].map(fileAt)) {
    const { replacement } = site.files.get(file) ?? {};
    const reason = `is not an article (${replacement}), but a sitemap names it`;
    if (replacement) findings.add({ file, reason, remedy: FIX_OUTLET });
  }
  for (const locale of LOCALES) {
    const file = `${SEARCH_FOLDER}/${locale}/${ENTRY_FILE}`;
    if (!site.has(file)) continue;
    const count =
      [...pages].filter((address) => articleLocale(address) === locale).length +
      events.filter((address) => parseEventUrl(address)?.locale === locale).length;
    const indexed = indexedIn(site, file);
    if (indexed === count) continue;
    findings.add({
      file,
      reason: `holds ${indexed} articles and events, but ${count} have a page`,
      remedy: INCOMPLETE,
    });
  }
  if (!expected) return;
  const { published, withheld } = expected;
  for (const address of published) {
    if (pages.has(address)) continue;
    const reason = 'is missing, although the article is published';
    findings.add({ file: fileAt(address), reason, remedy: duringBuild('added') });
  }
  for (const address of pages) {
    if (published.has(address) || withheld.has(address)) continue;
    const reason = 'is the page of an article that is not in the newsroom';
    findings.add({ file: fileAt(address), reason, remedy: duringBuild('removed'), isLeak: true });
  }
  checkReplacements(site, expected, fresh, findings);
  if (withheld.size > 0) checkWithheld(site, expected, fresh, findings);
}

function checkWithheld(
  site: SiteUnderCheck,
  { withheld, publicTitles }: ExpectedSite,
  fresh: readonly string[],
  findings: Findings,
): void {
  const leak = (file: string, value: string | undefined, what: string, reason: string) =>
    findings.add({ file, value, reason: `${what} a withheld article (${reason})`, remedy: FIX_OUTLET, isLeak: true });
  for (const [address, { reason }] of withheld) {
    const page = site.files.get(fileAt(address));
    if (page && !page.replacement) leak(fileAt(address), undefined, 'shows', reason);
  }
  for (const file of [...site.files.keys()].filter((path) => OUTLET.test(path))) {
    const text = site.read(file);
    const titles = new Set([...text.matchAll(/>([^<]+)</g)].map(([, title = '']) => decodeHTML(title).trim()));
    for (const [address, { reason, title }] of withheld) {
      if (text.includes(address)) leak(file, address, 'names', reason);
      else if (titles.has(title) && !publicTitles.has(title)) leak(file, title, 'holds the title of', reason);
    }
  }
  for (const file of fresh.filter(isIndexedArticle)) {
    const address = indexedArticleUrl(site.bytes(file)) ?? '';
    const reason = withheld.get(address)?.reason;
    if (reason) leak(file, address, 'holds the text of', reason);
  }
}

/** The articles in all sitemaps of a site. */
function articlesInSitemaps(site: SiteUnderCheck): Set<string> {
  const below = pathBelowHost(site.origin);
  const addresses = [...site.files.keys()]
    .filter((file) => /(?:^|\/)[\w-]*sitemap[\w-]*\.xml$/.test(file))
    .flatMap((file) => feedReferences(site.read(file)).filter(({ field }) => field === 'loc'))
    .flatMap(({ address }) => sitePath(below, URL.parse(address)?.pathname ?? '') ?? []);
  return new Set(addresses.filter((address) => articleLocale(address) !== undefined));
}

/** How many articles an edition's search index has: it says so, and has a file for each. */
function indexedIn(site: SiteUnderCheck, entryFile: string): number {
  const { articles } = JSON.parse(gunzipSync(site.bytes(entryFile)).toString('utf8')) as IndexEntry;
  const folder = entryFile.slice(0, -ENTRY_FILE.length);
  const files = [...site.files.keys()].filter((path) => path.startsWith(folder) && isIndexedArticle(path));
  return Math.min(articles, files.length);
}
