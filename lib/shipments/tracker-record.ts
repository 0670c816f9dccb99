import type { EventFacts, TrackerFacts } from "#lib/contracts/tracker-facts.ts";
import type { EventDeliveryId, EventId, MerchantId, TrackerId } from "#lib/shared/ids.ts";

/** A tracker as its merchant sees it, personal fields included. */
export interface TrackerRecord extends TrackerFacts {
  id: TrackerId;
  merchantId: MerchantId;
}

/** Something that happened to a tracker, as it was right after. */
export interface EventRecord extends EventFacts {
  id: EventId;
  merchantId: MerchantId;
  tracker: TrackerRecord;
  deliveries: { id: EventDeliveryId; url: string; isCompleted: boolean }[];
}
