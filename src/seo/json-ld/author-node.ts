import type { Organization, Person } from 'schema-dts';
import { typeset } from '#src/i18n/format.ts';
import { authorAddress } from '#src/newsroom/list-addresses.ts';
import type { Author } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, listUrl } from '#src/urls.ts';
import { safeAddress } from '#src/written-urls.ts';
import { organizationId } from './organization-node.ts';

type AuthorNode = Exclude<Person | Organization, string>;

/** Who signs an article: the name alone, and where more is. A desk is part of the paper and no person. */
export function authorNode(site: Site, locale: Locale, author: Author): AuthorNode {
  const url = absoluteUrl(site.url, listUrl(authorAddress({ locale }, author)));
  const type = author.kind === 'desk' ? 'Organization' : 'Person';
  return { '@type': type, '@id': `${url}#author`, name: typeset(author.name[locale]), url };
}

/** An author as their own page has them. */
export function fullAuthorNode(site: Site, locale: Locale, author: Author): AuthorNode {
  const paper = { '@id': organizationId(site) };
  const { '@id': id, name, url } = authorNode(site, locale, author) as { '@id': string; name: string; url: string };
  const shared = {
    '@id': id,
    name,
    url,
    description: typeset(author.biography[locale]),
    ...(author.email && { email: author.email }),
    ...(author.website && { sameAs: safeAddress(author.website) }),
  };
  if (author.kind === 'desk') return { '@type': 'Organization', ...shared, parentOrganization: paper };
  return { '@type': 'Person', ...shared, jobTitle: typeset(author.role[locale]), worksFor: paper };
}
