/** What is known of a page before it is printed. */
export interface RoutedPath {
  /** The route's file: `src/pages/404.astro`. */
  component: string;
  /** `page` for what has an address that ends with a slash; feeds, maps and the like are their own files. */
  type: string;
  /** As the route's parameters make it, with or without slashes at its ends. */
  pathname: string;
}

/**
 * Where a page's file stands in the site, with forward slashes: `/articles/glass/` → `articles/glass/index.html`. The pages
 * for what is not there are `404.html`, where hosts look for them: those of the routes of that name, and no other: a long
 * list has a page number 404.
 */
export function pageFile({ component, type, pathname }: RoutedPath): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type !== 'page') return path;
  if (component.endsWith('/404.astro')) return `${path}.html`;
  return path ? `${path}/index.html` : 'index.html';
}
