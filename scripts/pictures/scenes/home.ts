/** Indoors and on the roof: desk, kitchen, water, hammock, and the storm seen from above. */
import {
  bark,
  bougainvillea,
  chilli,
  clay,
  deep,
  leaf,
  obsidian,
  ochre,
  overlap,
  paper,
  sand,
  sea,
  tint,
} from '../palette.ts';
import type { Ink } from '../palette.ts';
import type { Random } from '../../shared/random.ts';
import {
  box,
  clip,
  curve,
  disc,
  fill,
  flood,
  line,
  multiply,
  oval,
  overprint,
  place,
  polar,
  polygon,
  repeat,
  ring,
  sample,
  smooth,
  stroke,
  under,
  knockout,
  round,
} from '../svg.ts';
import type { Frame, Outline, Point, Scene, Svg } from '../svg.ts';
import { blade, crown, palm, treeline } from '../shapes/plants.ts';
import { cloud, rain, steam } from '../shapes/sky.ts';
import { glints, swell } from '../shapes/water.ts';

/** The peninsula's coast as [longitude, latitude], clockwise from the Gulf. */
const peninsula: readonly Point[] = [
  [-92.4, 18.6],
  [-91.2, 18.7],
  [-90.6, 19.6],
  [-90.4, 20.6],
  [-90.1, 21.1],
  [-89.5, 21.3],
  [-88.5, 21.5],
  [-87.6, 21.5],
  [-86.9, 21.5],
  [-86.8, 21.1],
  [-87, 20.7],
  [-87.4, 20.25],
  [-87.5, 19.8],
  [-87.6, 19.3],
  [-87.7, 18.7],
  [-87.9, 18.2],
  [-88.2, 17.6],
  [-88.4, 16.8],
  [-88.9, 15.6],
  [-92.4, 15.6],
];

/** One rain band: a curl that leaves the eye wall and thins out, lobed like cloud on its outer edge. */
function rainBand(random: Random, start: number, sweep: number, reach: number, body: number): Outline {
  const spine = (t: number): number => 92 * (reach / 92) ** t;
  const thick = (t: number): number => spine(t) * body * Math.sin(Math.PI * (0.14 + 0.86 * t)) ** 0.8 + 4;
  const inner = sample(40, (t): Point => polar(0, 0, spine(t), start + sweep * t));
  const lobes = random.between(8, 11) * Math.PI;
  const outer = sample(140, (t): Point =>
    polar(0, 0, spine(t) + thick(t) * (0.76 + 0.24 * Math.abs(Math.sin(lobes * Math.sqrt(t)))), start + sweep * t),
  );
  return smooth([...inner, ...outer.reverse()]);
}

export const stormSpiral: Scene = (frame) => {
  const { random } = frame;
  const onMap = ([longitude, latitude]: Point): Point => [
    990 + (longitude + 83.7) * 128,
    440 - (latitude - 19.2) * 128,
  ];
  const land = polygon(peninsula.map(onMap));
  const [cozumelX, cozumelY] = onMap([-86.9, 20.42]);
  const arms = [0, 62, 118, 180, 243, 300];
  return [
    flood(sea),
    ...sample(9, (t): Point => [t, 0]).map((_, i) =>
      stroke(curve(swell(60 + i * 104, 12, 700 + i * 30, i)), tint(deep, 0.35, sea), 5),
    ),
    overprint(frame, stroke(land, tint(sea, 0.45), 40)),
    knockout(frame, land, ochre),
    oval(cozumelX, cozumelY, 14, 32, ochre, 22),
    place(
      990,
      440,
      [
        overprint(
          frame,
          place(
            16,
            22,
            [
              ...arms.map((at, i) => fill(rainBand(random, at, 250, 640 + (i % 3) * 110, 0.5), deep)),
              disc(0, 0, 190, deep),
            ].join(''),
          ),
          0.85,
        ),
        ...arms.map((at, i) =>
          fill(rainBand(random, at, 250, 640 + (i % 3) * 110, 0.46), i % 2 === 0 ? paper : tint(sea, 0.2)),
        ),
        ...arms.map((at, i) =>
          fill(rainBand(random, at + 24, 190, 390 + (i % 2) * 60, 0.26), tint(sea, i % 2 === 0 ? 0.34 : 0.12)),
        ),
        disc(0, 0, 168, paper),
        ring(0, 0, 132, tint(sea, 0.4), 14),
        ring(0, 0, 98, tint(sea, 0.6), 10),
        disc(0, 0, 66, deep),
        disc(8, 8, 44, obsidian),
      ].join(''),
    ),
  ].join('');
};

