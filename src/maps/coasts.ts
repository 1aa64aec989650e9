import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { coastFrom, type Coast, type Coasts } from './locator-map.ts';

let reading: Promise<Coasts> | undefined;

/**
 * Natural Earth's coasts, public domain (naturalearthdata.com), at 1:10 and 1:50 million. Four megabytes, read when the
 * first map is drawn: most builds draw none.
 */
export function readCoasts(): Promise<Coasts> {
  return (reading ??= Promise.all([import('world-atlas/land-10m.json'), import('world-atlas/land-50m.json')]).then(
    ([fine, coarse]) => ({ fine: coastOf(fine.default), coarse: coastOf(coarse.default) }),
  ));
}

function coastOf(atlas: unknown): Coast {
  const topology = atlas as Topology<{ land: GeometryCollection }>;
  return coastFrom(feature(topology, topology.objects.land));
}
