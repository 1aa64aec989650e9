import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { framesIn } from '#src/reading/frames-in.ts';

const picture = sharp({ create: { width: 4, height: 4, channels: 3, background: '#7fb3a8' } });

/** A chunk of a PNG; nobody here looks at its checksum. */
function chunk(name: string, data: readonly number[]): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length);
  bytes.write(name, 4);
  bytes.set(data, 8);
  return bytes;
}

describe('the frames of a picture', () => {
  it('are one in a picture that stands still', async () => {
    expect(framesIn(await picture.png().toBuffer(), 'png')).toBe(1);
    expect(framesIn(await picture.avif().toBuffer(), 'avif')).toBe(1);
    expect(framesIn(await picture.jpeg().toBuffer(), 'jpeg')).toBe(1);
  });

  it('are counted in an animated PNG, and known of in a sequence of AVIF', async () => {
    const png = await picture.png().toBuffer();
    // After the signature and the first chunk, the header.
    const animated = Buffer.concat([png.subarray(0, 33), chunk('acTL', [0, 0, 0, 7, 0, 0, 0, 0]), png.subarray(33)]);
    expect(framesIn(animated, 'png')).toBe(7);
    const avif = await picture.avif().toBuffer();
    avif.write('avis', 8);
    expect(framesIn(avif, 'avif')).toBe(2);
  });

  it('are not read from what only looks so in the pixels', async () => {
    const png = await picture.png().toBuffer();
    expect(framesIn(Buffer.concat([png, Buffer.from('acTL\0\0\0\u0007')]), 'png')).toBe(1);
  });
});