/** A palapa's edge from inside: dark thatch with a ragged fringe along its foot. */
function thatchEdge(random: Random, inside: Ink, straw: Ink): Svg {
  const fringe = sample(81, (t, i): Point => [
    1640 - t * 1680,
    176 + 60 * Math.abs(t - 0.5) + (i % 2 === 0 ? 62 : 14) + random.jitter(12),
  ]);
  return (
    fill(polygon([[-20, -20], [1620, -20], ...fringe]), straw) +
    fill(polygon([[-20, -20], [1620, -20], ...fringe.map(([x, y]): Point => [x, y - 78])]), inside) +
    repeat(9, (i) => line([-60 + i * 220, -20], [120 + i * 160, 150], straw, 16)) +
    line([-20, 96], [1620, 96], straw, 24)
  );
}

/** A striped hammock slung between two points, with a reader in it. */
function hammock(frame: Frame, from: Point, to: Point): Svg {
  const sag = (t: number, depth: number): Point => [
    from[0] + (to[0] - from[0]) * t,
    from[1] + (to[1] - from[1]) * t + depth * Math.sin(Math.PI * t) ** 0.86,
  ];
  const rim = (depth: number): Point[] => sample(17, (t) => sag(0.16 + t * 0.68, depth));
  const cloth = `${curve(rim(190))}L${curve([...rim(352)].reverse()).slice(1)}Z`;
  const stripes = repeat(6, (i) =>
    stroke(curve(rim(206 + i * 28)), [ochre, paper, ochre, deep, ochre, paper][i] ?? paper, 13),
  );
  const cords = (
    [
      [from, 0.16],
      [to, 0.84],
    ] as const
  ).map(([end, t]) => repeat(7, (i) => line(end, sag(t, 190 + i * 26), deep, 4)));
  const [restX, restY] = sag(0.5, 250);
  const sleeper = place(
    restX,
    restY,
    [
      stroke('M60 6L170 -58L252 30', clay, 34),
      stroke('M60 10L180 96L200 210', clay, 32),
      fill('M182 204L236 214L234 232H182Z', obsidian),
      fill('M-140 -66C-60 -40 40 -40 92 -14L70 44C-20 44 -100 24 -150 -30Z', paper),
      stroke('M-100 -34L-30 -112L-6 -120', clay, 24),
      disc(-186, -66, 44, clay),
      fill(
        'M-186 -112C-240 -112 -244 -30 -206 -22C-214 -50 -190 -70 -150 -84C-154 -102 -168 -112 -186 -112Z',
        obsidian,
      ),
      fill('M-20 -170L58 -150L46 -84L-34 -106Z', bougainvillea),
      line([19, -160], [6, -96], paper, 6),
    ].join(''),
  );
  return (
    cords.join('') +
    sleeper +
    overprint(frame, place(0, 0, fill(cloth, tint(deep, 0.5))), 0.4) +
    knockout(frame, cloth, bougainvillea) +
    clip('hammock', cloth, stripes)
  );
}

