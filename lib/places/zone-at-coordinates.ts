import tzAt from "@photostructure/tz-lookup";
import type { ZoneName } from "#lib/tracking/event-time.ts";
import type { Place } from "#lib/tracking/place.ts";
import type { Position } from "./coordinate-code.ts";
import { nearestCity } from "./gazetteer.ts";
import { haveSameClock, onlyZoneOf, zonesOfCountry } from "./zone-tables.ts";

/** The lookup's map is drawn coarsely: nearer than this to another zone it may be wrong. */
const DOUBT_DEGREES = 0.35;
const TOWN_KM = 30;
const DIRECTIONS = [0, 1, 2, 3, 4, 5, 6, 7].map((turn) => (turn * Math.PI) / 4);

/** The place's coordinates, if they are any: carriers write 0/0, -90/-180 and nonsense for "none". */
export function positionOf({ latitude, longitude }: Pick<Place, "latitude" | "longitude">): Position | null {
  if (latitude === null || longitude === null || !Number.isFinite(latitude) || !Number.isFinite(longitude)) return null;
  if (Math.abs(latitude) >= 90 || Math.abs(longitude) > 180 || (latitude === 0 && longitude === 0)) return null;
  return { latitude, longitude };
}

/** Near a border the nearest known town decides; a country, where given, must have the zone. */
export function zoneAtCoordinates(position: Position, country: string | null): ZoneName | null {
  const here = zoneAtPoint(position, country);
  const around = DIRECTIONS.map((angle) => zoneAtPoint(aside(position, angle), country));
  const isDoubtful = here === null || around.some((zone) => zone !== null && !haveSameClock(zone, here));
  if (!isDoubtful) return here;
  return nearestCity(position, country, TOWN_KM)?.zone ?? here ?? around.find((zone) => zone !== null) ?? null;
}

function zoneAtPoint({ latitude, longitude }: Position, country: string | null): ZoneName | null {
  const mapped = tzAt(latitude, longitude);
  if (mapped.startsWith("Etc/")) return null;
  const zone = (mapped === "Asia/Urumqi" ? "Asia/Shanghai" : mapped) as ZoneName;
  if (country === null) return zone;
  const allowed = zonesOfCountry(country);
  if (allowed.includes(zone)) return zone;
  return onlyZoneOf(country) === null ? null : (allowed.find((other) => haveSameClock(other, zone)) ?? null);
}

function aside({ latitude, longitude }: Position, angle: number): Position {
  const north = Math.max(-89.99, Math.min(89.99, latitude + DOUBT_DEGREES * Math.sin(angle)));
  const east = longitude + DOUBT_DEGREES * Math.cos(angle);
  return { latitude: north, longitude: east > 180 ? east - 360 : east < -180 ? east + 360 : east };
}
