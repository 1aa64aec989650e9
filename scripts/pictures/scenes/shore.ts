/** Where the land meets the sea: beaches, docks, boats and lights. */
import { bark, bougainvillea, clay, deep, obsidian, ochre, overlap, paper, sand, sea, tint } from '../palette.ts';
import type { Ink } from '../palette.ts';
import type { Random } from '../../shared/random.ts';
import {
  box,
  curve,
  disc,
  fill,
  flood,
  foreshorten,
  knockout,
  line,
  multiply,
  oval,
  overprint,
  place,
  polygon,
  repeat,
  sample,
  smooth,
  stroke,
  under,
  round,
} from '../svg.ts';
import type { Point, Scene, Svg } from '../svg.ts';
import { farBird, glidingPelican, pelican, tracks, turtle } from '../shapes/animals.ts';
import { beachedBow, lancha } from '../shapes/boats.ts';
import { lampPost, newLighthouse, oldLighthouse, palapa } from '../shapes/buildings.ts';
import { person, standing, strolling, walking } from '../shapes/people.ts';
import type { Pose } from '../shapes/people.ts';
import { frond, palm } from '../shapes/plants.ts';
import { cloud, rays, stars } from '../shapes/sky.ts';
import { glints, strewn, swell } from '../shapes/water.ts';

/** A palm's crown seen from straight above, with its shadow thrown down and right. */
function crownFromAbove(random: Random, reach: number, leaves: Ink, shadow: Ink): Svg {
  const star = (ink: Ink): Svg =>
    repeat(11, (i) => frond(reach * random.between(0.85, 1.05), i * 33 + random.jitter(6), ink, 0));
  return place(46, 60, star(shadow)) + star(leaves) + disc(0, 0, reach * 0.07, shadow);
}

/** A mat of weed: a band with a ragged edge on both sides. */
function weedBand(random: Random, y: number, thick: number, swing: number, phase: number): Point[] {
  const at = (x: number): number => y + swing * Math.sin(x / 210 + phase) + swing * 0.5 * Math.sin(x / 83 + phase * 2);
  const top = sample(54, (t): Point => [-400 + t * 2500, at(-400 + t * 2500) + random.jitter(9)]);
  const foot = sample(54, (t): Point => [
    2100 - t * 2500,
    at(2100 - t * 2500) + thick * (0.8 + 0.5 * Math.sin(t * 31 + phase)) + random.jitter(9),
  ]);
  return [...top, ...foot];
}

const raking: Pose = {
  hip: [0, -3.7],
  neck: [0.9, -6],
  arms: [
    [
      [1.2, -4.9],
      [2.2, -4.6],
    ],
    [
      [1.5, -4.6],
      [2.6, -3.9],
    ],
  ],
  legs: [
    [
      [0.7, -2],
      [0.6, 0],
    ],
    [
      [-0.5, -2],
      [-1, 0],
    ],
  ],
};

