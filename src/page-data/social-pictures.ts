/** What other sites show of a page: its own card, its picture, or the card of its section or the paper. */
import { capitalised } from '#src/i18n/capitalised.ts';
import type { Occurrence } from '#src/events/occurrences.ts';
import { formatDate, joinNames, typeset } from '#src/i18n/format.ts';
import { genreLabel } from '#src/i18n/genre-label.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Article, Author, Category, Event, Place } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { isSayable } from '#src/social-cards/drawable-text.ts';
import type { SocialCard } from '#src/social-cards/social-card.ts';
import { croppedPicture, paperCard, pictureOfCard, type SocialPicture } from '#src/social-cards/social-picture.ts';
import type { CardAddress } from '#src/picture-urls.ts';
import { shownPicture, type ShownPicture } from './card.ts';
import { mainCategory, named } from './names.ts';
import { shownRepeats, shownWhen, stateOf } from './shown-event.ts';

/** What the card of an article is made from. */
export interface ArticleCardSources {
  site: Site;
  article: Article;
  /** Its main one. */
  category: Category;
  authors: readonly Author[];
}

/** What the card of an event is made from. */
export interface EventCardSources {
  site: Site;
  event: Event;
  place: Place;
  /** Its next date, or its last one if it is over. */
  date: Occurrence | undefined;
}

/**
 * Of an article. One that says what it is (paid for, opinion) has a card though it has a picture: a picture alone cannot say it.
 * @param isRecent young enough for a card of its own
 */
export function articlePicture(sources: ArticleCardSources, isRecent: boolean): SocialPicture {
  const { site, article, category } = sources;
  if (isRecent) {
    const card = articleCard(sources);
    if (isDrawn(site, card)) return pictureOfCard(card);
  }
  const picture = shownPicture(article);
  if (picture) return cropped(picture);
  return categoryPicture(site, article.locale, category);
}

/** Of an event: one that is over has no card of its own any more. */
export function eventPicture(sources: EventCardSources, isOver: boolean): SocialPicture {
  const { site, event } = sources;
  if (!isOver) {
    const card = eventCard(sources);
    if (isDrawn(site, card)) return pictureOfCard(card);
  }
  const picture = shownPicture(event);
  return picture ? cropped(picture) : pictureOfCard(paperCard(site, event.locale));
}

/** Of a section, and of its old articles without a picture. */
export function categoryPicture(site: Site, locale: Locale, category: Category): SocialPicture {
  const card = categoryCard(site, locale, category);
  const isDrawn = site.socialCards.draw !== 'none' && isSayable(card.headline);
  return pictureOfCard(isDrawn ? card : paperCard(site, locale));
}

function isDrawn({ socialCards }: Site, { picture, label, headline }: SocialCard): boolean {
  // What is paid for, or cancelled, says so even without its headline.
  if (label === undefined && !isSayable(headline)) return false;
  if (socialCards.draw === 'needed') return !picture || label !== undefined;
  return socialCards.draw === 'all';
}

const cropped = ({ image, focus, alt }: ShownPicture) => croppedPicture({ src: image, focus, alt });

function articleCard({ site, article, category, authors }: ArticleCardSources): SocialCard {
  const { locale, slug, title, genre, sponsor, pubDate } = article;
  const t = translator(locale);
  const byline = t('by', {
    names: joinNames(
      locale,
      authors.map(({ name }) => typeset(name[locale])),
    ),
  });
  const genreText = genreLabel(locale, genre);
  return {
    kind: 'article',
    locale,
    slug,
    paper: site.name,
    kicker: typeset(category.title[locale]),
    label: sponsor
      ? { text: typeset(t('sponsoredBy', { name: sponsor.name })), kind: 'warning' }
      : genreText === undefined
        ? undefined
        : { text: genreText, kind: 'genre' },
    headline: typeset(title),
    foot: `${byline} · ${formatDate(locale, pubDate, 'long')}`,
    picture: pictureOf(article),
  };
}

function eventCard({ site, event, place, date }: EventCardSources): SocialCard {
  const { locale, slug, title, status } = event;
  // A series has a state of its own; that of its next date is on its page.
  const state =
    date && (event.repeats ? status !== 'scheduled' : true)
      ? stateOf(locale, { event, occurrence: event.repeats ? { ...date, isCancelled: false } : date })
      : undefined;
  const when = shownRepeats(locale, event) ?? (date && shownWhen(locale, event, date).text);
  return {
    kind: 'event',
    locale,
    slug,
    paper: site.name,
    kicker: translator(locale)('events'),
    label: state && { text: state.label, kind: 'warning' },
    headline: typeset(title),
    foot: capitalised([when, typeset(place.name[locale])].filter(Boolean).join(' · ')),
    picture: pictureOf(event),
  };
}

function categoryCard(site: Site, locale: Locale, { id, title, description }: Category): SocialCard {
  return {
    kind: 'category',
    locale,
    slug: id,
    paper: site.name,
    kicker: translator(locale)('section'),
    label: undefined,
    headline: typeset(title[locale]),
    foot: typeset(description[locale]),
    picture: undefined,
  };
}

function pictureOf({ picture }: Pick<Article | Event, 'picture'>): SocialCard['picture'] {
  if (!picture || typeof picture.src === 'string') return undefined;
  return { digest: picture.src.digest, focus: picture.focus };
}

/**
 * The card at an address that a page of an edition names.
 * @returns undefined if the edition has nothing of that name
 */
export function cardAt(edition: Edition, { kind, slug }: Pick<CardAddress, 'kind' | 'slug'>): SocialCard | undefined {
  const { site, locale, events } = edition;
  if (kind === 'paper') return paperCard(site, locale);
  if (kind === 'category') {
    const category = edition.category.get(slug);
    return category && categoryCard(site, locale, category);
  }
  if (kind === 'article') {
    const article = edition.articles.find((one) => one.slug === slug);
    if (!article) return undefined;
    const authors = article.authors.map((id) => named(edition.author, id, article));
    return articleCard({ site, article, category: mainCategory(edition, article), authors });
  }
  const event = events.all.find((one) => one.slug === slug);
  if (!event) return undefined;
  const [date] = events.coming.get(event.id) ?? [];
  return eventCard({ site, event, place: named(edition.place, event.place, event), date });
}
