import sharp, { type Sharp } from 'sharp';
import type { PictureSize } from '#src/urls.ts';
import { cropBox } from './crop-box.ts';

/** Looks the same as the usual 80, at half the size. */
const WEBP_QUALITY = 60;
/** Higher, because other sites compress these again. */
const JPEG_QUALITY = 80;

/**
 * Makes a rendition of a picture, cropped around its focus, or its middle. The camera's metadata (place, owner, time) is dropped.
 * @param original the picture's file
 */
export async function makePicture(original: Buffer | string, size: PictureSize): Promise<Buffer> {
  const { width, height, format } = size;
  // Of a file with a damaged part, browsers show the rest; cameras write such files too. A paper must not wait for one picture.
  const upright = sharp(original, { failOn: 'none' }).autoOrient();
  const cropped = (await aroundFocus(upright, size)).resize({ width, height, fit: 'cover' });
  return (
    format === 'jpeg' ? cropped.jpeg({ quality: JPEG_QUALITY }) : cropped.webp({ quality: WEBP_QUALITY })
  ).toBuffer();
}

/** The part of a picture around its focus that has the shape of a rendition. */
async function aroundFocus(picture: Sharp, { width, height, focus }: PictureSize): Promise<Sharp> {
  if (!focus) return picture;
  const { autoOrient } = await picture.metadata();
  return picture.extract(cropBox(autoOrient, width / height, focus));
}