export const hammockRain: Scene = (frame) => {
  const { random } = frame;
  return [
    flood(tint(sea, 0.3)),
    fill(under(treeline(random, 500, 90, 60), 900), tint(sea, 0.5)),
    place(420, 640, palm(random, { height: 400, lean: 120, trunk: tint(sea, 0.75), leaves: tint(sea, 0.75) })),
    place(1230, 640, palm(random, { height: 340, lean: 110, trunk: tint(sea, 0.75), leaves: tint(sea, 0.75) })),
    repeat(9, (_, t) => fill(crown(random, t * 1640, 640, 120, 0.8), overlap(leaf, tint(sea, 0.4)))),
    fill(
      under(
        [
          [-40, 690],
          [800, 676],
          [1660, 690],
        ],
        900,
      ),
      tint(sea, 0.62),
    ),
    rain(random, 170, paper),
    ...[
      [330, 712],
      [1140, 706],
      [760, 700],
      [1360, 724],
    ].map(([x = 0, y = 0]) => oval(x, y, 70, 9, tint(sea, 0.25))),
    box(0, 744, 1600, 160, clay),
    box(0, 744, 1600, 16, bark),
    repeat(8, (i) => line([i * 240 - 100, 900], [100 + i * 200, 760], bark, 5)),
    box(112, 60, 66, 900, obsidian),
    box(1420, 60, 72, 900, obsidian),
    box(112, 60, 20, 900, bark),
    box(1420, 60, 20, 900, bark),
    thatchEdge(random, obsidian, bark),
    repeat(26, (i) =>
      fill(`M${36 + i * 62} ${262 + 40 * Math.abs(i / 26 - 0.5) + (i % 3) * 24}q-9 20 0 26q9 -6 0 -26Z`, paper),
    ),
    multiply(oval(800, 800, 420, 22, tint(obsidian, 0.6))),
    hammock(frame, [164, 340], [1436, 320]),
    repeat(3, (i) => line([150, 330 + i * 14], [186, 326 + i * 14], paper, 8)),
    repeat(3, (i) => line([1414, 308 + i * 14], [1494, 312 + i * 14], paper, 8)),
  ].join('');
};

/** A black rooftop water tank on its stand, 200 wide, foot on the origin. */
function tinaco(body: Ink, shine: Ink): Svg {
  return (
    fill('M-100 0V-190C-100 -216 -70 -236 -40 -242H40C70 -236 100 -216 100 -190V0Z', body) +
    repeat(4, (i) => box(-106, -44 - i * 46, 212, 14, tint(body, 0.78), 7)) +
    stroke('M-66 -26V-186', shine, 9) +
    box(-36, -266, 72, 28, body, 6) +
    stroke('M100 -24H150V120', body, 10)
  );
}

export const waterTap: Scene = (frame) => {
  const { random } = frame;
  const drop = 'M0 -92C34 -36 52 -10 52 22C52 56 28 78 0 78C-28 78 -52 56 -52 22C-52 -10 -34 -36 0 -92Z';
  return [
    flood(tint(sea, 0.24)),
    knockout(frame, round(1290, 220, 120), ochre),
    fill(cloud(random, 940, 300, 420), paper),
    fill(cloud(random, 1420, 380, 340), paper),
    box(700, 520, 300, 400, tint(sea, 0.5)),
    box(1330, 560, 300, 360, tint(sea, 0.5)),
    box(600, 610, 220, 300, tint(sea, 0.66)),
    box(960, 600, 470, 320, tint(ochre, 0.55)),
    box(940, 584, 510, 28, sand),
    box(1330, 612, 100, 308, overlap(sand, tint(obsidian, 0.2))),
    ...[
      [1030, 690],
      [1170, 690],
    ].map(([x = 0, y = 0]) => box(x, y, 84, 110, deep) + box(x + 38, y, 8, 110, paper)),
    ...[968, 990, 1400, 1420].map((x) => line([x, 586], [x + random.jitter(6), 506], clay, 5)),
    box(1090, 540, 190, 14, obsidian),
    line([1104, 546], [1104, 590], obsidian, 10),
    line([1266, 546], [1266, 590], obsidian, 10),
    place(1186, 542, tinaco(obsidian, tint(sea, 0.6)), { scale: 1.05 }),
    stroke('M640 616C760 640 860 632 944 600', obsidian, 4),
    fill('M690 632L750 634V700H694ZM776 634L826 628L832 690L780 696Z', bougainvillea),
    box(-20, 0, 150, 920, clay),
    repeat(7, (i) => box(-20, 128 * i, 150, 8, bark)),
    box(118, 0, 16, 920, bark),
    overprint(frame, place(18, 20, tapShape(tint(obsidian, 0.4), tint(obsidian, 0.4), tint(obsidian, 0.4))), 0.5),
    tapShape(ochre, overlap(ochre, tint(clay, 0.7)), paper),
    place(566, 690, fill(drop, sea) + stroke('M-26 26C-24 46 -12 56 2 58', paper, 9)),
    fill('M380 826H760L730 920H410Z', deep),
    oval(570, 826, 192, 28, obsidian),
    oval(570, 830, 168, 20, sea),
    oval(566, 830, 70, 9, paper),
    oval(566, 830, 50, 6, sea),
  ].join('');
};

