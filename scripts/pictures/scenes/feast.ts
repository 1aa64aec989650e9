/** Feasts: carnival and the Day of the Dead. */
import { bark, bougainvillea, clay, deep, leaf, obsidian, ochre, overlap, paper, sea, tint } from '../palette.ts';
import type { Ink } from '../palette.ts';
import {
  box,
  curve,
  disc,
  fill,
  flood,
  line,
  oval,
  overprint,
  place,
  polar,
  polygon,
  repeat,
  sample,
  stroke,
  round,
} from '../svg.ts';
import type { Point, Scene, Svg } from '../svg.ts';
import { marigold } from '../shapes/plants.ts';
import { glow, rays } from '../shapes/sky.ts';

/** A plume from the origin pointing up, with an eye near its tip like a peacock's. */
function plume(length: number, breadth: number, vane: Ink, eye: Ink, pupil: Ink, quill: Ink): Svg {
  const half = breadth / 2;
  const notch = (side: number): Point[] =>
    sample(15, (t, i): Point => [
      side * half * Math.sin(Math.PI * (0.08 + 0.86 * t)) ** 0.7 * (i % 2 === 0 ? 1 : 0.84) * (0.5 + 0.5 * t),
      -length * t,
    ]);
  return (
    fill(polygon([...notch(-1), [0, -length * 1.05], ...notch(1).reverse()]), vane) +
    line([0, 0], [0, -length * 0.86], quill, breadth * 0.06) +
    oval(0, -length * 0.82, half * 0.56, half * 0.8, eye) +
    oval(0, -length * 0.8, half * 0.3, half * 0.46, pupil)
  );
}

/** A half mask for the eyes, 420 wide. */
function eyeMask(face: Ink, trim: Ink, hollow: Ink, gem: Ink): Svg {
  const outline =
    'M-214 -70C-150 -104 -60 -92 0 -60C60 -92 150 -104 214 -70C216 10 176 84 104 92C56 96 26 66 0 30C-26 66 -56 96 -104 92C-176 84 -216 10 -214 -70Z';
  const eye = (side: number): Svg =>
    fill(
      `M${side * 40} 4C${side * 70} -44 ${side * 130} -46 ${side * 166} -24C${side * 150} 30 ${side * 84} 44 ${side * 40} 4Z`,
      hollow,
    );
  const swirl = (side: number): Svg =>
    stroke(
      `M${side * 180} -56C${side * 196} 0 ${side * 160} 56 ${side * 110} 66M${side * 40} -56C${side * 84} -80 ${side * 130} -78 ${side * 170} -60`,
      trim,
      8,
    );
  return (
    `<path d="${outline}" fill="${face}" stroke="${trim}" stroke-width="14" stroke-linejoin="round"/>` +
    eye(1) +
    eye(-1) +
    swirl(1) +
    swirl(-1) +
    fill('M0 -66L22 -34L0 -2L-22 -34Z', gem) +
    repeat(7, (i) => disc(-126 + i * 42, -96 + Math.abs(i - 3) * -3 + 10, 8, gem))
  );
}

