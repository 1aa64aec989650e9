/**
 * The inks of the paper's illustrations and the arithmetic of printing them.
 *
 * A picture uses the stone paper and two or three of these inks. Anything else it shows is one of
 * them printed thinner (`tint`) or two of them printed on top of each other (`overlap`), which is
 * what keeps thirty pictures looking like the work of one press.
 */

/** A solid colour as `#rrggbb`. */
export type Ink = `#${string}`;

/** Warm limestone: the sheet every picture is printed on. */
export const paper: Ink = '#e9e0d0';
/** Dry beach sand: the paper's own shade, for ground that is not ink. */
export const sand: Ink = '#d6c3a0';
/** Reef water at noon: the paper's main colour. */
export const sea: Ink = '#1f6f78';
/** The drop-off beyond the reef, and night. */
export const deep: Ink = '#0f3d4a';
/** Bougainvillea: the rare accent; where it is, the eye goes. */
export const bougainvillea: Ink = '#b3275f';
/** Obsidian: the key plate, for silhouettes and shadow. */
export const obsidian: Ink = '#1b1a1f';
/** Low sun, lamplight, fruit and honey. */
export const ochre: Ink = '#d9a441';
/** Forest leaf in shade. */
export const leaf: Ink = '#4c6b3c';

type Channels = readonly [red: number, green: number, blue: number];

/** The red, green and blue of an ink, 0–255. */
export function channels(ink: Ink): Channels {
  const value = Number.parseInt(ink.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function toInk(values: readonly number[]): Ink {
  const hex = values.map((value) => Math.round(value).toString(16).padStart(2, '0'));
  return `#${hex.join('')}`;
}

/** An ink diluted over a ground: 1 is the solid ink, 0 the bare ground. */
export function tint(ink: Ink, strength: number, ground: Ink = paper): Ink {
  const from = channels(ground);
  return toInk(channels(ink).map((value, i) => (from[i] ?? 0) + (value - (from[i] ?? 0)) * strength));
}

/** What the eye sees where two transparent inks overlap. */
export function overlap(first: Ink, second: Ink): Ink {
  const under = channels(first);
  return toInk(channels(second).map((value, i) => (value * (under[i] ?? 0)) / 255));
}

/** Ochre printed twice: dry weed, wood, clay and thatch. */
export const clay: Ink = overlap(ochre, ochre);
/** Bougainvillea printed over ochre: chilli, tomato and watermelon. */
export const chilli: Ink = overlap(bougainvillea, tint(ochre, 0.8));
/** Clay printed over leaf-shadow: wet weed and bark. */
export const bark: Ink = overlap(clay, tint(obsidian, 0.45));