/** A garden tap reaching in from the left, its spout over x = 566. */
function tapShape(brass: Ink, shade: Ink, light: Ink): Svg {
  return [
    box(90, 296, 300, 110, brass),
    box(90, 370, 300, 36, shade),
    box(124, 266, 46, 170, brass, 12),
    box(124, 380, 46, 56, shade, 12),
    fill('M360 270H470C580 270 636 336 636 430V520H496V440C496 416 480 406 456 406H360Z', brass),
    fill('M360 370H452C500 370 530 400 530 440V520H496V440C496 416 480 406 456 406H360Z', shade),
    fill('M596 520V430C596 380 572 330 520 300C600 314 636 370 636 430V520Z', shade),
    box(478, 506, 176, 56, brass, 10),
    box(478, 540, 176, 22, shade, 8),
    stroke('M500 522H560', light, 8),
    box(372, 200, 92, 80, brass),
    box(430, 200, 34, 80, shade),
    box(352, 252, 132, 34, brass, 8),
    box(400, 120, 36, 90, shade),
    box(246, 74, 344, 58, brass, 29),
    box(246, 106, 344, 26, shade, 13),
    disc(418, 103, 40, brass),
    disc(418, 103, 18, shade),
    stroke('M282 92H350', light, 9),
    stroke('M140 318H330', light, 8),
  ].join('');
}

