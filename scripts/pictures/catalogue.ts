/** Which scene each picture's name stands for, and how it is composed into a document. */
import { pictureNames } from './names.ts';
import type { PictureName } from './names.ts';
import { seeded } from '../shared/random.ts';
import { altarCandles, carnivalMasks } from './scenes/feast.ts';
import { cenoteLight, cyclePath, honeyLog, jungleRoad, mangroveChannel, pyramidDawn } from './scenes/forest.ts';
import { comalKitchen, hammockRain, residencyDesk, stormSpiral, waterTap } from './scenes/home.ts';
import { coralNursery, reefMorning, whaleSharkUnderBoat } from './scenes/reef.ts';
import {
  fishingBoats,
  lagoonSevenColours,
  leaningLighthouse,
  sargassumTide,
  seaWall,
  turtleNesting,
} from './scenes/shore.ts';
import { marketAwnings, nightFoodCart, plazaMusic, senateChamber } from './scenes/town.ts';
import { airportRunway, busLine, ferryCrossing, trainJungle } from './scenes/transport.ts';
import { sheet } from './svg.ts';
import type { Scene, Svg } from './svg.ts';

export const scenes: Readonly<Record<PictureName, Scene>> = {
  'reef-morning': reefMorning,
  'sargassum-tide': sargassumTide,
  'storm-spiral': stormSpiral,
  'cenote-light': cenoteLight,
  'mangrove-channel': mangroveChannel,
  'market-awnings': marketAwnings,
  'night-food-cart': nightFoodCart,
  'bus-line': busLine,
  'train-jungle': trainJungle,
  'ferry-crossing': ferryCrossing,
  'airport-runway': airportRunway,
  'residency-desk': residencyDesk,
  'carnival-masks': carnivalMasks,
  'altar-candles': altarCandles,
  'turtle-nesting': turtleNesting,
  'hammock-rain': hammockRain,
  'lagoon-seven-colours': lagoonSevenColours,
  'pyramid-dawn': pyramidDawn,
  'leaning-lighthouse': leaningLighthouse,
  'whale-shark': whaleSharkUnderBoat,
  'cycle-path': cyclePath,
  'comal-kitchen': comalKitchen,
  'sea-wall': seaWall,
  'senate-chamber': senateChamber,
  'water-tap': waterTap,
  'jungle-road': jungleRoad,
  'fishing-boats': fishingBoats,
  'plaza-music': plazaMusic,
  'coral-nursery': coralNursery,
  'honey-log': honeyLog,
};

/** Composes a picture as an SVG document. The seed moves what is left to chance, never the subject. */
export function composePicture(name: PictureName, seed: string = name): Svg {
  const random = seeded(seed);
  const slip = [random.between(3, 5), random.between(-4, -2)] as const;
  return sheet(scenes[name]({ random, slip }));
}

/** Narrows a string to a picture's name. */
export function isPictureName(text: string): text is PictureName {
  return pictureNames.some((name) => name === text);
}
