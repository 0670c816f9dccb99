import type { Tracker } from "#lib/tracking/tracker.ts";

/** Registered, and no source has told anything of it yet, not even that it knows nothing. */
export function hasNoSource({ vendor, scans }: Pick<Tracker, "vendor" | "scans">): boolean {
  return vendor.provider === null && scans.length === 0;
}

/** A carrier that was asked and knows no more than the number: as with a label minutes old. */
export function isNotYetInSystem(tracker: Tracker): boolean {
  const { status, substatus, scans, estimatedDelivery } = tracker;
  return status === "unknown" && substatus !== "tracking_expired" && scans.length === 0 && estimatedDelivery === null;
}
