/** Animals, each drawn around the origin. */
import type { Ink } from '../palette.ts';
import type { Random } from '../../shared/random.ts';
import { curve, disc, fill, line, oval, place, polygon, repeat, smooth, stroke, clip } from '../svg.ts';
import type { Outline, Point, Svg } from '../svg.ts';

/** A small fish swimming right, a plain silhouette for schools. */
function fish(length: number, ink: Ink): Svg {
  const u = length / 10;
  const p = (x: number, y: number): string => `${(x * u).toFixed(1)} ${(y * u).toFixed(1)}`;
  return fill(
    `M${p(5, 0)}C${p(3, -2.4)} ${p(-1, -2.6)} ${p(-3.2, -0.5)}L${p(-5, -2)}L${p(-4.4, 0)}L${p(-5, 2)}L${p(-3.2, 0.5)}C${p(-1, 2.6)} ${p(3, 2.4)} ${p(5, 0)}Z`,
    ink,
  );
}

/** A French-angelfish-like reef fish swimming left: deep-bodied, banded, with trailing fins. */
export function angelfish(id: string, body: Ink, band: Ink, light: Ink): Svg {
  const outline: Outline =
    'M-150 6C-128 -44 -82 -92 -10 -104C40 -128 96 -138 168 -150C136 -118 112 -84 102 -50L118 -34L176 -46C166 -16 166 16 176 46L118 34L102 50C112 86 136 116 168 148C96 138 40 128 -10 106C-82 94 -128 52 -150 6Z';
  const bands = [-72, 2, 72]
    .map((x, i) => stroke(`M${x} -150C${x + 34} -60 ${x + 34} 60 ${x} 150`, band, 24 - i * 3, 'butt'))
    .join('');
  return (
    fill(outline, body) +
    clip(id, outline, bands + fill('M-170 -40L-118 -46C-106 -10 -106 20 -120 50L-170 40Z', band)) +
    disc(-104, -18, 11, light) +
    disc(-106, -18, 5.5, band) +
    stroke('M-60 20C-44 4 -22 6 -12 22C-24 36 -44 38 -60 20Z', light, 5)
  );
}

/** A sea turtle from above, head to the right, shell 200 long. */
export function turtle(shell: Ink, seam: Ink, skin: Ink): Svg {
  const carapace = smooth([
    [104, 0],
    [84, -46],
    [30, -76],
    [-36, -70],
    [-84, -36],
    [-108, 0],
    [-84, 36],
    [-36, 70],
    [30, 76],
    [84, 46],
  ]);
  const fore = (side: number): Outline =>
    `M66 ${side * 50}C104 ${side * 66} 126 ${side * 104} 112 ${side * 158}C102 ${side * 186} 76 ${side * 204} 56 ${side * 208}C66 ${side * 176} 66 ${side * 140} 34 ${side * 74}Z`;
  const hind = (side: number): Outline =>
    `M-72 ${side * 44}C-84 ${side * 84} -116 ${side * 108} -150 ${side * 108}C-142 ${side * 84} -128 ${side * 52} -96 ${side * 28}Z`;
  const head = smooth([
    [88, -22],
    [120, -22],
    [150, -30],
    [182, -20],
    [194, 0],
    [182, 20],
    [150, 30],
    [120, 22],
    [88, 22],
  ]);
  const spine = [
    [78, 40],
    [40, 4],
    [4, -34],
    [-34, -78],
  ] as const;
  const scutes = spine
    .map(([front, back]) =>
      polygon([
        [front, -13],
        [(front + back) / 2, -27],
        [back, -13],
        [back, 13],
        [(front + back) / 2, 27],
        [front, 13],
      ]),
    )
    .join('');
  const seams = [59, 22, -15, -56]
    .map((x, i) => {
      const edge = [54, 64, 58, 42][i] ?? 60;
      return line([x, -27], [x - 6, -edge], seam, 4) + line([x, 27], [x - 6, edge], seam, 4);
    })
    .join('');
  return (
    fill([fore(1), fore(-1), hind(1), hind(-1), head].join(''), skin) +
    [1, -1]
      .map((side) =>
        [
          [70, 84],
          [92, 116],
          [98, 150],
        ]
          .map(([x = 0, y = 0]) => disc(x, side * y, 8, shell))
          .join(''),
      )
      .join('') +
    fill(carapace, shell) +
    stroke(scutes, seam, 4) +
    seams +
    place(0, 0, stroke(carapace, seam, 4), { scale: 0.9 }) +
    oval(166, -17, 8, 6, shell) +
    oval(166, 17, 8, 6, shell) +
    fill('M132 -8L150 -10V10L132 8L120 0Z', shell)
  );
}

