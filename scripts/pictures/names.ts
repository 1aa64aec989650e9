/** The pictures' names, in the order the paper lists them; each is a file in src/content/pictures. */
export const pictureNames = [
  'reef-morning',
  'sargassum-tide',
  'storm-spiral',
  'cenote-light',
  'mangrove-channel',
  'market-awnings',
  'night-food-cart',
  'bus-line',
  'train-jungle',
  'ferry-crossing',
  'airport-runway',
  'residency-desk',
  'carnival-masks',
  'altar-candles',
  'turtle-nesting',
  'hammock-rain',
  'lagoon-seven-colours',
  'pyramid-dawn',
  'leaning-lighthouse',
  'whale-shark',
  'cycle-path',
  'comal-kitchen',
  'sea-wall',
  'senate-chamber',
  'water-tap',
  'jungle-road',
  'fishing-boats',
  'plaza-music',
  'coral-nursery',
  'honey-log',
] as const;

export type PictureName = (typeof pictureNames)[number];

/** The paper's own marks; each is a file in public. */
export const markNames = ['favicon', 'icon-512', 'apple-touch-icon', 'social-card'] as const;

export type MarkName = (typeof markNames)[number];
