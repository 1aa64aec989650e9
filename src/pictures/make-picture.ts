import sharp from 'sharp';
import type { PictureSize } from '#src/urls.ts';

/** Good enough that nobody sees the difference, at half the weight of the usual 80. */
const WEBP_QUALITY = 60;
/** For other sites, which compress it once more. */
const JPEG_QUALITY = 80;

/**
 * Makes a picture in one size, cut from the middle. What a camera wrote into the file (place, owner, time) is left out.
 * @param original the picture's file
 */
export function makePicture(original: Buffer | string, { width, height, format }: PictureSize): Promise<Buffer> {
  const cut = sharp(original).autoOrient().resize({ width, height, fit: 'cover' });
  return (format === 'jpeg' ? cut.jpeg({ quality: JPEG_QUALITY }) : cut.webp({ quality: WEBP_QUALITY })).toBuffer();
}
