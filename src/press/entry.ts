/**
 * What the site is compiled to: a module in which a program gets every page of a newsroom, and prints those it wants. It
 * is bundled by Astro ({@link file://../integrations/press.ts}) and then runs without it.
 */
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';
import type { RouteData } from 'astro';
import { FetchState } from 'astro/fetch';
import { renderToString } from 'astro/runtime/server/index.js';
import { provideNewsroom } from '#src/newsroom/load-edition.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { pageFile } from './page-file.ts';

/** A page, feed, map or other file that a route makes. */
export interface PrintablePage {
  /** Where its file stands in the site, with forward slashes: `articles/glass/index.html`. */
  file: string;
  /** The route's file: `src/pages/[...locale]/[articles]/[slug].astro`. */
  component: string;
  /** Changes with what the page shows; undefined where the route does not say. */
  cacheKey: string | undefined;
}

interface RoutedPage extends PrintablePage {
  pathname: string;
  route: RouteData;
}

const app = createApp({ streaming: false });

/**
 * Every page of a newsroom, in the order of the routes.
 * @param newsroom read and checked, its pictures' files read; once a process, since Astro remembers a route's pages
 * @throws Error where two routes make the same file
 */
export async function everyPage(newsroom: Newsroom): Promise<PrintablePage[]> {
  provideNewsroom(newsroom);
  const pages = (await new StaticPaths(app).getAll()).map(({ pathname, route, cacheKey }): RoutedPage => {
    const { component, type } = route;
    return { file: pageFile({ component, type, pathname }), component, cacheKey, pathname, route };
  });
  const makers = new Map<string, string>();
  for (const { file, component } of pages) {
    const other = makers.get(file);
    if (other) throw new Error(`${file} is made twice: by ${other} and by ${component}`);
    makers.set(file, component);
  }
  return pages;
}

/**
 * Prints one page, feed, map or other file.
 * @param page one that {@link everyPage} gave
 * @throws Error where it could not be made, with what its template threw as the cause
 */
export async function printPage(page: PrintablePage): Promise<Buffer> {
  const routed = page as RoutedPage;
  try {
    return routed.route.type === 'page' ? Buffer.from(await pageHtml(routed)) : Buffer.from(await fileBytes(routed));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${page.file} could not be made by ${page.component}: ${why}`, { cause });
  }
}

/** A route's component, which Astro would load anew for each of its pages. */
const components = new Map<RouteData, NonNullable<FetchState['componentInstance']>>();

/**
 * A page's HTML, by Astro's renderer without the server round it (routing, middleware, a response that is read again):
 * that took 0.2 ms a page, a seventh of what a story's page takes.
 */
async function pageHtml(page: RoutedPage): Promise<string> {
  const { route } = page;
  const state = new FetchState(new Request(addressOf(page)));
  state.routeData = route;
  state.componentInstance = components.get(route);
  const component = await state.loadComponentInstance();
  components.set(route, component);
  const props = await state.getProps();
  const result = await state.createResult(component, state.getActionAPIContext());
  const html = await renderToString(result, component.default, props, {}, true, route);
  if (typeof html !== 'string') throw new Error('a page of a static site cannot answer with a redirect or response');
  return html;
}

/** What an endpoint answers with. */
async function fileBytes(page: RoutedPage): Promise<ArrayBuffer> {
  const response = await app.render(new Request(addressOf(page)), { routeData: page.route });
  if (response.status !== 200) throw new Error(`it answered with status ${response.status}; see the error above`);
  return response.arrayBuffer();
}

/** Slashes as `trailingSlash: 'always'` wants them; what stands before the path is never shown. */
function addressOf({ pathname, route }: RoutedPage): URL {
  const path = pathname.replace(/^\/|\/$/g, '');
  return new URL(route.type === 'page' && path ? `/${path}/` : `/${path}`, 'http://newsroom.invalid');
}
