import type { BreadcrumbList } from 'schema-dts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl } from '#src/urls.ts';

/** A page on the way to another. */
export interface Crumb {
  text: string;
  href: string;
}

export const breadcrumbId = (page: string): string => `${page}#breadcrumb`;

/**
 * The way to a page.
 * @param page its full address
 * @param crumbs from the front page to the page itself
 */
export function breadcrumbNode(
  { url }: Pick<Site, 'url'>,
  page: string,
  crumbs: readonly Crumb[],
): Exclude<BreadcrumbList, string> {
  return {
    '@type': 'BreadcrumbList',
    '@id': breadcrumbId(page),
    itemListElement: crumbs.map(({ text, href }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: text,
      item: absoluteUrl(url, href),
    })),
  };
}
