/**
 * The renderer: a module that lists every page of a newsroom's editions, and renders those that are wanted. It is bundled
 * by Astro ({@link file://../compile/renderer-integration.ts}) and then runs without it.
 *
 * Of Astro it uses the compiled routes, and the rendering of a page (`FetchState`), not the server around them: routing,
 * middleware and reading a response took 0.3 of the 1.5 ms that an article's page takes, and Astro's own list of all
 * pages 2 s for an archive of 100,000.
 */
import { createApp } from 'astro/app/entrypoint';
import { FetchState } from 'astro/fetch';
import { renderToString } from 'astro/runtime/server/index.js';
import type { APIRoute, RouteData } from 'astro';
import { provideEditions } from '#src/newsroom/load-edition.ts';
import { pageFile, pathnameOf, type RouteParams } from './page-file.ts';

/** A page, feed, map or other file that a route makes. */
export interface RenderablePage {
  /** Its file in the site, with forward slashes: `articles/glass/index.html`. */
  file: string;
  /** Changes with what the page shows; undefined if the route does not say. Computed at each access. */
  readonly cacheKey: string | undefined;
}

/** Pages of one route that share a key: all of them if the route has no groups. */
export interface RenderableGroup {
  /** `src/pages/[...locale]/[articles]/[slug].astro en 207` */
  name: string;
  /** The route's file. */
  component: string;
  /** Changes when any of its pages' keys does; undefined if the route does not say. */
  key: string | undefined;
  /** How many pages it has. */
  count: number;
  /** Lists its pages. */
  pages: () => readonly RenderablePage[];
}

/** A page as its route's `getStaticPaths` gives it. */
interface StaticPath {
  params: RouteParams;
  readonly props?: Record<string, unknown>;
  readonly cacheKey?: string;
}

/** A group of pages, as the `groups` beside a route's `getStaticPaths` gives it. */
interface PageGroup {
  name: string;
  key: string;
  count: number;
  paths: () => readonly StaticPath[];
}

type Component = NonNullable<FetchState['componentInstance']>;

/** A route, compiled. */
interface Route {
  route: RouteData;
  routeComponent: Component;
}

interface RoutedPage extends RenderablePage, Route {
  path: StaticPath;
  pathname: string;
}

// Every FetchState belongs to the app that was created last.
const app = createApp({ streaming: false });

/**
 * Every page of the site, in groups, in the order of the routes.
 * @param editions of a newsroom that was loaded without errors, and where its bodies are read
 */
export async function pageGroups(...editions: Parameters<typeof provideEditions>): Promise<RenderableGroup[]> {
  provideEditions(...editions);
  const groups: RenderableGroup[] = [];
  for (const { routeData: route } of app.manifest.routes) {
    if (!route.prerender) continue;
    const routed: Route = { route, routeComponent: await stateFor(route, '/').loadComponentInstance() };
    for (const { name, key, count, paths } of await groupsOf(routed.routeComponent)) {
      const pages = () => paths().map((path) => routedPage(routed, path));
      groups.push({
        name: name ? `${route.component} ${name}` : route.component,
        component: route.component,
        key,
        count,
        pages,
      });
    }
  }
  return groups;
}

/** A route without parameters is one page. No route uses Astro's `paginate`. */
async function groupsOf(
  component: Component,
): Promise<readonly (Omit<PageGroup, 'key'> & { key: string | undefined })[]> {
  const { getStaticPaths } = component;
  if (hasGroups(getStaticPaths)) return getStaticPaths.groups();
  const paths = getStaticPaths ? await (getStaticPaths as () => unknown)() : [{ params: {} }];
  const all = paths as readonly StaticPath[];
  return [{ name: '', key: undefined, count: all.length, paths: () => all }];
}

function hasGroups(
  getStaticPaths: object | undefined,
): getStaticPaths is { groups: () => Promise<readonly PageGroup[]> } {
  return getStaticPaths !== undefined && 'groups' in getStaticPaths;
}

function routedPage(routed: Route, path: StaticPath): RoutedPage {
  const { component, type, segments } = routed.route;
  const pathname = pathnameOf(segments, path.params);
  const file = pageFile({ component, type, pathname });
  return {
    file,
    get cacheKey() {
      return path.cacheKey;
    },
    path,
    pathname,
    ...routed,
  };
}

/**
 * Renders one page, feed, map or other file.
 * @param page from {@link pageGroups}
 * @throws Error if it cannot be rendered, with what its template threw as the cause
 */
export async function renderPage(page: RenderablePage): Promise<Buffer> {
  const routed = page as RoutedPage;
  try {
    return routed.route.type === 'page' ? Buffer.from(await pageHtml(routed)) : Buffer.from(await fileBytes(routed));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${page.file} could not be rendered by ${routed.route.component}: ${why}`, { cause });
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

/** The body of an endpoint's response. */
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

/** What Astro's renderer needs to know of a page. */
function stateOf({ route, routeComponent, path, pathname }: RoutedPage): FetchState {
  // Slashes as `trailingSlash: 'always'` wants them.
  const state = stateFor(route, route.type === 'page' && pathname ? `/${pathname}/` : `/${pathname}`);
  state.componentInstance = routeComponent;
  state.props = { ...path.props };
  return state;
}

/** What Astro needs to know of a route; the origin is never shown. */
function stateFor(route: RouteData, path: string): FetchState {
  const state = new FetchState(new Request(`http://newsroom.invalid${path}`));
  state.routeData = route;
  return state;
}
