import type { Tracker } from "#lib/tracking/tracker.ts";

/** As long as no source has said a word of a parcel, no dialect should put one into a carrier's mouth. */
export function isUnheardOf({ status, scans, vendor }: Pick<Tracker, "status" | "scans" | "vendor">): boolean {
  return status === "unknown" && scans.length === 0 && vendor.status === null;
}
