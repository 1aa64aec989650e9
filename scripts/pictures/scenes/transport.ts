/** Getting about: the coast road, the train, the ferry, the airport. */
import { bougainvillea, clay, deep, leaf, obsidian, ochre, overlap, paper, sand, sea, tint } from '../palette.ts';
import {
  box,
  curve,
  disc,
  fill,
  flood,
  multiply,
  oval,
  overprint,
  place,
  polygon,
  repeat,
  smooth,
  stroke,
  under,
  knockout,
  round,
} from '../svg.ts';
import type { Point, Scene } from '../svg.ts';
import { farBird } from '../shapes/animals.ts';
import { ferry } from '../shapes/boats.ts';
import { person, standing, strolling } from '../shapes/people.ts';
import { crown, frond, palm, tuft } from '../shapes/plants.ts';
import { cloud, rays } from '../shapes/sky.ts';
import { glints, swell } from '../shapes/water.ts';
import { airliner, bus, trainCar, trainNose } from '../shapes/vehicles.ts';

export const busLine: Scene = (frame) => {
  const { random } = frame;
  return [
    flood(tint(ochre, 0.3)),
    knockout(frame, round(1280, 190, 104), ochre),
    fill(cloud(random, 520, 200, 480), paper),
    fill(cloud(random, 1330, 250, 380), paper),
    box(0, 330, 1600, 260, sea),
    box(0, 330, 1600, 26, deep),
    glints(random, { x: 0, y: 360, w: 1600, h: 160 }, 44, tint(sea, 0.45), 100),
    fill('M1660 250C1500 262 1420 296 1300 318C1240 330 1210 336 1180 344L1200 352H1660Z', deep),
    fill(
      under(
        [
          [-40, 560],
          [400, 530],
          [900, 560],
          [1660, 500],
        ],
        900,
      ),
      sand,
    ),
    stroke(
      curve([
        [-40, 556],
        [400, 526],
        [900, 556],
        [1660, 496],
      ]),
      paper,
      14,
    ),
    place(150, 690, palm(random, { height: 600, lean: 90, trunk: obsidian, leaves: deep })),
    place(1440, 690, palm(random, { height: 500, lean: -70, trunk: obsidian, leaves: deep })),
    place(1300, 680, palm(random, { height: 330, lean: 40, trunk: obsidian, leaves: deep })),
    box(0, 668, 1600, 30, paper),
    repeat(20, (i) => box(i * 84, 668, 42, 30, obsidian)),
    fill(
      polygon([
        [-20, 698],
        [1620, 698],
        [1620, 920],
        [-20, 920],
      ]),
      tint(obsidian, 0.72),
    ),
    repeat(6, (i) =>
      fill(
        polygon([
          [40 + i * 300, 852],
          [210 + i * 300, 852],
          [194 + i * 300, 872],
          [20 + i * 300, 872],
        ]),
        paper,
      ),
    ),
    multiply(oval(780, 800, 470, 22, tint(obsidian, 0.8))),
    place(770, 806, bus(ochre, deep, tint(sea, 0.35), obsidian, paper), { scale: 1.22 }),
  ].join('');
};

