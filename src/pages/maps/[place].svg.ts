import type { APIRoute, GetStaticPaths } from 'astro';
import { readCoasts } from '#src/maps/coasts.ts';
import { drawLocatorMap, type MapPoint } from '#src/maps/locator-map.ts';
import { everyEdition } from '#src/newsroom/load-edition.ts';
import { staticPath } from '#src/page-data/static-path.ts';

export const getStaticPaths = (async () => {
  const places = (await everyEdition()).flatMap((edition) => [...edition.places, ...edition.events.places]);
  return [...new Map(places.map((place) => [place.id, place])).values()].map(({ id, latitude, longitude }) =>
    staticPath({ place: id }, { latitude, longitude }, (point) => point),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<MapPoint> = async ({ props }) =>
  new Response(drawLocatorMap(props, await readCoasts()), { headers: { 'Content-Type': 'image/svg+xml' } });
