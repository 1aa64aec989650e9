import { calendarMonth, formatMoment, isoInstant, joinNames, LANGUAGE_TAGS, typeset } from '#src/i18n/format.ts';
import { genreLabel } from '#src/i18n/genre-label.ts';
import { translator, type MessageKey } from '#src/i18n/translate.ts';
import { isOld, placesOf, type Edition } from '#src/newsroom/edition.ts';
import { isBeforeText } from '#src/newsroom/corrections.ts';
import { datelineText } from '#src/newsroom/dateline.ts';
import { placeAddress } from '#src/newsroom/list-addresses.ts';
import { modifiedAt } from '#src/newsroom/modified-at.ts';
import type { Article, Author, Category, Place, Tag } from '#src/newsroom/newsroom.ts';
import { positionOf, relatedArticles, neighbourFingerprints } from '#src/newsroom/related.ts';
import { pictureSet, type PictureSet } from '#src/pictures/renditions.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { articleNode } from '#src/seo/json-ld/article-node.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { shareUrls } from '#src/outside-urls.ts';
import { absoluteUrl, articleUrl, listUrl, localeParam, placeMapUrl, segment } from '#src/urls.ts';
import { safeAddress } from '#src/written-urls.ts';
import { cardOf, shownPicture, type Card, type ShownPicture } from './card.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import type { Link } from './link.ts';
import { authorLinks, categoryLink, mainCategory, named, tagLinks } from './names.ts';
import { groupPages, type PageGroup } from './page-group.ts';
import { shownInstant, type ShownDate } from './shown-date.ts';
import { articlePicture } from './social-pictures.ts';
import { staticPath, type StaticPath } from './static-path.ts';
import type { Translation } from './translation.ts';

/** A place as an article shows it: a link to its list, and a small map. */
export interface ShownPlace extends Link {
  map: { src: string; alt: string };
}

/** What an article's page shows, except its body, which is rendered from `body` with the page. */
export interface ArticlePage {
  head: Head;
  chrome: PageChrome;
  category: Link;
  categoryId: string;
  /** “Opinion”, unless it is a report. */
  genre: string | undefined;
  headline: string;
  standfirst: string;
  /** “By ” and the names, each a link, with the text between them. */
  byline: readonly (string | Link)[];
  published: ShownDate;
  updated: ShownDate | undefined;
  /** “This story is from 2025”, if it is old. */
  age: string | undefined;
  picture: ShownPicture | undefined;
  sponsor: { label: string; url: string | undefined } | undefined;
  /** Retractions and corrections are shown before the text; clarifications and updates after it. */
  corrections: readonly { kind: string; date: ShownDate; text: string; beforeText: boolean }[];
  places: readonly ShownPlace[];
  tags: readonly Link[];
  sources: readonly { text: string; href: string | undefined }[];
  share: ReturnType<typeof shareUrls>;
  translations: readonly (Translation & { text: string; languageTag: string })[];
  previous: Link | undefined;
  next: Link | undefined;
  related: readonly Card[];
  /** What the body is rendered from. */
  body: {
    file: string;
    digest: string;
    dateline: string | undefined;
    /** Its pictures, by the path written in it. */
    pictures: readonly (PictureSet & { path: string })[];
    deadLinks: readonly string[] | undefined;
  };
}

/** The widths, in pixels, of a body's pictures; the text column has 672 CSS pixels. */
const BODY_WIDTHS = [480, 800, 1200];

type ArticlePath = StaticPath<{ locale: string | undefined; articles: string; slug: string }, { page: ArticlePage }>;

/** Everything an article's page is made from. */
interface ArticleSources {
  site: Site;
  chrome: PageChrome;
  article: Article;
  isOld: boolean;
  /** Young enough for a social card of its own. */
  isRecent: boolean;
  /** The first is the main one. */
  categories: readonly Category[];
  authors: readonly Author[];
  tags: readonly Tag[];
  places: readonly Place[];
  dateline: Place | undefined;
  /** The article in the other editions. */
  translations: readonly Article[];
  /** The articles before and after it in its category. */
  previous: Article | undefined;
  next: Article | undefined;
  related: readonly Article[];
  /** The main category of each related article. */
  relatedCategories: readonly Category[];
}

/** With 100,000 articles a group has some 25; one edit then has a few hundred articles compared, in some 100 groups. */
const ARTICLE_GROUPS = 4096;

/** The pages of an edition's articles. */
export function articleGroups(edition: Edition): PageGroup<ArticlePath>[] {
  const neighbours = neighbourFingerprints(edition);
  return groupPages(edition, edition.articles, {
    groups: ARTICLE_GROUPS,
    nameOf: ({ id }) => id,
    countOf: () => 1,
    fingerprint: (article, index) => articleFingerprint(edition, article, neighbours[index]),
    pathsFor: (articles) => articles.map((article) => articlePath(edition, article)),
  });
}

/** Changes with everything in {@link articleSources} that is not the same for the whole edition. */
function articleFingerprint(edition: Edition, article: Article, neighbours: string | undefined): string {
  const age = `${isOld(edition, article) ? 'old ' : ''}${isRecent(edition, article) ? 'recent ' : ''}`;
  const own = `${article.digest} ${age}${neighbours}`;
  if (!article.translationKey) return own;
  const translations = edition.translationsOf(article).map(({ digest }) => digest);
  return `${own} ${translations.join()}`;
}

function articlePath(edition: Edition, article: Article): ArticlePath {
  const { locale } = edition;
  return staticPath(
    { locale: localeParam(locale), articles: segment(locale, 'articles'), slug: article.slug },
    articleSources(edition, article),
    articleProps,
  );
}

