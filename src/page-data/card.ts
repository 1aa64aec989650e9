import { formatMoment, typeset } from '#src/i18n/format.ts';
import { genreLabel } from '#src/i18n/genre-label.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Article, Category, Event, PictureSource } from '#src/newsroom/newsroom.ts';
import type { Focus } from '#src/schemas/focus.ts';
import { articleUrl } from '#src/urls.ts';
import type { Link } from './link.ts';
import { categoryLink } from './names.ts';
import { shownInstant, type ShownDate } from './shown-date.ts';

/** A picture as a page shows it. */
export interface ShownPicture {
  image: PictureSource;
  focus?: Focus | undefined;
  alt: string;
  caption?: string | undefined;
  credit: string;
}

/** An article as lists show it. */
export interface Card {
  href: string;
  headline: string;
  standfirst: string;
  category: Link;
  date: ShownDate;
  /** “22 Nov, 18:40”: for the front page, which is rendered each day. */
  moment: string;
  picture?: ShownPicture | undefined;
  /** “Opinion”: what the article is, unless it is a report. */
  genre?: string | undefined;
  /** “Sponsored”, if somebody paid for the article. */
  sponsorLabel?: string | undefined;
}

const cards = new WeakMap<Article, Card>();

/** An article's card; cached, because an article is in a dozen lists. @param category the article's main category */
export function cardOf(category: Category, article: Article): Card {
  const known = cards.get(article);
  if (known) return known;
  const { locale } = article;
  const card: Card = {
    href: articleUrl(article),
    headline: typeset(article.title),
    standfirst: typeset(article.description),
    category: categoryLink(locale, category),
    date: shownInstant(locale, article.pubDate, 'short'),
    moment: formatMoment(locale, article.pubDate, 'day'),
    picture: shownPicture(article),
    genre: genreLabel(locale, article.genre),
    sponsorLabel: article.sponsor && translator(locale)('sponsored'),
  };
  cards.set(article, card);
  return card;
}

export function shownPicture(article: Pick<Article | Event, 'picture'>): ShownPicture | undefined {
  const { picture } = article;
  if (!picture) return undefined;
  const { src: image, focus, alt, caption, credit } = picture;
  return { image, focus, alt: typeset(alt), caption: caption && typeset(caption), credit: typeset(credit) };
}
