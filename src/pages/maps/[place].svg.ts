import type { APIRoute, GetStaticPaths } from 'astro';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import coarse from 'world-atlas/land-50m.json';
import fine from 'world-atlas/land-10m.json';
import { coastFrom, drawLocatorMap, type MapPoint } from '#src/maps/locator-map.ts';
import { everyEdition } from '#src/newsroom/load-edition.ts';

export const getStaticPaths = (async () => {
  const places = (await everyEdition()).flatMap((edition) => edition.places);
  return [...new Map(places.map((place) => [place.id, place])).values()].map((place) => ({
    params: { place: place.id },
    props: { latitude: place.latitude, longitude: place.longitude },
  }));
}) satisfies GetStaticPaths;

/** Natural Earth's coasts, public domain (naturalearthdata.com), at 1:10 and 1:50 million. */
const coasts = { fine: coastOf(fine), coarse: coastOf(coarse) };

export const GET: APIRoute<MapPoint> = ({ props }) =>
  new Response(drawLocatorMap(props, coasts), { headers: { 'Content-Type': 'image/svg+xml' } });

function coastOf(atlas: unknown) {
  const topology = atlas as Topology<{ land: GeometryCollection }>;
  return coastFrom(feature(topology, topology.objects.land));
}
