/** A place on the earth, in decimal degrees. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** A venue that is further from its place is probably in another: half the length of a large municipality here. */
export const FAR_KM = 60;

/** The distance of two points on a sphere of 6,371 km (haversine). */
export function kilometres(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(half));
}
