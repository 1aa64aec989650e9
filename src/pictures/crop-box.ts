import { MIDDLE, type Focus } from '#src/schemas/focus.ts';

interface Size {
  width: number;
  height: number;
}

/** A part of a picture, in its pixels. */
export interface CropBox extends Size {
  left: number;
  top: number;
}

/**
 * The largest part of a picture that has a shape, with the focus as near to its middle as the picture's edges allow.
 * @param shape width to height
 */
export function cropBox({ width, height }: Size, shape: number, focus: Focus = MIDDLE): CropBox {
  const part = {
    width: Math.max(1, Math.min(width, Math.round(height * shape))),
    height: Math.max(1, Math.min(height, Math.round(width / shape))),
  };
  return { ...part, left: start(width, part.width, focus.x), top: start(height, part.height, focus.y) };
}

function start(whole: number, part: number, percent: number): number {
  const wanted = Math.round((whole * percent) / 100 - part / 2);
  return Math.max(0, Math.min(whole - part, wanted));
}
