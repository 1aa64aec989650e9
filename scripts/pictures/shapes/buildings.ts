/** Things people built here. */
import type { Ink } from '../palette.ts';
import type { Random } from '../../shared/random.ts';
import { box, disc, fill, line, polygon, repeat, stroke } from '../svg.ts';
import type { Point, Svg } from '../svg.ts';

/** The old, small lighthouse of Puerto Morelos, upright on the origin, 420 tall; the scene tilts it. */
export function oldLighthouse(wall: Ink, shade: Ink, dark: Ink, lamp: Ink): Svg {
  return [
    fill('M-122 0L-84 -300H84L122 0Z', wall),
    fill('M30 0L24 -300H84L122 0Z', shade),
    fill('M-100 -298H100V-328H-100Z', wall),
    fill('M24 -298H100V-328H24Z', shade),
    fill('M-30 0V-84C-30 -124 14 -124 14 -84V0Z', dark),
    box(-34, -214, 34, 46, dark, 4),
    box(-48, -392, 96, 64, lamp),
    line([-16, -392], [-16, -328], dark, 5),
    line([16, -392], [16, -328], dark, 5),
    stroke('M-98 -328V-362H98V-328M-66 -362V-328M66 -362V-328', dark, 5),
    fill('M-62 -390L0 -440L62 -390Z', dark),
    line([0, -436], [0, -474], dark, 5),
    disc(0, -446, 9, dark),
  ].join('');
}

/** The tall new lighthouse beside it: a slim banded tower, upright on the origin, 700 tall. */
export function newLighthouse(wall: Ink, shade: Ink, band: Ink, lamp: Ink): Svg {
  const edge = (y: number): number => 58 - (y / 600) * 20;
  const bands = [110, 330]
    .map((y) =>
      fill(
        polygon([
          [-edge(y), -y],
          [edge(y), -y],
          [edge(y + 100), -y - 100],
          [-edge(y + 100), -y - 100],
        ]),
        band,
      ),
    )
    .join('');
  return [
    fill(
      polygon([
        [-58, 0],
        [58, 0],
        [38, -600],
        [-38, -600],
      ]),
      wall,
    ),
    bands,
    fill(
      polygon([
        [20, 0],
        [58, 0],
        [38, -600],
        [14, -600],
      ]),
      shade,
    ),
    fill('M-66 -600H66L54 -624H-54Z', band),
    stroke('M-62 -624V-652H62V-624M-20 -652V-624M20 -652V-624', band, 5),
    box(-32, -684, 64, 60, lamp),
    line([0, -684], [0, -624], band, 5),
    fill('M-42 -684C-36 -724 36 -724 42 -684Z', band),
    line([0, -712], [0, -752], band, 5),
  ].join('');
}

/** A palapa: a shaggy thatched roof on posts, feet on the origin, 200 wide. */
export function palapa(random: Random, thatch: Ink, shade: Ink, post: Ink): Svg {
  const fringe: Point[] = Array.from({ length: 21 }, (_, i) => [
    -124 + i * 12.4,
    (i % 2 === 0 ? -104 : -86) + random.jitter(4),
  ]);
  const roof = polygon([[0, -206], [124, -104], ...fringe.reverse()]);
  const straws = repeat(7, (_, t) => line([-6 + t * 12, -190], [-92 + t * 184, -112], shade, 4));
  return stroke('M-88 0V-108M88 0V-108M0 0V-108', post, 9) + fill(roof, thatch) + straws;
}

/** El Castillo's kind of pyramid: nine steps, a stair up the middle, a temple on top; the foot is y = 0, 860 wide. */
export function steppedPyramid(wall: Ink, shade: Ink, stair: Ink, dark: Ink): Svg {
  const tiers = 9;
  const half = (i: number): number => 430 - i * 39;
  const rise = 40;
  const steps = repeat(tiers, (i) => {
    const [w, top] = [half(i), -(i + 1) * rise];
    return (
      fill(
        polygon([
          [-w, top + rise],
          [-w + 16, top],
          [w - 16, top],
          [w, top + rise],
        ]),
        wall,
      ) +
      fill(
        polygon([
          [60, top + rise],
          [60, top],
          [w - 16, top],
          [w, top + rise],
        ]),
        shade,
      ) +
      fill(
        polygon([
          [-w + 16, top],
          [w - 16, top],
          [w - 18, top + 8],
          [-w + 18, top + 8],
        ]),
        stair,
      )
    );
  });
  const high = -tiers * rise;
  const treads = repeat(24, (i) => line([-52, -8 - i * 14.6], [52, -8 - i * 14.6], shade, 4));
  return [
    steps,
    fill(
      polygon([
        [-78, 0],
        [-58, high],
        [58, high],
        [78, 0],
      ]),
      stair,
    ),
    treads,
    stroke(`M-74 0L-58 ${high}M74 0L58 ${high}`, wall, 12, 'butt'),
    box(-70, high - 84, 140, 84, wall),
    box(10, high - 84, 60, 84, shade),
    box(-82, high - 100, 164, 20, stair),
    box(-54, high - 60, 26, 60, dark),
    box(-13, high - 60, 26, 60, dark),
    box(28, high - 60, 26, 60, dark),
  ].join('');
}

/** A street lamp with one globe each side, feet on the origin. */
export function lampPost(tall: number, post: Ink, light: Ink): Svg {
  return [
    line([0, 0], [0, -tall], post, tall * 0.025),
    fill(`M-${tall * 0.05} 0L-${tall * 0.02} -${tall * 0.12}H${tall * 0.02}L${tall * 0.05} 0Z`, post),
    stroke(`M-${tall * 0.12} -${tall * 0.94}Q0 -${tall * 1.02} ${tall * 0.12} -${tall * 0.94}`, post, tall * 0.018),
    disc(-tall * 0.12, -tall * 0.9, tall * 0.045, light),
    disc(tall * 0.12, -tall * 0.9, tall * 0.045, light),
  ].join('');
}
