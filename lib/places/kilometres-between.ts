import type { Position } from "./coordinate-code.ts";

const EARTH_RADIUS_KM = 6371;
const RADIANS = Math.PI / 180;

/** Along the great circle. */
export function kilometresBetween(a: Position, b: Position): number {
  const latitudes = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2) ** 2;
  const longitudes = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2) ** 2;
  const chord = latitudes + Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * longitudes;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}
