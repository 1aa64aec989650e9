import type { DatedEditions } from '#src/newsroom/edition.ts';
import { PICTURE_FOLDER } from '#src/urls.ts';
import type { Progress } from '../progress.ts';
import type { Reason } from '../reuse/group-update.ts';
import type { SiteUpdate } from '../reuse/site-update.ts';
import type * as Renderer from './renderer.ts';

/** The route whose pages are the articles. */
const ARTICLE_ROUTE = 'src/pages/[...locale]/[articles]/[slug].astro';

/** The route whose pages say, at an article's address, that it was withdrawn. */
const NOTICE_ROUTE = 'src/pages/[...locale]/[articles]/[withdrawn].astro';

/** What became of a newsroom's pages. */
export interface RenderedPages {
  /** All pages of the site, feeds and maps among them. */
  pages: number;
  /** Articles among them. */
  articles: number;
  /** Notices of withdrawn articles among them. */
  notices: number;
  /** Pages that were rendered, by file, and why; the others were reused. */
  rendered: ReadonlyMap<string, Reason>;
}

/** What pages are rendered with, and from. */
export interface RenderSources {
  renderer: typeof Renderer;
  /** The digest of the templates. */
  templates: string;
  editions: DatedEditions;
  contentRoot: string;
}

const PICTURE_ADDRESS = new RegExp(`${PICTURE_FOLDER}[\\w.-]+`, 'g');

/** The addresses of the pictures that a page shows. */
export function picturesIn(page: Buffer): string[] {
  // Latin-1 keeps the ASCII of the addresses as it is and does not decode the rest.
  const addresses = new Set(page.toString('latin1').match(PICTURE_ADDRESS));
  // A part of a string keeps the whole string in memory, here the page: a copy does not.
  return [...addresses].map((address) => Buffer.from(address, 'latin1').toString('latin1'));
}

/** Renders every page that cannot be reused from the last site. */
export async function renderPages(
  { renderer, templates, editions, contentRoot }: RenderSources,
  update: SiteUpdate,
  progress: Progress,
): Promise<RenderedPages> {
  const groups = await renderer.pageGroups(editions, contentRoot);
  const keyOf = (key: string | undefined) => (key === undefined ? undefined : `${templates} ${key}`);
  const opened = groups.filter(({ name, key }) => !update.reuseGroup(name, keyOf(key)));
  const total = sumOf(opened);
  const rendered = new Map<string, Reason>();
  let done = 0;
  progress.stage('Rendering pages');
  // Group by group: the pages of a whole archive, with all that they are made from, would fill the memory.
  for (const { name, key, pages } of opened) {
    const group = update.open(name, keyOf(key));
    for (const page of pages()) {
      const pageKey = keyOf(page.cacheKey);
      const reason = group.reuse(page.file, pageKey);
      if (reason) {
        rendered.set(page.file, reason);
        const bytes = await renderer.renderPage(page);
        group.write(page.file, pageKey ?? templates, bytes, picturesIn(bytes));
        await update.room();
      }
      done += 1;
      progress.update(done, total);
    }
  }
  progress.end();
  const counted = groups.map(({ name, component }) => ({ component, count: update.count(name) }));
  const ofRoute = (route: string) => sumOf(counted.filter(({ component }) => component === route));
  return { pages: sumOf(counted), articles: ofRoute(ARTICLE_ROUTE), notices: ofRoute(NOTICE_ROUTE), rendered };
}

function sumOf(counted: readonly { count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}
