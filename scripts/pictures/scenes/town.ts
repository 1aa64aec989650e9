/** Streets and rooms full of people: market, taco cart, chamber, plaza. */
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
  sea,
  tint,
} from '../palette.ts';
import type { Ink } from '../palette.ts';
import {
  box,
  curve,
  disc,
  fill,
  flood,
  foreshorten,
  line,
  multiply,
  oval,
  place,
  polar,
  polygon,
  repeat,
  ring,
  sample,
  smooth,
  stroke,
  under,
  round,
} from '../svg.ts';
import type { Outline, Point, Scene, Svg } from '../svg.ts';
import { person, standing, strolling } from '../shapes/people.ts';
import type { Pose } from '../shapes/people.ts';
import { bananas, crate, heap, papaya, pineapple, watermelon } from '../shapes/food.ts';
import { crown } from '../shapes/plants.ts';
import { glow, stars, steam } from '../shapes/sky.ts';

/** A striped awning: sloping stripes ending in scallops. The top edge is level at y. */
function awning(
  x: number,
  y: number,
  w: number,
  drop: number,
  stripes: number,
  inks: readonly [Ink, Ink],
  flare = 40,
): Svg {
  const step = w / stripes;
  const spread = (w + flare * 2) / stripes;
  return repeat(stripes, (i) => {
    const [left, right] = [x + i * step, x + (i + 1) * step];
    const [footLeft, footRight] = [x - flare + i * spread, x - flare + (i + 1) * spread];
    const radius = (footRight - footLeft) / 2;
    return fill(
      `M${left} ${y}H${right}L${footRight} ${y + drop}A${radius} ${radius * 0.9} 0 0 1 ${footLeft} ${y + drop}Z`,
      inks[i % 2 === 0 ? 0 : 1],
    );
  });
}

export const marketAwnings: Scene = (frame) => {
  const { random } = frame;
  return [
    flood(tint(ochre, 0.4)),
    box(0, 120, 1600, 500, tint(ochre, 0.62)),
    ...[120, 560, 1010, 1420].map(
      (x) =>
        box(x, 280, 130, 300, tint(clay, 0.7)) +
        fill(`M${x} 282C${x} 200 ${x + 130} 200 ${x + 130} 282Z`, tint(clay, 0.7)),
    ),
    ...[300, 1240].map((x) => place(x, 210, bananas(ochre, leaf), { scale: 1.15 })),
    place(1080, 214, bananas(leaf, obsidian), { scale: 0.9 }),
    place(460, 210, bananas(leaf, obsidian), { scale: 0.86 }),
    place(
      780,
      860,
      person(
        {
          ...standing,
          arms: [
            [
              [-1.5, -5],
              [-2.1, -4.1],
            ],
            [
              [1.5, -5.2],
              [1.9, -6.2],
            ],
          ],
        },
        { tall: 600, skin: bark, top: paper, bottom: obsidian, hat: ochre },
      ),
    ),
    place(932, 372, disc(0, 0, 40, chilli) + disc(-8, -8, 32, tint(chilli, 0.8, ochre))),
    fill('M700 520C730 560 830 560 860 520L874 740H690Z', bougainvillea),
    box(40, 180, 18, 700, obsidian),
    box(1542, 180, 18, 700, obsidian),
    awning(-60, -20, 560, 190, 7, [bougainvillea, paper]),
    awning(540, -60, 520, 190, 7, [leaf, paper], 30),
    awning(1100, -20, 560, 190, 7, [bougainvillea, paper]),
    box(-10, 640, 1620, 280, bark),
    box(-10, 626, 1620, 26, obsidian),
    place(150, 632, heap(4, 38, ochre, clay, leaf)),
    ...[384, 478, 572].map((x, i) =>
      place(x, 606, pineapple(`pineapple-${i}`, i === 1 ? tint(ochre, 0.8) : ochre, clay, leaf), {
        scale: 0.84,
      }),
    ),
    place(1110, 640, heap(4, 36, chilli, overlap(chilli, tint(obsidian, 0.3)), leaf)),
    place(1420, 640, heap(4, 44, leaf, overlap(leaf, tint(obsidian, 0.4)), ochre)),
    ...[120, 440, 1110, 1430].map((x) => place(x, 900, crate(300, 120, clay, obsidian))),
    ...[40, 130, 220].map((x) =>
      place(x, 740, watermelon(leaf, paper, chilli, obsidian), {
        scale: 0.8,
        turn: x === 130 ? 5 : -6,
      }),
    ),
    ...[360, 450, 535].map((x, i) =>
      place(x, 740, papaya(leaf, tint(clay, 0.9, ochre), obsidian, random), {
        scale: 0.7,
        turn: -20 + i * 20,
      }),
    ),
    repeat(5, (i) => place(1000 + i * 56, 800, disc(0, 0, 34, clay) + disc(-4, -4, 29, ochre))),
    repeat(4, (i) => place(1028 + i * 56, 752, disc(0, 0, 34, clay) + disc(-4, -4, 29, ochre))),
    repeat(4, (i) =>
      place(
        1330 + i * 66,
        786,
        fill(
          'M0 -44C34 -44 40 -10 38 12C34 40 14 48 0 48C-14 48 -34 40 -38 12C-40 -10 -34 -44 0 -44Z',
          i % 2 === 0 ? overlap(leaf, tint(obsidian, 0.3)) : leaf,
        ),
      ),
    ),
    box(640, 700, 300, 220, obsidian),
    box(656, 716, 268, 204, clay),
    place(
      790,
      700,
      fill('M-90 0H90L70 -14H-70Z', obsidian) +
        line([0, -14], [0, -60], obsidian, 8) +
        fill('M-110 -58H110C96 -28 -96 -28 -110 -58Z', tint(obsidian, 0.7)) +
        place(0, -56, heap(3, 22, leaf, overlap(leaf, tint(obsidian, 0.3)), ochre)),
    ),
  ].join('');
};

