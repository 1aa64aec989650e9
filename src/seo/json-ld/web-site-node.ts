import type { SearchAction, WebSite } from 'schema-dts';
import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, frontUrl, searchUrl } from '#src/urls.ts';
import { organizationId } from './organization-node.ts';

const address = ({ url }: Site, locale: Locale) => absoluteUrl(url, frontUrl(locale));

/** An edition is a site of its own. */
export const webSiteId = (site: Site, locale: Locale): string => `${address(site, locale)}#website`;

/** The edition as every page has it. */
export function webSiteNode(site: Site, locale: Locale): Exclude<WebSite, string> {
  return {
    '@type': 'WebSite',
    '@id': webSiteId(site, locale),
    name: site.name,
    url: address(site, locale),
    inLanguage: LANGUAGE_TAGS[locale],
    publisher: { '@id': organizationId(site) },
  };
}

/** The edition with its search, as its front page has it. */
export function fullWebSiteNode(site: Site, locale: Locale): Exclude<WebSite, string> {
  // schema.org's vocabulary has no name for the input, which search engines ask for (developers.google.com/search/blog/2014/09).
  const search: SearchAction & { 'query-input': string } = {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${absoluteUrl(site.url, searchUrl(locale))}?q={search_term_string}`,
    },
    'query-input': 'required name=search_term_string',
  };
  return { ...(webSiteNode(site, locale) as object), '@type': 'WebSite', potentialAction: search };
}