const sharkBody: Outline =
  'M520 -6C516 -40 470 -66 400 -78C280 -98 120 -104 0 -92L-52 -168C-64 -176 -84 -172 -82 -158L-92 -80L-232 -60L-262 -92C-272 -98 -284 -94 -282 -84L-284 -50L-420 -24C-470 -60 -520 -140 -566 -206C-582 -214 -592 -202 -588 -188C-574 -120 -552 -50 -510 2C-540 34 -556 70 -560 104C-556 116 -542 116 -534 108C-500 76 -460 40 -416 18C-300 52 -160 78 -20 90L160 100C300 108 440 84 500 44C516 32 522 14 520 -6Z';
const sharkBelly: Outline =
  'M510 20C440 62 300 82 160 72C-20 62 -240 30 -430 2L-416 18C-300 52 -160 78 -20 90L160 100C300 108 440 84 500 44Z';

/** A whale shark swimming right, 1,100 long, with its checkerboard of spots. */
export function whaleShark(random: Random, id: string, body: Ink, spot: Ink, belly: Ink): Svg {
  const spots = repeat(26, (i) =>
    repeat(6, (j) => {
      const x = 430 - i * 36;
      const span = 92 - Math.max(0, i - 9) * 4.4;
      const y = -span * 0.86 + j * span * 0.27 + random.jitter(3);
      return disc(x + (j % 2) * 18, y, Math.max(2.5, 7.4 - i * 0.17) * random.between(0.75, 1.15), spot);
    }),
  );
  const bars = repeat(15, (i) => {
    const x = 350 - i * 52;
    return stroke(`M${x} -96C${x - 12} -60 ${x - 12} -20 ${x} 30`, spot, 2.4);
  });
  const headSpots = repeat(40, () =>
    disc(random.between(430, 505), random.between(-56, 12), random.between(2, 4), spot),
  );
  const pectoral: Outline = 'M250 70C236 130 190 190 110 232C94 238 84 226 92 214C120 176 134 130 132 84Z';
  const gills = [300, 282, 264, 246, 228]
    .map((x) => stroke(`M${x} -26C${x - 9} 0 ${x - 9} 26 ${x} 50`, belly, 4))
    .join('');
  return (
    fill(sharkBody, body) +
    clip(id, sharkBody, fill(sharkBelly, belly) + bars + spots + headSpots) +
    fill(pectoral, body) +
    gills +
    repeat(9, (i) => disc(226 - i * 13, 96 + i * 13, 5, spot)) +
    stroke('M508 26C494 40 470 44 452 40', spot, 5) +
    disc(456, 14, 8, belly) +
    disc(457, 14, 4.5, body)
  );
}

/** A brown pelican perched and facing left, feet on the origin, 200 tall. */
export function pelican(body: Ink, wing: Ink, bill: Ink, light: Ink): Svg {
  return [
    stroke('M-6 -30V-2M22 -30V-2', bill, 8),
    fill('M-14 -2H-30L-6 -10ZM14 -2H-4L22 -10Z', bill),
    fill('M-44 -58C-40 -96 0 -116 40 -100C78 -84 112 -40 134 -14C104 -18 84 -20 62 -20C20 -12 -36 -16 -44 -58Z', body),
    stroke('M-26 -74C-62 -104 8 -132 -18 -168C-24 -178 -34 -178 -42 -174', light, 24),
    fill('M-30 -196C-10 -198 0 -184 -4 -168C-10 -156 -28 -152 -44 -158C-52 -170 -46 -192 -30 -196Z', light),
    fill('M-40 -178C-70 -160 -98 -120 -112 -82C-96 -88 -66 -104 -40 -146Z', bill),
    fill('M-12 -84C22 -104 60 -86 84 -56C98 -40 112 -24 122 -12C84 -30 20 -30 -12 -84Z', wing),
    stroke('M14 -72C40 -54 70 -40 96 -28', body, 5),
    disc(-36, -178, 4.5, bill),
  ].join('');
}

