import type { Scan, Tracker } from "#lib/tracking/tracker.ts";

/** What a carrier calls delivered, of a parcel that came back, was its return: the journey says so as the headline does. */
export function nameReturn(tracker: Tracker): Tracker {
  const { scans } = tracker;
  if (tracker.substatus !== "returned" || scans.some(({ substatus }) => substatus === "returned")) return tracker;
  const last = scans.findIndex(({ status }) => status === "delivered");
  const named = (scan: Scan): Scan => ({ ...scan, status: "return_to_sender", substatus: "returned" });
  return { ...tracker, scans: scans.map((scan, index) => (index === last ? named(scan) : scan)) };
}
