import { decodeHTML } from 'entities/decode';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { INDEX_FILES, type ListedPart } from '#src/search/part-list.ts';
import { addressOf, fileAt, storiesAmong, storyLocale } from './addresses.ts';
import { fragmentUrl } from './carried-assets.ts';
import type { SiteUnderCheck } from './check-links.ts';
import type { Findings } from './findings.ts';
import { checkStandIns } from './check-stand-ins.ts';
import type { Outlook } from './outlook.ts';
import { feedReferences } from './page-references.ts';

/** Texts besides pages that tell of stories: feeds, sitemaps, calendars, lists for machines. */
const OUTLET = /^(?!pagefind\/).*\.(?:xml|json|txt|ics|csv|atom|webmanifest)$/;

const MEND_OUTLET = 'do not publish; build again, and where it is there again, mend the outlet that shows it';

/**
 * Counts the stories once more, each outlet by itself: pages, sitemap, search index, and what the newsroom says should be
 * there. And looks for what must not be there.
 * @param outlook what the newsroom says; undefined where it was not asked
 * @param fresh the files that the last release did not have like this
 */
export function checkStories(
  site: SiteUnderCheck,
  outlook: Outlook | undefined,
  fresh: readonly string[],
  findings: Findings,
): void {
  const pages = new Set(storiesAmong(site.files));
  const error: AddError = (file, value, reason, remedy, isLeak = false) =>
    findings.add({
      severity: 'error',
      file,
      field: '',
      value: value === undefined ? undefined : JSON.stringify(value),
      reason,
      remedy,
      isLeak,
    });

  const mapped = storiesInSitemaps(site);
  for (const address of pages) {
    if (mapped.has(address)) continue;
    error(fileAt(address), undefined, 'is a story that no sitemap names', 'build again; the site is not whole');
  }
  for (const address of mapped) {
    const { standIn } = site.files.get(fileAt(address)) ?? {};
    if (standIn) error(fileAt(address), undefined, `is no story (${standIn}), but a sitemap names it`, MEND_OUTLET);
  }
  for (const locale of LOCALES) {
    const list = `pagefind/${locale}/${INDEX_FILES.list}`;
    if (!site.has(list)) continue;
    const count = [...pages].filter((address) => storyLocale(address) === locale).length;
    const indexed = indexedIn(site, locale, list);
    if (indexed === count) continue;
    error(list, undefined, `holds ${indexed} stories, but ${count} have a page`, 'build again; the site is not whole');
  }
  if (!outlook) return;
  for (const address of outlook.published) {
    if (pages.has(address)) continue;
    error(fileAt(address), undefined, 'is missing, though the story is published', 'deploy again: was it just added?');
  }
  for (const address of pages) {
    if (outlook.published.has(address) || outlook.withheld.has(address)) continue;
    error(
      fileAt(address),
      undefined,
      'is the page of no story in the newsroom',
      'deploy again: was it just removed?',
      true,
    );
  }
  checkStandIns(site, outlook, fresh, error);
  checkWithheld(site, outlook, error);
  for (const file of fresh.filter((path) => path.endsWith('.pf_fragment'))) {
    const address = fragmentUrl(site.bytes(file));
    const reason = address === undefined ? undefined : outlook.withheld.get(address)?.reason;
    if (reason) error(file, address, `holds the text of a story that is ${reason}`, MEND_OUTLET, true);
  }
}

type AddError = (file: string, value: string | undefined, reason: string, remedy: string, isLeak?: boolean) => void;

function checkWithheld(site: SiteUnderCheck, { withheld, publicTitles }: Outlook, error: AddError): void {
  if (withheld.size === 0) return;
  for (const [address, { reason }] of withheld) {
    const page = site.files.get(fileAt(address));
    if (page && !page.standIn) error(fileAt(address), undefined, `shows a story that is ${reason}`, MEND_OUTLET, true);
  }
  for (const file of [...site.files.keys()].filter((path) => OUTLET.test(path))) {
    const text = site.read(file);
    const titles = new Set([...text.matchAll(/>([^<]+)</g)].map(([, title = '']) => decodeHTML(title).trim()));
    for (const [address, { reason, title }] of withheld) {
      if (text.includes(address)) error(file, address, `is of a story that is ${reason}`, MEND_OUTLET, true);
      else if (titles.has(title) && !publicTitles.has(title)) {
        error(file, title, `is the title of a story that is ${reason}`, MEND_OUTLET, true);
      }
    }
  }
}

/** The stories in all sitemaps of a site. */
function storiesInSitemaps(site: SiteUnderCheck): Set<string> {
  const addresses = [...site.files.keys()]
    .filter((file) => /(?:^|\/)[\w-]*sitemap[\w-]*\.xml$/.test(file))
    .flatMap((file) => feedReferences(site.read(file)).filter(({ field }) => field === 'loc'))
    .flatMap(({ address }) => URL.parse(address)?.pathname ?? []);
  return new Set(addresses.filter((address) => storyLocale(address) !== undefined));
}

/** How many stories the parts of an edition's index say they hold, each by its own entry. */
function indexedIn(site: SiteUnderCheck, locale: Locale, list: string): number {
  const { parts } = JSON.parse(site.read(list)) as { parts: ListedPart[] };
  const counts = parts.flatMap(({ name }) => {
    const entry = `pagefind/${locale}/${name}/pagefind-entry.json`;
    if (!site.has(entry)) return [];
    const { languages } = JSON.parse(site.read(entry)) as { languages: Record<string, { page_count: number }> };
    return Object.values(languages).map(({ page_count }) => page_count);
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Whether a page that did not change itself may name something that is gone.
 * @param removed addresses
 */
export function namesAny(html: string, removed: ReadonlySet<string>, origin: string): boolean {
  for (const [, address = ''] of html.matchAll(/\s(?:href|src|action)=["']([^"'#?]*)/g)) {
    if (removed.has(address.startsWith(origin) ? address.slice(origin.length - 1) : address)) return true;
  }
  return false;
}

/** The addresses of files. */
export function addressesOf(files: Iterable<string>): Set<string> {
  return new Set([...files].map(addressOf));
}
