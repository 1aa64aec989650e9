import { describe, expect, it } from 'vitest';
import { pictureSet, socialPictureUrl } from '#src/pictures/renditions.ts';
import { parsePictureUrl, pictureUrl } from '#src/picture-urls.ts';
import { makePicture } from '../../factories.ts';

const WIDE = 16 / 9;
const at = (size: string) => `/_pictures/reef.0123456789abcdef.${size}.webp`;

describe('the sizes of a picture', () => {
  it('are the widths asked for, all of one shape', () => {
    expect(pictureSet(makePicture(), [480, 800, 1600], WIDE)).toEqual({
      src: at('1600x900'),
      srcset: `${at('480x270')} 480w, ${at('800x450')} 800w, ${at('1600x900')} 1600w`,
      width: 1600,
      height: 900,
    });
  });

  it('end with the picture’s own width if it is smaller than the widest', () => {
    const small = makePicture({ width: 1000, height: 900 });
    expect(pictureSet(small, [480, 800, 1200], WIDE)).toMatchObject({
      srcset: `${at('480x270')} 480w, ${at('800x450')} 800w, ${at('1000x563')} 1000w`,
      width: 1000,
      height: 563,
    });
  });

  it('never blow a picture up in its height', () => {
    const strip = makePicture({ width: 1600, height: 270 });
    expect(pictureSet(strip, [480, 800], WIDE)).toEqual({
      src: at('480x270'),
      srcset: undefined,
      width: 480,
      height: 270,
    });
  });

  it('are one if the picture is smaller than all', () => {
    const tiny = makePicture({ width: 90, height: 60 });
    expect(pictureSet(tiny, [480, 800])).toEqual({ src: at('90x60'), srcset: undefined, width: 90, height: 60 });
    expect(pictureSet(makePicture({ width: 1, height: 1 }), [480], 4 / 3)).toMatchObject({ width: 1, height: 1 });
  });

  it('keep the picture’s own shape if none is asked for', () => {
    const tall = makePicture({ width: 900, height: 1600 });
    expect(pictureSet(tall, [450])).toMatchObject({ src: at('450x800'), width: 450, height: 800 });
  });

  it('have another address for each focus, since they are other files', () => {
    const { src, srcset } = pictureSet(makePicture(), [480, 800], 4 / 3, { x: 30, y: 0 });
    expect(src).toBe('/_pictures/reef.0123456789abcdef.800x600.30-0.webp');
    expect(srcset).toContain('.480x360.30-0.webp 480w');
    expect(socialPictureUrl({ src: makePicture(), focus: { x: 5, y: 100 } })).toBe(
      '/_pictures/reef.0123456789abcdef.1200x630.5-100.jpeg',
    );
  });

  it('are not known of a picture whose file was not read', () => {
    expect(() => pictureSet('/pictures/reef.webp', [480])).toThrow(
      '/pictures/reef.webp: the picture’s file has not been read, though a page shows it',
    );
  });
});

describe('the picture for other sites', () => {
  it('is cut to 1200 by 630 as a JPEG', () => {
    expect(socialPictureUrl({ src: makePicture() })).toBe('/_pictures/reef.0123456789abcdef.1200x630.jpeg');
  });

  it('is as large as the file allows', () => {
    expect(socialPictureUrl({ src: makePicture({ width: 600, height: 600 }) })).toContain('.600x315.jpeg');
    expect(socialPictureUrl({ src: makePicture({ width: 3000, height: 315 }) })).toContain('.600x315.jpeg');
  });
});

describe('the address of a picture', () => {
  const size = { width: 480, height: 270, format: 'webp' } as const;

  it('says what the file is made from', () => {
    const digest = 'fedcba9876543210';
    expect(parsePictureUrl(pictureUrl(makePicture({ digest }), size))).toEqual({ digest, ...size });
    const focused = { ...size, focus: { x: 0, y: 100 } };
    expect(parsePictureUrl(pictureUrl(makePicture({ digest }), focused))).toEqual({ digest, ...focused });
  });

  it('is of one form, whatever the file is called', () => {
    const url = pictureUrl(makePicture({ file: 'articles/en/2026/Reef_at.dawn.final.JPG' }), size);
    expect(url).toBe('/_pictures/Reef_at-dawn-final.0123456789abcdef.480x270.webp');
    expect(parsePictureUrl(url)).toMatchObject({ digest: '0123456789abcdef' });
  });

  it.each(['/_pictures/../secret.0123456789abcdef.1x1.webp', '/_pictures/reef.webp', '/pictures/reef.webp', '/'])(
    'is not %s',
    (address) => expect(parsePictureUrl(address)).toBeUndefined(),
  );
});
