/** Under the surface: the reef, the nursery that mends it, and the giant that passes in summer. */
import { bougainvillea, clay, deep, ochre, paper, sand, sea, tint } from '../palette.ts';
import { clip, curve, disc, fill, flood, line, overprint, place, polygon, repeat, stroke, under, box } from '../svg.ts';
import type { Ink } from '../palette.ts';
import type { Random } from '../../shared/random.ts';
import type { Scene, Svg } from '../svg.ts';
import { angelfish, school, whaleShark } from '../shapes/animals.ts';
import { cloud, glow, rays } from '../shapes/sky.ts';
import { lancha } from '../shapes/boats.ts';
import { brainCoral, bubbles, elkhorn, glints, reefRock, seaFan, swell, tubeSponge } from '../shapes/water.ts';

export const reefMorning: Scene = (frame) => {
  const { random } = frame;
  const water = [0.3, 0.46, 0.62, 0.8].map((strength, i) =>
    fill(under(swell(190 + i * 150, 20 + i * 6, 900 - i * 90, i * 1.3), 900), tint(sea, strength)),
  );
  const farReef = [180, 520, 1010, 1390].map((x, i) =>
    place(x, 760, fill(reefRock(random, 420, 170 + (i % 2) * 60), tint(deep, 0.75, sea))),
  );
  return [
    flood(tint(sea, 0.14)),
    ...water,
    glow(rays(1120, -140, 1150, 52, 132, 7, 0.5), paper, 0.28),
    disc(1120, 40, 92, tint(ochre, 0.45)),
    disc(1120, 40, 62, paper),
    fill(under(swell(46, 16, 420, 2), -10), tint(sea, 0.5)),
    place(390, 330, school(random, 22, 250, 100, 62, deep), { turn: -10 }),
    ...farReef,
    overprint(frame, place(1130, 800, elkhorn(random, 430, tint(sea, 0.75)))),
    place(210, 840, fill(reefRock(random, 760, 190), deep)),
    place(1250, 860, fill(reefRock(random, 900, 160), deep)),
    place(130, 700, seaFan(random, 330, bougainvillea), { turn: -6 }),
    place(420, 740, brainCoral(random, 130, ochre, clay)),
    place(1450, 840, tubeSponge(random, 300, ochre, clay)),
    place(1090, 810, brainCoral(random, 96, tint(ochre, 0.7), clay)),
    place(1290, 800, elkhorn(random, 300, tint(ochre, 0.75))),
    place(600, 850, elkhorn(random, 210, tint(sea, 0.45)), { turn: 8 }),
    place(770, 480, angelfish('angel', ochre, deep, paper), { scale: 1.15, turn: 4 }),
    place(60, 980, seaFan(random, 300, tint(sea, 0.5)), { turn: 14 }),
  ].join('');
};

/** A bare plastic tree with coral fragments hung from its branches to grow. */
function nurseryTree(random: Random, tall: number, frameInk: Ink, corals: readonly [Ink, ...Ink[]]): Svg {
  const arms = repeat(5, (i) => {
    const y = -tall + 70 + i * (tall * 0.17);
    const reach = 250 - i * 12;
    const hung = [-0.92, -0.62, -0.32, 0.32, 0.62, 0.92].map((share) => {
      const x = share * reach;
      const drop = random.between(14, 30);
      const piece = place(x, y + drop, elkhorn(random, random.between(66, 92), random.pick(corals)), {
        turn: 180 + random.jitter(14),
      });
      return line([x, y], [x, y + drop], frameInk, 3) + piece;
    });
    return line([-reach, y], [reach, y], frameInk, 13) + hung.join('');
  });
  return (
    line([0, 130], [0, -tall], frameInk, 20) +
    arms +
    disc(0, -tall - 36, 40, ochre) +
    line([0, -tall], [0, -tall - 6], frameInk, 10)
  );
}

/** A scuba diver swimming left, one arm reaching ahead; about 700 long. */
function diver(suit: Ink, skin: Ink, kit: Ink, fin: Ink): Svg {
  return [
    stroke('M150 8L300 -14L430 26', suit, 58),
    stroke('M150 28L290 66L400 130', suit, 58),
    fill('M416 4L452 44L600 92L640 60L560 14Z', fin),
    fill('M384 118L404 156L520 262L566 246L514 176Z', fin),
    fill('M-128 -34C-70 -72 60 -62 168 -28L172 52C80 74 -60 66 -122 36Z', suit),
    fill('M-70 -118H110C142 -118 142 -62 110 -62H-70C-96 -62 -96 -118 -70 -118Z', kit),
    box(-104, -104, 26, 26, kit, 6),
    stroke('M-20 -120V-58M60 -120V-58', suit, 9),
    stroke('M-92 -92C-150 -110 -214 -70 -226 -12', kit, 9),
    disc(-186, -30, 58, skin),
    fill('M-192 -92C-150 -96 -122 -66 -126 -22L-150 14C-160 -30 -186 -60 -232 -62C-222 -80 -208 -90 -192 -92Z', suit),
    fill('M-250 -58L-196 -64L-188 -14L-242 -8C-254 -22 -256 -42 -250 -58Z', kit),
    fill('M-242 -48L-206 -52L-202 -24L-238 -20Z', tint(sea, 0.35)),
    box(-250, -4, 44, 26, kit, 10),
    stroke('M-96 22L-200 120L-352 96', suit, 44),
    stroke('M-352 96L-396 84', skin, 34),
  ].join('');
}

