/** What is known of a page before it is rendered. */
export interface RoutedPath {
  /** The route's file: `src/pages/404.astro`. */
  component: string;
  /** `page` for what has an address that ends with a slash; feeds, maps and the like are their own files. */
  type: string;
  /** As the route's parameters make it, with or without slashes at its ends. */
  pathname: string;
}

/**
 * A page's file in the site, with forward slashes: `/articles/glass/` → `articles/glass/index.html`. The pages of the routes
 * named 404 become `404.html`, where hosts look for them; a long list may have a page number 404, which does not.
 */
export function pageFile({ component, type, pathname }: RoutedPath): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type !== 'page') return path;
  if (component.endsWith('/404.astro')) return `${path}.html`;
  return path ? `${path}/index.html` : 'index.html';
}

/** The parameters of one page of a route, by name; `undefined` for one that may be missing (`[...locale]`). */
export type RouteParams = Readonly<Record<string, string | undefined>>;

/** A piece of a route's name between slashes: text, or a parameter's name. */
interface RoutePart {
  /** `rss.xml`, `slug`, `...locale` */
  content: string;
  dynamic: boolean;
}

/**
 * A page's path, as its route's file name and the page's parameters make it, without slashes at its ends:
 * `[...locale]/[articles]/[slug].astro` → `articles/glass`.
 * @param segments the route's name, cut at its slashes, as Astro has it
 * @throws Error if a required parameter is missing
 */
export function pathnameOf(segments: readonly (readonly RoutePart[])[], params: RouteParams): string {
  let pathname = '';
  for (const parts of segments) {
    let segment = '';
    for (const { content, dynamic } of parts) {
      const mayBeMissing = content.startsWith('...');
      const value = dynamic ? params[mayBeMissing ? content.slice(3) : content] : content;
      if (value === undefined && !mayBeMissing) throw new Error(`a page has no “${content}”, which its route needs`);
      segment += value ?? '';
    }
    if (segment) pathname += pathname ? `/${segment}` : segment;
  }
  return pathname;
}
