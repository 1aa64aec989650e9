/**
 * What the site is compiled to: a module in which a program gets every page of a newsroom, and prints those it wants. It
 * is bundled by Astro ({@link file://../integrations/press.ts}) and then runs without it.
 */
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';
import type { RouteData } from 'astro';
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
 * Prints one page.
 * @param page one that {@link everyPage} gave
 * @throws Error where it could not be made; the log has said why
 */
export async function printPage(page: PrintablePage): Promise<Buffer> {
  const { route, file } = page as RoutedPage;
  const response = await app.render(new Request(addressOf(page as RoutedPage)), { routeData: route });
  const isGood = response.status === 200 || (response.status === 404 && page.component.endsWith('/404.astro'));
  if (!isGood)
    throw new Error(`${file} could not be made by ${page.component}: see the error above (status ${response.status})`);
  return Buffer.from(await response.arrayBuffer());
}

/** Slashes as `trailingSlash: 'always'` wants them; what stands before the path is never shown. */
function addressOf({ pathname, route }: RoutedPage): URL {
  const path = pathname.replace(/^\/|\/$/g, '');
  return new URL(route.type === 'page' && path ? `/${path}/` : `/${path}`, 'http://newsroom.invalid');
}
