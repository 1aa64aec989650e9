import { formatDate, isoInstant, joinNames, LANGUAGE_TAGS, typeset } from '#src/i18n/format.ts';
import { translator, type MessageKey } from '#src/i18n/translate.ts';
import { placesOf, type Edition } from '#src/newsroom/edition.ts';
import { placeAddress } from '#src/newsroom/list-addresses.ts';
import { modifiedAt } from '#src/newsroom/modified-at.ts';
import type { Article, Author, Category, Place, Tag } from '#src/newsroom/newsroom.ts';
import { positionOf, relatedArticles, surroundings } from '#src/newsroom/related.ts';
import { pictureSet, type PictureSet } from '#src/pictures/renditions.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, articleUrl, listUrl, localeParam, placeMapUrl, segment, shareUrls } from '#src/urls.ts';
import { cardOf, shownPicture, type Card, type ShownPicture } from './card.ts';
import { frameOf, type Frame } from './frame.ts';
import type { Link, ShownDate } from './link.ts';
import { gather, type PageGroup } from './page-group.ts';
import { staticPath, type StaticPath } from './static-path.ts';
import { authorLinks, named, sectionLink, sectionOf, tagLinks } from './names.ts';

/** A place as a story shows it: its list, and a small map. */
export interface ShownPlace extends Link {
  map: { src: string; alt: string };
}

/** Everything a story's page shows, but its body, which is rendered from `body` when the page is made. */
export interface ArticlePage {
  head: Head;
  frame: Frame;
  section: Link;
  sectionId: string;
  headline: string;
  standfirst: string;
  /** “By ” and the names, each a link, with what stands between them. */
  byline: readonly (string | Link)[];
  published: ShownDate;
  updated: ShownDate | undefined;
  picture: ShownPicture | undefined;
  sponsor: { label: string; url: string } | undefined;
  /** A retraction or correction stands before the text; clarifications and updates after it. */
  corrections: readonly { kind: string; date: ShownDate; text: string; beforeText: boolean }[];
  places: readonly ShownPlace[];
  tags: readonly Link[];
  sources: readonly Link[];
  share: ReturnType<typeof shareUrls>;
  translations: readonly (Link & { locale: Locale; languageTag: string })[];
  previous: Link | undefined;
  next: Link | undefined;
  sectionName: string;
  related: readonly Card[];
  /** What the body is rendered from. */
  body: {
    file: string;
    digest: string;
    dateline: string | undefined;
    /** Its pictures by the path written in it. */
    pictures: readonly (PictureSet & { path: string })[];
  };
}

/** The widths, in pixels, in which a body's pictures are made; the text column has 672 CSS pixels. */
const BODY_WIDTHS = [480, 800, 1200];

/** A story's page: the route's parameters, and what the page shows. */
export type ArticlePath = StaticPath<
  { locale: string | undefined; articles: string; slug: string },
  { page: ArticlePage }
>;

/** Everything a story's page is made from. */
export interface ArticleSources {
  site: Site;
  frame: Frame;
  article: Article;
  section: Category;
  authors: readonly Author[];
  tags: readonly Tag[];
  places: readonly Place[];
  dateline: Place | undefined;
  /** The story in the other editions. */
  translations: readonly Article[];
  /** The stories before and after it in its section. */
  previous: Article | undefined;
  next: Article | undefined;
  related: readonly Article[];
  /** The section of each. */
  relatedSections: readonly Category[];
}

/** An archive of 100,000 stories has some 25 in each: one edit has a few hundred stories looked at, of some 100 groups. */
const STORY_GROUPS = 4096;

/** The pages of all stories of an edition. A story's group follows from its file's name. */
export function articleGroups(edition: Edition): PageGroup<ArticlePath>[] {
  const around = surroundings(edition);
  return gather(edition, edition.articles, {
    groups: STORY_GROUPS,
    nameOf: ({ id }) => id,
    countOf: () => 1,
    told: (article, at) => toldStory(edition, article, around[at]),
    pathsFor: (articles) => articles.map((article) => articlePath(edition, article)),
  });
}

