import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DatedEditions } from '#src/newsroom/edition.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { PICTURE_FOLDER } from '#src/picture-urls.ts';
import { allOrFirstFailure } from '../all-or-first-failure.ts';
import type { BuildContext } from '../build-context.ts';
import type { Progress } from '../progress.ts';
import type { Reason } from '../reuse/group-update.ts';
import type { SiteUpdate } from '../reuse/site-update.ts';
import { RenderThread } from './render-thread.ts';
import type * as Renderer from './renderer.ts';
import type { RenderableGroup } from './renderer.ts';

/** The route whose pages are the articles. */
const ARTICLE_ROUTE = 'src/pages/[...locale]/[articles]/[slug].astro';

/** The route whose pages say, at an article's address, that it was withdrawn. */
const NOTICE_ROUTE = 'src/pages/[...locale]/[articles]/[withdrawn].astro';

/** The route whose pages are the events. */
const EVENT_ROUTE = 'src/pages/[...locale]/[events]/[slug].astro';

/** What became of a newsroom's pages. */
export interface RenderedPages {
  /** All pages of the site, feeds and maps among them. */
  pages: number;
  /** Articles among them. */
  articles: number;
  /** Events among them. */
  events: number;
  /** Notices of withdrawn articles among them. */
  notices: number;
  /** Pages that were rendered, by file, and why; the others were reused. */
  rendered: ReadonlyMap<string, Reason>;
}

/** What pages are rendered with, and from. */
export interface RenderSources {
  /** The compiled renderer's module. */
  rendererUrl: string;
  /** The digest of the templates. */
  templates: string;
  newsroom: Newsroom;
  /** The same, as editions. */
  editions: DatedEditions;
  context: BuildContext;
}

/** So many pages are rendered by this thread alone: a second one needs a second or two to begin. */
const FEW = 3_000;

/** Groups that the second thread has at once: enough to keep it busy, few enough that both threads end together. */
const IN_FLIGHT = 12;

/** Without its first slash: a page has thousands of these, and is searched for the first sign. */
const FOLDER_BYTES = Buffer.from(PICTURE_FOLDER.slice(1));

/** The signs of a picture's name, by their bytes. */
const IS_NAME_BYTE = Array.from({ length: 256 }, (_, byte) => /[\w.-]/.test(String.fromCharCode(byte)));

/** The addresses of the pictures that a page shows; a large archive's pages are too many to decode each. */
export function picturesIn(page: Uint8Array): string[] {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  const addresses = new Set<string>();
  for (let at = bytes.indexOf(FOLDER_BYTES); at >= 0; at = bytes.indexOf(FOLDER_BYTES, at + FOLDER_BYTES.length)) {
    let end = at + FOLDER_BYTES.length;
    while (IS_NAME_BYTE[bytes[end] ?? 0]) end += 1;
    const address = bytes.toString('latin1', at - 1, end);
    if (address.startsWith(PICTURE_FOLDER) && address !== PICTURE_FOLDER) addresses.add(address);
  }
  return [...addresses];
}

/**
 * Renders every page that cannot be reused from the last site; if there are many, in two threads.
 * @param few so many pages are rendered by this thread alone
 */
export async function renderPages(
  { rendererUrl, templates, newsroom, editions, context }: RenderSources,
  update: SiteUpdate,
  progress: Progress,
  few = FEW,
): Promise<RenderedPages> {
  const renderer = (await import(rendererUrl)) as typeof Renderer;
  const groups = await renderer.pageGroups(editions, context);
  const keyOf = (key: string | undefined) => (key === undefined ? undefined : `${templates} ${key}`);
  const opened = groups.filter(({ name, key }) => !update.reuseGroup(name, keyOf(key)));
  const total = sumOf(opened);
  const rendered = new Map<string, Reason>();
  let done = 0;
  progress.stage('Rendering pages');

  /** Opens a group. @returns what takes each of its pages that must be rendered */
  const open = ({ name, key, pages }: RenderableGroup) => {
    const group = update.open(name, keyOf(key));
    const all = pages();
    const wanted = all.flatMap((page) => {
      const pageKey = keyOf(page.cacheKey);
      const reason = group.reuse(page.file, pageKey);
      if (!reason) return [];
      rendered.set(page.file, reason);
      const take = (bytes: Uint8Array) => group.write(page.file, pageKey ?? templates, bytes, picturesIn(bytes));
      return [{ page, take }];
    });
    done += all.length - wanted.length;
    return wanted;
  };
  const count = (more: number) => progress.update((done += more), total);

  // Group by group: the pages of a whole archive, with all that they are made from, would fill the memory.
  const waiting = [...opened];
  const renderHere = async () => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      for (const { page, take } of open(group)) {
        take(await renderer.renderPage(page));
        count(1);
        await update.room();
      }
      // Lets the answers of the other thread in.
      await nextTurn();
    }
  };
  // The second thread takes groups from the end.
  const renderThere = async (thread: RenderThread) => {
    for (let group = waiting.pop(); group; group = waiting.pop()) {
      const wanted = open(group);
      const files = wanted.map(({ page }) => page.file);
      const pages = files.length > 0 ? await thread.render(group.name, files) : [];
      pages.forEach((bytes, at) => wanted[at]?.take(bytes));
      count(pages.length);
      await update.room();
    }
  };
  const thread = total > few ? new RenderThread(rendererUrl, newsroom, context) : undefined;
  try {
    const there = thread ? Array.from({ length: IN_FLIGHT }, () => renderThere(thread)) : [];
    await allOrFirstFailure([renderHere(), ...there], () => (waiting.length = 0));
  } finally {
    await thread?.stop();
  }
  progress.end();
  const counted = groups.map(({ name, component }) => ({ component, count: update.count(name) }));
  const ofRoute = (route: string) => sumOf(counted.filter(({ component }) => component === route));
  return {
    pages: sumOf(counted),
    articles: ofRoute(ARTICLE_ROUTE),
    events: ofRoute(EVENT_ROUTE),
    notices: ofRoute(NOTICE_ROUTE),
    rendered,
  };
}

function sumOf(counted: readonly { count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}
