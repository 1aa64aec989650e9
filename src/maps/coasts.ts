import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { coastFrom, HOME, type Coasts } from './locator-map.ts';

let reading: Promise<Coasts> | undefined;

/**
 * Natural Earth's coasts, public domain (naturalearthdata.com), at 1:10 and 1:50 million. They are read when the first map is
 * drawn, since most builds draw none; and as files, of the finer one only the part in sight at home, since as modules they kept
 * 80 MB of memory.
 */
export function readCoasts(): Promise<Coasts> {
  return (reading ??= Promise.all([landAt('10m'), landAt('50m')]).then(([fine, coarse]) => ({
    fine: coastFrom(fine, HOME),
    coarse: coastFrom(coarse),
  })));
}

async function landAt(scale: string) {
  const file = createRequire(import.meta.url).resolve(`world-atlas/land-${scale}.json`);
  const topology = JSON.parse(await readFile(file, 'utf8')) as Topology<{ land: GeometryCollection }>;
  return feature(topology, topology.objects.land);
}
