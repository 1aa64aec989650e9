/** From a composed SVG to the bytes of the file the site serves. */
import sharp from 'sharp';
import { print } from './press.ts';
import type { Svg } from './svg.ts';

/** No picture may weigh more than this many bytes. */
export const heaviest = 128_000;
/** WebP qualities from best to plainest; the first that is light enough is used. */
const qualities = [90, 86, 82, 78, 74, 70, 65, 60, 55, 50] as const;

/** Rasterises a picture, runs it through the press, and compresses it as WebP. */
export async function toWebp(svg: Svg, seed: string): Promise<Buffer> {
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const printed = print({ data, width: info.width, height: info.height }, seed);
  const raw = { width: info.width, height: info.height, channels: 3 } as const;
  let bytes = Buffer.alloc(0);
  for (const quality of qualities) {
    bytes = await sharp(printed.data, { raw }).webp({ quality, effort: 5, smartSubsample: true }).toBuffer();
    if (bytes.length <= heaviest) break;
  }
  return bytes;
}

/** Rasterises a mark as PNG, without the press: icons stay crisp. */
export async function toPng(svg: Svg): Promise<Buffer> {
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true, effort: 10 }).toBuffer();
}