export const nightFoodCart: Scene = (frame) => {
  const { random } = frame;
  const trompo: Outline = 'M-64 -150C-20 -166 20 -166 64 -150L50 -96L40 -40L18 10H-18L-40 -40L-50 -96Z';
  const glowDisc = (x: number, y: number, radius: number): Svg =>
    [1, 0.72, 0.46].map((share) => glow(round(x, y, radius * share, radius * share * 0.8), ochre, 0.16)).join('');
  return [
    flood(obsidian),
    box(0, 0, 1600, 640, tint(deep, 0.5, obsidian)),
    stars(random, 1600, 200, 36, tint(ochre, 0.5)),
    fill(
      polygon([
        [-20, 660],
        [-20, 330],
        [180, 330],
        [180, 260],
        [360, 260],
        [360, 400],
        [470, 400],
        [470, 660],
      ]),
      obsidian,
    ),
    fill(
      polygon([
        [1140, 660],
        [1140, 360],
        [1250, 360],
        [1250, 250],
        [1440, 250],
        [1440, 310],
        [1620, 310],
        [1620, 660],
      ]),
      obsidian,
    ),
    ...[
      [60, 400],
      [120, 470],
      [220, 320],
      [290, 320],
      [1300, 310],
      [1300, 400],
      [1500, 380],
      [1540, 460],
    ].map(([x = 0, y = 0], i) => box(x, y, 36, 50, i % 3 === 0 ? ochre : tint(deep, 0.9, obsidian))),
    glowDisc(780, 470, 680),
    fill(
      smooth([
        [60, 820],
        [420, 768],
        [820, 758],
        [1240, 770],
        [1560, 830],
        [1180, 890],
        [420, 892],
      ]),
      overlap(ochre, tint(obsidian, 0.62)),
    ),
    box(490, 250, 590, 300, tint(ochre, 0.82)),
    box(490, 250, 590, 24, clay),
    ...[560, 900, 1010].map(
      (x) => line([x, 240], [x, 292], obsidian, 5) + disc(x, 304, 24, paper) + glow(round(x, 304, 50), paper, 0.35),
    ),
    place(
      870,
      760,
      person(
        {
          ...standing,
          arms: [
            [
              [-1.4, -4.9],
              [-2.4, -5.3],
            ],
            [
              [1.2, -4.8],
              [0.6, -4.1],
            ],
          ],
        },
        { tall: 470, skin: bark, top: paper, bottom: obsidian },
      ),
    ),
    place(870, 306, fill('M-40 6H40V-14C40 -40 -40 -40 -40 -14Z', bougainvillea)),
    fill('M824 404H916L930 560H810Z', bougainvillea),
    stroke('M842 406L850 370M900 406L892 370', bougainvillea, 8),
    place(
      690,
      532,
      line([0, 40], [0, -210], obsidian, 10) +
        fill(trompo, chilli) +
        repeat(7, (i) =>
          stroke(
            `M${-58 + i * 5} ${-132 + i * 20}Q0 ${-118 + i * 20} ${58 - i * 5} ${-132 + i * 20}`,
            i % 2 === 0 ? clay : ochre,
            6,
          ),
        ) +
        fill('M-32 -160C-34 -196 34 -196 32 -160Z', ochre) +
        repeat(4, (i) => place(-15 + i * 10, -188, fill('M-6 0L0 -34L6 0Z', leaf), { turn: -24 + i * 16 })),
      { scale: 1.18 },
    ),
    line([794, 410], [724, 424], paper, 10),
    awning(450, 150, 670, 100, 9, [bougainvillea, paper], 34),
    box(420, 548, 740, 34, obsidian),
    box(440, 582, 700, 190, tint(deep, 0.9, obsidian)),
    repeat(4, (i) => box(466 + i * 168, 604, 140, 140, tint(sea, 0.75, obsidian), 6)),
    repeat(4, (i) => disc(536 + i * 168, 674, 30, i % 2 === 0 ? ochre : bougainvillea)),
    line([500, 548], [500, 220], obsidian, 12),
    line([1074, 548], [1074, 220], obsidian, 12),
    ...[550, 1030].map(
      (x) =>
        disc(x, 786, 56, obsidian) +
        ring(x, 786, 40, tint(ochre, 0.6, obsidian), 7) +
        repeat(4, (i) => place(x, 786, line([-38, 0], [38, 0], tint(ochre, 0.6, obsidian), 5), { turn: i * 45 })),
    ),
    ...[
      [990, 538],
      [1050, 538],
      [560, 538],
    ].map(([x = 0, y = 0], i) =>
      fill(`M${x - 26} ${y - 34}H${x + 26}L${x + 18} ${y + 10}H${x - 18}Z`, [leaf, chilli, paper][i] ?? paper),
    ),
    place(690, 330, steam(230, 60, tint(ochre, 0.4), 9)),
    place(740, 330, steam(170, -40, tint(ochre, 0.4), 7)),
    place(
      300,
      858,
      person(
        {
          ...standing,
          arms: [
            [
              [-0.9, -4.9],
              [-0.5, -3.9],
            ],
            [
              [1.2, -4.9],
              [1.8, -5.8],
            ],
          ],
        },
        { tall: 430, skin: obsidian, top: tint(deep, 0.85, obsidian), bottom: obsidian },
      ),
    ),
    place(
      392,
      860,
      person(strolling, {
        tall: 380,
        skin: obsidian,
        top: tint(bougainvillea, 0.45, obsidian),
        bottom: tint(bougainvillea, 0.45, obsidian),
        skirt: true,
      }),
    ),
    stroke('M340 486C352 520 352 600 338 640', ochre, 6),
    stroke('M420 556C434 590 440 640 432 690', ochre, 6),
    place(
      1260,
      862,
      person(
        {
          ...standing,
          arms: [
            [
              [-1.2, -5],
              [-1.6, -5.9],
            ],
            [
              [0.9, -4.9],
              [0.9, -3.8],
            ],
          ],
        },
        {
          tall: 440,
          skin: obsidian,
          top: tint(clay, 0.4, obsidian),
          bottom: obsidian,
          hat: obsidian,
        },
      ),
    ),
    stroke('M1222 500C1208 540 1212 600 1222 650', ochre, 6),
    box(1340, 800, 70, 12, obsidian),
    box(1350, 812, 12, 70, obsidian),
    box(1388, 812, 12, 70, obsidian),
  ].join('');
};

