import { geoMercator, geoPath, type GeoPermissibleObjects } from 'd3-geo';

/** Where a map's one dot is: WGS 84 decimal degrees. */
export interface MapPoint {
  latitude: number;
  longitude: number;
}

/** The map's size in its own units; pages show it at this many CSS pixels or fewer. */
const WIDTH = 240;
const HEIGHT = 200;

/** West, south, east, north. The first frame that holds the point is drawn. */
type Frame = readonly [west: number, south: number, east: number, north: number];

/** From the whole coast of Quintana Roo, over Mexico, to the world round the point. */
const FRAMES: readonly Frame[] = [
  [-89.9, 17.9, -85.9, 21.8],
  [-118, 13.5, -85, 33],
];

/** Half the width and height, in degrees, of the frame round a point elsewhere. */
const FAR_HALF_WIDTH = 32;
const FAR_HALF_HEIGHT = 24;

/**
 * Draws a locator map: a hairline coast, and one dot. It carries no words, so that one file serves both languages.
 * @param land the coast as GeoJSON, WGS 84
 * @returns an SVG document of 240 × 200 units that follows the reader's colour scheme
 */
export function drawLocatorMap(point: MapPoint, land: GeoPermissibleObjects): string {
  const projection = projectionFor(frameFor(point));
  const coast = geoPath(projection).digits(1)(land) ?? '';
  const [x = WIDTH / 2, y = HEIGHT / 2] = projection([point.longitude, point.latitude]) ?? [];
  const dot = `cx="${x.toFixed(1)}" cy="${y.toFixed(1)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    '<style>.sea{fill:#dbe6e2}.land{fill:#f8f3e9;stroke:#7d7464;stroke-width:.7}.dot{fill:#a81c57}.ring{fill:none;stroke:#a81c57}',
    '@media (prefers-color-scheme:dark){.sea{fill:#0b1116}.land{fill:#202b34;stroke:#84929c}.dot{fill:#f08ab4}.ring{stroke:#f08ab4}}</style>',
    `<rect class="sea" width="${WIDTH}" height="${HEIGHT}"/>`,
    `<path class="land" d="${coast}"/>`,
    `<circle class="ring" ${dot} r="8"/><circle class="dot" ${dot} r="4"/>`,
    '</svg>\n',
  ].join('');
}

function frameFor({ latitude, longitude }: MapPoint): Frame {
  const holds = ([west, south, east, north]: Frame) =>
    longitude > west && longitude < east && latitude > south && latitude < north;
  return (
    FRAMES.find(holds) ?? [
      longitude - FAR_HALF_WIDTH,
      Math.max(-80, latitude - FAR_HALF_HEIGHT),
      longitude + FAR_HALF_WIDTH,
      Math.min(84, latitude + FAR_HALF_HEIGHT),
    ]
  );
}

function projectionFor([west, south, east, north]: Frame) {
  const corners = { type: 'MultiPoint' as const, coordinates: [[west, south], [east, north]] };
  return geoMercator()
    .rotate([-(west + east) / 2, 0])
    .fitSize([WIDTH, HEIGHT], corners)
    .clipExtent([
      [-1, -1],
      [WIDTH + 1, HEIGHT + 1],
    ]);
}
