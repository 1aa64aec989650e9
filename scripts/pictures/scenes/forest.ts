/** The forest and what is under, along and inside it. */
import { bark, bougainvillea, clay, deep, leaf, obsidian, ochre, overlap, paper, sand, sea, tint } from '../palette.ts';
import type { Ink } from '../palette.ts';
import type { Random } from '../../shared/random.ts';
import {
  box,
  curve,
  disc,
  fill,
  flood,
  line,
  multiply,
  oval,
  overprint,
  place,
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
import type { Outline, Point, Scene, Svg } from '../svg.ts';
import { bee, farBird } from '../shapes/animals.ts';
import { steppedPyramid } from '../shapes/buildings.ts';
import { cyclist } from '../shapes/vehicles.ts';
import { blade, crown, frond, palm, propRoots, treeline, tuft } from '../shapes/plants.ts';
import { glow, mist } from '../shapes/sky.ts';
import { glints, ripples } from '../shapes/water.ts';

/** A hanging root, thick at the roof and splitting into hairs near the water. */
function hangingRoot(random: Random, x: number, top: number, foot: number, ink: Ink): Svg {
  const sway = random.jitter(26);
  const main = curve([
    [x, top],
    [x + sway, top + (foot - top) * 0.4],
    [x - sway * 0.6, top + (foot - top) * 0.75],
    [x + sway * 0.3, foot],
  ]);
  const hairs = [-14, 10, 22].map((reach) =>
    stroke(
      curve([
        [x - sway * 0.4, top + (foot - top) * 0.7],
        [x + reach * 0.7, foot - 30],
        [x + reach, foot + random.between(0, 36)],
      ]),
      ink,
      3,
    ),
  );
  return stroke(main, ink, random.between(7, 12)) + hairs.join('');
}

/** The height of the cavern's roof at x: an arch, lowest at the walls. */
const roof = (x: number): number => 150 + 300 * Math.abs((x - 810) / 760) ** 2.6;

/** The underside of the cavern's roof: a smooth arch. */
function archedRoof(random: Random): Outline {
  return under(
    sample(24, (t): Point => [-30 + t * 1660, roof(-30 + t * 1660) + random.jitter(10)]),
    -30,
  );
}

/** Stalactites of every length hung from the roof, none in the light. */
function stalactites(random: Random, count: number, longest: number): Outline {
  const feet = sample(count, (t): Point => [-20 + t * 1640 + random.jitter(24), 0])
    .map(([x]) => x)
    .filter((x) => Math.abs(x - 810) > 270);
  const hung = feet.map((x) => {
    const y = roof(x);
    const [half, length] = [random.between(9, 30), random.between(0.2, 1) ** 2 * longest + 24];
    return smooth([
      [x - half, y - 60],
      [x + half, y - 60],
      [x + half * 0.6, y + length * 0.3],
      [x + 3, y + length],
      [x - 3, y + length],
      [x - half * 0.7, y + length * 0.25],
    ]);
  });
  return hung.join('');
}

export const cenoteLight: Scene = (frame) => {
  const { random } = frame;
  const mouth = polygon([
    [560, -20],
    [604, 40],
    [590, 90],
    [622, 168],
    [1004, 168],
    [1034, 96],
    [1010, 50],
    [1066, -20],
  ]);
  const fringe = [
    [572, 20, 8],
    [590, 84, 24],
    [606, 140, 40],
    [1050, 16, 172],
    [1030, 80, 156],
    [1010, 136, 140],
    [566, 50, -20],
    [1056, 44, 200],
  ] as const;
  const roots = [
    [180, 540],
    [262, 430],
    [330, 620],
    [420, 470],
    [1180, 560],
    [1262, 420],
    [1340, 640],
    [1440, 500],
  ] as const;
  return [
    flood(deep),
    fill(
      smooth([
        [240, 640],
        [330, 330],
        [560, 190],
        [820, 150],
        [1080, 190],
        [1300, 330],
        [1390, 640],
      ]),
      tint(deep, 0.62, sea),
    ),
    fill(stalactites(random, 26, 330), overlap(deep, tint(obsidian, 0.5))),
    fill(
      under(
        [
          [-40, 640],
          [400, 632],
          [820, 640],
          [1240, 630],
          [1660, 642],
        ],
        900,
      ),
      sea,
    ),
    fill(
      smooth([
        [330, 668],
        [560, 634],
        [850, 628],
        [1130, 634],
        [1330, 668],
        [1180, 742],
        [840, 770],
        [480, 740],
      ]),
      tint(sea, 0.55),
    ),
    fill(
      smooth([
        [480, 664],
        [640, 644],
        [840, 640],
        [1060, 646],
        [1190, 668],
        [1080, 706],
        [840, 722],
        [600, 706],
      ]),
      tint(sea, 0.22),
    ),
    glow(
      polygon([
        [630, 60],
        [996, 60],
        [1210, 650],
        [450, 650],
      ]),
      paper,
      0.42,
    ),
    glow(
      polygon([
        [710, 60],
        [900, 60],
        [1010, 648],
        [640, 648],
      ]),
      paper,
      0.5,
    ),
    fill(archedRoof(random), obsidian),
    fill(stalactites(random, 34, 170), obsidian),
    fill(mouth, tint(ochre, 0.3)),
    ...fringe.map(([x, y, degrees]) => place(x, y, frond(120, degrees, obsidian, 0.25))),
    ...roots.map(([x, foot]) => hangingRoot(random, x, roof(x) - 10, foot, obsidian)),
    ...[
      [604, 560],
      [668, 360],
      [1002, 480],
      [946, 300],
    ].map(([x = 0, foot = 0]) => hangingRoot(random, x, 120, foot, leaf)),
    fill('M-20 920V540C60 520 150 560 190 640C240 700 260 760 330 800C360 830 380 870 390 920Z', obsidian),
    fill('M1620 920V500C1560 520 1500 600 1440 650C1380 700 1360 790 1290 830C1260 860 1240 890 1230 920Z', obsidian),
    ripples(850, 690, 4, 70, paper, 6),
    floater(850, 690),
    glints(random, { x: 300, y: 770, w: 1000, h: 110 }, 26, tint(sea, 0.6), 130),
  ].join('');
};

/** A swimmer floating on their back in the light, arms wide. */
function floater(x: number, y: number): Svg {
  return place(
    x,
    y,
    [
      stroke('M-8 -4L-70 -30M-8 4L-62 34', clay, 13),
      stroke('M60 -6L130 -16M60 6L126 22', clay, 14),
      fill('M-26 -16C10 -24 50 -20 70 -10V12C50 22 10 22 -26 16Z', bougainvillea),
      disc(-48, 0, 20, clay),
      fill('M-50 -21C-80 -24 -84 22 -50 21C-62 10 -62 -10 -50 -21Z', obsidian),
    ].join(''),
    { scale: 1.15, turn: -12 },
  );
}

/** One bank of mangroves: crowns above, a thicket of stilt roots below. */
function mangroveBank(random: Random, side: 1 | -1): Svg {
  const rows = [
    {
      reach: 150,
      water: 470,
      top: 330,
      tall: 120,
      root: tint(leaf, 0.7, deep),
      green: tint(leaf, 0.72),
    },
    {
      reach: 340,
      water: 560,
      top: 330,
      tall: 220,
      root: overlap(leaf, tint(deep, 0.4)),
      green: leaf,
    },
    { reach: 620, water: 720, top: 330, tall: 330, root: deep, green: tint(deep, 0.6, leaf) },
  ] as const;
  return rows
    .map(({ reach, water, top, tall, root, green }, i) => {
      const x = 800 + side * (reach + 40);
      const trunks = [0, 0.55, 1.2].map((step) => {
        const at = x + side * step * tall;
        return (
          line([at, water - tall * 0.5], [at + side * 10, top - 60], root, tall * 0.07) +
          propRoots(random, at, water - tall * 0.55, water + step * 40, tall * 0.6, root)
        );
      });
      const leaves = repeat(7, (_, t) =>
        fill(
          crown(
            random,
            x + side * (t * tall * 1.9 - tall * 0.1),
            top - 70 - tall * 0.35 + Math.sin(t * 9 + i) * 26 + (i - 1) * 16,
            tall * 0.5,
          ),
          green,
        ),
      );
      const reflection = overReflection(x, water, tall, side, root);
      return reflection + trunks.join('') + leaves;
    })
    .join('');
}

function overReflection(x: number, water: number, tall: number, side: 1 | -1, ink: Ink): Svg {
  return multiply(
    fill(
      smooth([
        [x - side * tall * 0.5, water + 4],
        [x + side * tall * 1.9, water + 20],
        [x + side * tall * 2.2, water + tall * 0.55],
        [x + side * tall * 0.2, water + tall * 0.42],
      ]),
      ink,
    ),
    0.35,
  );
}

export const mangroveChannel: Scene = (frame) => {
  const { random } = frame;
  return [
    flood(tint(ochre, 0.45)),
    disc(800, 330, 96, paper),
    fill(under(treeline(random, 412, 70, 40), 470), tint(leaf, 0.45)),
    fill(
      under(
        [
          [-40, 440],
          [800, 436],
          [1660, 440],
        ],
        900,
      ),
      tint(sea, 0.5),
    ),
    fill(
      smooth([
        [-60, 450],
        [690, 446],
        [600, 560],
        [520, 700],
        [300, 960],
        [-60, 960],
      ]),
      tint(sea, 0.72),
    ),
    fill(
      smooth([
        [1660, 450],
        [910, 446],
        [1000, 560],
        [1090, 700],
        [1300, 960],
        [1660, 960],
      ]),
      tint(sea, 0.72),
    ),
    repeat(9, (i) =>
      fill(
        smooth([
          [800 - 60 - i * 8, 462 + i * 13 + i * i * 3],
          [800, 458 + i * 13 + i * i * 3],
          [800 + 54 + (i % 3) * 18, 462 + i * 13 + i * i * 3],
          [800, 467 + i * 13 + i * i * 3.2],
        ]),
        i % 2 === 0 ? paper : tint(ochre, 0.45),
      ),
    ),
    mangroveBank(random, -1),
    mangroveBank(random, 1),
    place(800, 590, poledBoat(), { scale: 1.1 }),
    ...[620, 930, 1060].map((x, i) => ripples(x, 700 + i * 50, 2, 40, paper, 4)),
    place(-30, 40, overhangingBranch(random, obsidian)),
    place(1630, 20, overhangingBranch(random, obsidian), { flip: true }),
  ].join('');
};

/** A near branch of mangrove leaves, reaching right from the origin. */
function overhangingBranch(random: Random, ink: Ink): Svg {
  const spine = sample(9, (t): Point => [t * 430, 60 * Math.sin(t * 2.4) - t * 20]);
  const leaves = spine.map(([x, y], i) =>
    place(
      x,
      y,
      [-70, -20, 40, 100]
        .map((turn) => blade(random.between(86, 124), 44, turn + random.jitter(14) + i * 3, ink))
        .join(''),
    ),
  );
  return stroke(curve(spine), ink, 12) + leaves.join('');
}

/** A narrow skiff coming toward us, its guide standing with a pole. */
function poledBoat(): Svg {
  return [
    multiply(fill('M-86 6C-60 90 60 90 86 6C40 24 -40 24 -86 6Z', tint(obsidian, 0.5))),
    line([66, -250], [96, 60], obsidian, 7),
    fill('M-26 -60L-30 -150C-30 -176 34 -176 34 -150L28 -60Z', paper),
    stroke('M30 -146L70 -128L74 -170', clay, 15),
    stroke('M-26 -146L-46 -110L-24 -84', clay, 15),
    disc(2, -198, 24, clay),
    box(-46, -214, 96, 12, ochre, 6),
    box(-22, -240, 48, 30, ochre, 12),
    disc(-44, -66, 20, clay),
    fill('M-72 -12C-72 -56 -16 -56 -16 -12Z', bougainvillea),
    disc(48, -66, 20, clay),
    fill('M20 -12C20 -56 76 -56 76 -12Z', leaf),
    fill('M-100 -36C-60 -20 60 -20 100 -36C92 0 60 30 0 34C-60 30 -92 0 -100 -36Z', obsidian),
    stroke('M-98 -34C-60 -16 60 -16 98 -34', ochre, 8),
  ].join('');
}

export const pyramidDawn: Scene = (frame) => {
  const { random } = frame;
  return [
    flood(tint(ochre, 0.36)),
    fill(
      under(
        [
          [-40, 190],
          [500, 150],
          [1100, 196],
          [1660, 150],
        ],
        -20,
      ),
      tint(bougainvillea, 0.2, tint(ochre, 0.3)),
    ),
    fill(
      under(
        [
          [-40, 90],
          [400, 116],
          [900, 70],
          [1660, 100],
        ],
        -20,
      ),
      tint(bougainvillea, 0.4, tint(ochre, 0.3)),
    ),
    knockout(frame, round(1000, 400, 250), ochre),
    disc(1000, 400, 186, tint(ochre, 0.62)),
    place(360, 190, farBird(36, obsidian)),
    place(446, 226, farBird(24, obsidian)),
    place(300, 244, farBird(20, obsidian)),
    fill(under(treeline(random, 640, 44, 46), 900), tint(leaf, 0.42)),
    fill(mist(420, 640, 1200, 60), tint(ochre, 0.25)),
    place(
      740,
      726,
      steppedPyramid(
        tint(bougainvillea, 0.3, obsidian),
        tint(bougainvillea, 0.08, obsidian),
        tint(ochre, 0.85),
        obsidian,
      ),
      { scale: 1.24 },
    ),
    fill(mist(1240, 690, 1000, 74), tint(ochre, 0.3)),
    fill(mist(240, 706, 760, 50), tint(ochre, 0.3)),
    fill(under(treeline(random, 740, 60, 54), 900), tint(leaf, 0.75)),
    repeat(16, (_, t) =>
      fill(crown(random, -20 + t * 1640, 806 + 22 * Math.sin(t * 21), random.between(70, 110)), leaf),
    ),
    place(190, 860, palm(random, { height: 250, lean: 30, trunk: obsidian, leaves: obsidian })),
    place(1440, 880, palm(random, { height: 300, lean: -36, trunk: obsidian, leaves: obsidian })),
    repeat(15, (_, t) =>
      fill(
        crown(random, -20 + t * 1640, 900 + 16 * Math.sin(t * 17), random.between(70, 120), 0.7),
        overlap(leaf, tint(obsidian, 0.7)),
      ),
    ),
  ].join('');
};

export const cyclePath: Scene = (frame) => {
  const { random } = frame;
  const trunks = [120, 470, 1130, 1490].map((x, i) => {
    const w = [64, 46, 50, 74][i] ?? 50;
    const lean = [26, -14, 18, -30][i] ?? 0;
    const outline = smooth([
      [x - w, 690],
      [x - w * 0.5, 620],
      [x - w * 0.4 + lean, 330],
      [x - w * 0.6 + lean, 60],
      [x + w * 0.5 + lean, 60],
      [x + w * 0.4 + lean, 330],
      [x + w * 0.5, 620],
      [x + w, 690],
    ]);
    const limbs =
      stroke(
        curve([
          [x + lean, 340],
          [x + lean + 60, 250],
          [x + lean + 150, 170],
        ]),
        obsidian,
        w * 0.42,
      ) +
      stroke(
        curve([
          [x + lean, 290],
          [x + lean - 60, 210],
          [x + lean - 150, 150],
        ]),
        obsidian,
        w * 0.36,
      );
    return fill(outline, obsidian) + limbs;
  });
  const dapples = repeat(40, () =>
    oval(
      random.between(0, 1600),
      random.between(720, 850),
      random.between(14, 52),
      random.between(4, 12),
      tint(ochre, 0.35),
    ),
  );
  const foliage = (y: number, size: number, ink: Ink, count: number): Svg =>
    repeat(count, (_, t) =>
      fill(crown(random, -40 + t * 1680, y + random.jitter(34), size * random.between(0.8, 1.2), 0.75), ink),
    );
  return [
    flood(tint(leaf, 0.22)),
    disc(830, 330, 230, tint(ochre, 0.55)),
    disc(830, 330, 150, tint(ochre, 0.25)),
    fill(under(treeline(random, 560, 90, 44), 700), tint(leaf, 0.42)),
    repeat(13, (i) =>
      line([50 + i * 130, 300], [50 + i * 130 + random.jitter(16), 620], tint(leaf, 0.6), random.between(10, 20)),
    ),
    foliage(240, 120, tint(leaf, 0.55), 13),
    fill(
      under(
        [
          [-40, 620],
          [500, 606],
          [1100, 622],
          [1660, 606],
        ],
        900,
      ),
      tint(leaf, 0.8),
    ),
    fill(
      polygon([
        [-20, 700],
        [1620, 690],
        [1620, 870],
        [-20, 880],
      ]),
      overlap(sand, tint(ochre, 0.5)),
    ),
    dapples,
    trunks.join(''),
    box(0, -10, 1600, 60, overlap(leaf, tint(obsidian, 0.7))),
    foliage(110, 150, leaf, 11),
    foliage(-10, 150, overlap(leaf, tint(obsidian, 0.7)), 10),
    stroke('M-20 876L1620 868', paper, 7),
    multiply(oval(830, 812, 260, 18, tint(obsidian, 0.5))),
    place(830, 806, cyclist(bougainvillea, obsidian, clay, paper, ochre), { scale: 1.32 }),
    repeat(14, (_, t) =>
      place(-20 + t * 1640, 920, tuft(random, 9, random.between(70, 120), overlap(leaf, tint(obsidian, 0.7)))),
    ),
  ].join('');
};

export const jungleRoad: Scene = (frame) => {
  const { random } = frame;
  const road = (half: number): Outline => {
    const spine = [
      [880, 384, 0.05],
      [842, 420, 0.1],
      [880, 468, 0.2],
      [960, 530, 0.36],
      [900, 640, 0.62],
      [700, 770, 1],
      [480, 930, 1.5],
    ] as const;
    return smooth([
      ...spine.map(([x, y, w]): Point => [x - half * w, y]),
      ...[...spine].reverse().map(([x, y, w]): Point => [x + half * w, y]),
    ]);
  };
  const wall = (side: 1 | -1): Svg =>
    [tint(leaf, 0.6), tint(leaf, 0.85), overlap(leaf, tint(obsidian, 0.5)), overlap(leaf, tint(obsidian, 0.85))]
      .map((ink, i) =>
        repeat(7, (_, t) =>
          fill(
            crown(
              random,
              870 + side * (110 + i * 190 + t * 90 + t * i * 40),
              380 - t * (250 + i * 70) + i * 62,
              90 + i * 44,
            ),
            ink,
          ),
        ),
      )
      .join('');
  return [
    flood(tint(ochre, 0.3)),
    knockout(frame, round(880, 250, 120), ochre),
    fill(under(treeline(random, 386, 60, 30), 900), tint(leaf, 0.5)),
    fill(
      under(
        [
          [-40, 420],
          [880, 390],
          [1660, 420],
        ],
        900,
      ),
      tint(leaf, 0.75),
    ),
    fill(road(330), tint(ochre, 0.55)),
    fill(road(284), tint(obsidian, 0.78)),
    fill(
      'M884 424L874 440L882 442L890 426ZM896 474L918 492L930 490L906 470ZM944 540L938 566L958 566L962 540ZM898 634L854 674L884 678L926 638ZM780 732L690 790L734 796L818 738ZM600 850L510 920H576L650 858Z',
      paper,
    ),
    wall(-1),
    wall(1),
    place(
      20,
      940,
      repeat(6, (i) => frond(400, -104 + i * 21, i % 2 === 0 ? obsidian : leaf, 0.25)),
    ),
    line([1200, 930], [1200, 400], paper, 20),
    line([1206, 930], [1206, 400], tint(obsidian, 0.5), 8),
    place(1200, 410, warningSign()),
    place(
      1560,
      960,
      repeat(6, (i) => blade(360, 60, -170 + i * 22, i % 2 === 0 ? overlap(leaf, tint(obsidian, 0.9)) : leaf)),
    ),
    place(1010, 930, tuft(random, 11, 150, overlap(leaf, tint(obsidian, 0.8)))),
    place(1330, 940, tuft(random, 9, 170, obsidian)),
  ].join('');
};

/** The yellow diamond that warns of a jaguar crossing, 360 across. */
function warningSign(): Svg {
  const diamond = (half: number): Outline => `M0 ${-half}L${half} 0L0 ${half}L${-half} 0Z`;
  const jaguar =
    fill(
      'M-92 -34C-60 -48 -20 -38 20 -40C44 -42 62 -46 76 -54L84 -70L96 -58C116 -60 128 -46 136 -34C140 -26 134 -18 122 -16L98 -14C94 2 96 20 108 40L122 60H96C84 44 70 24 64 6C34 14 4 14 -24 8C-34 24 -36 34 -22 60H-48C-58 38 -62 24 -62 8C-74 24 -92 36 -86 60H-110C-118 34 -106 18 -100 -2C-104 -16 -102 -28 -92 -34Z',
      obsidian,
    ) + stroke('M-94 -22C-140 -20 -128 -84 -160 -78', obsidian, 13);
  const spots = [
    [-50, -18],
    [-24, -24],
    [4, -22],
    [32, -22],
    [-36, -2],
    [-8, -4],
    [20, -4],
    [46, -8],
  ]
    .map(([x = 0, y = 0]) => disc(x, y, 5.5, ochre))
    .join('');
  return (
    fill(diamond(196), paper) +
    fill(diamond(184), ochre) +
    `<path d="${diamond(164)}" fill="none" stroke="${obsidian}" stroke-width="9"/>` +
    place(2, -8, jaguar + spots, { scale: 0.92 })
  );
}

export const honeyLog: Scene = (frame) => {
  const { random } = frame;
  const end = (x: number, y: number, radius: number): Svg =>
    [
      disc(x + 14, y + 10, radius, overlap(bark, tint(obsidian, 0.5))),
      disc(x, y, radius, bark),
      disc(x, y, radius * 0.87, ochre),
      ring(x, y, radius * 0.68, clay, 4),
      disc(x, y, radius * 0.56, tint(ochre, 0.6)),
      stroke(
        `M${x - radius * 0.4} ${y + radius * 0.18}Q${x} ${y + radius * 0.34} ${x + radius * 0.36} ${y + radius * 0.1}`,
        clay,
        4,
      ),
    ].join('');
  const log = (y: number, x: number, radius: number): Svg => {
    const grain = repeat(4, (i) =>
      stroke(
        `M${x + 60} ${y - radius * 0.6 + i * radius * 0.4}C${x + 300} ${y - radius * 0.66 + i * radius * 0.42} ${x + 600} ${y - radius * 0.5 + i * radius * 0.4} ${x + 1200} ${y - radius * 0.6 + i * radius * 0.4}`,
        bark,
        5,
      ),
    );
    const mid = x + 520;
    return (
      box(x, y - radius, 1500, radius * 2, clay) +
      fill(`M${x} ${y + radius * 0.3}H1640V${y + radius}H${x}Z`, bark) +
      grain +
      end(x, y, radius) +
      disc(mid, y - 8, 22, obsidian) +
      ring(mid, y - 8, 32, ochre, 12)
    );
  };
  return [
    flood(tint(leaf, 0.4)),
    repeat(12, (_, t) => fill(crown(random, t * 1640, 260 + 60 * Math.sin(t * 17), 130), tint(leaf, 0.62))),
    repeat(9, (_, t) => fill(crown(random, t * 1640, 640 + 50 * Math.sin(t * 13), 170), leaf)),
    fill(
      polygon([
        [-20, -20],
        [1620, -20],
        [1620, 128],
        ...sample(60, (t, i): Point => [1620 - t * 1640, i % 2 === 0 ? 176 : 136]),
      ]),
      clay,
    ),
    repeat(40, (i) => line([i * 42, -10], [i * 42 - 14, 134], bark, 5)),
    box(560, 120, 44, 800, obsidian),
    box(1400, 120, 44, 800, obsidian),
    log(330, 520, 112),
    log(560, 440, 118),
    log(800, 500, 122),
    fill('M946 566C950 650 930 690 930 726C930 762 990 762 990 726C990 690 972 650 974 566Z', ochre),
    oval(948, 728, 6, 14, paper),
    ...[
      [900, 470, 24],
      [1110, 300, -40],
      [820, 690, 60],
    ].map(([x = 0, y = 0, turn = 0]) => place(x, y, bee(obsidian, ochre, paper), { scale: 0.5, turn })),
    place(
      220,
      330,
      overprint(frame, bee(tint(leaf, 0.7), tint(leaf, 0.7), tint(leaf, 0.7)), 0.6) + bee(obsidian, ochre, paper),
      { scale: 2.1, turn: 62 },
    ),
    place(250, 700, bee(obsidian, ochre, paper), { scale: 0.9, turn: 24 }),
    place(
      -20,
      930,
      repeat(5, (i) => blade(380, 90, -88 + i * 20, overlap(leaf, tint(obsidian, 0.7)))),
    ),
  ].join('');
};
