import { findZone } from "#lib/places/find-zone.ts";
import { readTimeZone } from "#lib/subscriptions/read-time-zone.ts";
import type { ZoneName } from "#lib/tracking/event-time.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";

const UTC = "UTC" as ZoneName;

/** By whose clock it is night: the shopper's own where a browser told it, else the parcel's destination's, else that of where it was last seen. */
export function shopperZone(
  { time_zone }: { time_zone: string | null },
  { destination, scans }: Pick<Tracker, "destination" | "scans">,
): ZoneName {
  const own = readTimeZone(time_zone);
  if (own !== null) return own;
  const there = destination && findZone(destination)?.zone;
  return there ?? scans.map(({ time }) => (time.kind === "none" ? null : time.zone)).find((zone) => zone !== null) ?? UTC;
}