export const residencyDesk: Scene = (frame) => {
  const { random } = frame;
  const view = 'M430 40H1010V470H430Z';
  const form = (tintOf: Ink): Svg =>
    fill('M-150 -190H150V190H-150Z', tintOf) +
    box(-118, -158, 70, 86, tint(sea, 0.45)) +
    disc(-83, -126, 18, deep) +
    fill('M-112 -74C-112 -106 -54 -106 -54 -74Z', deep) +
    repeat(3, (i) => box(-26, -152 + i * 32, 140 - i * 28, 10, tint(deep, 0.5))) +
    repeat(6, (i) => box(-118, -40 + i * 34, 236 - (i % 3) * 46, 8, tint(deep, 0.4)));
  const seal = (x: number, y: number, radius: number, turn: number): Svg =>
    place(
      x,
      y,
      ring(0, 0, radius, bougainvillea, 9) +
        ring(0, 0, radius * 0.72, bougainvillea, 4) +
        repeat(12, (i) =>
          place(0, 0, line([0, -radius * 0.86], [0, -radius * 0.84], bougainvillea, 7), {
            turn: i * 30,
          }),
        ) +
        fill(
          `M0 ${-radius * 0.5}L${radius * 0.14} ${-radius * 0.14}L${radius * 0.5} 0L${radius * 0.14} ${radius * 0.14}L0 ${radius * 0.5}L${-radius * 0.14} ${radius * 0.14}L${-radius * 0.5} 0L${-radius * 0.14} ${-radius * 0.14}Z`,
          bougainvillea,
        ),
      { turn },
    );
  return [
    flood(tint(ochre, 0.32)),
    fill(
      polygon([
        [430, 470],
        [1010, 470],
        [1300, 900],
        [640, 900],
      ]),
      tint(ochre, 0.18),
    ),
    clip(
      'view',
      view,
      [
        flood(tint(sea, 0.22)),
        knockout(frame, round(880, 150, 64), ochre),
        fill(cloud(random, 580, 190, 240), paper),
        box(400, 300, 700, 200, sea),
        glints(random, { x: 430, y: 310, w: 580, h: 110 }, 22, paper, 60),
        fill(
          under(
            [
              [400, 440],
              [700, 424],
              [1040, 440],
            ],
            520,
          ),
          sand,
        ),
        place(530, 480, palm(random, { height: 330, lean: 70, trunk: deep, leaves: deep })),
      ].join(''),
    ),
    stroke(view, paper, 26, 'butt'),
    line([720, 40], [720, 470], paper, 14),
    line([430, 250], [1010, 250], paper, 10),
    box(396, 470, 650, 32, paper),
    ...[
      [250, 40],
      [1030, 40],
    ].map(
      ([x = 0, y = 0]) =>
        box(x, y, 160, 440, deep, 6) + repeat(12, (i) => box(x + 16, y + 18 + i * 34, 128, 18, tint(deep, 0.7), 4)),
    ),
    place(
      1330,
      600,
      [
        line([0, 0], [0, -250], obsidian, 14),
        oval(0, 0, 100, 20, obsidian),
        stroke('M0 -250C-10 -330 -90 -330 -130 -290', obsidian, 13),
        fill('M-226 -196C-230 -280 -170 -316 -120 -306C-84 -300 -60 -270 -62 -232Z', obsidian),
        fill('M-222 -200L-64 -234L-70 -220C-100 -196 -180 -178 -222 -186Z', ochre),
      ].join(''),
    ),
    fill(
      polygon([
        [-20, 620],
        [1620, 580],
        [1620, 920],
        [-20, 920],
      ]),
      clay,
    ),
    fill(
      polygon([
        [-20, 600],
        [1620, 562],
        [1620, 584],
        [-20, 624],
      ]),
      ochre,
    ),
    ...[700, 790].map((y) => stroke(`M-20 ${y}L1620 ${y - 46}`, bark, 4)),
    multiply(
      fill(
        polygon([
          [250, 600],
          [590, 560],
          [760, 886],
          [360, 930],
        ]),
        tint(obsidian, 0.4),
      ),
    ),
    place(470, 744, form(tint(sand, 0.6)), { turn: 9 }),
    place(410, 716, form(paper), { turn: -8 }),
    overprint(frame, seal(478, 812, 74, -14)),
    place(
      830,
      740,
      fill('M-92 -126H92C102 -126 106 -120 106 -112V112C106 120 102 126 92 126H-92Z', deep) +
        ring(4, -22, 46, ochre, 7) +
        stroke('M-42 -22H50M4 -68V24M-26 -58Q4 -22 -26 14M34 -58Q4 -22 34 14', ochre, 4) +
        box(-52, 62, 112, 10, ochre) +
        box(-30, 84, 68, 8, ochre),
      { turn: 7 },
    ),
    place(
      1150,
      800,
      [
        multiply(oval(16, 26, 120, 28, tint(obsidian, 0.6))),
        fill('M-104 -14H104L112 26H-112Z', obsidian),
        box(-104, -40, 208, 30, ochre, 6),
        fill('M-44 -38C-44 -90 -22 -100 -24 -150H24C22 -100 44 -90 44 -38Z', bark),
        disc(0, -180, 56, bark),
        oval(-18, -198, 14, 9, ochre, -30),
      ].join(''),
      { scale: 1.12 },
    ),
    place(
      1440,
      760,
      [
        fill('M-70 -130H70L58 70H-58Z', sea),
        fill('M20 -130H70L58 70H16Z', deep),
        oval(0, -130, 70, 15, obsidian),
        line([-30, -130], [-60, -270], ochre, 13),
        line([6, -130], [12, -296], bougainvillea, 13),
        line([34, -130], [76, -250], paper, 13),
      ].join(''),
    ),
    place(180, 860, line([-90, 0], [110, -60], obsidian, 17) + line([86, -53], [128, -66], ochre, 9)),
  ].join('');
};

/** A tomato or lime half seen from above. */
function slice(x: number, y: number, radius: number, skin: Ink, flesh: Ink): Svg {
  return (
    disc(x, y, radius, skin) +
    disc(x, y, radius * 0.84, flesh) +
    repeat(7, (i) =>
      place(
        x,
        y,
        fill(
          `M0 ${-radius * 0.14}L${radius * 0.22} ${-radius * 0.7}Q0 ${-radius * 0.84} ${-radius * 0.22} ${-radius * 0.7}Z`,
          tint(skin, 0.55, flesh),
        ),
        { turn: i * 51.4 },
      ),
    )
  );
}

