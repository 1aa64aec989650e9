import type { PictureFile, PictureSource } from '#src/newsroom/newsroom.ts';
import { pictureUrl } from '#src/urls.ts';

/** The attributes of an `<img>`. */
export interface PictureSet {
  src: string;
  /** undefined if there is only one size. */
  srcset: string | undefined;
  /** Of the largest rendition, in pixels. */
  width: number;
  height: number;
}

/**
 * The renditions of a picture: each width that the file can fill, cropped around the middle to one shape.
 * @param widths in pixels, the smallest first
 * @param ratio width to height; by default the picture's own
 * @throws Error if the picture's file has not been read
 */
export function pictureSet(source: PictureSource, widths: readonly number[], ratio?: number): PictureSet {
  const picture = readPicture(source);
  const shape = ratio ?? picture.width / picture.height;
  // Never enlarged: sizes that the picture cannot fill in both directions are left out.
  const widest = Math.max(1, Math.min(picture.width, Math.floor(picture.height * shape)));
  const fitting = widths.filter((width) => width <= widest);
  const largest = fitting.length === widths.length ? (fitting.at(-1) ?? widest) : widest;
  const shown = [...new Set([...fitting, largest])].map((width) => ({
    width,
    height: Math.max(1, Math.round(width / shape)),
    url: '',
  }));
  for (const size of shown) size.url = pictureUrl(picture, { width: size.width, height: size.height, format: 'webp' });
  const last = shown.at(-1);
  if (!last) throw new Error(`${picture.file}: no size to show it in`);
  return {
    src: last.url,
    srcset: shown.length > 1 ? shown.map(({ url, width }) => `${url} ${width}w`).join(', ') : undefined,
    width: last.width,
    height: last.height,
  };
}

/**
 * The rendition for social cards, which are cropped to 1.91:1 and 1200 pixels wide; JPEG, because not all sites read WebP
 * (ogp.me, developers.facebook.com/docs/sharing/webmasters/images).
 */
export function socialPictureUrl(source: PictureSource): string {
  const picture = readPicture(source);
  const width = Math.max(1, Math.min(1200, picture.width, Math.floor((picture.height * 1200) / 630)));
  return pictureUrl(picture, { width, height: Math.max(1, Math.round((width * 630) / 1200)), format: 'jpeg' });
}

function readPicture(source: PictureSource): PictureFile {
  if (typeof source !== 'string') return source;
  throw new Error(`${source}: the picture’s file has not been read, though a page shows it`);
}