export const sargassumTide: Scene = (frame) => {
  const { random } = frame;
  const bands = [
    fill(smooth(weedBand(random, 250, 34, 30, 0.4)), overlap(clay, tint(sea, 0.55))),
    fill(smooth(weedBand(random, 372, 62, 24, 2.2)), clay),
    fill(smooth(weedBand(random, 492, 104, 20, 4)), bark),
    fill(smooth(weedBand(random, 486, 40, 20, 4)), clay),
  ];
  const beach = [
    box(-400, -500, 2600, 1000, sea),
    fill(
      under(
        sample(24, (t): Point => [-400 + t * 2500, 150 + 40 * Math.sin(t * 19)]),
        1600,
      ),
      tint(sea, 0.66),
    ),
    fill(
      under(
        sample(24, (t): Point => [-400 + t * 2500, 330 + 34 * Math.sin(t * 16 + 1)]),
        1600,
      ),
      tint(sea, 0.36),
    ),
    fill(
      under(
        sample(30, (t): Point => [-400 + t * 2500, 452 + 26 * Math.sin(t * 21 + 2)]),
        1600,
      ),
      paper,
    ),
    fill(
      under(
        sample(30, (t): Point => [-400 + t * 2500, 476 + 26 * Math.sin(t * 21 + 2)]),
        1600,
      ),
      sand,
    ),
    fill(
      under(
        sample(20, (t): Point => [-400 + t * 2500, 690 + 16 * Math.sin(t * 17)]),
        1600,
      ),
      tint(sand, 0.5),
    ),
    ...bands,
    strewn(random, { x: -200, y: 600, w: 2000, h: 110 }, 90, bark, 7),
  ];
  const workers = (
    [
      [560, 690, 190],
      [900, 560, 150],
    ] as const
  ).map(([x, y, tall], i) => {
    const figure = person(raking, {
      tall,
      skin: obsidian,
      top: i === 0 ? paper : bougainvillea,
      bottom: obsidian,
      hat: ochre,
    });
    const fork = stroke(
      `M${tall * 0.16} -${tall * 0.68}L${tall * 0.62} -4M${tall * 0.54} 2L${tall * 0.72} -10`,
      obsidian,
      6,
    );
    return (
      multiply(
        fill(
          smooth([
            [x - 20, y],
            [x + 140, y + 40],
            [x + 250, y + 84],
            [x + 120, y + 62],
            [x - 10, y + 16],
          ]),
          tint(obsidian, 0.25),
        ),
      ) + place(x, y, figure + fork)
    );
  });
  const heap = place(
    330,
    760,
    fill(
      smooth([
        [-130, 0],
        [-70, -76],
        [0, -104],
        [70, -80],
        [140, 0],
        [0, 16],
      ]),
      bark,
    ) +
      fill(
        smooth([
          [-104, -24],
          [-50, -84],
          [4, -100],
          [50, -84],
          [0, -56],
          [-60, -30],
        ]),
        clay,
      ),
  );
  return [
    place(0, 100, beach.join(''), { turn: -13 }),
    heap,
    ...workers,
    place(1370, 760, crownFromAbove(random, 260, deep, tint(clay, 0.55, sand))),
    place(1080, 930, crownFromAbove(random, 210, deep, tint(clay, 0.55, sand))),
  ].join('');
};

export const turtleNesting: Scene = (frame) => {
  const { random } = frame;
  const night = obsidian;
  const beach = tint(deep, 0.52);
  const path = sample(12, (t): Point => [700 + t * 480, 590 - t * 196 - 30 * Math.sin(t * 3)]);
  return [
    flood(deep),
    place(0, 0, stars(random, 1600, 150, 50, tint(ochre, 0.4))),
    disc(1240, 150, 84, tint(ochre, 0.45)),
    box(0, 186, 1600, 200, overlap(deep, tint(deep, 0.6))),
    repeat(11, (i) =>
      fill(
        smooth([
          [1240 - 26 - i * 12, 196 + i * 11],
          [1240, 192 + i * 11],
          [1240 + 26 + i * 12, 196 + i * 11],
          [1240, 200 + i * 11],
        ]),
        tint(ochre, 0.45),
      ),
    ),
    fill(
      under(
        [
          [-40, 400],
          [300, 352],
          [700, 330],
          [1050, 316],
          [1400, 300],
          [1660, 306],
        ],
        900,
      ),
      paper,
    ),
    fill(
      under(
        [
          [-40, 418],
          [300, 374],
          [700, 348],
          [1050, 332],
          [1400, 318],
          [1660, 324],
        ],
        900,
      ),
      tint(deep, 0.74),
    ),
    fill(
      under(
        [
          [-40, 470],
          [300, 424],
          [700, 382],
          [1050, 360],
          [1400, 350],
          [1660, 356],
        ],
        900,
      ),
      beach,
    ),
    fill(
      under(
        [
          [-40, 780],
          [400, 812],
          [900, 770],
          [1300, 800],
          [1660, 760],
        ],
        900,
      ),
      tint(night, 0.25, beach),
    ),
    tracks(path, 62, tint(night, 0.5, beach)),
    foreshorten(560, 680, place(12, 22, turtle(night, night, night), { scale: 1.85, turn: 152 }), 0.68),
    foreshorten(
      560,
      660,
      place(0, 0, turtle(tint(deep, 0.92), tint(ochre, 0.55), tint(ochre, 0.55)), {
        scale: 1.85,
        turn: 152,
      }),
      0.68,
    ),
    oval(930, 640, 96, 34, night),
    [
      [890, 634],
      [912, 646],
      [922, 626],
      [944, 642],
      [956, 628],
      [968, 646],
      [934, 656],
    ]
      .map(([x = 0, y = 0]) => disc(x, y, 11, paper))
      .join(''),
    place(
      1420,
      900,
      repeat(8, (_, t) => frond(240, -170 + t * 160, night, 0.3)),
    ),
    place(
      60,
      930,
      repeat(6, (_, t) => frond(200, -160 + t * 140, night, 0.3)),
    ),
  ].join('');
};

