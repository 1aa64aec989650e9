import type { PictureFile } from '#src/newsroom/newsroom.ts';
import { socialPicture } from '#src/pictures/renditions.ts';
import type { Focus } from '#src/schemas/focus.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { CARD_SIZE, cardUrl, type SocialCard } from './social-card.ts';

/** What other sites show of a page (ogp.me). */
export interface SocialPicture {
  /** Its path on this site. */
  path: string;
  /** In pixels. */
  width: number;
  height: number;
  type: 'image/png' | 'image/jpeg';
  alt: string;
}

/** A drawn card. Its words are its description. */
export function pictureOfCard(card: SocialCard): SocialPicture {
  const words = [card.label?.text, card.headline, card.foot].filter(Boolean).join(' · ');
  const type = card.picture ? ('image/jpeg' as const) : ('image/png' as const);
  return { path: cardUrl(card), ...CARD_SIZE, type, alt: words };
}

/** A page's own picture, cropped. */
export function croppedPicture(picture: {
  src: PictureFile | string;
  focus?: Focus | undefined;
  alt: string;
}): SocialPicture {
  const { url, width, height } = socialPicture(picture);
  return { path: url, width, height, type: 'image/jpeg', alt: picture.alt };
}

/** The card of the paper in one language: of every page that has no other. */
export function paperCard({ name, tagline }: Pick<Site, 'name' | 'tagline'>, locale: Locale): SocialCard {
  const shown = {
    paper: name,
    kicker: '',
    label: undefined,
    headline: name,
    foot: tagline[locale],
    picture: undefined,
  };
  return { kind: 'paper', locale, slug: 'front', ...shown };
}