export const carnivalMasks: Scene = (frame) => {
  const { random } = frame;
  const fan = (
    count: number,
    length: number,
    spread: number,
    breadth: number,
    pick: (i: number) => readonly [Ink, Ink, Ink],
  ): Svg =>
    repeat(count, (i, t) => {
      const [vane, eye, pupil] = pick(i);
      return place(0, 0, plume(length * (0.86 + 0.14 * Math.sin(Math.PI * t)), breadth, vane, eye, pupil, obsidian), {
        turn: (t - 0.5) * spread,
      });
    });
  const confetti = repeat(70, () =>
    place(
      random.between(0, 1600),
      random.between(0, 900),
      box(-9, -5, 18, 10, random.pick([ochre, bougainvillea, sea, paper])),
      { turn: random.between(0, 180) },
    ),
  );
  return [
    flood(deep),
    fill(rays(640, 560, 1500, 0, 360, 26, 0.5), tint(deep, 0.82, sea)),
    confetti,
    place(
      1330,
      700,
      [
        fan(9, 470, 150, 104, (i) => (i % 2 === 0 ? [ochre, deep, paper] : [paper, ochre, deep])),
        place(0, 0, eyeMask(obsidian, ochre, deep, paper), { scale: 0.95 }),
        line([190, 40], [270, 420], ochre, 16),
      ].join(''),
      { turn: 13 },
    ),
    place(
      620,
      520,
      [
        fan(15, 600, 236, 130, (i) => (i % 2 === 0 ? [bougainvillea, ochre, deep] : [sea, paper, bougainvillea])),
        fan(12, 400, 210, 104, (i) => (i % 2 === 0 ? [ochre, bougainvillea, paper] : [paper, sea, ochre])),
        fan(9, 250, 170, 76, (i) => (i % 2 === 0 ? [sea, ochre, deep] : [bougainvillea, paper, deep])),
        fill('M-170 -60C-180 150 -110 330 0 346C110 330 180 150 170 -60C120 -130 -120 -130 -170 -60Z', clay),
        fill('M0 -110C120 -130 180 -60 170 -60C180 150 110 330 0 346Z', overlap(clay, tint(clay, 0.5))),
        overprint(
          frame,
          fill('M-70 236C-40 214 -16 218 0 230C16 218 40 214 70 236C40 276 -40 276 -70 236Z', bougainvillea),
        ),
        stroke('M-66 236Q0 250 66 236', obsidian, 5),
        stroke('M-18 130C-34 164 -24 178 0 180C24 178 30 168 20 150', bark, 6),
        fill('M-190 -54C-120 -150 120 -150 190 -54C120 -90 -120 -90 -190 -54Z', ochre),
        eyeMask(paper, ochre, obsidian, bougainvillea),
        disc(-94, -6, 15, paper),
        disc(94, -6, 15, paper),
        disc(-92, -4, 8, obsidian),
        disc(96, -4, 8, obsidian),
        fill('M-90 330C-60 350 60 350 90 330L150 460H-150Z', clay),
        repeat(9, (i) => disc(-150 + i * 37, 396 - Math.abs(i - 4) ** 2 * 4 + 16, 19, i % 2 === 0 ? ochre : paper)),
        ...[-176, 176].map((x) => disc(x, 120, 18, ochre) + fill(`M${x - 20} 142L${x} 220L${x + 20} 142Z`, ochre)),
      ].join(''),
    ),
  ].join('');
};

/** A lit candle standing on the origin. */
function candle(tall: number, wax: Ink, shade: Ink): Svg {
  return (
    glow(round(0, -tall - 34, 46, 52), ochre, 0.32) +
    box(-15, -tall, 30, tall, wax, 4) +
    box(4, -tall, 11, tall, shade, 4) +
    line([0, -tall], [0, -tall - 10], obsidian, 4) +
    fill(
      `M0 ${-tall - 66}C22 ${-tall - 34} 18 ${-tall - 6} 0 ${-tall - 6}C-18 ${-tall - 6} -22 ${-tall - 34} 0 ${-tall - 66}Z`,
      ochre,
    ) +
    fill(
      `M0 ${-tall - 42}C10 ${-tall - 24} 8 ${-tall - 10} 0 ${-tall - 10}C-8 ${-tall - 10} -10 ${-tall - 24} 0 ${-tall - 42}Z`,
      paper,
    )
  );
}

/** A sugar skull, 200 tall, chin on the origin. */
function sugarSkull(bone: Ink, hollow: Ink, petal: Ink, dot: Ink): Svg {
  const flowerEye = (x: number): Svg =>
    repeat(8, (i) => {
      const [px, py] = polar(x, -112, 27, i * 45);
      return disc(px, py, 12, petal);
    }) + disc(x, -112, 24, hollow);
  return (
    fill(
      'M0 -214C76 -214 104 -160 98 -104C96 -72 76 -58 66 -44L60 -4C40 8 -40 8 -60 -4L-66 -44C-76 -58 -96 -72 -98 -104C-104 -160 -76 -214 0 -214Z',
      bone,
    ) +
    flowerEye(-42) +
    flowerEye(42) +
    fill('M0 -84L15 -52H-15Z', hollow) +
    stroke('M-50 -26H50M-30 -40V-12M-10 -42V-10M10 -42V-10M30 -40V-12', hollow, 5) +
    stroke('M0 -204V-160M-24 -196Q-30 -172 -14 -160M24 -196Q30 -172 14 -160', dot, 6) +
    disc(0, -150, 9, dot) +
    disc(-78, -70, 8, dot) +
    disc(78, -70, 8, dot)
  );
}

/** A cut-paper banner: a sheet with a scalloped hem and holes. */
function papelPicado(ink: Ink, hole: Ink): Svg {
  const hem = Array.from({ length: 6 }, (_, i) => `A15 15 0 0 1 ${60 - i * 30} 120`).join('');
  return (
    fill(`M-90 0H90V120${hem}A15 15 0 0 1 -90 120Z`, ink) +
    disc(0, 58, 26, hole) +
    repeat(8, (i) => {
      const [x, y] = polar(0, 58, 40, i * 45);
      return oval(x, y, 11, 5, hole, i * 45);
    }) +
    repeat(
      5,
      (i) => fill(`M${-68 + i * 34} 12l9 10l-9 10l-9 -10Z`, hole) + fill(`M${-68 + i * 34} 98l8 9l-8 9l-8 -9Z`, hole),
    )
  );
}

