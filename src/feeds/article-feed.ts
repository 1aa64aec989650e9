import { genreLabel } from '#src/i18n/genre-label.ts';
import { translator } from '#src/i18n/translate.ts';
import { typeset } from '#src/i18n/format.ts';
import { articleId } from '#src/newsroom/article-id.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { authorAddress } from '#src/newsroom/list-addresses.ts';
import { modifiedAt } from '#src/newsroom/modified-at.ts';
import type { Article, Author, Category, Place, Tag } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, articleUrl, listUrl, pageFeedUrl, type FeedFormat } from '#src/urls.ts';
import { articleHtml } from '#src/syndication/article-html.ts';
import { feedOf, feedPicture, tagUri } from './feed-of.ts';
import { withinLimits, type Feed, type FeedItem } from './feed.ts';

/** Everything a feed of articles is made from, besides their bodies. */
export interface ArticleFeedSources {
  site: Site;
  locale: Locale;
  format: FeedFormat;
  /** The path of the page that shows the same. */
  page: string;
  title: string;
  description: string;
  /** Newest first. */
  articles: readonly Article[];
  /** The id of each: {@link articleId}. */
  ids: readonly string[];
  /** What the articles name. */
  authors: readonly Author[];
  categories: readonly Category[];
  tags: readonly Tag[];
  places: readonly Place[];
}

/** What a feed of some articles is made from. */
export function articleFeedSources(
  edition: Edition,
  about: Pick<ArticleFeedSources, 'format' | 'page' | 'title' | 'description'>,
  articles: readonly Article[],
): ArticleFeedSources {
  const { locale, site } = edition;
  return {
    site,
    locale,
    ...about,
    articles,
    ids: articles.map((article) => articleId(edition, article)),
    authors: namedBy(edition.author, articles, (article) => article.authors),
    categories: namedBy(edition.category, articles, (article) => article.categories),
    tags: namedBy(edition.tag, articles, (article) => article.tags),
    places: namedBy(edition.place, articles, ({ dateline }) => (dateline ? [dateline] : [])),
  };
}

function namedBy<Thing>(
  things: ReadonlyMap<string, Thing>,
  articles: readonly Article[],
  idsOf: (article: Article) => readonly string[],
): Thing[] {
  return [...new Set(articles.flatMap(idsOf))].flatMap((id) => things.get(id) ?? []);
}

/**
 * A feed of articles, mapped field by field: front matter is never spread into an item.
 * @param readBody the Markdown of an article's body; asked only if the format has whole texts
 */
export function articleFeed(sources: ArticleFeedSources, readBody: (article: Article) => string): Feed {
  const { site, locale, format, page, title, description, articles } = sources;
  const items = articles.map((article, index) =>
    articleItem(sources, article, sources.ids[index] ?? article.id, format === 'short' ? undefined : readBody),
  );
  const self = pageFeedUrl(page, format);
  return feedOf({ site, locale, title, description, page, self }, withinLimits(items));
}

function articleItem(
  { site, locale, ...named }: ArticleFeedSources,
  article: Article,
  id: string,
  readBody: ((article: Article) => string) | undefined,
): FeedItem {
  const t = translator(locale);
  const { sponsor, picture, pubDate } = article;
  const labels = [genreLabel(locale, article.genre), sponsor && t('sponsoredBy', { name: sponsor.name })];
  const authors = chosen(named.authors, article.authors);
  const dateline = named.places.find((place) => place.id === article.dateline);
  return {
    id: tagUri(site, id),
    url: absoluteUrl(site.url, articleUrl(article)),
    title: typeset(article.title),
    summary: typeset([...labels.flatMap((label) => (label ? [`${label}.`] : [])), article.description].join(' ')),
    // An article may have no more than its headline and standfirst.
    html: readBody && (articleHtml({ site, article, dateline, readBody }) || undefined),
    published: pubDate,
    modified: modifiedAt(article),
    authors: authors.map((author) => ({
      name: author.name[locale],
      url: absoluteUrl(site.url, listUrl(authorAddress({ locale }, author))),
    })),
    categories: [...chosen(named.categories, article.categories), ...chosen(named.tags, article.tags)].map(
      ({ title }) => title[locale],
    ),
    picture: picture && feedPicture(site, picture),
  };
}

/** The things with some ids, in the ids' order. */
function chosen<Thing extends { id: string }>(things: readonly Thing[], ids: readonly string[]): Thing[] {
  return ids.flatMap((id) => things.find((thing) => thing.id === id) ?? []);
}
