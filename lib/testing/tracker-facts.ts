import type { EventFacts, TrackerFacts } from "#lib/contracts/tracker-facts.ts";
import { deriveTracker } from "#lib/tracking/derive-tracker.ts";
import { EMPTY_FACTS, foldSnapshot } from "#lib/tracking/fold-snapshot.ts";
import type { TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { anIdentity, aSnapshot, instant } from "./snapshots.ts";

/** What a builder is told of the parcel in this snapshot, folded as it is in the books. */
export function someTrackerFacts(snapshot: Partial<TrackerSnapshot> = {}): TrackerFacts {
  const whole = aSnapshot(snapshot);
  const { carrier, trackingNumber, mode } = whole;
  return {
    id: "trk_0123456789abcdefghjkmnpqrstvwxyz",
    merchantId: "mrc_0123456789abcdefghjkmnpqrstvwxyz",
    mode,
    tracker: deriveTracker(foldSnapshot(EMPTY_FACTS, whole), { ...anIdentity, carrier, trackingNumber, mode }),
    createdAt: instant("2026-03-01T12:00:00Z"),
    updatedAt: instant("2026-03-02T15:30:00.250Z"),
    checkedAt: instant("2026-03-02T15:30:00.250Z"),
    publicUrl: "https://track.example.com/ups/1Z999AA10123456784?key=abc",
    metadata: null,
    isWatched: true,
  };
}

export function someEventFacts(tracker: TrackerFacts, changes: Partial<EventFacts> = {}): EventFacts {
  return {
    id: "evt_0123456789abcdefghjkmnpqrstvwxyz",
    merchantId: tracker.merchantId,
    mode: tracker.mode,
    type: "tracker.updated",
    createdAt: instant("2026-03-02T15:30:01Z"),
    previous: {},
    tracker,
    deliveries: [],
    ...changes,
  };
}
