import type { PrintablePage } from '#src/press/entry.ts';
import type * as Press from '#src/press/entry.ts';
import { PICTURE_FOLDER } from '#src/urls.ts';
import type { DatedEditions } from '#src/newsroom/edition.ts';
import type { Progress } from '../shared/progress.ts';
import type { Reason, SiteUpdate } from './site-update.ts';

/** The route whose pages are the stories. */
const STORY_ROUTE = 'src/pages/[...locale]/[articles]/[slug].astro';

/** What became of a newsroom's pages. */
export interface PrintedPages {
  /** All pages of the site, feeds and maps among them. */
  pages: number;
  /** Stories among them. */
  stories: number;
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
  const pages = await press.everyPage(editions);
  const printed = new Map<string, Reason>();
  const keyOf = ({ cacheKey }: PrintablePage) => (cacheKey === undefined ? undefined : `${templates} ${cacheKey}`);
  const wanted = pages.filter((page) => {
    const reason = update.keep(page.file, keyOf(page));
    if (reason) printed.set(page.file, reason);
    return reason !== undefined;
  });
  progress.stage('Printing pages');
  for (const [index, page] of wanted.entries()) {
    const bytes = await press.printPage(page);
    const pictures = picturesIn(bytes);
    update.put(page.file, keyOf(page) ?? templates, bytes, pictures);
    await update.room();
    progress.update(index + 1, wanted.length);
  }
  progress.end();
  return {
    pages: pages.length,
    stories: pages.filter(({ component }) => component === STORY_ROUTE).length,
    printed,
  };
}