/** A curved row of seats round the tribune, seen from the back of the hall. */
function seatRow(radius: number, seat: number, ink: Ink, shade: Ink, taken: (i: number) => Ink | undefined): Svg {
  const squash = 0.52;
  const step = (seat / radius) * 72;
  const count = Math.floor(148 / step);
  return repeat(count, (i) => {
    const degrees = 16 + (148 - (count - 1) * step) / 2 + i * step;
    const [x, flat] = polar(0, 0, radius, degrees);
    const y = flat * squash;
    if (Math.abs(x) < 26 + Math.max(0, y - 170) * 0.31 + seat * 0.5) return '';
    const sitter = taken(i);
    const figure = sitter
      ? place(
          x,
          y - seat * 0.72,
          disc(0, -seat * 0.2, seat * 0.24, obsidian) +
            fill(
              `M${-seat * 0.4} ${seat * 0.5}C${-seat * 0.4} ${-seat * 0.02} ${seat * 0.4} ${-seat * 0.02} ${seat * 0.4} ${seat * 0.5}Z`,
              sitter,
            ),
        )
      : '';
    return (
      figure +
      place(
        x,
        y,
        box(-seat * 0.44, -seat * 0.66, seat * 0.88, seat * 0.9, shade, seat * 0.2) +
          box(-seat * 0.44, -seat * 0.7, seat * 0.82, seat * 0.86, ink, seat * 0.2) +
          line([-seat * 0.3, -seat * 0.48], [seat * 0.24, -seat * 0.48], shade, seat * 0.05),
        { turn: (90 - degrees) * -0.1 },
      )
    );
  });
}