export const comalKitchen: Scene = (frame) => {
  const { random } = frame;
  const tortilla = (x: number, y: number, radius: number): Svg =>
    disc(x + 8, y + 10, radius, obsidian) +
    fill(smooth(sample(14, (t) => polar(x, y, radius * random.between(0.96, 1.04), t * 334))), tint(ochre, 0.48)) +
    repeat(9, () => {
      const [dx, dy] = polar(x, y, radius * random.between(0.1, 0.72), random.between(0, 360));
      return oval(
        dx,
        dy,
        random.between(6, 16),
        random.between(4, 10),
        random.chance(0.4) ? clay : tint(clay, 0.5),
        random.between(0, 180),
      );
    });
  const pepper = (turn: number, length: number, ink: Ink): Svg =>
    place(
      0,
      0,
      fill(
        `M0 -14C${length * 0.5} -30 ${length * 0.9} -16 ${length} 14C${length * 0.8} 6 ${length * 0.5} 20 0 14Z`,
        ink,
      ) + stroke(`M2 0C-14 0 -24 -10 -34 -6`, leaf, 9),
      { turn },
    );
  return [
    flood(tint(clay, 0.5)),
    ...[0, 1, 2, 3].map((row) =>
      repeat(6, (i) =>
        box(
          -60 + i * 300 + (row % 2) * 150,
          row * 240 - 20,
          286,
          226,
          row % 2 === i % 2 ? tint(clay, 0.42) : tint(clay, 0.36),
          6,
        ),
      ),
    ),
    multiply(disc(640, 480, 452, tint(obsidian, 0.5))),
    disc(610, 450, 446, obsidian),
    ring(610, 450, 418, tint(obsidian, 0.8), 16),
    disc(610, 450, 390, tint(obsidian, 0.9)),
    box(960, 420, 130, 60, obsidian, 26),
    box(130, 420, 60, 60, obsidian, 20),
    tortilla(470, 300, 148),
    tortilla(760, 320, 142),
    tortilla(430, 590, 140),
    tortilla(720, 620, 150),
    multiply(disc(1310, 318, 240, tint(obsidian, 0.4))),
    disc(1290, 296, 240, tint(obsidian, 0.72)),
    repeat(60, () => {
      const [x, y] = polar(1290, 296, random.between(204, 234), random.between(0, 360));
      return disc(x, y, random.between(3, 6), obsidian);
    }),
    disc(1290, 296, 196, obsidian),
    fill(smooth(sample(16, (t) => polar(1290, 300, random.between(160, 178), t * 337))), chilli),
    fill(smooth(sample(12, (t) => polar(1280, 290, random.between(104, 130), t * 330))), tint(chilli, 0.72, ochre)),
    repeat(26, () => {
      const [x, y] = polar(1286, 296, random.between(10, 146), random.between(0, 360));
      return random.chance(0.5)
        ? oval(x, y, 11, 6, leaf, random.between(0, 180))
        : oval(x, y, 6, 4, tint(ochre, 0.5), random.between(0, 180));
    }),
    place(
      1420,
      236,
      fill(
        'M-150 46C-166 10 -140 -26 -104 -24L110 -104C150 -116 178 -64 146 -40L-60 64C-92 84 -136 80 -150 46Z',
        tint(obsidian, 0.5),
      ) + stroke('M-90 0L100 -76', tint(obsidian, 0.3), 10),
    ),
    slice(1130, 690, 86, leaf, tint(leaf, 0.35)),
    slice(1270, 770, 74, leaf, tint(leaf, 0.35)),
    place(1370, 620, pepper(24, 190, chilli)),
    place(1420, 720, pepper(-10, 170, chilli)),
    place(1390, 800, pepper(16, 190, leaf)),
    disc(1120, 850, 70, chilli),
    place(
      1120,
      846,
      repeat(5, (i) => blade(34, 14, i * 72, leaf)),
    ),
    place(
      60,
      80,
      repeat(6, (i) => blade(130, 46, 10 + i * 26, leaf)),
    ),
    disc(80, 800, 100, chilli),
    place(
      86,
      792,
      repeat(5, (i) => blade(46, 18, 20 + i * 72, leaf)),
    ),
    place(560, 480, steam(300, 60, paper, 10)),
    place(660, 420, steam(240, -50, paper, 8)),
  ].join('');
};
