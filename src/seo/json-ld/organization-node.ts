import type { NewsMediaOrganization } from 'schema-dts';
import type { Edition } from '#src/newsroom/edition.ts';
import { indexAddress } from '#src/newsroom/list-addresses.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, listUrl, LOGO_URL, pageUrl } from '#src/urls.ts';

/** What the paper is called in every graph, on every page. */
export const organizationId = ({ url }: Site): string => `${url}#organization`;

/** The paper as every page has it. */
export function organizationNode(site: Site): Exclude<NewsMediaOrganization, string> {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': organizationId(site),
    name: site.name,
    url: site.url,
    logo: { '@type': 'ImageObject', url: absoluteUrl(site.url, LOGO_URL), width: '180', height: '180' },
  };
}

/** Standing pages that search engines ask a paper for, by what pairs their languages. */
const POLICIES = {
  publishingPrinciples: 'ethics',
  ethicsPolicy: 'ethics',
  correctionsPolicy: 'corrections-policy',
  ownershipFundingInfo: 'about',
} as const satisfies Partial<Record<keyof Exclude<NewsMediaOrganization, string>, string>>;

/** The paper with the rules that it works by, as the front pages have it. */
export function fullOrganizationNode({
  site,
  locale,
  pages,
  authors,
}: Edition): Exclude<NewsMediaOrganization, string> {
  const policies = Object.entries(POLICIES).flatMap(([property, key]) => {
    const page = pages.find(({ translationKey }) => translationKey === key);
    return page ? [[property, absoluteUrl(site.url, pageUrl(page))]] : [];
  });
  return {
    ...(organizationNode(site) as object),
    '@type': 'NewsMediaOrganization',
    description: site.description[locale],
    email: site.email,
    foundingDate: String(site.foundingYear),
    ...(authors.length > 0 && {
      masthead: absoluteUrl(site.url, listUrl(indexAddress({ locale }, 'authors'))),
    }),
    ...(Object.fromEntries(policies) as Record<keyof typeof POLICIES, string>),
  };
}