export const coralNursery: Scene = (frame) => {
  const { random } = frame;
  return [
    flood(tint(sea, 0.82)),
    fill(under(swell(330, 40, 1500, 0.4), 900), sea),
    fill(under(swell(560, 30, 1100, 2), 900), tint(deep, 0.6, sea)),
    glow(rays(260, -200, 2000, 38, 96, 5, 0.45), paper, 0.14),
    place(1400, 660, nurseryTree(random, 330, tint(deep, 0.75, sea), [tint(deep, 0.75, sea)]), {
      scale: 0.62,
    }),
    place(1120, 650, nurseryTree(random, 300, tint(deep, 0.7, sea), [tint(deep, 0.7, sea)]), {
      scale: 0.4,
    }),
    fill(
      under(
        [
          [-40, 800],
          [300, 770],
          [700, 806],
          [1100, 780],
          [1660, 816],
        ],
        900,
      ),
      tint(sand, 0.5, deep),
    ),
    fill(
      under(
        [
          [-40, 850],
          [420, 836],
          [900, 862],
          [1660, 842],
        ],
        900,
      ),
      tint(sand, 0.8, deep),
    ),
    place(430, 790, nurseryTree(random, 640, paper, [ochre, ochre, tint(ochre, 0.65), bougainvillea])),
    place(1060, 440, diver(deep, clay, ochre, bougainvillea), { turn: -5 }),
    place(836, 330, bubbles(random, 11, 300, paper)),
    place(1240, 880, brainCoral(random, 90, deep, sea)),
    place(1490, 900, elkhorn(random, 240, deep)),
  ].join('');
};

export const whaleSharkUnderBoat: Scene = (frame) => {
  const { random } = frame;
  const surface = swell(236, 9, 320);
  return [
    flood(paper),
    fill(cloud(random, 1270, 186, 430), tint(sea, 0.16)),
    fill(cloud(random, 250, 214, 300), tint(sea, 0.16)),
    place(860, 236, lancha({ hull: ochre, stripe: bougainvillea, inside: deep, crew: deep })),
    fill(under(surface, 900), tint(sea, 0.72)),
    fill(under(swell(400, 26, 1300, 1), 900), sea),
    fill(under(swell(640, 30, 1500, 3), 900), tint(deep, 0.55, sea)),
    clip('below', under(surface, 900), glow(rays(980, -160, 1200, 60, 128, 6, 0.4), paper, 0.15)),
    fill('M742 236C780 268 960 270 1016 236Z', tint(ochre, 0.55, sea)),
    stroke(curve(surface), paper, 6),
    overprint(
      frame,
      place(800, 610, whaleShark(random, 'shadow', tint(sea, 0.4), tint(sea, 0.4), tint(sea, 0.4)), {
        scale: 1.2,
        turn: -5,
      }),
      0.35,
    ),
    place(800, 590, whaleShark(random, 'shark', deep, paper, tint(sea, 0.55)), {
      scale: 1.22,
      turn: -5,
    }),
    place(430, 300, snorkeller(ochre, deep), { scale: 0.9 }),
    place(1330, 330, school(random, 9, 120, 40, 34, tint(deep, 0.8, sea))),
    glints(random, { x: 0, y: 250, w: 1600, h: 60 }, 18, tint(sea, 0.3), 70),
  ].join('');
};

/** A snorkeller lying on the surface, face down, seen from the side; about 190 long. */
function snorkeller(skin: Ink, suit: Ink): Svg {
  return [
    stroke('M-10 0L60 12L118 2', suit, 20),
    fill('M108 -8L170 4L166 20L112 12Z', bougainvillea),
    stroke('M-58 6L-30 44', skin, 11),
    fill('M-66 -12C-40 -24 0 -20 20 -8L18 14C-10 20 -50 20 -66 8Z', suit),
    disc(-82, -4, 17, skin),
    stroke('M-92 2L-98 -52', bougainvillea, 6),
    fill(
      polygon([
        [-100, -6],
        [-86, -10],
        [-82, 10],
        [-96, 12],
      ]),
      deep,
    ),
  ].join('');
}
