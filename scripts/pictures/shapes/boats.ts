/** Craft of this coast. */
import { paper } from '../palette.ts';
import type { Ink } from '../palette.ts';
import { box, disc, fill, line, repeat, stroke } from '../svg.ts';
import type { Svg } from '../svg.ts';

interface LanchaInks {
  readonly hull: Ink;
  readonly stripe: Ink;
  readonly inside: Ink;
  readonly crew?: Ink;
}

/** An open lancha with a sun awning, seen from the side, bow right; the waterline is y = 0, about 320 long. */
export function lancha({ hull, stripe, inside, crew }: LanchaInks): Svg {
  const people = crew
    ? [-60, -6, 40]
        .map((x) => disc(x, -84, 13, crew) + fill(`M${x - 18} -40C${x - 18} -72 ${x + 18} -72 ${x + 18} -40Z`, crew))
        .join('')
    : '';
  return [
    people,
    stroke('M-84 -40V-128M70 -44V-128', inside, 6),
    fill('M-104 -124C-60 -140 60 -140 98 -124L94 -114H-100Z', stripe),
    fill('M-150 -44C-40 -34 90 -40 182 -74C170 -40 146 -2 120 22H-138C-148 4 -152 -20 -150 -44Z', hull),
    fill('M-151 -30C-40 -18 90 -26 172 -54L164 -38C80 -8 -40 -4 -150 -14Z', stripe),
    box(-176, -64, 26, 34, inside, 6),
    line([-164, -30], [-170, 20], inside, 8),
  ].join('');
}

/** An inter-island passenger ferry, bow right; waterline y = 0, about 760 long. */
export function ferry(hull: Ink, white: Ink, glass: Ink, accent: Ink): Svg {
  const windows = (y: number, from: number, count: number, w: number): Svg =>
    repeat(count, (i) => box(from + i * (w + 14), y, w, 26, glass, 5));
  return [
    line([-60, -214], [-60, -330], glass, 7),
    line([-84, -306], [-36, -306], glass, 5),
    fill('M-300 -96H250C290 -96 318 -100 340 -106L300 -160H-300Z', white),
    fill('M-270 -160H210L168 -214H-270Z', white),
    fill('M-20 -214H110L84 -256H-20Z', white),
    fill('M46 -250H80L98 -222H46Z', glass),
    windows(-142, -270, 13, 30),
    windows(-198, -244, 8, 34),
    fill('M196 -198H214L190 -172H170Z', glass),
    fill('M-190 -214L-178 -280H-116L-104 -214Z', accent),
    fill('M-181 -262H-113L-110 -244H-185Z', paper),
    line([-268, -172], [-268, -214], glass, 4),
    line([-330, -96], [-330, -130], glass, 4),
    stroke('M-336 -130H-300', glass, 4),
    fill('M-356 -100H240C310 -100 360 -110 400 -122C384 -74 356 -30 318 14H-330C-346 -20 -356 -60 -356 -100Z', hull),
    fill('M-354 -76H250C312 -76 358 -86 388 -96L380 -76C340 -62 300 -56 250 -56H-352Z', accent),
  ].join('');
}

/** A lancha drawn up on sand, bow toward the viewer; keel on y = 0, about 300 wide. */
export function beachedBow(hull: Ink, stripe: Ink, inside: Ink): Svg {
  return [
    fill('M-150 -196C-90 -222 90 -222 150 -196C140 -184 70 -178 0 -178C-70 -178 -140 -184 -150 -196Z', inside),
    fill(
      'M-152 -198C-100 -184 -40 -186 0 -232C40 -186 100 -184 152 -198C148 -110 92 -24 0 4C-92 -24 -148 -110 -152 -198Z',
      hull,
    ),
    fill(
      'M-151 -178C-100 -164 -36 -164 0 -206C36 -164 100 -164 151 -178L147 -150C100 -136 36 -132 0 -172C-36 -132 -100 -136 -147 -150Z',
      stripe,
    ),
    stroke('M0 -232V2', inside, 7),
  ].join('');
}