export const lagoonSevenColours: Scene = (frame) => {
  const { random } = frame;
  const blues: readonly Ink[] = [
    deep,
    tint(deep, 0.55, sea),
    sea,
    tint(sea, 0.76),
    tint(sea, 0.56),
    tint(sea, 0.38),
    tint(sea, 0.2),
  ];
  const tops = [126, 196, 276, 366, 470, 590, 730];
  const bands = blues.map((blue, i) =>
    fill(under(swell(tops[i] ?? 0, i === 0 ? 0 : 10 + i * 5, 1500 - i * 60, i * 2.1), 900), blue),
  );
  const plank = (t: number): readonly [Point, Point] => {
    const near = (1 - t) ** 1.9;
    const x = 620 + near * 640;
    const y = 334 + near * 620;
    const half = 18 + near * 190;
    return [
      [x - half, y],
      [x + half, y],
    ];
  };
  const planks = repeat(26, (i) => {
    const [left, right] = plank(i / 27);
    const [nextLeft, nextRight] = plank((i + 0.78) / 27);
    return fill(polygon([left, right, nextRight, nextLeft]), i % 4 === 1 ? tint(ochre, 0.75) : ochre);
  });
  const posts = repeat(7, (i) => {
    const t = 0.12 + i * 0.13;
    const [left, right] = plank(t);
    const drop = 16 + (1 - t) ** 1.9 * 150;
    const weight = 4 + (1 - t) ** 1.9 * 24;
    return [left, right].map(([x, y]) => line([x, y - drop * 0.7], [x, y + drop], deep, weight)).join('');
  });
  return [
    flood(tint(ochre, 0.22)),
    knockout(frame, round(300, 126, 60), ochre),
    fill(
      under(
        [
          [-40, 116],
          [200, 104],
          [420, 112],
          [700, 98],
          [1000, 110],
          [1300, 96],
          [1660, 108],
        ],
        128,
      ),
      deep,
    ),
    ...bands,
    stroke(curve(swell(730, 40, 1140, 12.6)), paper, 5),
    overprint(frame, glints(random, { x: 0, y: 150, w: 1600, h: 640 }, 46, tint(sea, 0.5), 110)),
    posts,
    planks,
    place(616, 338, palapa(random, clay, ochre, deep), { scale: 1.05 }),
    place(
      1180,
      214,
      fill('M0 -150L84 -14H0Z', paper) + fill('M-8 -120L-60 -14H-8Z', ochre) + fill('M-74 -8H96L70 18H-50Z', deep),
    ),
    place(
      300,
      650,
      fill('M-150 0C-80 -22 80 -22 150 -4C80 26 -80 26 -150 0Z', bougainvillea) +
        disc(-4, -62, 19, deep) +
        fill('M-32 0C-32 -50 24 -50 24 0Z', deep) +
        line([-96, -64], [86, 4], deep, 7) +
        fill('M-116 -76L-84 -70L-90 -52ZM100 14L76 14L84 -6Z', deep),
    ),
  ].join('');
};

