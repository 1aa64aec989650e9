import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makePicture } from '#src/pictures/make-picture.ts';

/** A red picture, 80 by 40, as a camera held upright would write it: turned, with the place in it. */
const photograph = await sharp({ create: { width: 80, height: 40, channels: 3, background: 'red' } })
  .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '20/1 37/1 0/1' } })
  .withMetadata({ orientation: 6 })
  .jpeg()
  .toBuffer();

describe('a picture made for readers', () => {
  it('has the size and the format asked for', async () => {
    for (const format of ['webp', 'jpeg'] as const) {
      const made = await sharp(await makePicture(photograph, { width: 20, height: 30, format })).metadata();
      expect(made).toMatchObject({ width: 20, height: 30, format });
    }
  });

  it('is upright and does not say where it was taken', async () => {
    expect((await sharp(photograph).metadata()).exif).toBeDefined();
    const made = await sharp(await makePicture(photograph, { width: 40, height: 80, format: 'jpeg' })).metadata();
    expect(made.exif).toBeUndefined();
    expect(made.orientation).toBeUndefined();
  });

  it('is made of what can be read if a part of its file is damaged', async () => {
    const noise = await sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        background: 'red',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();
    const damaged = Buffer.from(noise);
    damaged.fill(0xff, noise.length >> 1, (noise.length >> 1) + 400);
    await expect(sharp(damaged).webp().toBuffer()).rejects.toThrow();
    const made = await sharp(await makePicture(damaged, { width: 20, height: 30, format: 'webp' })).metadata();
    expect(made).toMatchObject({ width: 20, height: 30 });
  });

  it('keeps its focus in sight where it is cropped', async () => {
    // Upright it is 40 by 80: its head is the first ten pixels, which the middle does not have.
    const head = { create: { width: 80, height: 40, channels: 3, background: 'blue' } } as const;
    const body = await sharp({ create: { width: 70, height: 40, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const portrait = await sharp(head)
      .composite([{ input: body, left: 10, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const isBlueAtTop = async (focus?: { x: number; y: number }) => {
      const made = await makePicture(portrait, { width: 40, height: 20, format: 'webp', focus });
      const [red = 0, , blue = 0] = await sharp(made).removeAlpha().raw().toBuffer();
      return blue > red;
    };
    expect(await isBlueAtTop()).toBe(false);
    expect(await isBlueAtTop({ x: 50, y: 0 })).toBe(true);
    expect(await isBlueAtTop({ x: 50, y: 100 })).toBe(false);
  });

  it('is the same bytes each time', async () => {
    const size = { width: 20, height: 30, format: 'webp' } as const;
    expect(await makePicture(photograph, size)).toEqual(await makePicture(photograph, size));
  });
});
