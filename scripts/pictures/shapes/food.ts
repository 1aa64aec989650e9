/** Fruit for the stalls, drawn around the origin. */
import type { Ink } from '../palette.ts';
import type { Random } from '../../shared/random.ts';
import { clip, disc, fill, line, oval, place, polygon, repeat, stroke } from '../svg.ts';
import type { Outline, Svg } from '../svg.ts';

/** A pineapple with its crown, 210 tall. */
export function pineapple(id: string, skin: Ink, mesh: Ink, green: Ink): Svg {
  const body: Outline = 'M0 -130C58 -130 70 -70 66 -40C62 10 34 30 0 30C-34 30 -62 10 -66 -40C-70 -70 -58 -130 0 -130Z';
  const net = repeat(
    9,
    (i) =>
      line([-150 + i * 36, 40], [-30 + i * 36, -150], mesh, 5) + line([150 - i * 36, 40], [30 - i * 36, -150], mesh, 5),
  );
  const leaves = [-64, -34, -8, 16, 40, 66]
    .map((turn) => place(0, -122, fill('M-13 4C-18 -40 -6 -70 0 -96C8 -66 16 -40 13 4Z', green), { turn }))
    .join('');
  return leaves + fill(body, skin) + clip(id, body, net);
}

/** A wedge of watermelon, rind down, 200 wide. */
export function watermelon(rind: Ink, pith: Ink, flesh: Ink, seed: Ink): Svg {
  const seeds = [
    [-50, -20],
    [-18, -24],
    [16, -22],
    [50, -20],
    [-34, 6],
    [0, 10],
    [34, 6],
    [0, -6],
  ]
    .map(([x = 0, y = 0]) => oval(x, y, 4, 7, seed))
    .join('');
  return (
    fill('M-104 -44H104C104 84 -104 84 -104 -44Z', rind) +
    fill('M-92 -44H92C90 62 -90 62 -92 -44Z', pith) +
    fill('M-84 -44H84C80 48 -80 48 -84 -44Z', flesh) +
    seeds
  );
}

/** A halved papaya, cut face out, 200 tall. */
export function papaya(skin: Ink, flesh: Ink, seed: Ink, random: Random): Svg {
  return (
    fill('M0 -104C40 -104 70 -40 74 14C78 76 44 100 0 100C-44 100 -78 76 -74 14C-70 -40 -40 -104 0 -104Z', skin) +
    fill('M0 -92C32 -92 58 -36 62 14C66 66 38 88 0 88C-38 88 -66 66 -62 14C-58 -36 -32 -92 0 -92Z', flesh) +
    fill('M0 -50C18 -50 30 -8 32 20C34 48 20 62 0 62C-20 62 -34 48 -32 20C-30 -8 -18 -50 0 -50Z', seed) +
    repeat(14, () => disc(random.jitter(20), random.between(-24, 50), 5, flesh))
  );
}

/** A hand of bananas hanging from the origin, 170 tall. */
export function bananas(skin: Ink, tip: Ink): Svg {
  return (
    [-52, -26, 0, 26, 50]
      .map((turn) =>
        place(
          0,
          0,
          fill('M-14 0C-30 60 -26 120 8 158C20 160 24 150 18 142C8 100 12 50 16 0Z', skin) +
            fill('M8 158C20 160 24 150 18 142L2 148Z', tip),
          { turn },
        ),
      )
      .join('') + disc(0, 0, 19, tip)
  );
}

/** A pyramid of round fruit on a level line, `base` fruits wide. */
export function heap(base: number, radius: number, ink: Ink, shade: Ink, stalk: Ink): Svg {
  return repeat(base, (row) =>
    repeat(base - row, (i) => {
      const [x, y] = [(i - (base - row - 1) / 2) * radius * 1.96, -radius - row * radius * 1.62];
      return (
        disc(x, y, radius, shade) +
        disc(x - radius * 0.1, y - radius * 0.1, radius * 0.86, ink) +
        disc(x, y - radius * 0.56, radius * 0.1, stalk)
      );
    }),
  );
}

/** A slatted crate standing on the origin. */
export function crate(w: number, h: number, wood: Ink, gap: Ink): Svg {
  return (
    fill(
      polygon([
        [-w / 2, -h],
        [w / 2, -h],
        [w / 2 - 8, 0],
        [-w / 2 + 8, 0],
      ]),
      gap,
    ) +
    repeat(3, (i) => line([-w / 2 + 8, -h + 16 + i * (h / 3)], [w / 2 - 8, -h + 16 + i * (h / 3)], wood, h * 0.22)) +
    stroke(`M${-w / 2 + 14} ${-h}V-4M${w / 2 - 14} ${-h}V-4`, wood, 18)
  );
}
