import type { CollectionPage, ProfilePage, SearchResultsPage, WebPage } from 'schema-dts';
import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { breadcrumbId } from './breadcrumb-node.ts';
import type { GraphNode } from './graph.ts';
import { webSiteId } from './web-site-node.ts';

/** What a page is, if it is no article and no event, which are things of their own. */
export type PageType = 'WebPage' | 'CollectionPage' | 'ProfilePage' | 'SearchResultsPage';

/** What a page says of itself. */
interface PageFacts {
  site: Site;
  locale: Locale;
  /** Its full address. */
  url: string;
  title: string;
  description: string;
  hasBreadcrumbs: boolean;
  type: PageType;
  /** RFC 3339 */
  modified?: string | undefined;
  /** What a profile is about. */
  mainEntity?: GraphNode | undefined;
}

type PageNode = Exclude<WebPage | CollectionPage | ProfilePage | SearchResultsPage, string>;

export function pageNode(facts: PageFacts): PageNode {
  const { site, locale, url, title, description, hasBreadcrumbs, type, modified, mainEntity } = facts;
  return {
    '@type': type,
    '@id': url,
    url,
    name: title,
    description,
    inLanguage: LANGUAGE_TAGS[locale],
    isPartOf: { '@id': webSiteId(site, locale) },
    ...(hasBreadcrumbs && { breadcrumb: { '@id': breadcrumbId(url) } }),
    ...(modified !== undefined && { dateModified: modified }),
    ...(mainEntity && { mainEntity: mainEntity as GraphNode & { '@id': string } }),
  };
}
