/** The drawing vocabulary: outlines (path data) and the marks that fill, stroke and place them. */
import { paper, type Ink } from './palette.ts';
import type { Random } from '../shared/random.ts';

/** The size every picture is composed at, in pixels. */
export const width = 1600;
export const height = 900;

/** A fragment of SVG markup. */
export type Svg = string;
/** Path data: the value of a `d` attribute. */
export type Outline = string;
export type Point = readonly [x: number, y: number];

/** What a scene is given: its seeded chance, and how far the second plate slipped on the press. */
export interface Frame {
  readonly random: Random;
  readonly slip: Point;
}
/** A composition: from a frame to the markup that fills it. */
export type Scene = (frame: Frame) => Svg;

/** A number as SVG text, to a tenth of a pixel. */
function num(value: number): string {
  return String(Math.round(value * 10) / 10);
}

const pair = ([x, y]: Point): string => `${num(x)} ${num(y)}`;

/** Straight edges through the points, closed. */
export function polygon(points: readonly Point[]): Outline {
  return `M${points.map(pair).join('L')}Z`;
}

/** Straight edges through the points, left open. */
export function polyline(points: readonly Point[]): Outline {
  return `M${points.map(pair).join('L')}`;
}

/** The cubic curve of a Catmull–Rom spline through `points`, as path commands after the first point. */
function splineThrough(points: readonly Point[], closed: boolean): string {
  const count = points.length;
  const pick = (i: number): Point => {
    const index = closed ? (i + count) % count : Math.min(Math.max(i, 0), count - 1);
    return points[index] ?? [0, 0];
  };
  const segments = closed ? count : count - 1;
  return Array.from({ length: segments }, (_, i) => {
    const [before, from, to, after] = [pick(i - 1), pick(i), pick(i + 1), pick(i + 2)];
    const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    return `C${pair(first)} ${pair(second)} ${pair(to)}`;
  }).join('');
}

/** A closed curve that passes through every point. */
export function smooth(points: readonly Point[]): Outline {
  return `M${pair(points[0] ?? [0, 0])}${splineThrough(points, true)}Z`;
}

/** An open curve that passes through every point. */
export function curve(points: readonly Point[]): Outline {
  return `M${pair(points[0] ?? [0, 0])}${splineThrough(points, false)}`;
}

/** The area under a curve, down (or up) to a level line. */
export function under(points: readonly Point[], level: number): Outline {
  const first = points[0] ?? [0, 0];
  const last = points.at(-1) ?? first;
  return `${curve(points)}L${pair([last[0], level])}L${pair([first[0], level])}Z`;
}

/** A point on a circle: angle in degrees, 0 to the right, growing clockwise. */
export function polar(x: number, y: number, radius: number, degrees: number): Point {
  const radians = (degrees * Math.PI) / 180;
  return [x + radius * Math.cos(radians), y + radius * Math.sin(radians)];
}

/** The outline of a circle, or of an upright ellipse. */
export function round(x: number, y: number, rx: number, ry = rx): Outline {
  const half = `${num(rx)} ${num(ry)} 0 1 0`;
  return `M${num(x - rx)} ${num(y)}a${half} ${num(rx * 2)} 0a${half} ${num(-rx * 2)} 0Z`;
}

/** Fills one or more outlines with an ink. */
export function fill(outline: Outline, ink: Ink): Svg {
  return `<path d="${outline}" fill="${ink}"/>`;
}

/** Draws along an outline with a round-ended line. */
export function stroke(outline: Outline, ink: Ink, weight: number, cap: 'round' | 'butt' = 'round'): Svg {
  return `<path d="${outline}" fill="none" stroke="${ink}" stroke-width="${num(weight)}" stroke-linecap="${cap}" stroke-linejoin="round"/>`;
}

/** A straight line. */
export function line(from: Point, to: Point, ink: Ink, weight: number): Svg {
  return stroke(`M${pair(from)}L${pair(to)}`, ink, weight);
}

