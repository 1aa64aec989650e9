/** The addresses of pictures: each holds everything that determines its file’s bytes. Those of pages are in `urls.ts`. */
import type { Focus } from './schemas/focus.ts';
import type { HasSlug } from './urls.ts';

/** A rendition of a picture. */
export interface PictureSize {
  /** In pixels. */
  width: number;
  height: number;
  format: 'webp' | 'jpeg';
  /** What it is cropped around; its middle if there is none. */
  focus?: Focus | undefined;
}

/** The folder of all renditions. */
export const PICTURE_FOLDER = '/_pictures/';

/**
 * A picture's rendition. The address holds everything that determines the file's content, so browsers may cache it for ever
 * and a build need not make it twice.
 */
export function pictureUrl({ file, digest }: { file: string; digest: string }, size: PictureSize): string {
  const stem = file.slice(file.lastIndexOf('/') + 1, file.lastIndexOf('.')).replace(/\./g, '-');
  const focus = size.focus ? `.${size.focus.x}-${size.focus.y}` : '';
  return `${PICTURE_FOLDER}${stem}.${digest}.${size.width}x${size.height}${focus}.${size.format}`;
}

const PICTURE_ADDRESS = /^\/_pictures\/[\w-]+\.([0-9a-f]{16})\.(\d+)x(\d+)(?:\.(\d+)-(\d+))?\.(webp|jpeg)$/;

/** The reverse of {@link pictureUrl}; undefined for any other address. */
export function parsePictureUrl(address: string): (PictureSize & { digest: string }) | undefined {
  const [, digest, width, height, x, y, format] = PICTURE_ADDRESS.exec(address) ?? [];
  if (!digest) return undefined;
  return {
    digest,
    width: Number(width),
    height: Number(height),
    format: format as PictureSize['format'],
    ...(x !== undefined && { focus: { x: Number(x), y: Number(y) } }),
  };
}

/** What a card for other sites is about. */
export interface CardAddress extends HasSlug {
  /** The slug of a section is its id; that of the paper `front`. */
  kind: 'article' | 'event' | 'category' | 'paper';
  /** Of all that it shows. */
  digest: string;
  format: 'png' | 'jpeg';
}

/** A drawn card, among the pictures: a card that shows anything else has another address. */
export const socialCardUrl = ({ locale, kind, slug, digest, format }: CardAddress) =>
  `${PICTURE_FOLDER}card.${locale}.${kind}.${slug}.${digest}.${format}`;

const CARD_ADDRESS = /^\/_pictures\/card\.(en|es)\.(article|event|category|paper)\.([\w-]+)\.([\w-]{22})\.(png|jpeg)$/;

/** The reverse of {@link socialCardUrl}; undefined for any other address. */
export function parseSocialCardUrl(address: string): CardAddress | undefined {
  const [, locale, kind, slug, digest, format] = CARD_ADDRESS.exec(address) ?? [];
  if (digest === undefined) return undefined;
  return { locale, kind, slug, digest, format } as CardAddress;
}