export const altarCandles: Scene = (frame) => {
  const { random } = frame;
  const arch = sample(27, (t): Point => polar(800, 520, 400, -196 + t * 212));
  const blossoms = (points: readonly Point[], radius: number): Svg =>
    points
      .map(([x, y], i) =>
        marigold(
          random,
          x,
          y,
          radius * random.between(0.85, 1.15),
          i % 3 === 0 ? clay : ochre,
          i % 3 === 0 ? ochre : clay,
        ),
      )
      .join('');
  const step = (y: number, half: number, tall: number, cloth: Ink, trim: Ink): Svg =>
    box(800 - half, y, half * 2, tall, cloth) +
    repeat(Math.floor(half / 20), (i) => fill(`M${800 - half + i * 40} ${y}h40l-20 30Z`, trim));
  const banners = repeat(8, (i) =>
    place(
      100 + i * 200,
      22 + Math.sin(i * 1.4) * 8,
      papelPicado([bougainvillea, ochre, paper][i % 3] ?? paper, obsidian),
      { turn: Math.sin(i * 2) * 3 },
    ),
  );
  return [
    flood(obsidian),
    glow(round(800, 480, 500, 430), bougainvillea, 0.28),
    glow(round(800, 470, 320, 300), ochre, 0.3),
    line([-20, 24], [1620, 24], paper, 4),
    banners,
    stroke(curve(arch), leaf, 56),
    blossoms(arch, 46),
    blossoms(
      sample(26, (t): Point => {
        const [x, y] = polar(800, 520, 436, -192 + t * 204);
        return [x, y];
      }),
      30,
    ),
    step(470, 190, 150, bougainvillea, paper),
    step(610, 320, 150, overlap(bougainvillea, tint(obsidian, 0.5)), ochre),
    step(748, 470, 170, bougainvillea, paper),
    fill('M700 240H900V474H700Z', ochre),
    fill('M716 256H884V458H716Z', paper),
    disc(800, 328, 44, obsidian),
    fill('M730 458C730 372 870 372 870 458Z', obsidian),
    fill('M748 326C740 262 860 262 852 326C840 296 760 296 748 326Z', tint(obsidian, 0.6)),
    stroke('M700 240H900V474H700Z', clay, 6),
    ...[640, 664, 936, 960].map((x, i) => place(x, 470, candle([110, 70, 70, 110][i] ?? 80, paper, tint(ochre, 0.4)))),
    place(800, 612, sugarSkull(paper, obsidian, bougainvillea, ochre), { scale: 0.68 }),
    ...[500, 540, 590, 1010, 1060, 1100].map((x, i) =>
      place(x, 612, candle([150, 104, 70, 70, 104, 150][i] ?? 90, paper, tint(ochre, 0.4))),
    ),
    ...[660, 940].map((x) =>
      place(
        x,
        614,
        oval(0, -4, 56, 12, clay) +
          fill('M-48 -8C-44 -60 44 -60 48 -8Z', tint(clay, 0.75, ochre)) +
          stroke('M-30 -30L30 -14M30 -30L-30 -14', paper, 9) +
          disc(0, -48, 11, paper),
      ),
    ),
    ...[380, 1220].map((x) => place(x, 752, sugarSkull(paper, obsidian, ochre, bougainvillea), { scale: 0.5 })),
    ...[460, 520, 1080, 1140].map((x, i) =>
      place(x, 752, candle([90, 130, 130, 90][i] ?? 90, paper, tint(ochre, 0.4))),
    ),
    place(620, 752, fill('M-30 0V-74L-12 -96V-116H12V-96L30 -74V0Z', leaf) + box(-30, -60, 60, 34, paper)),
    place(960, 752, fill('M-40 -66H40L32 0H-32Z', tint(ochre, 0.5)) + oval(0, -66, 40, 9, paper)),
    place(
      800,
      754,
      oval(0, -6, 110, 16, clay) +
        repeat(4, (i) => disc(-60 + i * 40, -34, 30, i % 2 === 0 ? ochre : tint(ochre, 0.7))),
    ),
    blossoms(
      sample(21, (t): Point => [-10 + t * 1620, 872 + 16 * Math.sin(t * 23)]),
      52,
    ),
    blossoms(
      sample(8, (t): Point => [40 + t * 270, 810 - t * 20 + 14 * Math.sin(t * 19)]),
      44,
    ),
    blossoms(
      sample(8, (t): Point => [1300 + t * 270, 796 + 14 * Math.sin(t * 19)]),
      44,
    ),
    ...[90, 200, 1400, 1510].map((x, i) =>
      place(x, 800, candle([210, 150, 150, 210][i] ?? 160, paper, tint(ochre, 0.4))),
    ),
  ].join('');
};
