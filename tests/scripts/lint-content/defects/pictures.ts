import sharp from 'sharp';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7fb3a8' } });

/** A good picture. */
export const GOOD_WEBP = await plain(40, 20).webp().toBuffer();

export const PNG = await plain(40, 20).png().toBuffer();

/** Wider than any page needs, though its file is small. */
export const WIDE_PNG = await plain(12_001, 2).png().toBuffer();