function articleProps(sources: ArticleSources) {
  return { page: articlePage(sources) };
}

/** Whether an article is young enough for a social card of its own. */
const isRecent = ({ cardsSince }: Edition, { pubDate }: Article) => pubDate >= cardsSince;

/** What an article's page is made from. */
export function articleSources(edition: Edition, article: Article): ArticleSources {
  const category = mainCategory(edition, article);
  const inCategory = edition.byCategory.get(category.id) ?? [];
  const at = positionOf(inCategory, article);
  const related = relatedArticles(edition, article, edition.site.lists.relatedArticles);
  return {
    site: edition.site,
    chrome: chromeOf(edition),
    article,
    isOld: isOld(edition, article),
    isRecent: isRecent(edition, article),
    categories: article.categories.map((id) => named(edition.category, id, article)),
    authors: article.authors.map((id) => named(edition.author, id, article)),
    tags: article.tags.map((id) => named(edition.tag, id, article)),
    places: placesOf(article).map((id) => named(edition.place, id, article)),
    dateline: article.dateline ? named(edition.place, article.dateline, article) : undefined,
    translations: edition.translationsOf(article),
    // Within its category only, so that one new article changes one old page.
    previous: inCategory[at + 1],
    next: inCategory[at - 1],
    related,
    relatedCategories: related.map((other) => mainCategory(edition, other)),
  };
}

/** What an article's page shows. */
export function articlePage(sources: ArticleSources): ArticlePage {
  const { site, chrome, article, categories } = sources;
  const [category] = categories;
  if (!category) throw new Error(`${article.file} has no category`);
  const { locale } = chrome;
  const t = translator(locale);
  const url = articleUrl(article);
  const headline = typeset(article.title);
  const picture = shownPicture(article);
  const translations = sources.translations.map((other) => ({
    locale: other.locale,
    languageTag: LANGUAGE_TAGS[other.locale],
    text: t('readInOtherLanguage'),
    href: articleUrl(other),
  }));
  const { updatedDate } = article;
  const modified = modifiedAt(article);
  const isModified = modified > article.pubDate;
  const unlessDead = (address: string) => (article.deadLinks?.includes(address) ? undefined : safeAddress(address));

  return {
    head: makeHead({
      site,
      locale,
      title: headline,
      description: typeset(article.description),
      url,
      translations,
      article: { published: isoInstant(article.pubDate), modified: isModified ? isoInstant(modified) : undefined },
      picture: articlePicture({ site, article, category, authors: sources.authors }, sources.isRecent),
      pageType: 'own',
      parents: [categoryLink(locale, category)],
      nodes: [articleNode(sources)],
    }),
    chrome,
    category: categoryLink(locale, category),
    categoryId: category.id,
    genre: genreLabel(locale, article.genre),
    headline,
    standfirst: typeset(article.description),
    byline: byline(locale, authorLinks(locale, sources.authors)),
    published: shownMoment(locale, article.pubDate),
    updated: updatedDate && shownMoment(locale, updatedDate),
    age: sources.isOld ? t('oldStory', { year: calendarMonth(article.pubDate).year }) : undefined,
    picture,
    sponsor: article.sponsor && {
      label: typeset(t('sponsoredBy', { name: article.sponsor.name })),
      url: unlessDead(article.sponsor.url),
    },
    corrections: article.corrections.map(({ kind, date, text }) => ({
      kind: t(kind satisfies MessageKey),
      date: shownInstant(locale, date, 'long'),
      text: typeset(text),
      beforeText: isBeforeText({ kind }),
    })),
    places: sources.places.map((place) => ({
      text: typeset(place.name[locale]),
      href: listUrl(placeAddress({ locale }, place)),
      map: { src: placeMapUrl(place.id), alt: typeset(t('mapOf', { name: place.name[locale] })) },
    })),
    tags: tagLinks(locale, sources.tags),
    sources: article.sources.map(({ title, url: source }) => ({ text: typeset(title), href: unlessDead(source) })),
    share: shareUrls(headline, absoluteUrl(site.url, url)),
    translations,
    previous: articleLink(sources.previous),
    next: articleLink(sources.next),
    related: sources.related.map((other, index) => cardOf(sources.relatedCategories[index] ?? category, other)),
    body: {
      file: article.file,
      digest: article.bodyDigest,
      dateline: datelineText(locale, sources.dateline),
      pictures: article.bodyPictures.map(({ path, image }) => ({ path, ...pictureSet(image, BODY_WIDTHS) })),
      deadLinks: article.deadLinks,
    },
  };
}

/** The byline in the language's own form, split at the names so that each can be a link. */
function byline(locale: Locale, authors: readonly Link[]): (string | Link)[] {
  const names = authors.map(({ text }) => text);
  const text = translator(locale)('by', { names: joinNames(locale, names) });
  let at = translator(locale)('by', { names: '\0' }).indexOf('\0');
  const opening = text.slice(0, at);
  return [
    opening,
    ...authors.flatMap((author): (string | Link)[] => {
      const start = text.indexOf(author.text, at);
      const between = text.slice(at, start);
      at = start + author.text.length;
      return [between, author];
    }),
  ].filter((part) => part !== '');
}

function articleLink(article: Article | undefined): Link | undefined {
  return article && { text: typeset(article.title), href: articleUrl(article) };
}

function shownMoment(locale: Locale, instant: Date): ShownDate {
  return { ...shownInstant(locale, instant, 'long'), text: formatMoment(locale, instant, 'long') };
}