export const fishingBoats: Scene = (frame) => {
  const { random } = frame;
  return [
    flood(tint(sea, 0.16)),
    fill(cloud(random, 420, 250, 520), paper),
    fill(cloud(random, 1010, 284, 300), paper),
    place(900, 110, glidingPelican(deep), { scale: 0.62 }),
    place(1060, 170, glidingPelican(deep), { scale: 0.4 }),
    place(760, 178, glidingPelican(deep), { scale: 0.34 }),
    box(0, 300, 1600, 320, tint(sea, 0.75)),
    fill(under(swell(400, 8, 700), 900), sea),
    place(250, 344, lancha({ hull: paper, stripe: deep, inside: deep }), { scale: 0.42 }),
    glints(random, { x: 0, y: 310, w: 1600, h: 120 }, 30, tint(sea, 0.3), 80),
    fill(under(swell(494, 12, 620, 2), 900), paper),
    fill(under(swell(514, 12, 620, 2), 900), sand),
    fill(under(swell(790, 20, 1300, 1), 900), tint(sand, 0.55)),
    multiply(repeat(3, (i) => oval([300, 1010, 640][i] ?? 0, [716, 736, 822][i] ?? 0, 260, 34, tint(obsidian, 0.32)))),
    place(290, 712, beachedBow(tint(sea, 0.5), paper, deep), { scale: 1.22, turn: -5 }),
    place(1010, 730, beachedBow(paper, sea, deep), { scale: 1.26, turn: 6 }),
    place(640, 820, beachedBow(ochre, bougainvillea, deep), { scale: 1.6 }),
    stroke('M640 560C700 700 900 760 1080 880', deep, 7),
    box(1352, 470, 74, 460, deep),
    box(1402, 470, 24, 460, obsidian),
    oval(1389, 470, 37, 12, tint(deep, 0.8)),
    place(1384, 474, pelican(deep, obsidian, ochre, paper), { scale: 1.75 }),
    box(1500, 640, 54, 300, deep),
    box(1536, 640, 18, 300, obsidian),
  ].join('');
};

export const seaWall: Scene = (frame) => {
  const balusters = repeat(17, (i) => {
    const t = (i / 16) ** 1.6;
    const x = 1560 - t * 1640;
    const top = 566 + t * 96;
    return fill(
      polygon([
        [x - 7 - t * 10, top],
        [x + 7 + t * 10, top],
        [x + 12 + t * 16, top + 36 + t * 92],
        [x - 12 - t * 16, top + 36 + t * 92],
      ]),
      obsidian,
    );
  });
  const walkers: readonly (readonly [number, number, number, Pose, boolean])[] = [
    [930, 790, 300, walking, false],
    [1040, 792, 282, strolling, true],
    [1290, 716, 170, strolling, false],
    [1424, 690, 130, walking, true],
  ];
  return [
    flood(tint(ochre, 0.5)),
    box(0, 0, 1600, 120, ochre),
    fill(under(swell(150, 16, 900), -10), ochre),
    fill(rays(560, 480, 1100, -180, 0, 18, 0.5), tint(ochre, 0.62)),
    knockout(frame, round(560, 470, 214), bougainvillea),
    ...[388, 428, 462].map((y, i) => box(300, y, 520, 6 + i * 5, tint(ochre, 0.56))),
    fill(
      smooth([
        [1040, 210],
        [1200, 190],
        [1480, 204],
        [1660, 190],
        [1660, 226],
        [1400, 236],
        [1180, 226],
      ]),
      bougainvillea,
    ),
    place(860, 250, farBird(40, obsidian)),
    place(950, 300, farBird(26, obsidian)),
    place(800, 320, farBird(20, obsidian)),
    fill(
      under(
        sample(9, (t): Point => [1080 + t * 560, 470 - (t > 0.15 ? 14 + 34 * Math.abs(Math.sin(t * 9)) : 0)]),
        482,
      ),
      obsidian,
    ),
    box(0, 480, 1600, 300, sea),
    repeat(12, (i) =>
      fill(
        smooth([
          [560 - 190 + (i % 3) * 26, 494 + i * 15],
          [560, 489 + i * 15],
          [560 + 180 - (i % 4) * 30, 494 + i * 15],
          [560, 500 + i * 15],
        ]),
        i % 2 === 0 ? bougainvillea : ochre,
      ),
    ),
    fill(
      polygon([
        [-20, 776],
        [1620, 598],
        [1620, 920],
        [-20, 920],
      ]),
      tint(ochre, 0.25),
    ),
    balusters,
    fill(
      polygon([
        [-20, 640],
        [1620, 552],
        [1620, 574],
        [-20, 682],
      ]),
      obsidian,
    ),
    fill(
      polygon([
        [-20, 776],
        [1620, 598],
        [1620, 612],
        [-20, 806],
      ]),
      obsidian,
    ),
    ...[
      [1490, 640, 260],
      [1180, 690, 400],
      [250, 830, 760],
    ].map(([x = 0, y = 0, tall = 0]) => place(x, y, lampPost(tall, obsidian, paper))),
    ...walkers.map(
      ([x, y, tall, pose, skirt]) =>
        multiply(
          fill(
            polygon([
              [x - 12, y],
              [x + 12, y],
              [x + tall * 0.7, y + tall * 0.44],
              [x + tall * 0.5, y + tall * 0.44],
            ]),
            tint(obsidian, 0.35),
          ),
        ) +
        place(
          x,
          y,
          person(pose, {
            tall,
            skin: obsidian,
            top: skirt ? bougainvillea : paper,
            bottom: skirt ? bougainvillea : obsidian,
            skirt,
          }),
          { flip: x > 1200 },
        ),
    ),
    place(
      610,
      850,
      person(standing, { tall: 250, skin: obsidian, top: ochre, bottom: obsidian, hat: paper }) + balloons(),
    ),
  ].join('');
};

