import type { EventTime } from "#lib/tracking/event-time.ts";
import type { TrackingJsonTime } from "./tracking-json.ts";

/** A time as data, no surer than the carrier was; null where it gave none. */
export function buildTimeJson(time: EventTime): TrackingJsonTime | null {
  switch (time.kind) {
    case "none":
      return null;
    case "day":
      return { kind: "day", local: time.day, utc: null, zone: time.zone, zone_source: time.zoneSource };
    case "local":
    case "instant":
      return { kind: time.kind, local: time.local, utc: time.utc, zone: time.zone, zone_source: time.zoneSource };
  }
}
