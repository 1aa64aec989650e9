import sharp from 'sharp';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7fb3a8' } });

/** A good picture. */
export const GOOD_WEBP = await plain(40, 20).webp().toBuffer();

export const PNG = await plain(40, 20).png().toBuffer();

/** Four frames, each of another colour: of the same one there would be one frame. */
const frames = await Promise.all(
  ['#000', '#500', '#a00', '#f00'].map((background) =>
    sharp({ create: { width: 40, height: 20, channels: 3, background } })
      .png()
      .toBuffer(),
  ),
);
export const ANIMATED_WEBP = await sharp(frames, { join: { animated: true } })
  .webp({ delay: [100, 100, 100, 100] })
  .toBuffer();

/** Wider than any page needs, though its file is small. */
export const WIDE_PNG = await plain(12_001, 2).png().toBuffer();