/** Tells all of {@link articleSources} that is not the same for the whole edition. */
function toldStory(edition: Edition, article: Article, around: string | undefined): string {
  if (!article.translationKey) return `${article.digest} ${around}`;
  const translations = edition.translationsOf(article).map(({ digest }) => digest);
  return `${article.digest} ${translations.join()} ${around}`;
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

/** Gathers what a story's page is made from. */
export function articleSources(edition: Edition, article: Article): ArticleSources {
  const section = sectionOf(edition, article);
  const inSection = edition.byCategory.get(section.id) ?? [];
  const at = positionOf(inSection, article);
  const related = relatedArticles(edition, article, edition.site.lists.relatedStories);
  return {
    site: edition.site,
    frame: frameOf(edition),
    article,
    section,
    authors: article.authors.map((id) => named(edition.author, id, article)),
    tags: article.tags.map((id) => named(edition.tag, id, article)),
    places: placesOf(article).map((id) => named(edition.place, id, article)),
    dateline: article.dateline ? named(edition.place, article.dateline, article) : undefined,
    translations: edition.translationsOf(article),
    // Of its section alone, so that one new story changes one old page.
    previous: inSection[at + 1],
    next: inSection[at - 1],
    related,
    relatedSections: related.map((other) => sectionOf(edition, other)),
  };
}

/** What one story's page shows. */
export function articlePage(sources: ArticleSources): ArticlePage {
  const { site, frame, article, section } = sources;
  const { locale } = frame;
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
  const isChanged = modified > article.pubDate;

  return {
    head: makeHead({
      site,
      locale,
      title: headline,
      description: typeset(article.description),
      url,
      translations: translations.map((other) => ({ locale: other.locale, url: other.href })),
      article: { published: isoInstant(article.pubDate), modified: isChanged ? isoInstant(modified) : undefined },
      picture: picture && { image: picture.image, alt: picture.alt },
    }),
    frame,
    section: sectionLink(locale, section),
    sectionId: section.id,
    sectionName: section.title[locale],
    headline,
    standfirst: typeset(article.description),
    byline: byline(locale, authorLinks(locale, sources.authors)),
    published: shownInstant(locale, article.pubDate),
    updated: updatedDate && shownInstant(locale, updatedDate),
    picture,
    sponsor: article.sponsor && {
      label: t('sponsoredBy', { name: article.sponsor.name }),
      url: article.sponsor.url,
    },
    corrections: article.corrections.map(({ kind, date, text }) => ({
      kind: t(kind satisfies MessageKey),
      date: { iso: isoInstant(date), text: formatDate(locale, date, 'long') },
      text: typeset(text),
      beforeText: kind === 'retraction' || kind === 'correction',
    })),
    places: sources.places.map((place) => ({
      text: place.name[locale],
      href: listUrl(placeAddress({ locale }, place)),
      map: { src: placeMapUrl(place.id), alt: t('mapOf', { name: place.name[locale] }) },
    })),
    tags: tagLinks(locale, sources.tags),
    sources: article.sources.map(({ title, url: href }) => ({ text: typeset(title), href })),
    share: shareUrls(headline, absoluteUrl(site.url, url)),
    translations,
    previous: storyLink(sources.previous),
    next: storyLink(sources.next),
    related: sources.related.map((other, index) => cardOf(sources.relatedSections[index] ?? section, other)),
    body: {
      file: article.file,
      digest: article.bodyDigest,
      dateline: sources.dateline?.name[locale].toLocaleUpperCase(LANGUAGE_TAGS[locale]),
      pictures: article.bodyPictures.map(({ path, image }) => ({ path, ...pictureSet(image, BODY_WIDTHS) })),
    },
  };
}

/** The byline as the language puts it, cut at the names so that each can be a link. */
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

function storyLink(article: Article | undefined): Link | undefined {
  return article && { text: typeset(article.title), href: articleUrl(article) };
}

function shownInstant(locale: Locale, instant: Date): ShownDate {
  return {
    iso: isoInstant(instant),
    text: `${formatDate(locale, instant, 'long')}, ${formatDate(locale, instant, 'time')}`,
  };
}
