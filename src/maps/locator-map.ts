import { geoIdentity, geoPath } from 'd3-geo';
import type { GeoJsonObject, MultiPolygon, Position } from 'geojson';

/** The map's dot: WGS 84 decimal degrees. */
export interface MapPoint {
  latitude: number;
  longitude: number;
}

/** The map's size in its own units; pages show it at this many CSS pixels at most. */
const WIDTH = 240;
const HEIGHT = 200;

/** A box on the Mercator plane. Both axes are in degrees at the equator; y is the stretched latitude. */
interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The whole coast of Quintana Roo, drawn from the fine coast. */
export const HOME = planeBox(-89.9, 17.9, -85.9, 21.8);
/** Mexico, for the rest of the country. */
const MEXICO = planeBox(-118, 13.5, -85, 33);

/** Half the width, in degrees, of the frame around a point elsewhere. */
const FAR_HALF_WIDTH = 28;

/** A piece of coast on the Mercator plane, and the box it lies in. */
interface CoastPiece {
  rings: Position[][];
  box: Box;
}

/** The world's coasts at one scale. */
export type Coast = readonly CoastPiece[];

/** Two scales, since a country drawn from the fine one would have a hundred thousand points and look no different. */
export interface Coasts {
  /** Natural Earth 1:10 million, for home: the part in sight there is enough. */
  fine: Coast;
  /** Natural Earth 1:50 million, for elsewhere. */
  coarse: Coast;
}

/** Points nearer than this to the one before, in the map's units, are left out: no one can see them apart. */
const MIN_DISTANCE = 0.6;

/**
 * Projects the land onto the Mercator plane once, so that drawing a map is only clipping and scaling: projecting the sphere for
 * each place took 0.4 s a map, this takes hundredths.
 * @param land one feature or a collection, WGS 84
 * @param within keeps only the pieces of land that touch this box
 * @throws Error if there is no land in it
 */
export function coastFrom(land: GeoJsonObject, within?: Box): Coast {
  const pieces = polygonsOf(land)
    .map((polygon) => polygon.map(unrolled))
    // Antarctica goes around the world: on the plane its ring does not close.
    .filter(([outer = []]) => Math.abs((outer.at(-1)?.[0] ?? 0) - (outer[0]?.[0] ?? 0)) < 180)
    .map((rings): CoastPiece => ({ rings, box: boxOf(rings[0] ?? []) }))
    .filter(({ box }) => !within || overlap(box, grownToShape(within), 0));
  if (pieces.length === 0) throw new Error('the map data holds no land');
  return pieces;
}

/**
 * Draws a locator map: a hairline coast and one dot, without words, so that one file serves both languages.
 * @returns an SVG document of 240 × 200 units that follows the reader's colour scheme
 */
export function drawLocatorMap({ latitude, longitude }: MapPoint, coasts: Coasts): string {
  const x = longitude;
  const y = planeY(latitude);
  const isHome = holds(HOME, x, y);
  const frame = grownToShape(isHome ? HOME : frameElsewhere(x, y));
  const scale = WIDTH / (frame.east - frame.west);
  const outline = outlineWithin(frame, scale, isHome ? coasts.fine : coasts.coarse);
  const dot = `cx="${((x - frame.west) * scale).toFixed(1)}" cy="${((frame.north - y) * scale).toFixed(1)}"`;
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

/** The coast in sight, as SVG path data. Land is tried 360° to either side too, for frames across the date line. */
function outlineWithin(frame: Box, scale: number, coast: Coast): string {
  return [-360, 0, 360]
    .map((turn) => {
      const inSight = coast.filter(({ box }) => overlap(box, frame, turn));
      const land: MultiPolygon = {
        type: 'MultiPolygon',
        coordinates: inSight.map(({ rings }) => rings.map((ring) => thinned(ring, MIN_DISTANCE / scale))),
      };
      const toMap = geoIdentity()
        .scale(scale)
        .reflectY(true)
        .translate([(turn - frame.west) * scale, frame.north * scale])
        .clipExtent([
          [-1, -1],
          [WIDTH + 1, HEIGHT + 1],
        ]);
      return geoPath(toMap).digits(1)(land) ?? '';
    })
    .join('');
}

function frameElsewhere(x: number, y: number): Box {
  if (holds(MEXICO, x, y)) return MEXICO;
  return { west: x - FAR_HALF_WIDTH, east: x + FAR_HALF_WIDTH, south: y - 1, north: y + 1 };
}

function holds({ west, south, east, north }: Box, x: number, y: number): boolean {
  return x > west && x < east && y > south && y < north;
}

/** Grows a frame around its middle to the map's proportions. */
function grownToShape({ west, south, east, north }: Box): Box {
  const width = Math.max(east - west, ((north - south) * WIDTH) / HEIGHT);
  const height = (width * HEIGHT) / WIDTH;
  const middle = { x: (west + east) / 2, y: (south + north) / 2 };
  return {
    west: middle.x - width / 2,
    east: middle.x + width / 2,
    south: middle.y - height / 2,
    north: middle.y + height / 2,
  };
}

function overlap(piece: Box, frame: Box, turn: number): boolean {
  return (
    piece.west + turn < frame.east &&
    piece.east + turn > frame.west &&
    piece.south < frame.north &&
    piece.north > frame.south
  );
}

/** A ring on the plane; if it crosses the date line, it continues past ±180° instead of jumping to the other edge. */
function unrolled(ring: readonly Position[]): Position[] {
  let turn = 0;
  let before = ring[0]?.[0] ?? 0;
  return ring.map(([longitude = 0, latitude = 0]) => {
    if (longitude - before > 180) turn -= 360;
    else if (before - longitude > 180) turn += 360;
    before = longitude;
    return [longitude + turn, planeY(latitude)];
  });
}

/** A ring without points that are too near the one before; the first and last stay, so that it closes. */
function thinned(ring: readonly Position[], nearest: number): Position[] {
  let [keptX = 0, keptY = 0] = ring[0] ?? [];
  return ring.filter(([x = 0, y = 0], index) => {
    const isEnd = index === 0 || index === ring.length - 1;
    if (!isEnd && Math.abs(x - keptX) < nearest && Math.abs(y - keptY) < nearest) return false;
    keptX = x;
    keptY = y;
    return true;
  });
}

function polygonsOf(object: GeoJsonObject): Position[][][] {
  const { type, features, geometry, coordinates } = object as GeoJsonObject & {
    features?: GeoJsonObject[];
    geometry?: GeoJsonObject;
    coordinates?: unknown;
  };
  if (features) return features.flatMap(polygonsOf);
  if (geometry) return polygonsOf(geometry);
  if (type === 'Polygon') return [coordinates as Position[][]];
  return type === 'MultiPolygon' ? (coordinates as Position[][][]) : [];
}

function boxOf(ring: readonly Position[]): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [x = 0, y = 0] of ring) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  return box;
}

function planeBox(west: number, south: number, east: number, north: number): Box {
  return { west, east, south: planeY(south), north: planeY(north) };
}

/** Latitude on the Mercator plane, in degrees at the equator, cut at 85°: the poles are at infinity. */
function planeY(latitude: number): number {
  const radians = (Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180;
  return (Math.log(Math.tan(Math.PI / 4 + radians / 2)) * 180) / Math.PI;
}
