import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, FEED_TYPES, frontUrl, pageFeedUrl, WHOLE_FEED_FORMATS } from '#src/urls.ts';
import { WITHDRAWN_MARK } from '#src/newsroom/withdrawals.ts';
import { paperCard, pictureOfCard, type SocialPicture } from '#src/social-cards/social-picture.ts';
import { breadcrumbNode, type Crumb } from './json-ld/breadcrumb-node.ts';
import type { GraphNode } from './json-ld/graph.ts';
import { organizationNode } from './json-ld/organization-node.ts';
import { pageNode, type PageType } from './json-ld/page-node.ts';
import { webSiteNode } from './json-ld/web-site-node.ts';

/** One language's version of a page. */
export interface Alternate {
  locale: Locale;
  /** `en`, `es-MX`: for `hreflang` and `lang`. */
  languageTag: string;
  href: string;
}

/** Tells a feed reader of a feed (`rel="alternate"`). */
export interface FeedLink {
  type: string;
  title: string;
  href: string;
}

/** The contents of a page's `<head>`. */
export interface Head {
  title: string;
  description: string;
  canonical: string;
  /** The site's address. */
  site: string;
  /** All versions of the page, itself included; empty if there is only one. */
  alternates: readonly Alternate[];
  /** For feed readers; the one nearest to the page first. */
  feeds: readonly FeedLink[];
  openGraph: { type: 'website' | 'article'; siteName: string; locale: string; published?: string; modified?: string };
  /** For other sites, with a full address. */
  picture: Omit<SocialPicture, 'path'> & { url: string };
  /** For pages without content of their own: search, not found. */
  noIndex: boolean;
  /** What search engines are told, as JSON-LD. */
  graph: readonly GraphNode[];
  /** Marks the tombstone of a withdrawn article for programs. */
  mark: typeof WITHDRAWN_MARK | undefined;
}

/** What {@link makeHead} needs to know of a page. */
export interface HeadInput {
  site: Site;
  locale: Locale;
  /** The page's own title; the site's name is added unless it is the front page. */
  title: string;
  description: string;
  /** The page's path. */
  url: string;
  /** The paths of the page in other languages. */
  translations?: readonly { locale: Locale; href: string }[];
  isFront?: boolean;
  noIndex?: boolean;
  isWithdrawn?: boolean;
  /** The feed of what the page lists: its name, and the page that it is beside. */
  feed?: { title: string; page: string } | undefined;
  article?: { published: string; modified?: string | undefined };
  /** What other sites show of it; by default the paper's card. */
  picture?: SocialPicture | undefined;
  /** The pages above it, from below the front page; undefined if it has no place: the front page, what is not found. */
  parents?: readonly Crumb[];
  /** What it is, if it is more than a page; `own` if one of its nodes describes it. */
  pageType?: PageType | 'own';
  /** RFC 3339, of a page that says when it was changed. */
  reviewed?: string;
  mainEntity?: GraphNode | undefined;
  /** What it tells besides. */
  nodes?: readonly GraphNode[];
  /** Of the front page: those of the paper and the edition in full. */
  root?: readonly GraphNode[];
}

/**
 * The head of a page. `hreflang` follows Google's rule that every version lists itself and all others with absolute
 * addresses (developers.google.com/search/docs/specialty/international/localized-versions).
 */
export function makeHead(input: HeadInput): Head {
  const { site, locale, title, description, url, translations = [], article } = input;
  const versions = [{ locale, href: url }, ...translations];
  const alternates = LOCALES.flatMap((language) => {
    const version = versions.find((candidate) => candidate.locale === language);
    if (!version) return [];
    return [{ locale: language, languageTag: LANGUAGE_TAGS[language], href: absoluteUrl(site.url, version.href) }];
  });
  return {
    title: input.isFront ? title : `${title} · ${site.name}`,
    description,
    canonical: absoluteUrl(site.url, url),
    site: site.url,
    alternates: alternates.length > 1 ? alternates : [],
    feeds: feedLinks(input),
    openGraph: {
      type: article ? 'article' : 'website',
      siteName: site.name,
      locale: LANGUAGE_TAGS[locale] === 'en' ? 'en_GB' : 'es_MX',
      ...(article && { published: article.published }),
      ...(article?.modified && { modified: article.modified }),
    },
    picture: socialPicture(input),
    noIndex: input.noIndex ?? false,
    graph: graphOf(input),
    mark: input.isWithdrawn ? WITHDRAWN_MARK : undefined,
  };
}

/** A page's own feed and the paper's, in the format that all readers know; on the front page in all formats. */
function feedLinks({ site, locale, feed, isFront }: HeadInput): FeedLink[] {
  const paper = { title: `${site.name} · ${site.tagline[locale]}`, page: frontUrl(locale) };
  const formats = isFront ? WHOLE_FEED_FORMATS : (['rss'] as const);
  return [...(feed ? [feed] : []), paper].flatMap(({ title, page }) =>
    formats.map((format) => ({ type: FEED_TYPES[format], title, href: pageFeedUrl(page, format) })),
  );
}

function graphOf(input: HeadInput): GraphNode[] {
  const { site, locale, title, description, parents, pageType = 'WebPage', reviewed, mainEntity, nodes = [] } = input;
  const url = absoluteUrl(site.url, input.url);
  const own = { text: title, href: input.url };
  const front = { text: site.name, href: frontUrl(locale) };
  const facts = { site, locale, url, title, description, hasBreadcrumbs: parents !== undefined };
  return [
    ...(input.root ?? [organizationNode(site), webSiteNode(site, locale)]),
    ...(pageType === 'own' ? [] : [pageNode({ ...facts, type: pageType, modified: reviewed, mainEntity })]),
    ...nodes,
    ...(parents ? [breadcrumbNode(site, url, [front, ...parents, own])] : []),
  ];
}

function socialPicture({ site, locale, picture }: HeadInput): Head['picture'] {
  const { path, ...facts } = picture ?? pictureOfCard(paperCard(site, locale));
  return { url: absoluteUrl(site.url, path), ...facts };
}
