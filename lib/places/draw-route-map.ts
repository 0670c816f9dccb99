import type { Place } from "#lib/tracking/place.ts";
import { drawLand } from "./draw-land.ts";
import { drawLeg, drawLegAhead } from "./draw-legs.ts";
import { kilometresBetween } from "./kilometres-between.ts";
import { labelStops } from "./label-stops.ts";
import { type LocatedPlace, locatePlace } from "./locate-place.ts";
import { frameAround, MAP_HEIGHT, MAP_WIDTH, type MapFrame, project } from "./map-frame.ts";
import type { RouteMap, RouteStop } from "./route-map.ts";

/** Nearer ones are one stop. */
const SAME_STOP_KM = 25;
const MOST_STOPS = 8;
/** Units between dots that can be told apart. */
const DOT_ROOM = 9;

export interface RouteMapInput {
  /** Of the scans, oldest first. */
  places: readonly Place[];
  origin: Place | null;
  destination: Place | null;
}

/** The journey so far, and the dashed way that is left; null when fewer than two different places on it can be told. */
export function drawRouteMap({ places, origin, destination }: RouteMapInput): RouteMap | null {
  const seen = distinctStops([origin, ...places].map((place) => place && locatePlace(place)).filter((place) => place !== null));
  const goal = destination && locatePlace(destination);
  const last = seen.at(-1);
  const ahead = goal !== null && last !== undefined && !isSameStop(goal, last) ? goal : null;
  const shown = [...fewerStops(seen), ...(ahead ? [ahead] : [])];
  if (shown.length < 2) return null;

  const frame = frameAround(shown.map(({ longitude, latitude }) => [longitude, latitude]));
  const stops = shown.map((place, i) => stopOf(place, frame, kindOf(i, { count: shown.length, isAhead: ahead !== null })));
  const travelled = ahead ? stops.slice(0, -1) : stops;
  return {
    width: MAP_WIDTH,
    height: MAP_HEIGHT,
    landPath: drawLand(frame),
    routePath: [...legsOf(travelled).map(drawLeg), ...(ahead ? legsOf(stops.slice(-2)).map(drawLegAhead) : [])].join(""),
    stops: labelStops(visibleStops(stops)),
    kilometres: Math.round(lengthOf(seen)),
  };
}

function isSameStop(a: LocatedPlace, b: LocatedPlace): boolean {
  return kilometresBetween(a, b) <= SAME_STOP_KM;
}

/** Of scans close together the last one counts: it is where the parcel was seen. */
function distinctStops(places: readonly LocatedPlace[]): LocatedPlace[] {
  return places.filter((place, i) => {
    const after = places[i + 1];
    return after === undefined || !isSameStop(place, after);
  });
}

/** Leaves out, one by one, the stop that bends the route least. */
function fewerStops(stops: readonly LocatedPlace[]): LocatedPlace[] {
  const kept = [...stops];
  while (kept.length > MOST_STOPS) {
    const detours = kept.slice(1, -1).map((stop, i) => detourOver(stop, kept[i], kept[i + 2]));
    kept.splice(detours.indexOf(Math.min(...detours)) + 1, 1);
  }
  return kept;
}

function detourOver(stop: LocatedPlace, before: LocatedPlace | undefined, after: LocatedPlace | undefined): number {
  if (before === undefined || after === undefined) return 0;
  return kilometresBetween(before, stop) + kilometresBetween(stop, after) - kilometresBetween(before, after);
}

function kindOf(i: number, { count, isAhead }: { count: number; isAhead: boolean }): RouteStop["kind"] {
  const latest = isAhead ? count - 2 : count - 1;
  if (i > latest) return "destination";
  if (i === latest) return "latest";
  return i === 0 ? "origin" : "stop";
}

function stopOf({ longitude, latitude, city, name }: LocatedPlace, frame: MapFrame, kind: RouteStop["kind"]): RouteStop {
  const [x, y] = project(frame, [longitude, latitude]);
  return { x, y, label: city, name, anchor: "middle", kind };
}

/** Of dots that would cover each other only the most telling is drawn; the newest come last, on top. */
function visibleStops(stops: readonly RouteStop[]): RouteStop[] {
  const isHidden = (stop: RouteStop, i: number) =>
    stop.kind === "stop" && stops.some((other, j) => isNearby(other, stop) && (other.kind !== "stop" || j < i));
  const visible = stops.filter((stop, i) => !isHidden(stop, i));
  const isDeparted = visible[0]?.kind === "origin";
  return isDeparted ? visible.toSorted((a, b) => Number(a.kind === "latest") - Number(b.kind === "latest")) : visible;
}

function isNearby(a: RouteStop, b: RouteStop): boolean {
  return a !== b && Math.hypot(a.x - b.x, a.y - b.y) < DOT_ROOM;
}

function legsOf(stops: readonly RouteStop[]): [RouteStop, RouteStop][] {
  return stops.slice(1).flatMap((stop, i) => {
    const before = stops[i];
    return before ? [[before, stop] as [RouteStop, RouteStop]] : [];
  });
}

function lengthOf(places: readonly LocatedPlace[]): number {
  return places.reduce((sum, place, i) => sum + kilometresBetween(places[i - 1] ?? place, place), 0);
}