/** An upright rectangle. */
export function box(x: number, y: number, w: number, h: number, ink: Ink, radius = 0): Svg {
  const corner = radius > 0 ? ` rx="${num(radius)}"` : '';
  return `<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}"${corner} fill="${ink}"/>`;
}

/** The whole sheet in one ink. */
export function flood(ink: Ink): Svg {
  return box(0, 0, width, height, ink);
}

/** A filled circle. */
export function disc(x: number, y: number, radius: number, ink: Ink): Svg {
  return `<circle cx="${num(x)}" cy="${num(y)}" r="${num(radius)}" fill="${ink}"/>`;
}

/** A circle drawn as a line. */
export function ring(x: number, y: number, radius: number, ink: Ink, weight: number): Svg {
  return `<circle cx="${num(x)}" cy="${num(y)}" r="${num(radius)}" fill="none" stroke="${ink}" stroke-width="${num(weight)}"/>`;
}

/** A filled ellipse, turned by `degrees`. */
export function oval(x: number, y: number, rx: number, ry: number, ink: Ink, degrees = 0): Svg {
  const turn = degrees === 0 ? '' : ` transform="rotate(${num(degrees)} ${num(x)} ${num(y)})"`;
  return `<ellipse cx="${num(x)}" cy="${num(y)}" rx="${num(rx)}" ry="${num(ry)}" fill="${ink}"${turn}/>`;
}

interface Placing {
  readonly scale?: number;
  readonly turn?: number;
  readonly flip?: boolean;
}

/** Moves a shape drawn around (0, 0) to where the scene wants it. */
export function place(x: number, y: number, body: Svg, placing: Placing = {}): Svg {
  const { scale = 1, turn = 0, flip = false } = placing;
  const across = flip ? -scale : scale;
  return `<g transform="translate(${num(x)} ${num(y)}) rotate(${num(turn)}) scale(${across} ${scale})">${body}</g>`;
}

/** Lays a shape drawn from above down on ground seen at a slant. */
export function foreshorten(x: number, y: number, body: Svg, share: number): Svg {
  return `<g transform="translate(${num(x)} ${num(y)}) scale(1 ${share})">${body}</g>`;
}

/** Shows a body only inside an outline. The id must be the picture's own. */
export function clip(id: string, outline: Outline, body: Svg): Svg {
  return `<clipPath id="${id}"><path d="${outline}"/></clipPath><g clip-path="url(#${id})">${body}</g>`;
}

/** Prints a body transparently over what is already there. */
export function multiply(body: Svg, opacity = 1): Svg {
  return `<g style="mix-blend-mode:multiply" opacity="${opacity}">${body}</g>`;
}

/** A transparent printing from the second plate, which sits slightly off register. */
export function overprint({ slip }: Frame, body: Svg, opacity = 1): Svg {
  return `<g style="mix-blend-mode:multiply" opacity="${opacity}" transform="translate(${num(slip[0])} ${num(slip[1])})">${body}</g>`;
}

/** A shape knocked out of the plates below and printed a hair off, so that a sliver of paper shows. */
export function knockout({ slip }: Frame, outline: Outline, ink: Ink, gap: Ink = paper): Svg {
  const shifted = `<g transform="translate(${num(slip[0])} ${num(slip[1])})">${fill(outline, ink)}</g>`;
  return fill(outline, gap) + shifted;
}

/** Joins `count` marks; `t` runs from 0 to 1 across them. */
export function repeat(count: number, mark: (i: number, t: number) => Svg): Svg {
  return Array.from({ length: count }, (_, i) => mark(i, count > 1 ? i / (count - 1) : 0)).join('');
}

/** `count` points; `t` runs from 0 to 1 across them. */
export function sample(count: number, point: (t: number, i: number) => Point): Point[] {
  return Array.from({ length: count }, (_, i) => point(count > 1 ? i / (count - 1) : 0, i));
}

/** A whole document of the given size around a body. */
export function sheet(body: Svg, w = width, h = height): Svg {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">${body}</svg>\n`;
}
