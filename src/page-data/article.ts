import { formatDate, isoInstant, joinNames, LANGUAGE_TAGS, typeset } from '#src/i18n/format.ts';
import { translator, type MessageKey } from '#src/i18n/translate.ts';
import { placesOf, type Edition } from '#src/newsroom/edition.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { positionOf, relatedArticles } from '#src/newsroom/related.ts';
import { pictureSet, type PictureSet } from '#src/pictures/renditions.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { placeAddress } from '#src/seo/list-versions.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { absoluteUrl, articleUrl, listUrl, localeParam, placeMapUrl, segment, shareUrls } from '#src/urls.ts';
import { cardOf, shownPicture, type Card, type ShownPicture } from './card.ts';
import { frameOf, type Frame } from './frame.ts';
import type { Link, ShownDate } from './link.ts';
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

/** The pages of all stories of an edition. */
export function articlePaths(edition: Edition): ArticlePath[] {
  const { locale } = edition;
  return edition.articles.map((article) =>
    staticPath({ locale: localeParam(locale), articles: segment(locale, 'articles'), slug: article.slug }, () => ({
      page: articlePage(edition, article),
    })),
  );
}

/** What one story's page shows. */
export function articlePage(edition: Edition, article: Article): ArticlePage {
  const { locale, site } = edition;
  const t = translator(locale);
  const section = sectionOf(edition, article);
  const authors = authorLinks(edition, article);
  const url = articleUrl(article);
  const headline = typeset(article.title);
  const picture = shownPicture(article);
  const translations = edition.translationsOf(article).map((other) => ({
    locale: other.locale,
    languageTag: LANGUAGE_TAGS[other.locale],
    text: t('readInOtherLanguage'),
    href: articleUrl(other),
  }));
  const updatedDate = article.updatedDate;
  const places = placesOf(article).map((id) => named(edition.place, id, article));
  const dateline = article.dateline && named(edition.place, article.dateline, article).name[locale];

  return {
    head: makeHead({
      site,
      locale,
      title: headline,
      description: typeset(article.description),
      url,
      translations: translations.map((other) => ({ locale: other.locale, url: other.href })),
      article: { published: isoInstant(article.pubDate), modified: updatedDate && isoInstant(updatedDate) },
      picture: picture && { image: picture.image, alt: picture.alt },
    }),
    frame: frameOf(edition),
    section: sectionLink(edition, article),
    sectionId: section.id,
    sectionName: section.title[locale],
    headline,
    standfirst: typeset(article.description),
    byline: byline(locale, authors),
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
    places: places.map((place) => ({
      text: place.name[locale],
      href: listUrl(placeAddress(edition, place)),
      map: { src: placeMapUrl(place.id), alt: t('mapOf', { name: place.name[locale] }) },
    })),
    tags: tagLinks(edition, article),
    sources: article.sources.map(({ title, url: href }) => ({ text: typeset(title), href })),
    share: shareUrls(headline, absoluteUrl(site.url, url)),
    translations,
    ...neighbours(edition, article, section.id),
    related: relatedArticles(edition, article, site.lists.relatedStories).map((other) => cardOf(edition, other)),
    body: {
      file: article.file,
      digest: article.bodyDigest,
      dateline: dateline?.toLocaleUpperCase(LANGUAGE_TAGS[locale]),
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

/** The stories before and after this one in its section, so that one new story changes one old page. */
function neighbours(edition: Edition, article: Article, sectionId: string) {
  const articles = edition.byCategory.get(sectionId) ?? [];
  const at = positionOf(articles, article);
  const link = (other: Article | undefined): Link | undefined =>
    other && { text: typeset(other.title), href: articleUrl(other) };
  return { previous: link(articles[at + 1]), next: link(articles[at - 1]) };
}

function shownInstant(locale: Locale, instant: Date): ShownDate {
  return {
    iso: isoInstant(instant),
    text: `${formatDate(locale, instant, 'long')}, ${formatDate(locale, instant, 'time')}`,
  };
}
