import { geoArea, geoBounds, geoMercator, geoPath } from 'd3-geo';
import type { GeoJsonObject, MultiPolygon, Polygon } from 'geojson';

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

/** A piece of coast and the box it lies in. */
interface CoastPiece {
  polygon: Polygon;
  box: Frame;
}

/** The world's coasts, ready to be drawn from. */
export type Coast = readonly CoastPiece[];

/** Larger than any land: a polygon that covers more of the sphere is a speck whose outline runs the wrong way round. */
const HALF_THE_SPHERE = 2 * Math.PI;

/**
 * Takes the land apart into pieces that can be left out where they are out of sight, and drops the few whose outline runs
 * the wrong way (Natural Earth 1:10m has three): drawn, each would flood the whole map.
 * @param land one feature or a collection of them, WGS 84
 * @throws Error where there is no land in it
 */
export function coastFrom(land: GeoJsonObject): Coast {
  const pieces = polygonsOf(land)
    .filter((polygon) => geoArea(polygon) < HALF_THE_SPHERE)
    .map((polygon): CoastPiece => {
      const [[west, south], [east, north]] = geoBounds(polygon);
      // A box over the date line has its east before its west: it is in sight from everywhere.
      return { polygon, box: east < west ? [-180, south, 180, north] : [west, south, east, north] };
    });
  if (pieces.length === 0) throw new Error('the map data holds no land');
  return pieces;
}

function polygonsOf(object: GeoJsonObject): Polygon[] {
  const { type, features, geometry, coordinates } = object as GeoJsonObject & {
    features?: GeoJsonObject[];
    geometry?: GeoJsonObject;
    coordinates?: MultiPolygon['coordinates'];
  };
  if (features) return features.flatMap(polygonsOf);
  if (geometry) return polygonsOf(geometry);
  if (type === 'Polygon') return [object as Polygon];
  return (coordinates ?? []).map((rings) => ({ type: 'Polygon', coordinates: rings }));
}

/**
 * Draws a locator map: a hairline coast, and one dot. It carries no words, so that one file serves both languages.
 * @param coast from {@link coastFrom}
 * @returns an SVG document of 240 × 200 units that follows the reader's colour scheme
 */
export function drawLocatorMap(point: MapPoint, coast: Coast): string {
  const frame = frameFor(point);
  const projection = projectionFor(frame);
  const inSight: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: coast.filter(({ box }) => overlap(box, frame)).map(({ polygon }) => polygon.coordinates),
  };
  const outline = geoPath(projection).digits(1)(inSight) ?? '';
  const [x = WIDTH / 2, y = HEIGHT / 2] = projection([point.longitude, point.latitude]) ?? [];
  const dot = `cx="${x.toFixed(1)}" cy="${y.toFixed(1)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    '<style>.sea{fill:#dbe6e2}.land{fill:#f8f3e9;stroke:#7d7464;stroke-width:.7}.dot{fill:#a81c57}.ring{fill:none;stroke:#a81c57}',
    '@media (prefers-color-scheme:dark){.sea{fill:#0b1116}.land{fill:#202b34;stroke:#84929c}.dot{fill:#f08ab4}.ring{stroke:#f08ab4}}</style>',
    `<rect class="sea" width="${WIDTH}" height="${HEIGHT}"/>`,
    `<path class="land" d="${outline}"/>`,
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

/** Whether two boxes share anything, with a margin for what the map's shape shows beside the frame. */
function overlap(a: Frame, b: Frame): boolean {
  const margin = (b[2] - b[0]) / 2;
  const shift = (degrees: number) => a[0] + degrees < b[2] + margin && a[2] + degrees > b[0] - margin;
  return a[1] < b[3] + margin && a[3] > b[1] - margin && [-360, 0, 360].some(shift);
}

function projectionFor([west, south, east, north]: Frame) {
  const corners = {
    type: 'MultiPoint' as const,
    coordinates: [
      [west, south],
      [east, north],
    ],
  };
  return geoMercator()
    .rotate([-(west + east) / 2, 0])
    .fitSize([WIDTH, HEIGHT], corners)
    .clipExtent([
      [-1, -1],
      [WIDTH + 1, HEIGHT + 1],
    ]);
}
