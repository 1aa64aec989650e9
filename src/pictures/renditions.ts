import type { PictureFile, PictureSource } from '#src/newsroom/newsroom.ts';
import type { Focus } from '#src/schemas/focus.ts';
import { pictureUrl, type PictureSize } from '#src/picture-urls.ts';

/** A picture with what must stay in sight wherever it is cropped: one argument, so that no caller forgets the second part. */
export interface FocusedPicture {
  src: PictureSource;
  focus?: Focus | undefined;
}

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
 * The renditions of a picture: each width that the file can fill, cropped to one shape.
 * @param widths in pixels, the smallest first
 * @param ratio width to height; by default the picture's own
 * @param focus what it is cropped around; by default its middle
 * @param format WebP for the site; JPEG for mail programs
 * @throws Error if the picture's file has not been read
 */
export function pictureSet(
  source: PictureSource,
  widths: readonly number[],
  ratio?: number,
  focus?: Focus,
  format: PictureSize['format'] = 'webp',
): PictureSet {
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
  for (const size of shown) size.url = pictureUrl(picture, { width: size.width, height: size.height, format, focus });
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
export function socialPicture({ src, focus }: FocusedPicture): PictureSize & { url: string } {
  const picture = readPicture(src);
  const width = Math.max(1, Math.min(1200, picture.width, Math.floor((picture.height * 1200) / 630)));
  const size: PictureSize = { width, height: Math.max(1, Math.round((width * 630) / 1200)), format: 'jpeg', focus };
  return { ...size, url: pictureUrl(picture, size) };
}

/** The address of {@link socialPicture}. */
export const socialPictureUrl = (picture: FocusedPicture): string => socialPicture(picture).url;

/**
 * The renditions for search engines: 16:9, 4:3 and square (developers.google.com/search/docs/appearance/structured-data/article). The
 * first is one that pages show of most pictures, and wide enough for the largest previews; of the others the shape matters.
 */
export function searchPictureUrls({ src, focus }: FocusedPicture): string[] {
  const picture = readPicture(src);
  return SEARCH_SHAPES.map(({ ratio, widest }) => {
    const width = Math.max(1, Math.min(widest, picture.width, Math.floor(picture.height * ratio)));
    return pictureUrl(picture, { width, height: Math.max(1, Math.round(width / ratio)), format: 'webp', focus });
  });
}

const SEARCH_SHAPES = [
  { ratio: 16 / 9, widest: 1200 },
  { ratio: 4 / 3, widest: 800 },
  { ratio: 1, widest: 600 },
];

function readPicture(source: PictureSource): PictureFile {
  if (typeof source !== 'string') return source;
  throw new Error(`${source}: the picture’s file has not been read, though a page shows it`);
}