/** A balloon seller's bunch, held above a figure 250 tall. */
function balloons(): Svg {
  const bunch: readonly (readonly [number, number, Ink])[] = [
    [60, -420, bougainvillea],
    [150, -400, paper],
    [104, -480, ochre],
    [20, -370, ochre],
    [180, -470, bougainvillea],
    [96, -356, paper],
  ];
  const strings = bunch.map(([x, y]) => line([34, -124], [x, y + 30], obsidian, 2.5)).join('');
  return (
    strings +
    bunch
      .map(
        ([x, y, ink]) => oval(x, y, 36, 42, ink) + fill(`M${x - 7} ${y + 50}L${x} ${y + 40}L${x + 7} ${y + 50}Z`, ink),
      )
      .join('')
  );
}

export const leaningLighthouse: Scene = (frame) => {
  const { random } = frame;
  return [
    flood(tint(sea, 0.42)),
    fill(rays(1390, 0, 1900, 80, 190, 11, 0.5), tint(sea, 0.32)),
    fill(cloud(random, 860, 330, 560), paper),
    fill(cloud(random, 180, 190, 340), paper),
    place(820, 130, farBird(34, deep)),
    place(910, 176, farBird(22, deep)),
    box(0, 610, 1600, 100, sea),
    box(0, 610, 1600, 22, deep),
    glints(random, { x: 0, y: 636, w: 1600, h: 60 }, 26, tint(sea, 0.4), 90),
    line([0, 604], [420, 604], deep, 9),
    repeat(8, (i) => line([20 + i * 52, 604], [20 + i * 52, 654], deep, 7)),
    place(300, 600, palapa(random, clay, ochre, deep), { scale: 0.5 }),
    fill(
      under(
        [
          [-40, 694],
          [360, 680],
          [800, 700],
          [1200, 676],
          [1660, 690],
        ],
        900,
      ),
      paper,
    ),
    fill(
      under(
        [
          [-40, 708],
          [360, 694],
          [800, 716],
          [1200, 690],
          [1660, 704],
        ],
        900,
      ),
      sand,
    ),
    place(1270, 716, newLighthouse(paper, tint(sea, 0.35), bougainvillea, ochre), { scale: 0.94 }),
    place(1500, 730, palm(random, { height: 330, lean: 60, trunk: deep, leaves: deep })),
    place(1060, 712, palm(random, { height: 210, lean: -40, trunk: deep, leaves: deep })),
    place(640, 812, oldLighthouse(paper, tint(sea, 0.55), deep, ochre), { scale: 1.62, turn: -13 }),
    fill(
      smooth([
        [380, 830],
        [470, 796],
        [640, 804],
        [820, 790],
        [900, 836],
        [640, 862],
      ]),
      sand,
    ),
    fill(
      under(
        [
          [-40, 836],
          [300, 822],
          [700, 846],
          [1200, 830],
          [1660, 850],
        ],
        900,
      ),
      tint(ochre, 0.6),
    ),
    multiply(
      fill(
        smooth([
          [760, 800],
          [900, 792],
          [1180, 806],
          [1330, 822],
          [1120, 828],
          [860, 822],
        ]),
        tint(obsidian, 0.35),
      ),
    ),
    place(250, 812, person(standing, { tall: 128, skin: deep, top: bougainvillea, bottom: deep })),
    place(310, 818, person(standing, { tall: 84, skin: deep, top: ochre, bottom: deep })),
  ].join('');
};
