import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import type { MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { coastFrom, drawLocatorMap, HOME, type Coasts, type MapPoint } from '#src/maps/locator-map.ts';

/** The real coasts, read as files: handed to Vite as modules, their megabytes would take seconds. */
function realLand(scale: string) {
  const file = createRequire(import.meta.url).resolve(`world-atlas/land-${scale}.json`);
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ land: GeometryCollection }>;
  return feature(topology, topology.objects.land);
}

const COASTS: Coasts = { fine: coastFrom(realLand('10m')), coarse: coastFrom(realLand('50m')) };

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [west, north],
  [east, north],
  [east, south],
  [west, south],
];

const land = (...outlines: Position[][]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: outlines.map((outline) => [outline]),
});

const onlyCoast = (...outlines: Position[][]): Coasts => {
  const coast = coastFrom(land(...outlines));
  return { fine: coast, coarse: coast };
};

function dotOf(point: MapPoint, coasts = COASTS): { x: number; y: number } {
  const [, x, y] = /<circle class="dot" cx="([^"]*)" cy="([^"]*)"/.exec(drawLocatorMap(point, coasts)) ?? [];
  return { x: Number(x), y: Number(y) };
}

const outlineOf = (point: MapPoint, coasts = COASTS) =>
  /<path class="land" d="([^"]*)"/.exec(drawLocatorMap(point, coasts))?.[1] ?? '';

/** West, north, east and south end of what is drawn, in the map's units. */
function extentOf(outline: string): number[] {
  const points = [...outline.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const PLAYA = { latitude: 20.6296, longitude: -87.0739 };
const CANCUN = { latitude: 21.1619, longitude: -86.8515 };
const CHETUMAL = { latitude: 18.5, longitude: -88.3 };
const MEXICO_CITY = { latitude: 19.4326, longitude: -99.1332 };
const MONTERREY = { latitude: 25.67, longitude: -100.31 };
const MADRID = { latitude: 40.4168, longitude: -3.7038 };
const SUVA = { latitude: -18.1, longitude: 178.4 };

describe('drawLocatorMap', () => {
  it.each([
    ['a town on the coast', PLAYA],
    ['a city in Mexico', MEXICO_CITY],
    ['a city far away', MADRID],
    ['an island at the date line', SUVA],
    ['a town in the far north', { latitude: 78.2, longitude: 15.6 }],
    ['a city on the west side of the date line', { latitude: 64.7, longitude: 177.5 }],
  ])('shows %s with land and one dot inside the frame', (_, point) => {
    const svg = drawLocatorMap(point, COASTS);
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 240 200" width="240" height="200">/,
    );
    expect(svg.match(/class="dot"/g)).toHaveLength(1);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(outlineOf(point)).toMatch(/^M[-\d.,MLZ]+Z$/);
    const { x, y } = dotOf(point);
    expect(x > 8 && x < 232 && y > 8 && y < 192, `the dot at ${x}, ${y}`).toBe(true);
  });

  it('is the same at home if only the coast in sight there is known', () => {
    const inSight = { ...COASTS, fine: coastFrom(realLand('10m'), HOME) };
    expect(inSight.fine.length).toBeLessThan(COASTS.fine.length / 10);
    expect(drawLocatorMap(PLAYA, inSight)).toBe(drawLocatorMap(PLAYA, COASTS));
  });

  it('shows the whole coast of Quintana Roo around a town there, in one frame for all', () => {
    expect(dotOf(CANCUN).x).toBeGreaterThan(dotOf(CHETUMAL).x);
    expect(dotOf(CANCUN).y).toBeLessThan(dotOf(CHETUMAL).y);
    expect(outlineOf(CANCUN)).toBe(outlineOf(CHETUMAL));
  });

  it('shows all of Mexico around a city elsewhere in it', () => {
    expect(outlineOf(MEXICO_CITY)).toBe(outlineOf(MONTERREY));
    expect(outlineOf(MEXICO_CITY)).not.toBe(outlineOf(PLAYA));
    expect(dotOf(MONTERREY).y).toBeLessThan(dotOf(MEXICO_CITY).y);
  });

  it('draws home from the fine coast and the rest of the world from the coarse one', () => {
    const coasts = { fine: coastFrom(land(box(-88, 20, -87, 21))), coarse: coastFrom(land(box(-5, 39, -3, 41))) };
    expect(outlineOf(PLAYA, coasts)).not.toBe('');
    expect(outlineOf(MADRID, coasts)).not.toBe('');
    expect(outlineOf(MEXICO_CITY, coasts)).toBe('');
  });

  it('puts a place far away in the middle of its own map', () => {
    expect(dotOf(MADRID)).toEqual({ x: 120, y: 100 });
    expect(dotOf(SUVA)).toEqual({ x: 120, y: 100 });
  });

  it('puts the dot where the land is', () => {
    const [west = 0, north = 0, east = 0, south = 0] = extentOf(
      outlineOf(PLAYA, onlyCoast(box(-87.5, 20.2, -86.6, 21))),
    );
    const { x, y } = dotOf(PLAYA);
    expect(x > west && x < east && y > north && y < south).toBe(true);
  });

  it('draws every place on earth with its dot inside the frame', () => {
    const points = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    const coasts = onlyCoast(box(-90, 15, -85, 22));
    fc.assert(
      fc.property(points, (point) => {
        const { x, y } = dotOf(point, coasts);
        expect(x >= 0 && x <= 240 && y >= 0 && y <= 200).toBe(true);
      }),
    );
  });

  it('is the same each time, in few bytes, without words or scripts', () => {
    const svg = drawLocatorMap(PLAYA, COASTS);
    expect(drawLocatorMap(PLAYA, COASTS)).toBe(svg);
    expect(svg.length).toBeLessThan(15_000);
    expect(svg).not.toMatch(/<text|<title|<script|href/);
  });
});

describe('coastFrom', () => {
  it('floods no map with land whose outline runs in the other direction', () => {
    const speck = box(-87.1, 20.5, -87, 20.6);
    expect(extentOf(outlineOf(PLAYA, onlyCoast(speck.toReversed())))).toEqual(
      extentOf(outlineOf(PLAYA, onlyCoast(speck))),
    );
  });

  it('leaves out land that goes around the whole world, which does not close on the plane', () => {
    const ring = Array.from({ length: 37 }, (_, index): Position => [-180 + index * 10, -70]);
    expect(onlyCoast(box(-88, 20, -87, 21), ring).fine).toHaveLength(1);
  });

  it('keeps an island on the date line in one piece, from either side', () => {
    const island: Position[] = [
      [179, -18],
      [179, -17],
      [-179, -17],
      [-179, -18],
      [179, -18],
    ];
    for (const longitude of [179.5, -179.5]) {
      const [west = 0, , east = 0] = extentOf(outlineOf({ latitude: -17.5, longitude }, onlyCoast(island)));
      expect(east - west).toBeGreaterThan(5);
      expect(east - west).toBeLessThan(15);
    }
    expect(outlineOf(MADRID, onlyCoast(island))).toBe('');
  });

  it('takes features and collections of them', () => {
    const geometry = land(box(-89, 18, -88, 19), box(-87, 20, -86, 21));
    const one = { type: 'Feature' as const, geometry, properties: {} };
    const all = { type: 'FeatureCollection' as const, features: [one] };
    expect([geometry, one, all].map((object) => coastFrom(object).length)).toEqual([2, 2, 2]);
  });

  it('refuses a map without land', () => {
    const nothing = { type: 'FeatureCollection' as const, features: [] };
    expect(() => coastFrom(nothing)).toThrow('the map data holds no land');
  });
});