/** A pelican gliding right with wings spread, about 240 across. */
export function glidingPelican(ink: Ink): Svg {
  return fill(
    'M-120 -34C-84 -58 -44 -50 -12 -16C4 -52 44 -70 104 -62C70 -48 44 -24 36 0C58 -4 72 -14 84 -8L132 12C108 14 92 12 78 10C56 24 6 30 -36 20L-70 26L-44 8C-60 -10 -84 -28 -120 -34Z',
    ink,
  );
}

/** A stingless melipona bee seen from above, flying up, about 120 long. */
export function bee(body: Ink, stripe: Ink, wing: Ink): Svg {
  const legs = [-14, 6, 24]
    .map((y) => stroke(`M-16 ${y}L-44 ${y + 14}L-52 ${y + 34}M16 ${y}L44 ${y + 14}L52 ${y + 34}`, body, 5))
    .join('');
  const abdomen: Outline = 'M-24 8C-30 40 -16 66 0 72C16 66 30 40 24 8Z';
  return [
    legs,
    fill(abdomen, body),
    stroke('M-25 24Q0 32 25 24M-22 40Q0 48 22 40M-15 55Q0 62 15 55', stripe, 6, 'butt'),
    disc(0, -8, 24, body),
    disc(0, -40, 18, body),
    stroke('M-7 -54L-16 -74M7 -54L16 -74', body, 4),
    oval(-11, -42, 6, 9, stripe, 14),
    oval(11, -42, 6, 9, stripe, -14),
    `<g opacity="0.8">${fill('M-8 -10C-40 -26 -84 -8 -92 22C-80 40 -34 30 -8 4ZM8 -10C40 -26 84 -8 92 22C80 40 34 30 8 4Z', wing)}</g>`,
    stroke('M-10 -6C-40 -10 -66 2 -86 20M10 -6C40 -10 66 2 86 20', body, 3),
  ].join('');
}

/** A gull or frigatebird far off: two strokes. */
export function farBird(span: number, ink: Ink): Svg {
  return stroke(
    `M${-span} ${-span * 0.3}Q${-span * 0.4} ${-span * 0.5} 0 0Q${span * 0.4} ${-span * 0.5} ${span} ${-span * 0.3}`,
    ink,
    span * 0.16,
  );
}

/** A small school: fish of about `length` strewn in an ellipse around the origin. */
export function school(random: Random, count: number, w: number, h: number, length: number, ink: Ink): Svg {
  return repeat(count, (i) => {
    const angle = i * 2.4;
    const out = Math.sqrt((i + 0.5) / count);
    const at: Point = [Math.cos(angle) * out * w + random.jitter(14), Math.sin(angle) * out * h + random.jitter(10)];
    return place(at[0], at[1], fish(length * random.between(0.8, 1.15), ink), {
      turn: random.jitter(6),
    });
  });
}

/** Flipper marks left along a curve: pairs of strokes that shrink toward its far end. */
export function tracks(points: readonly Point[], nearest: number, ink: Ink): Svg {
  return points
    .slice(1)
    .map(([x, y], i) => {
      const [fromX, fromY] = points[i] ?? [x, y];
      const angle = Math.atan2(y - fromY, x - fromX);
      const reach = nearest * (1 - (0.62 * i) / points.length);
      const across = (side: number): Point => [x - Math.sin(angle) * reach * side, y + Math.cos(angle) * reach * side];
      const mark = (side: number): Svg => {
        const [mx, my] = across(side);
        return stroke(
          curve([
            [mx, my],
            [
              mx - Math.cos(angle) * reach * 0.3 - Math.sin(angle) * side * reach * 0.25,
              my - Math.sin(angle) * reach * 0.3 + Math.cos(angle) * side * reach * 0.25,
            ],
            [mx - Math.cos(angle) * reach * 0.75, my - Math.sin(angle) * reach * 0.75],
          ]),
          ink,
          reach * 0.16,
        );
      };
      return mark(1) + mark(-1);
    })
    .join('');
}