export const senateChamber: Scene = (frame) => {
  const { random } = frame;
  const wine = tint(bougainvillea, 0.82, obsidian);
  const rows = [
    [330, 48],
    [470, 62],
    [640, 80],
    [850, 104],
    [1110, 134],
  ] as const;
  const desk = (radius: number, thick: number): Svg =>
    foreshorten(
      800,
      330,
      stroke(curve(sample(40, (t) => polar(0, 0, radius, 17 + t * 146))), clay, thick, 'butt'),
      0.52,
    );
  return [
    flood(tint(ochre, 0.36)),
    fill(
      polygon([
        [-20, -20],
        [1620, -20],
        [1620, 330],
        [-20, 330],
      ]),
      tint(ochre, 0.5),
    ),
    repeat(11, (i) => box(i * 160 - 30, 0, 26, 330, tint(ochre, 0.72))),
    box(0, 44, 1600, 18, clay),
    box(560, 40, 160, 260, tint(leaf, 0.75)),
    box(720, 40, 160, 260, paper),
    box(880, 40, 160, 260, tint(chilli, 0.66)),
    ring(800, 166, 54, ochre, 10),
    fill(polygon(sample(16, (t, i) => polar(800, 166, i % 2 === 0 ? 38 : 18, t * 337.5))), ochre),
    box(540, 30, 520, 18, obsidian),
    ...[300, 1300].map(
      (x) =>
        line([x, 330], [x, 90], obsidian, 8) +
        fill(
          `M${x} 96C${x + 70} 110 ${x + 40} 190 ${x + 80} 250L${x} 270Z`,
          x === 300 ? tint(leaf, 0.75) : tint(chilli, 0.66),
        ) +
        fill(`M${x} 96C${x - 50} 120 ${x - 30} 190 ${x - 60} 240L${x} 270Z`, paper) +
        disc(x, 86, 11, ochre),
    ),
    fill(
      under(
        [
          [-40, 352],
          [800, 318],
          [1660, 352],
        ],
        900,
      ),
      tint(bark, 0.4),
    ),
    fill(
      smooth([
        [480, 352],
        [800, 318],
        [1120, 352],
        [1060, 470],
        [800, 500],
        [540, 470],
      ]),
      tint(bark, 0.22),
    ),
    box(560, 270, 480, 76, clay),
    box(548, 258, 504, 18, bark),
    repeat(5, (i) =>
      place(
        620 + i * 90,
        258,
        disc(0, -40, 17, obsidian) + fill('M-30 0C-30 -34 30 -34 30 0Z', i === 2 ? deep : obsidian),
      ),
    ),
    repeat(6, (i) => box(578 + i * 78, 286, 60, 50, bark, 4)),
    place(
      800,
      430,
      disc(0, -128, 24, obsidian) +
        fill('M-40 -40C-40 -112 40 -112 40 -40Z', deep) +
        stroke('M-36 -76L-84 -120', deep, 17) +
        disc(-88, -124, 10, obsidian) +
        fill('M-62 -52H62L50 30H-50Z', bark) +
        box(-70, -62, 140, 16, obsidian) +
        stroke('M14 -62L24 -94', obsidian, 5),
    ),
    ...rows.map(
      ([radius, seat], row) =>
        desk(radius - seat * 0.72, seat * 0.34) +
        place(
          800,
          330,
          seatRow(radius, seat, row % 2 === 0 ? wine : tint(bougainvillea, 0.68, obsidian), obsidian, () =>
            random.chance(0.52) ? random.pick([deep, obsidian, tint(leaf, 0.9, obsidian), bark]) : undefined,
          ),
        ),
    ),
    fill(
      polygon([
        [770, 500],
        [830, 500],
        [960, 920],
        [640, 920],
      ]),
      tint(ochre, 0.42),
    ),
    fill(
      polygon([
        [782, 500],
        [818, 500],
        [904, 920],
        [696, 920],
      ]),
      tint(leaf, 0.62),
    ),
    repeat(6, (i) => line([772 - i * 24, 530 + i * 70], [828 + i * 24, 530 + i * 70], tint(obsidian, 0.6), 4)),
  ].join('');
};

