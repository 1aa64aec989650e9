/**
 * What the site is compiled to: a module in which a program gets every page of a newsroom's editions, and prints those it
 * wants. It is bundled by Astro ({@link file://../integrations/press.ts}) and then runs without it.
 *
 * Of Astro it uses the compiled routes, and the renderer with what that needs to know of a page (`FetchState`), and not
 * the server round them: routing, middleware and a response that is read again took 0.3 ms of the 1.5 that a story's page
 * takes, and its own list of all pages, made for a few thousand, 2 s for an archive of 100,000.
 */
import { createApp } from 'astro/app/entrypoint';
import { FetchState } from 'astro/fetch';
import { renderToString } from 'astro/runtime/server/index.js';
import type { APIRoute, RouteData } from 'astro';
import type { DatedEditions } from '#src/newsroom/edition.ts';
import { provideEditions } from '#src/newsroom/load-edition.ts';
import { pageFile, pathnameOf, type RouteParams } from './page-file.ts';

/** A page, feed, map or other file that a route makes. */
export interface PrintablePage {
  /** Where its file stands in the site, with forward slashes: `articles/glass/index.html`. */
  file: string;
  /** The route's file: `src/pages/[...locale]/[articles]/[slug].astro`. */
  component: string;
  /** Changes with what the page shows; undefined where the route does not say. */
  cacheKey: string | undefined;
}

/** A page as its route's `getStaticPaths` gives it. */
interface StaticPath {
  params: RouteParams;
  readonly props?: Record<string, unknown>;
  cacheKey?: string;
}

type Component = NonNullable<FetchState['componentInstance']>;

interface RoutedPage extends PrintablePage {
  route: RouteData;
  routeComponent: Component;
  path: StaticPath;
  pathname: string;
}

// Makes the compiled site the one that every FetchState is of.
const app = createApp({ streaming: false });

/**
 * Every page of the site, in the order of the routes.
 * @param made the editions, of a newsroom that was read and checked, its pictures' files read
 * @throws Error where two routes make the same file
 */
export async function everyPage(made: DatedEditions): Promise<PrintablePage[]> {
  provideEditions(made);
  const pages: RoutedPage[] = [];
  const makers = new Map<string, string>();
  for (const { routeData: route } of app.manifest.routes) {
    if (!route.prerender) continue;
    const { component, type } = route;
    const routeComponent = await stateFor(route, '/').loadComponentInstance();
    for (const path of await staticPaths(routeComponent)) {
      const pathname = pathnameOf(route.segments, path.params);
      const file = pageFile({ component, type, pathname });
      const other = makers.get(file);
      if (other) throw new Error(`${file} is made twice: by ${other} and by ${component}`);
      makers.set(file, component);
      pages.push({ file, component, cacheKey: path.cacheKey, route, routeComponent, path, pathname });
    }
  }
  return pages;
}

/** A route without parameters is one page. The others use none of what Astro offers to make their lists with. */
async function staticPaths({ getStaticPaths }: Component): Promise<readonly StaticPath[]> {
  if (!getStaticPaths) return [{ params: {} }];
  return (await (getStaticPaths as () => unknown)()) as readonly StaticPath[];
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

async function pageHtml(page: RoutedPage): Promise<string> {
  const { route, routeComponent } = page;
  const state = stateOf(page);
  const result = await state.createResult(routeComponent, state.getActionAPIContext());
  const html = await renderToString(result, routeComponent.default, state.props, {}, true, route);
  if (typeof html !== 'string') throw new Error('a page of a static site cannot answer with a redirect or response');
  return html;
}

/** What an endpoint answers with. */
async function fileBytes(page: RoutedPage): Promise<ArrayBuffer> {
  const { routeComponent } = page;
  if (!isEndpoint(routeComponent)) throw new Error('it exports no GET');
  const response = await routeComponent.GET(stateOf(page).getAPIContext());
  if (response.status !== 200) throw new Error(`it answered with status ${response.status}`);
  return response.arrayBuffer();
}

function isEndpoint(component: object): component is { GET: APIRoute } {
  return 'GET' in component && typeof component.GET === 'function';
}

/** What Astro's renderer knows of a page. */
function stateOf({ route, routeComponent, path, pathname }: RoutedPage): FetchState {
  // Slashes as `trailingSlash: 'always'` wants them.
  const state = stateFor(route, route.type === 'page' && pathname ? `/${pathname}/` : `/${pathname}`);
  state.componentInstance = routeComponent;
  state.props = { ...path.props };
  return state;
}

/** What Astro knows of a route; what stands before its path is never shown. */
function stateFor(route: RouteData, path: string): FetchState {
  const state = new FetchState(new Request(new URL(path, 'http://newsroom.invalid')));
  state.routeData = route;
  return state;
}
