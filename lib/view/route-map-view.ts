import type { RouteStop } from "#lib/places/route-map.ts";
import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import { closeUp } from "./format-time.ts";
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
    description: from.name === to.name ? t("map.seen_in", { place: to.name }) : t("map.from_to", { from: from.name, to: to.name }),
    caption:
      routeMap.kilometres < 1
        ? t("map.seen_in", { place: seen.name })
        : t(tracker.isFinal ? "map.caption_final" : "map.caption", {
            distance: distanceText(voice.locale, routeMap.kilometres),
            place: seen.name,
          }),
  };
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
