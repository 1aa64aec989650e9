import type { APIRoute, GetStaticPaths } from 'astro';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/land-10m.json';
import { coastFrom, drawLocatorMap, type MapPoint } from '#src/maps/locator-map.ts';
import { everyEdition } from '#src/newsroom/load-edition.ts';

export const getStaticPaths = (async () => {
  const places = (await everyEdition()).flatMap((edition) => edition.places);
  return [...new Map(places.map((place) => [place.id, place])).values()].map((place) => ({
    params: { place: place.id },
    props: { latitude: place.latitude, longitude: place.longitude },
  }));
}) satisfies GetStaticPaths;

/** Natural Earth's coast at 1:10 million, public domain (naturalearthdata.com). */
const topology = atlas as unknown as Topology<{ land: GeometryCollection }>;
const coast = coastFrom(feature(topology, topology.objects.land));

export const GET: APIRoute<MapPoint> = ({ props }) =>
  new Response(drawLocatorMap(props, coast), { headers: { 'Content-Type': 'image/svg+xml' } });
