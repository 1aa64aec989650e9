import type {
  AdvertiserContentArticle,
  AnalysisNewsArticle,
  BackgroundNewsArticle,
  NewsArticle,
  OpinionNewsArticle,
  ReportageNewsArticle,
  ReviewNewsArticle,
} from 'schema-dts';
import { isoInstant, LANGUAGE_TAGS, typeset } from '#src/i18n/format.ts';
import { modifiedAt } from '#src/newsroom/modified-at.ts';
import type { Article, Author, Category, Place, Tag } from '#src/newsroom/newsroom.ts';
import { searchPictureUrls } from '#src/pictures/renditions.ts';
import type { Genre } from '#src/schemas/article.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, articleUrl } from '#src/urls.ts';
import { safeAddress } from '#src/written-urls.ts';
import { authorNode } from './author-node.ts';
import type { GraphNode } from './graph.ts';
import { organizationId } from './organization-node.ts';
import { placeNode } from './place-node.ts';
import { webSiteId } from './web-site-node.ts';

/** What of an article is told to search engines. */
interface ArticleFacts {
  site: Site;
  article: Article;
  authors: readonly Author[];
  categories: readonly Category[];
  tags: readonly Tag[];
  places: readonly Place[];
  dateline: Place | undefined;
}

/** The types of schema.org that say more than that it is news; a press release has none of its own. */
const TYPES = {
  report: 'ReportageNewsArticle',
  opinion: 'OpinionNewsArticle',
  analysis: 'AnalysisNewsArticle',
  review: 'ReviewNewsArticle',
  background: 'BackgroundNewsArticle',
  'press-release': 'NewsArticle',
} as const satisfies Record<Genre, string>;

const PAID = 'AdvertiserContentArticle';

/** All that an article can be. */
type ArticleThing =
  | AdvertiserContentArticle
  | AnalysisNewsArticle
  | BackgroundNewsArticle
  | NewsArticle
  | OpinionNewsArticle
  | ReportageNewsArticle
  | ReviewNewsArticle;

/**
 * An article as schema.org and Google have it (developers.google.com/search/docs/appearance/structured-data/article). Paid ones are said to be.
 */
export function articleNode(facts: ArticleFacts): Exclude<ArticleThing, string> {
  const { site, article, authors, categories, tags, places, dateline } = facts;
  const { locale, title, description, pubDate, picture, sponsor, corrections, deadLinks, genre } = article;
  const url = absoluteUrl(site.url, articleUrl(article));
  const paper = { '@id': organizationId(site) };
  const shared = {
    '@id': url,
    mainEntityOfPage: url,
    headline: typeset(title),
    description: typeset(description),
    inLanguage: LANGUAGE_TAGS[locale],
    datePublished: isoInstant(pubDate),
    dateModified: isoInstant(modifiedAt(article)),
    author: authors.map((author) => authorNode(site, locale, author)) as { '@id': string }[],
    publisher: paper,
    isPartOf: { '@id': webSiteId(site, locale) },
    isAccessibleForFree: true,
    license: site.licence.url,
    articleSection: categories.map((category) => typeset(category.title[locale])),
    ...(tags.length > 0 && { keywords: tags.map((tag) => typeset(tag.title[locale])) }),
    ...(places.length > 0 && {
      contentLocation: places.map((place) => placeNode(locale, place)) as { '@id': string }[],
    }),
    ...(picture && { image: searchPictureUrls(picture).map((path) => absoluteUrl(site.url, path)) }),
    ...(corrections.length > 0 && {
      correction: corrections.map(({ date, text }) => ({
        '@type': 'CorrectionComment' as const,
        text: typeset(text),
        datePublished: isoInstant(date),
      })),
    }),
  };
  if (!sponsor)
    return {
      '@type': genre === undefined ? 'NewsArticle' : TYPES[genre],
      ...shared,
      ...(dateline && { dateline: typeset(dateline.name[locale]) }),
    };
  const address = deadLinks?.includes(sponsor.url) ? undefined : safeAddress(sponsor.url);
  return {
    '@type': PAID,
    ...shared,
    sponsor: { '@type': 'Organization', name: typeset(sponsor.name), ...(address !== undefined && { url: address }) },
  };
}

/** The same with the number of words, which is known when the body is rendered. */
export function withWordCount(nodes: readonly GraphNode[], words: number): GraphNode[] {
  return nodes.map((node) => (ARTICLE_TYPES.has(node['@type']) ? { ...node, wordCount: words } : node));
}

/** The types of an article's node. */
export const ARTICLE_TYPES: ReadonlySet<string> = new Set(['NewsArticle', PAID, ...Object.values(TYPES)]);
