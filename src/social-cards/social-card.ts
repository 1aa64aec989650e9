import { shortDigest } from '#src/keys/digest.ts';
import type { Focus } from '#src/schemas/focus.ts';
import { socialCardUrl, type CardAddress } from '#src/picture-urls.ts';

/** The size that all sites ask for, in pixels (ogp.me, developers.facebook.com/docs/sharing/webmasters/images). */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** All that a drawn card shows: a card with the same is the same picture. */
export interface SocialCard extends Pick<CardAddress, 'kind' | 'locale' | 'slug'> {
  /** The paper's name. */
  paper: string;
  /** Over the headline: the section, or “Events”. */
  kicker: string;
  /** What must not be taken for a report, or for something that takes place: “Opinion”, “Paid for by …”, “Cancelled”. */
  label: { text: string; kind: 'genre' | 'warning' } | undefined;
  headline: string;
  /** Below the headline: byline and date; when and where; what the paper is. */
  foot: string;
  /** By its file's digest. */
  picture: { digest: string; focus: Focus | undefined } | undefined;
}

/** The address of a card. One with a picture is smaller as JPEG, one without as PNG. */
export function cardUrl(card: SocialCard): string {
  const { kind, locale, slug, picture } = card;
  const digest = shortDigest(JSON.stringify(card));
  return socialCardUrl({ kind, locale, slug, digest, format: picture ? 'jpeg' : 'png' });
}
