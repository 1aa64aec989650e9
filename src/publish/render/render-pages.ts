import type * as Press from './renderer.ts';
import { PICTURE_FOLDER } from '#src/urls.ts';
import type { DatedEditions } from '#src/newsroom/edition.ts';
import type { Progress } from '../progress.ts';
import type { Reason } from '../reuse/group-update.ts';
import type { SiteUpdate } from '../reuse/site-update.ts';

/** The route whose pages are the stories. */
const STORY_ROUTE = 'src/pages/[...locale]/[articles]/[slug].astro';

/** The route whose pages say, at a story's address, that it was withdrawn. */
const NOTICE_ROUTE = 'src/pages/[...locale]/[articles]/[withdrawn].astro';

/** What became of a newsroom's pages. */
export interface PrintedPages {
  /** All pages of the site, feeds and maps among them. */
  pages: number;
  /** Stories among them. */
  stories: number;
  /** Notices of withdrawn stories among them. */
  notices: number;
  /** Pages that were printed, by file, and why; the rest was kept. */
  printed: ReadonlyMap<string, Reason>;
}

const PICTURE_ADDRESS = new RegExp(`${PICTURE_FOLDER}[\\w.-]+`, 'g');

/** The addresses of the pictures a page names. */
function picturesIn(page: Buffer): string[] {
  // Latin-1 keeps the ASCII of the addresses as it is and does not decode the rest.
  const addresses = new Set(page.toString('latin1').match(PICTURE_ADDRESS));
  // What is cut out of a string keeps all of it in memory, here the page: a copy does not.
  return [...addresses].map((address) => Buffer.from(address, 'latin1').toString('latin1'));
}

/** Prints every page that is not the same as in the last site. */
export async function printPages(
  press: typeof Press,
  templates: string,
  editions: DatedEditions,
  update: SiteUpdate,
  progress: Progress,
): Promise<PrintedPages> {
  const groups = await press.everyGroup(editions);
  const keyOf = (key: string | undefined) => (key === undefined ? undefined : `${templates} ${key}`);
  const opened = groups.filter(({ name, key }) => !update.keepGroup(name, keyOf(key)));
  const total = sumOf(opened);
  const printed = new Map<string, Reason>();
  let done = 0;
  progress.stage('Printing pages');
  // Group by group: the pages of a whole archive, with all that they are made from, are a lot to remember.
  for (const { name, key, pages } of opened) {
    const group = update.open(name, keyOf(key));
    for (const page of pages()) {
      const pageKey = keyOf(page.cacheKey);
      const reason = group.keep(page.file, pageKey);
      if (reason) {
        printed.set(page.file, reason);
        const bytes = await press.printPage(page);
        group.put(page.file, pageKey ?? templates, bytes, picturesIn(bytes));
        await update.room();
      }
      done += 1;
      progress.update(done, total);
    }
  }
  progress.end();
  const counted = groups.map(({ name, component }) => ({ component, count: update.count(name) }));
  const ofRoute = (route: string) => sumOf(counted.filter(({ component }) => component === route));
  return { pages: sumOf(counted), stories: ofRoute(STORY_ROUTE), notices: ofRoute(NOTICE_ROUTE), printed };
}

function sumOf(counted: readonly { count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}
