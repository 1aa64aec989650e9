import sharp, { type Sharp } from 'sharp';
import type { PictureSize } from '#src/picture-urls.ts';
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
  const cropped = await cropPicture(original, size);
  return (
    size.format === 'jpeg' ? cropped.jpeg({ quality: JPEG_QUALITY }) : cropped.webp({ quality: WEBP_QUALITY })
  ).toBuffer();
}

/** A picture in a size, to be written in any format. */
export async function cropPicture(original: Buffer | string, size: Omit<PictureSize, 'format'>): Promise<Sharp> {
  const { width, height } = size;
  // Of a file with a damaged part, browsers show the rest; cameras write such files too. A paper must not wait for one picture.
  const upright = sharp(original, { failOn: 'none' }).autoOrient();
  return (await aroundFocus(upright, size)).resize({ width, height, fit: 'cover' });
}

/** The part of a picture around its focus that has the shape of a rendition. */
async function aroundFocus(picture: Sharp, { width, height, focus }: Omit<PictureSize, 'format'>): Promise<Sharp> {
  if (!focus) return picture;
  const { autoOrient } = await picture.metadata();
  return picture.extract(cropBox(autoOrient, width / height, focus));
}