export const trainJungle: Scene = (frame) => {
  const { random } = frame;
  const slope = -0.26;
  const deckAt = (x: number): number => 640 + slope * x;
  const canopy = (rows: number, from: number, step: number, size: number, tilt = 0) =>
    repeat(rows, (row) =>
      repeat(13, (_, t) => {
        const ink = random.pick([
          leaf,
          tint(leaf, 0.78),
          tint(leaf, 0.6),
          overlap(leaf, tint(deep, 0.4)),
          tint(deep, 0.55, leaf),
        ]);
        const [x, y] = [-60 + t * 1720 + (row % 2) * 64, from + row * step + random.jitter(18) + tilt * t * 1600];
        const radius = size * random.between(0.75, 1.15);
        return (
          fill(crown(random, x, y + radius * 0.16, radius, 0.82), overlap(leaf, tint(obsidian, 0.6))) +
          fill(crown(random, x, y, radius, 0.8), ink) +
          fill(crown(random, x - radius * 0.2, y - radius * 0.24, radius * 0.5, 0.7), tint(ochre, 0.12, ink))
        );
      }),
    );
  const pillars = [90, 400, 710, 1020, 1330, 1600].map(
    (x) =>
      fill(
        polygon([
          [x - 20, deckAt(x)],
          [x + 20, deckAt(x)],
          [x + 26, deckAt(x) + 260],
          [x - 26, deckAt(x) + 260],
        ]),
        tint(obsidian, 0.55),
      ) + box(x + 4, deckAt(x) + 4, 18, 250, tint(obsidian, 0.75)),
  );
  const degrees = (Math.atan(slope) * 180) / Math.PI;
  const cars = [-560, -232, 96, 424].map((x) => place(x, 0, trainCar(paper, bougainvillea, deep), { scale: 1.08 }));
  const rail = [
    box(-900, -2, 2800, 16, obsidian),
    box(-900, 14, 2800, 34, tint(obsidian, 0.4)),
    repeat(60, (i) => box(-880 + i * 46, 14, 6, 34, tint(obsidian, 0.6))),
  ];
  return [
    flood(leaf),
    canopy(8, 20, 66, 92),
    multiply(
      fill(
        polygon([
          [-20, 740],
          [1620, 330],
          [1620, 420],
          [-20, 840],
        ]),
        tint(obsidian, 0.5),
      ),
    ),
    pillars.join(''),
    place(
      580,
      deckAt(580),
      [...rail, ...cars, place(752, 0, trainNose(paper, bougainvillea, deep), { scale: 1.08 })].join(''),
      { turn: degrees },
    ),
    canopy(6, 900, 74, 108, slope),
    place(1330, 120, farBird(44, paper)),
    place(1430, 170, farBird(30, paper)),
    place(1250, 190, farBird(26, paper)),
    place(1500, 90, farBird(24, paper)),
    repeat(5, (i) =>
      place(
        [180, 620, 980, 1380, 420][i] ?? 0,
        [830, 800, 720, 660, 180][i] ?? 0,
        repeat(9, (k) => frond(92, k * 40, overlap(leaf, tint(obsidian, 0.5)), 0.1)),
      ),
    ),
  ].join('');
};

export const ferryCrossing: Scene = (frame) => {
  const { random } = frame;
  const towers = [
    [90, 60, 70],
    [170, 90, 50],
    [250, 50, 90],
    [360, 76, 60],
    [1110, 44, 90],
    [1230, 80, 56],
    [1310, 58, 80],
    [1420, 96, 48],
    [1490, 60, 70],
  ] as const;
  return [
    flood(tint(ochre, 0.34)),
    fill(rays(1180, 226, 1700, 180, 360, 22, 0.5), tint(ochre, 0.42)),
    disc(1180, 226, 92, paper),
    ...towers.map(([x, tall, w]) => box(x, 226 - tall, w, tall, tint(deep, 0.55))),
    fill(
      under(
        [
          [-40, 206],
          [240, 196],
          [520, 214],
          [700, 226],
        ],
        232,
      ),
      deep,
    ),
    fill(
      under(
        [
          [960, 230],
          [1100, 210],
          [1340, 196],
          [1660, 206],
        ],
        232,
      ),
      deep,
    ),
    box(0, 226, 1600, 700, tint(sea, 0.8)),
    fill(under(swell(320, 9, 520), 900), sea),
    fill(under(swell(540, 14, 760, 2), 900), tint(deep, 0.45, sea)),
    fill(under(swell(760, 16, 900, 4), 900), deep),
    glints(random, { x: 900, y: 240, w: 560, h: 130 }, 30, paper, 100),
    glints(random, { x: 0, y: 250, w: 1600, h: 560 }, 40, tint(sea, 0.5), 120),
    fill('M-20 596C100 566 190 560 300 566L320 610C200 614 90 640 -20 690Z', paper),
    fill('M-20 620C90 596 200 588 300 590V604C200 608 100 622 -20 660Z', sea),
    overprint(frame, place(740, 596, fill('M-410 10H420L330 40H-350Z', deep)), 0.6),
    place(730, 584, ferry(ochre, paper, deep, bougainvillea), { scale: 1.22 }),
    fill(
      'M300 598C500 612 900 620 1130 596C1190 590 1230 560 1252 548C1250 590 1220 612 1160 620C900 640 500 634 280 616Z',
      paper,
    ),
    place(620, 90, farBird(34, deep)),
    place(720, 130, farBird(22, deep)),
    fill(
      polygon([
        [1010, 812],
        [1620, 740],
        [1620, 790],
        [1030, 872],
      ]),
      ochre,
    ),
    fill(
      polygon([
        [1030, 872],
        [1620, 790],
        [1620, 818],
        [1034, 896],
      ]),
      clay,
    ),
    ...[1060, 1220, 1390, 1570].map((x) => box(x, 780 - (x - 1060) * 0.11, 26, 200, obsidian)),
    place(1300, 800, person(standing, { tall: 170, skin: obsidian, top: paper, bottom: obsidian, hat: ochre })),
    place(
      1366,
      794,
      person(strolling, {
        tall: 156,
        skin: obsidian,
        top: bougainvillea,
        bottom: bougainvillea,
        skirt: true,
      }),
    ),
    box(1410, 738, 40, 54, obsidian, 6),
    place(
      1640,
      470,
      repeat(4, (i) => frond(270, -206 + i * 24, obsidian, 0.4)),
    ),
    place(
      -30,
      900,
      repeat(5, (i) => frond(300, -84 + i * 24, obsidian, 0.3)),
    ),
  ].join('');
};

