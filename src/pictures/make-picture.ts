import sharp from 'sharp';
import type { PictureSize } from '#src/urls.ts';

/** Looks the same as the usual 80, at half the size. */
const WEBP_QUALITY = 60;
/** Higher, because other sites compress these again. */
const JPEG_QUALITY = 80;

/**
 * Makes a rendition of a picture, cropped around its middle. The camera's metadata (place, owner, time) is dropped.
 * @param original the picture's file
 */
export function makePicture(original: Buffer | string, { width, height, format }: PictureSize): Promise<Buffer> {
  // Of a file with a damaged part, browsers show the rest; cameras write such files too. A paper must not wait for one picture.
  const cropped = sharp(original, { failOn: 'none' }).autoOrient().resize({ width, height, fit: 'cover' });
  return (
    format === 'jpeg' ? cropped.jpeg({ quality: JPEG_QUALITY }) : cropped.webp({ quality: WEBP_QUALITY })
  ).toBuffer();
}