const playing = (left: Pose['arms'][0], right: Pose['arms'][1]): Pose => ({
  ...standing,
  arms: [left, right],
});

/** A guitar across the body, neck up to the right. */
function guitar(body: Ink, hole: Ink, neck: Ink, scale: number): Svg {
  return place(
    0,
    0,
    box(60, -11, 170, 22, neck, 4) +
      box(222, -17, 44, 34, neck, 6) +
      fill('M-110 0C-110 -70 -30 -76 -6 -46C16 -58 72 -56 72 0C72 56 16 58 -6 46C-30 76 -110 70 -110 0Z', body) +
      disc(8, 0, 22, hole) +
      line([-62, -22], [-62, 22], hole, 8) +
      line([-62, 0], [220, 0], hole, 3),
    { turn: -24, scale },
  );
}

/** A trumpet from mouth to bell, pointing right. */
function trumpet(brass: Ink): Svg {
  return (
    stroke('M0 0H120M30 4V34H90V4', brass, 9) +
    fill('M110 -5C140 -8 160 -18 172 -36V36C160 18 140 8 110 5Z', brass) +
    repeat(3, (i) => line([44 + i * 16, 6], [44 + i * 16, -18], brass, 7))
  );
}

export const plazaMusic: Scene = (frame) => {
  const { random } = frame;
  const wires = [
    [
      [-40, 90],
      [420, 230],
      [860, 120],
    ],
    [
      [740, 60],
      [1180, 230],
      [1660, 90],
    ],
    [
      [-40, 250],
      [300, 330],
      [620, 190],
    ],
    [
      [1010, 180],
      [1320, 320],
      [1660, 230],
    ],
  ] as const;
  const bulbsAlong = (points: readonly Point[]): Svg => {
    const [a = [0, 0], b = [0, 0], c = [0, 0]] = points as readonly Point[];
    const at = (t: number): Point => [
      (1 - t) ** 2 * a[0] + 2 * t * (1 - t) * b[0] + t * t * c[0],
      (1 - t) ** 2 * a[1] + 2 * t * (1 - t) * (b[1] + 70) + t * t * c[1],
    ];
    return (
      stroke(curve(sample(13, at)), obsidian, 4) +
      repeat(10, (i) => {
        const [x, y] = at((i + 0.5) / 10);
        return (
          glow(round(x, y + 16, 30), ochre, 0.28) +
          line([x, y], [x, y + 8], obsidian, 6) +
          disc(x, y + 17, 12, tint(ochre, 0.5))
        );
      })
    );
  };
  const cape = { tall: 470, skin: clay, bottom: obsidian, top: paper, hat: ochre } as const;
  return [
    flood(deep),
    fill(
      under(
        [
          [-40, 560],
          [500, 500],
          [1100, 520],
          [1660, 470],
        ],
        900,
      ),
      tint(deep, 0.72, bougainvillea),
    ),
    stars(random, 1600, 260, 40, tint(ochre, 0.5)),
    fill('M180 640V330H250V230L300 150L350 230V330H560V230L610 150L660 230V330H730V640Z', obsidian),
    disc(455, 400, 42, tint(ochre, 0.8)),
    fill('M400 640V540C400 460 510 460 510 540V640Z', tint(ochre, 0.8)),
    ...[300, 610].map((x) => fill(`M${x - 20} 330V280C${x - 20} 250 ${x + 20} 250 ${x + 20} 280V330Z`, deep)),
    line([300, 156], [300, 108], obsidian, 6),
    line([284, 126], [316, 126], obsidian, 6),
    line([610, 156], [610, 108], obsidian, 6),
    line([594, 126], [626, 126], obsidian, 6),
    ...[
      [1180, 470, 170],
      [1400, 430, 210],
      [1600, 470, 170],
      [20, 480, 160],
    ].map(
      ([x = 0, y = 0, r = 0]) =>
        box(x - 16, y, 32, 240, obsidian) + fill(crown(random, x, y, r), tint(obsidian, 0.8, deep)),
    ),
    fill(
      under(
        [
          [-40, 640],
          [800, 626],
          [1660, 640],
        ],
        900,
      ),
      tint(ochre, 0.62),
    ),
    fill(
      smooth([
        [120, 790],
        [500, 700],
        [1000, 690],
        [1500, 780],
        [1240, 880],
        [400, 890],
      ]),
      tint(ochre, 0.34),
    ),
    repeat(15, (i) => line([800 + (i - 7) * 60, 640], [800 + (i - 7) * 260, 910], tint(clay, 0.6), 4)),
    ...[690, 770].map((y) => line([-20, y], [1620, y], tint(clay, 0.6), 4)),
    ...wires.map((wire) => bulbsAlong(wire)),
    multiply([340, 640, 960, 1290].map((x) => oval(x + 40, 838, 130, 20, tint(bark, 0.7))).join('')),
    place(
      340,
      836,
      person(
        playing(
          [
            [-1.5, -5.2],
            [-0.4, -4.3],
          ],
          [
            [1.5, -5.1],
            [1.6, -5.7],
          ],
        ),
        cape,
      ) + place(24, -272, guitar(bougainvillea, obsidian, bark, 0.92)),
    ),
    place(
      640,
      842,
      person(
        playing(
          [
            [-0.2, -5.2],
            [0.8, -6.4],
          ],
          [
            [1.3, -5.3],
            [1.5, -6.5],
          ],
        ),
        { ...cape, tall: 490 },
      ) + place(36, -446, trumpet(ochre), { turn: -9, scale: 1.15 }),
    ),
    place(
      960,
      836,
      person(
        playing(
          [
            [-1.4, -5],
            [-0.5, -4],
          ],
          [
            [1.5, -5.4],
            [1.9, -6.3],
          ],
        ),
        { ...cape, tall: 460, top: bougainvillea, bottom: bougainvillea, skirt: true, hat: paper },
      ) +
        place(
          -24,
          -246,
          disc(0, 0, 62, bark) +
            disc(0, 0, 52, paper) +
            repeat(8, (i) => {
              const [x, y] = polar(0, 0, 57, i * 45);
              return disc(x, y, 8, ochre);
            }),
        ) +
        place(118, -392, line([-20, 34], [14, -26], bark, 9) + oval(22, -40, 20, 27, ochre, 30)),
    ),
    place(
      1290,
      842,
      place(
        64,
        -10,
        box(-8, -430, 16, 220, obsidian) +
          disc(0, -440, 16, obsidian) +
          fill(
            'M0 -280C46 -280 62 -240 50 -200C40 -170 50 -160 74 -116C96 -60 66 0 0 0C-66 0 -96 -60 -74 -116C-50 -160 -40 -170 -50 -200C-62 -240 -46 -280 0 -280Z',
            bark,
          ) +
          fill('M-8 -250H8V-60H-8Z', obsidian) +
          stroke('M-34 -120Q-24 -90 -36 -62M34 -120Q24 -90 36 -62', ochre, 6) +
          line([0, 0], [0, 18], obsidian, 8),
      ) +
        person(
          playing(
            [
              [-1.2, -5],
              [-0.2, -3.8],
            ],
            [
              [1.5, -5.4],
              [1.2, -6.6],
            ],
          ),
          { ...cape, tall: 480 },
        ),
      {},
    ),
    ...[60, 190, 1480, 1590].map((x, i) =>
      place(
        x,
        960,
        person(standing, {
          tall: 300 + (i % 2) * 50,
          skin: obsidian,
          top: obsidian,
          bottom: obsidian,
        }),
      ),
    ),
  ].join('');
};