export const airportRunway: Scene = (frame) => {
  const { random } = frame;
  const vanish: Point = [520, 662];
  const strip = (from: number, to: number) => polygon([vanish, [from, 920], [to, 920]]);
  const dashes = repeat(7, (i) => {
    const [near, far] = [0.1 + ((i + 0.55) / 7) ** 2.2 * 0.9, 0.1 + (i / 7) ** 2.2 * 0.9];
    const at = (share: number, side: number): Point => [
      vanish[0] + (740 - vanish[0] + side * 20) * share,
      vanish[1] + 258 * share,
    ];
    return fill(polygon([at(far, -1), at(far, 1), at(near, 1), at(near, -1)]), paper);
  });
  const palms = [
    [90, 690, 210, 30],
    [210, 684, 160, -18],
    [330, 676, 110, 10],
    [900, 676, 150, 22],
    [1020, 684, 220, -30],
    [1180, 694, 290, 36],
    [1350, 704, 240, -20],
    [1510, 716, 370, -50],
  ] as const;
  return [
    flood(tint(bougainvillea, 0.2, tint(ochre, 0.5))),
    fill(
      under(
        [
          [-40, 300],
          [500, 262],
          [1000, 300],
          [1660, 250],
        ],
        900,
      ),
      tint(ochre, 0.55),
    ),
    fill(
      under(
        [
          [-40, 520],
          [600, 486],
          [1100, 520],
          [1660, 480],
        ],
        900,
      ),
      tint(ochre, 0.8),
    ),
    disc(520, 600, 170, paper),
    ...[
      [230, 210, 420, 44],
      [1340, 420, 560, 50],
      [1180, 120, 380, 34],
    ].map(([x = 0, y = 0, w = 0, h = 0]) =>
      fill(
        smooth([
          [x - w / 2, y],
          [x - w / 5, y - h / 2],
          [x + w / 4, y - h / 3],
          [x + w / 2, y],
          [x, y + h / 3],
        ]),
        paper,
      ),
    ),
    fill(
      under(
        [
          [-40, 640],
          [300, 652],
          [700, 646],
          [1200, 654],
          [1660, 640],
        ],
        900,
      ),
      deep,
    ),
    box(0, 662, 1600, 260, tint(deep, 0.6, leaf)),
    ...palms.map(([x, y, tall, lean]) =>
      place(x, y, palm(random, { height: tall, lean, trunk: obsidian, leaves: obsidian })),
    ),
    box(700, 632, 22, 44, obsidian),
    fill('M690 606H732L724 634H698Z', obsidian),
    box(694, 596, 34, 12, ochre),
    fill(strip(-160, 1660), tint(obsidian, 0.75)),
    stroke(polygon([vanish, [-60, 920], [1560, 920]]), paper, 5),
    dashes,
    repeat(9, (i) => {
      const share = 0.14 + (i / 9) ** 1.8;
      return (
        disc(vanish[0] + (-250 - vanish[0]) * share, vanish[1] + 258 * share, 4 + share * 9, ochre) +
        disc(vanish[0] + (1750 - vanish[0]) * share, vanish[1] + 258 * share, 4 + share * 9, ochre)
      );
    }),
    multiply(
      fill(
        smooth([
          [640, 800],
          [900, 772],
          [1200, 790],
          [1040, 826],
          [760, 830],
        ]),
        tint(obsidian, 0.6),
      ),
    ),
    overprint(
      frame,
      place(860, 318, airliner(tint(deep, 0.4), tint(deep, 0.4), tint(deep, 0.4), tint(deep, 0.4)), {
        scale: 1.16,
        turn: -15,
      }),
      0.3,
    ),
    place(860, 318, airliner(paper, tint(deep, 0.6), bougainvillea, deep), {
      scale: 1.16,
      turn: -15,
    }),
    repeat(5, (_, t) => place(40 + t * 200, 930, tuft(random, 8, 90, obsidian))),
    place(1540, 930, tuft(random, 12, 170, obsidian)),
  ].join('');
};
