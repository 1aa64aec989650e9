/** The paper's own marks: the glyph in the browser's tab, the app icons, the social card. */
import type { MarkName } from './names.ts';
import { bougainvillea, deep, obsidian, ochre, paper, sand, sea, tint } from './palette.ts';
import type { Ink } from './palette.ts';
import { seeded } from '../shared/random.ts';
import { toPng } from './render.ts';
import { palm } from './shapes/plants.ts';
import { box, curve, disc, fill, line, place, sheet, stroke, under } from './svg.ts';
import type { Svg } from './svg.ts';
import { glints, swell } from './shapes/water.ts';
import { newsAndEvents, rivieraMaya } from './wordmark.ts';
import type { Word } from './wordmark.ts';

/** A stepped fret, the stair that climbs to a squared curl on the temples, over one wave; 64 wide. */
function fret(ink: Ink, wave: Ink): Svg {
  const stair = 'M7 46V38H15V30H23V22H31V46Z';
  const curl = 'M28 43H55V13H38V31H46';
  return (
    fill(stair, ink) +
    `<path d="${curl}" fill="none" stroke="${ink}" stroke-width="6"/>` +
    stroke('M9 54.5Q14.8 49.5 20.5 54.5T32 54.5T43.5 54.5T55 54.5', wave, 4)
  );
}

/** The glyph on a rounded tile of sand, which holds on light and dark tabs alike. */
function tile(size: number, corner: number): Svg {
  return sheet(
    place(0, 0, box(0, 0, 64, 64, tint(sand, 0.55), corner) + fret(bougainvillea, deep), {
      scale: size / 64,
    }),
    size,
    size,
  );
}

/** One line of the name, set from its outlines: left edge x, baseline y. */
function set(word: Word, x: number, y: number, w: number, ink: Ink): Svg {
  return place(x, y, fill(word.outline, ink), {
    scale: Math.round((w / word.advance) * 1e5) / 1e5,
  });
}

/** The card other sites show for a link: the masthead over a strip of coast. */
function socialCard(): Svg {
  const random = seeded('social-card');
  const coast = [
    disc(930, 466, 104, ochre),
    box(0, 466, 1200, 170, sea),
    box(0, 466, 1200, 14, deep),
    glints(random, { x: 0, y: 486, w: 1200, h: 90 }, 34, tint(sea, 0.4), 80),
    fill(under(swell(566, 8, 420, 1, -40, 1240), 640), tint(deep, 0.6, sea)),
    stroke(curve(swell(566, 8, 420, 1, -40, 1240)), paper, 4),
    place(1120, 650, palm(random, { height: 380, lean: -50, trunk: obsidian, leaves: deep })),
    place(1010, 660, palm(random, { height: 250, lean: 30, trunk: obsidian, leaves: deep })),
  ];
  return sheet(
    [
      box(0, 0, 1200, 630, paper),
      ...coast,
      place(76, 58, fret(bougainvillea, deep), { scale: 1.5 }),
      line([190, 110], [1120, 110], obsidian, 2),
      line([190, 117], [1120, 117], obsidian, 5),
      set(rivieraMaya, 78, 262, 800, obsidian),
      set(newsAndEvents, 78, 378, 640, bougainvillea),
    ].join(''),
    1200,
    630,
  );
}

export interface Mark {
  readonly file: string;
  readonly render: () => Promise<Buffer>;
}

export const marks: Readonly<Record<MarkName, Mark>> = {
  favicon: { file: 'favicon.svg', render: () => Promise.resolve(Buffer.from(tile(64, 12))) },
  'icon-512': { file: 'icon-512.png', render: () => toPng(tile(512, 12)) },
  'apple-touch-icon': { file: 'apple-touch-icon.png', render: () => toPng(tile(180, 0)) },
  'social-card': { file: 'social-card.png', render: () => toPng(socialCard()) },
};
