/** What grows: palms, mangroves, forest crowns, leaves, flowers. */
import type { Ink } from '../palette.ts';
import type { Random } from '../../shared/random.ts';
import { curve, disc, fill, place, polygon, polar, repeat, sample, smooth, stroke } from '../svg.ts';
import type { Outline, Point, Svg } from '../svg.ts';

/** A point on the quadratic curve that starts at the origin. */
function alongRib(bend: Point, tip: Point, t: number): Point {
  const a = 2 * t * (1 - t);
  return [a * bend[0] + t * t * tip[0], a * bend[1] + t * t * tip[1]];
}

/** One palm leaf from the origin: a curved rib with leaflets that hang and thin toward the tip. */
export function frond(length: number, degrees: number, ink: Ink, fall = 0.5): Svg {
  const bend = polar(0, 0, length * 0.55, degrees);
  const ahead = polar(0, 0, length, degrees);
  const tip: Point = [ahead[0], ahead[1] + length * fall];
  const count = 17;
  const leaflets = sample(count, (t) => alongRib(bend, tip, 0.1 + 0.9 * t)).map((from, i): Outline => {
    const t = (i + 1) / count;
    const to = alongRib(bend, tip, Math.min(t + 0.14, 1.1));
    const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
    const reach = length * 0.36 * Math.sin(Math.PI * Math.min(0.16 + t * 0.84, 0.97)) + length * 0.05;
    const half = length * 0.03;
    const leaflet = (side: number): Outline => {
      const aim = angle + side * (0.95 - 0.45 * t);
      const end: Point = [from[0] + Math.cos(aim) * reach, from[1] + Math.sin(aim) * reach + reach * 0.22];
      const back: Point = [from[0] - Math.cos(angle) * half, from[1] - Math.sin(angle) * half];
      const front: Point = [from[0] + Math.cos(angle) * half * 1.4, from[1] + Math.sin(angle) * half * 1.4];
      return polygon([back, end, front]);
    };
    return leaflet(1) + leaflet(-1);
  });
  const rib = curve(sample(8, (t) => alongRib(bend, tip, t)));
  return fill(leaflets.join(''), ink) + stroke(rib, ink, length * 0.028);
}

interface Palm {
  readonly height: number;
  /** How far the crown stands to the right of the foot. */
  readonly lean: number;
  readonly trunk: Ink;
  readonly leaves: Ink;
  readonly crown?: number;
}

/** A coconut palm standing on the origin. */
export function palm(random: Random, { height, lean, trunk, leaves, crown = height * 0.42 }: Palm): Svg {
  const thick = height * 0.026;
  const spine = (t: number): Point => [lean * t ** 1.7, -height * t];
  const side = (sign: number) => sample(7, (t): Point => [spine(t)[0] + sign * thick * (1.25 - 0.6 * t), spine(t)[1]]);
  const outline = polygon([...side(-1), ...side(1).reverse()]);
  const angles = [-172, -148, -118, -88, -60, -32, -8, 14, 166];
  const fronds = angles.map((degrees) =>
    frond(crown * random.between(0.88, 1.08), degrees + random.jitter(7), leaves, random.between(0.35, 0.6)),
  );
  const nuts = [-0.5, 0.1, 0.6].map((x) => disc(x * thick * 3, thick * 1.4, thick * 1.15, trunk));
  return fill(outline, trunk) + place(lean, -height, fronds.join('') + nuts.join(''));
}

/** A forest crown seen from outside: a lobed cloud of leaf, flat at the foot if `flat`. */
export function crown(random: Random, x: number, y: number, radius: number, squash = 0.8): Outline {
  const lobes = random.whole(9, 12);
  const points: Point[] = [];
  for (let i = 0; i < lobes; i += 1) {
    const at = (i / lobes) * 360 + random.jitter(8);
    const lobe = radius * random.between(0.9, 1.08);
    const [outX, outY] = polar(0, 0, lobe, at);
    const [inX, inY] = polar(0, 0, lobe * 0.84, at + 180 / lobes);
    points.push([x + outX, y + outY * squash], [x + inX, y + inY * squash]);
  }
  return smooth(points);
}

/** The top edge of a distant forest, left to right, for use with `under`. */
export function treeline(random: Random, y: number, rise: number, step: number, from = -40, to = 1640): Point[] {
  const points: Point[] = [];
  for (let x = from; x <= to; x += step * random.between(0.6, 1.2)) {
    points.push([x, y - rise * random.between(0.1, 1)]);
  }
  points.push([to + step, y - rise * 0.5]);
  return points;
}

/** A red mangrove's stilt roots: arches that spring from a trunk and step outward into the water. */
export function propRoots(random: Random, x: number, top: number, water: number, spread: number, ink: Ink): Svg {
  return repeat(7, (i) => {
    const side = i % 2 === 0 ? 1 : -1;
    const reach = spread * (0.25 + (i / 7) * random.between(0.7, 1)) * side;
    const spring = top + (water - top) * random.between(0, 0.45);
    const arch: Point[] = [
      [x, spring],
      [x + reach * 0.45, spring + (water - spring) * 0.12],
      [x + reach * 0.85, spring + (water - spring) * 0.5],
      [x + reach, water + random.between(0, 14)],
    ];
    return stroke(curve(arch), ink, spread * random.between(0.035, 0.06));
  });
}

/** A single pointed leaf from the origin along `degrees`. */
export function blade(length: number, breadth: number, degrees: number, ink: Ink): Svg {
  const half = breadth / 2;
  const outline = `M0 0C${length * 0.25} ${-half * 1.3} ${length * 0.7} ${-half} ${length} 0C${length * 0.7} ${half} ${length * 0.25} ${half * 1.3} 0 0Z`;
  return place(0, 0, fill(outline, ink), { turn: degrees });
}

/** A tuft of grass or reeds growing from the origin. */
export function tuft(random: Random, blades: number, tall: number, ink: Ink): Svg {
  return repeat(blades, (_, t) =>
    blade(tall * random.between(0.6, 1), tall * 0.09, -90 + (t - 0.5) * 100 + random.jitter(10), ink),
  );
}

/** A many-petalled flower head seen from the front. */
export function marigold(random: Random, x: number, y: number, radius: number, petals: Ink, heart: Ink): Svg {
  return fill(crown(random, x, y, radius, 1), petals) + fill(crown(random, x, y, radius * 0.5, 1), heart);
}
