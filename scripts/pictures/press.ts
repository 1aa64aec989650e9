/**
 * The press: turns clean flat colour into something printed by hand.
 *
 * Edges wander by about a pixel as if cut with a knife, ink takes unevenly where it is heavy, and
 * the stone paper has a faint tooth. All of it comes from a seed.
 */
import { channels, paper } from './palette.ts';
import { seeded } from '../shared/random.ts';

/** Uncompressed 8-bit RGB pixels. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}
/** A smooth field of values in 0–1 over the picture. */
type Field = (x: number, y: number) => number;

const wander = { reach: 1.5, grain: 34 } as const;
const mottle = { coarse: 150, fine: 3.2, strength: 0.12 } as const;
const tooth = 5;

const latticeSize = 256;

/** Value noise whose features are `grain` pixels wide. */
function noise(seed: string, grain: number): Field {
  const random = seeded(seed);
  const lattice = Float32Array.from({ length: latticeSize * latticeSize }, () => random.next());
  const at = (x: number, y: number): number =>
    lattice[(y & (latticeSize - 1)) * latticeSize + (x & (latticeSize - 1))] ?? 0;
  const ease = (t: number): number => t * t * (3 - 2 * t);
  return (x, y) => {
    const [u, v] = [x / grain, y / grain];
    const [column, row] = [Math.floor(u), Math.floor(v)];
    const [s, t] = [ease(u - column), ease(v - row)];
    const top = at(column, row) * (1 - s) + at(column + 1, row) * s;
    const bottom = at(column, row + 1) * (1 - s) + at(column + 1, row + 1) * s;
    return top * (1 - t) + bottom * t;
  };
}

/** Reads one channel between pixels. */
function between({ data, width, height }: Pixels, x: number, y: number, channel: number): number {
  const left = Math.min(Math.max(Math.floor(x), 0), width - 2);
  const top = Math.min(Math.max(Math.floor(y), 0), height - 2);
  const s = Math.min(Math.max(x - left, 0), 1);
  const t = Math.min(Math.max(y - top, 0), 1);
  const at = (i: number, j: number): number => data[((top + j) * width + left + i) * 3 + channel] ?? 0;
  return (at(0, 0) * (1 - s) + at(1, 0) * s) * (1 - t) + (at(0, 1) * (1 - s) + at(1, 1) * s) * t;
}

/** How much of a pixel's colour is ink and not paper, by its lightness. */
function coverage(red: number, green: number, blue: number): number {
  return Math.max(0, 1 - (red * 0.3 + green * 0.59 + blue * 0.11) / 224);
}

/** Prints clean pixels: wandering edges, mottled ink, toothed paper. */
export function print(clean: Pixels, seed: string): Pixels {
  const { width, height } = clean;
  const [driftX, driftY] = [noise(`${seed}/x`, wander.grain), noise(`${seed}/y`, wander.grain)];
  const [coarse, fine] = [noise(`${seed}/coarse`, mottle.coarse), noise(`${seed}/fine`, mottle.fine)];
  const speck = seeded(`${seed}/tooth`);
  const ground = channels(paper);
  const data = new Uint8Array(clean.data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = x + (driftX(x, y) - 0.5) * 2 * wander.reach;
      const fromY = y + (driftY(x, y) - 0.5) * 2 * wander.reach;
      const colour = [0, 1, 2].map((channel) => between(clean, fromX, fromY, channel));
      const [red = 0, green = 0, blue = 0] = colour;
      const uneven = fine(x, y) ** 2 * (0.4 + coarse(x, y));
      const thin = coverage(red, green, blue) * uneven * mottle.strength;
      const bump = (speck.next() - 0.5) * tooth;
      colour.forEach((value, channel) => {
        data[(y * width + x) * 3 + channel] = Math.min(
          Math.max(Math.round(value + ((ground[channel] ?? 0) - value) * thin + bump), 0),
          255,
        );
      });
    }
  }
  return { data, width, height };
}
