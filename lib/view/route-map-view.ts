import type { RouteStop } from "#lib/places/route-map.ts";
import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import { closeUp } from "./format-time.ts";
import { placeText } from "./place-text.ts";
import type { Redacted } from "./redact.ts";
import type { RouteMapView } from "./tracking-view.ts";
import type { Voice } from "./voice.ts";

const KILOMETRES_PER_MILE = 1.609344;
const numberFormats = boundedMemo<Intl.NumberFormat>(50);

export function routeMapView({ routeMap, tracker }: Redacted, voice: Voice): RouteMapView | null {
  const from = routeMap?.stops.find(({ kind }) => kind === "origin") ?? routeMap?.stops[0];
  if (!routeMap || !from) return null;
  const seen = routeMap.stops.findLast(({ kind }) => kind === "latest") ?? furthestSeen(routeMap.stops) ?? from;
  const to = routeMap.stops.findLast(({ kind }) => kind === "destination") ?? seen;
  const { t } = voice;
  return {
    width: routeMap.width,
    height: routeMap.height,
    landPath: routeMap.landPath,
    routePath: routeMap.routePath,
    stops: routeMap.stops.map(({ x, y, label, anchor, kind }) => ({ x, y, label, anchor, kind })),
    description:
      from.name === to.name
        ? t("map.seen_in", { place: nameOf(to, tracker, voice) })
        : t("map.from_to", { from: nameOf(from, tracker, voice), to: nameOf(to, tracker, voice) }),
    caption:
      routeMap.kilometres < 1
        ? t("map.seen_in", { place: nameOf(seen, tracker, voice) })
        : t(tracker.isFinal ? "map.caption_final" : "map.caption", {
            distance: distanceText(voice.locale, routeMap.kilometres),
            place: nameOf(seen, tracker, voice),
          }),
  };
}

/** As the journey and the details call it, in the shopper's language; the map's own name where they do not. */
function nameOf(stop: RouteStop, { origin, destination, scans }: Redacted["tracker"], voice: Voice): string {
  const places = [...scans.map(({ place }) => place), origin, destination];
  const place = places.find((candidate) => candidate?.city?.toLowerCase() === stop.label.toLowerCase());
  return (place && placeText({ ...place, postalCode: null }, voice)) ?? stop.name;
}

function furthestSeen(stops: readonly RouteStop[]): RouteStop | undefined {
  return stops.findLast(({ kind }) => kind !== "destination");
}

/** "1,270 miles" in the United States, "2.040 Kilometer" elsewhere; to the nearest ten, since a route is never exact. */
function distanceText(locale: string, kilometres: number): string {
  const [unit, distance] = locale === "en-US" ? ["mile", kilometres / KILOMETRES_PER_MILE] : ["kilometer", kilometres];
  const rounded = distance < 100 ? Math.max(1, Math.round(distance)) : Math.round(distance / 10) * 10;
  return closeUp(numberFormats(locale, () => new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" })).format(rounded));
}
