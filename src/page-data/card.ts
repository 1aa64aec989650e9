import { formatDate, isoInstant, typeset } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Article, Category, PictureSource } from '#src/newsroom/newsroom.ts';
import { articleUrl } from '#src/urls.ts';
import type { Link, ShownDate } from './link.ts';
import { sectionLink } from './names.ts';

/** A picture as a page shows it. */
export interface ShownPicture {
  image: PictureSource;
  alt: string;
  caption?: string | undefined;
  credit: string;
}

/** A story as lists show it. */
export interface Card {
  href: string;
  headline: string;
  standfirst: string;
  section: Link;
  date: ShownDate;
  /** “22 Nov, 18:40”: for the front page, which is made anew each day. */
  moment: string;
  picture?: ShownPicture | undefined;
  /** “Sponsored”, where somebody paid for the story. */
  sponsorLabel?: string | undefined;
}

const cards = new WeakMap<Article, Card>();

/** A story's card; made once, since a story stands in a dozen lists. @param section the story's own */
export function cardOf(section: Category, article: Article): Card {
  const known = cards.get(article);
  if (known) return known;
  const { locale } = article;
  const card: Card = {
    href: articleUrl(article),
    headline: typeset(article.title),
    standfirst: typeset(article.description),
    section: sectionLink(locale, section),
    date: { iso: isoInstant(article.pubDate), text: formatDate(locale, article.pubDate, 'short') },
    moment: `${formatDate(locale, article.pubDate, 'day')}, ${formatDate(locale, article.pubDate, 'time')}`,
    picture: shownPicture(article),
    sponsorLabel: article.sponsor && translator(locale)('sponsored'),
  };
  cards.set(article, card);
  return card;
}

/** A story's picture with its texts set, where it has one. */
export function shownPicture(article: Pick<Article, 'picture'>): ShownPicture | undefined {
  const { picture } = article;
  if (!picture) return undefined;
  const { src: image, alt, caption, credit } = picture;
  return { image, alt, caption: caption && typeset(caption), credit };
}
