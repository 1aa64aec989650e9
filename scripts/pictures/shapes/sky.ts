/** Light and weather. */
import type { Ink } from '../palette.ts';
import type { Random } from '../../shared/random.ts';
import { disc, fill, line, polar, polygon, repeat, smooth, stroke } from '../svg.ts';
import type { Outline, Point, Svg } from '../svg.ts';

/** Wedges of light fanning from a point between two bearings. */
export function rays(
  x: number,
  y: number,
  reach: number,
  from: number,
  to: number,
  count: number,
  share = 0.5,
): Outline {
  const step = (to - from) / count;
  return Array.from({ length: count }, (_, i) => {
    const start = from + i * step;
    return polygon([[x, y], polar(x, y, reach, start), polar(x, y, reach, start + step * share)]);
  }).join('');
}

/** A fair-weather cloud: heaped on top, flat below; `x` is its middle and `y` its foot. */
export function cloud(random: Random, x: number, y: number, w: number): Outline {
  const profile: readonly Point[] = [
    [-0.5, 0],
    [-0.34, -0.08],
    [-0.16, -0.17],
    [0.1, -0.19],
    [0.3, -0.1],
    [0.42, -0.05],
    [0.5, 0],
  ];
  const points = profile.map(([across, up]): Point => [x + across * w, y + up * w * random.between(0.9, 1.15)]);
  const [start = [x, y] as Point, ...rest] = points;
  const heaps = rest.map(([toX, toY], i) => {
    const [fromX, fromY] = points[i] ?? start;
    const radius = Math.hypot(toX - fromX, toY - fromY) * random.between(0.52, 0.6);
    return `A${radius.toFixed(1)} ${radius.toFixed(1)} 0 0 1 ${toX.toFixed(1)} ${toY.toFixed(1)}`;
  });
  return `M${start[0].toFixed(1)} ${start[1].toFixed(1)}${heaps.join('')}Z`;
}

/** Stars over a region, a few of them large. */
export function stars(random: Random, w: number, h: number, count: number, ink: Ink): Svg {
  return repeat(count, () =>
    disc(random.between(0, w), random.between(0, h), random.chance(0.15) ? 4 : random.between(1.4, 2.6), ink),
  );
}

/** Slanting rain over the sheet. */
export function rain(random: Random, count: number, ink: Ink, slant = 0.28): Svg {
  return repeat(count, () => {
    const from: Point = [random.between(-100, 1750), random.between(-80, 860)];
    const length = random.between(50, 150);
    return line(from, [from[0] - length * slant, from[1] + length], ink, random.between(2, 4));
  });
}

/** A wisp of steam or smoke rising from the origin. */
export function steam(rise: number, sway: number, ink: Ink, weight: number): Svg {
  return stroke(
    `M0 0C${sway} ${-rise * 0.25} ${-sway} ${-rise * 0.5} 0 ${-rise * 0.7}S${sway * 0.7} ${-rise * 0.9} ${sway * 0.2} ${-rise}`,
    ink,
    weight,
  );
}

/** Full bands of mist: a long rounded lens. */
export function mist(x: number, y: number, w: number, h: number): Outline {
  return smooth([
    [x - w / 2, y],
    [x - w * 0.2, y - h * 0.5],
    [x + w * 0.25, y - h * 0.35],
    [x + w / 2, y],
    [x + w * 0.15, y + h * 0.4],
    [x - w * 0.25, y + h * 0.5],
  ]);
}

/** Fills outlines with light. */
export function glow(outline: Outline, ink: Ink, opacity: number): Svg {
  return `<g opacity="${opacity}">${fill(outline, ink)}</g>`;
}
