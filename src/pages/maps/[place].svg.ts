import type { APIRoute, GetStaticPaths } from 'astro';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import atlas from 'world-atlas/land-10m.json';
import { drawLocatorMap, type MapPoint } from '#src/maps/locator-map.ts';
import { everyEdition } from '#src/newsroom/load-edition.ts';

export const getStaticPaths = (async () => {
  const places = (await everyEdition()).flatMap((edition) => edition.places);
  return [...new Map(places.map((place) => [place.id, place])).values()].map((place) => ({
    params: { place: place.id },
    props: { latitude: place.latitude, longitude: place.longitude },
  }));
}) satisfies GetStaticPaths;

/** Natural Earth's coast at 1:10 million, public domain (naturalearthdata.com). */
const topology = atlas as unknown as Topology;
const land = topology.objects['land'];

export const GET: APIRoute<MapPoint> = ({ props }) => {
  if (!land) throw new Error('world-atlas/land-10m.json holds no land');
  return new Response(drawLocatorMap(props, feature(topology, land)), { headers: { 'Content-Type': 'image/svg+xml' } });
};
