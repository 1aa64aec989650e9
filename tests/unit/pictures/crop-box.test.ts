import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropBox } from '#src/pictures/crop-box.ts';

const PORTRAIT = { width: 900, height: 1600 };

describe('the part of a picture that is shown', () => {
  it('is in its middle without a focus', () => {
    expect(cropBox(PORTRAIT, 1)).toEqual({ left: 0, top: 350, width: 900, height: 900 });
  });

  it('has the focus in its middle, as far as the picture’s edges allow', () => {
    expect(cropBox(PORTRAIT, 1, { x: 50, y: 40 }).top).toBe(190);
    expect(cropBox(PORTRAIT, 1, { x: 50, y: 10 }).top).toBe(0);
    expect(cropBox({ width: 1600, height: 900 }, 1, { x: 100, y: 0 })).toEqual({
      left: 700,
      top: 0,
      width: 900,
      height: 900,
    });
  });

  it('lies within the picture, is as large as can be and holds the focus, whatever the shapes', () => {
    const pixels = fc.integer({ min: 1, max: 8000 });
    const percent = fc.integer({ min: 0, max: 100 });
    const shape = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(pixels, pixels, shape, percent, percent, (width, height, ratio, x, y) => {
        const box = cropBox({ width, height }, ratio, { x, y });
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(width);
        expect(box.top + box.height).toBeLessThanOrEqual(height);
        expect(box.width === width || box.height === height).toBe(true);
        // A pixel for rounding.
        expect(Math.abs(box.left + box.width / 2 - (width * x) / 100)).toBeLessThanOrEqual(
          Math.max(box.width / 2, 0) + 1,
        );
        expect(Math.abs(box.top + box.height / 2 - (height * y) / 100)).toBeLessThanOrEqual(box.height / 2 + 1);
      }),
    );
  });
});
