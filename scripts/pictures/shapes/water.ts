/** Water, and the life fixed to its floor. */
import type { Ink } from '../palette.ts';
import type { Random } from '../../shared/random.ts';
import { curve, disc, fill, line, oval, place, polar, polygon, repeat, ring, sample, smooth, stroke } from '../svg.ts';
import type { Outline, Point, Svg } from '../svg.ts';

/** A swell from left to right, for use with `curve` or `under`. */
export function swell(y: number, rise: number, length: number, phase = 0, from = -60, to = 1660): Point[] {
  const count = Math.ceil((to - from) / (length / 4)) + 1;
  return sample(count, (t): Point => {
    const x = from + (to - from) * t;
    return [x, y + rise * Math.sin((x / length) * 2 * Math.PI + phase)];
  });
}

interface Patch {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Horizontal dashes of light on water, longer and heavier toward the viewer. */
export function glints(random: Random, { x, y, w, h }: Patch, count: number, ink: Ink, longest = 90): Svg {
  return repeat(count, () => {
    const depth = random.next();
    const at: Point = [x + random.next() * w, y + depth * h];
    const half = longest * (0.2 + 0.8 * depth) * random.between(0.3, 0.55);
    return fill(sliver(at, half, 1.5 + 4 * depth), ink);
  });
}

/** A lens-shaped dash. */
function sliver([x, y]: Point, half: number, thick: number): Outline {
  return `M${(x - half).toFixed(1)} ${y.toFixed(1)}q${half.toFixed(1)} ${(-thick).toFixed(1)} ${(half * 2).toFixed(1)} 0q${(-half).toFixed(1)} ${thick.toFixed(1)} ${(-half * 2).toFixed(1)} 0Z`;
}

/** Rings spreading from a point on still water. */
export function ripples(x: number, y: number, count: number, first: number, ink: Ink, weight = 4): Svg {
  return repeat(count, (i) => {
    const radius = first * (1 + i * 0.85);
    return place(
      x,
      y,
      `<ellipse rx="${radius.toFixed(1)}" ry="${(radius * 0.26).toFixed(1)}" fill="none" stroke="${ink}" stroke-width="${(weight * (1 - i / (count + 2))).toFixed(1)}"/>`,
    );
  });
}

/** Branching elkhorn coral growing up from the origin. */
export function elkhorn(random: Random, tall: number, ink: Ink): Svg {
  const grow = (from: Point, degrees: number, length: number, weight: number, left: number): Svg => {
    const to = polar(from[0], from[1], length, degrees);
    const limb = line(from, to, ink, weight);
    if (left === 0) return limb;
    const turns = left === 3 ? [-34, 4, 38] : [-26, 24];
    const rest = turns.map((turn) =>
      grow(to, degrees + turn + random.jitter(9), length * random.between(0.66, 0.82), weight * 0.74, left - 1),
    );
    return limb + rest.join('');
  };
  return grow([0, 0], -90, tall * 0.33, tall * 0.13, 3);
}

/** A sea fan: a net of veins inside a rounded fan, on a short stalk. */
export function seaFan(random: Random, tall: number, ink: Ink): Svg {
  const ribs = repeat(11, (_, t) => {
    const degrees = -150 + t * 120;
    const reach = tall * (0.78 + 0.22 * Math.sin(Math.PI * t)) * random.between(0.94, 1.04);
    const bend = polar(0, -tall * 0.12, reach * 0.5, degrees * 0.75 - 22.5);
    return stroke(curve([[0, 0], [0, -tall * 0.12], bend, polar(0, -tall * 0.12, reach, degrees)]), ink, tall * 0.028);
  });
  const veins = repeat(6, (i) => {
    const radius = tall * (0.28 + i * 0.115);
    return stroke(
      curve(sample(15, (t) => polar(0, -tall * 0.12, radius + random.jitter(tall * 0.012), -148 + t * 116))),
      ink,
      tall * 0.016,
    );
  });
  return ribs + veins + stroke(`M0 ${tall * 0.1}V${-tall * 0.14}`, ink, tall * 0.06);
}

/** A dome of brain coral with its winding grooves. */
export function brainCoral(random: Random, radius: number, body: Ink, groove: Ink): Svg {
  const dome: Outline = `M${-radius} ${radius * 0.3}C${-radius * 1.1} ${-radius * 1.05} ${radius * 1.1} ${-radius * 1.05} ${radius} ${radius * 0.3}Z`;
  const grooves = repeat(7, (i) => {
    const level = -0.58 + i * 0.145;
    const reach = Math.sqrt(1 - Math.min(level * level * 2.2, 0.9)) * 0.78;
    const points = sample(13, (t, k): Point => [
      radius * reach * (t * 2 - 1),
      radius * (level + (k % 2 === 0 ? 0.045 : -0.05) + random.jitter(0.02)),
    ]);
    return stroke(curve(points), groove, radius * 0.045);
  });
  return fill(dome, body) + grooves;
}

/** A cluster of tube sponges, each with its dark mouth. */
export function tubeSponge(random: Random, tall: number, body: Ink, mouth: Ink): Svg {
  return [-0.3, 0.28, -0.02]
    .map((x, i) => {
      const rise = tall * (0.72 + 0.14 * i) * random.between(0.94, 1.04);
      const half = tall * 0.12;
      const lean = x * tall * 0.7;
      const top: Point = [x * tall + lean * 0.4, -rise];
      const outline = polygon([
        [x * tall - half * 0.6, tall * 0.08],
        [top[0] - half, top[1]],
        [top[0] + half, top[1]],
        [x * tall + half * 0.6, tall * 0.08],
      ]);
      return (
        fill(outline, body) +
        oval(top[0], top[1], half, half * 0.42, body) +
        oval(top[0], top[1], half * 0.68, half * 0.26, mouth)
      );
    })
    .join('');
}

/** Bubbles rising in a loose column from the origin. */
export function bubbles(random: Random, count: number, rise: number, ink: Ink): Svg {
  return repeat(count, (i, t) =>
    ring(random.jitter(18 + t * 26), -rise * t - i, random.between(4, 8) + t * 9, ink, 3.5),
  );
}

/** A lump of reef rock, rounded on top. */
export function reefRock(random: Random, w: number, h: number): Outline {
  const top = sample(7, (t): Point => [
    w * (t - 0.5),
    -h * Math.sin(Math.PI * (0.08 + 0.84 * t)) * random.between(0.85, 1.12),
  ]);
  return smooth([...top, [w * 0.55, h * 0.3], [0, h * 0.45], [-w * 0.55, h * 0.3]]);
}

/** Small round pebbles or eggs strewn over a patch. */
export function strewn(random: Random, { x, y, w, h }: Patch, count: number, ink: Ink, largest = 5): Svg {
  return repeat(count, () => disc(x + random.next() * w, y + random.next() * h, random.between(0.3, 1) * largest, ink));
}
