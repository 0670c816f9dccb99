import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { formatInstant, type Instant } from "#lib/shared/clock.ts";
import { newId, type RandomBytes } from "#lib/shared/ids.ts";
import type { EventRecord } from "#lib/shipments/tracker-record.ts";
import type { WallClock, ZoneName } from "#lib/tracking/event-time.ts";
import { NOWHERE } from "#lib/tracking/place.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";

/** EasyPost's test number of a parcel on its way: nobody takes it for one of theirs. */
const TRACKING_NUMBER = "EZ2000000002";
const CARRIER = "usps" as CarrierSlug;

/** An event about a parcel that does not exist, as real ones look; never stored. */
export function buildSampleEvent(
  { caller, now, origin }: { caller: Books; now: Instant; origin: string },
  random: RandomBytes,
): EventRecord {
  const { merchantId, mode } = caller;
  return {
    id: newId("evt", random),
    merchantId,
    mode,
    type: "tracker.updated",
    createdAt: now,
    previous: { status: "pre_transit", substatus: "label_created", scanCount: 0 },
    tracker: {
      id: newId("trk", random),
      merchantId,
      mode,
      tracker: sampleTracker(mode, now),
      createdAt: now,
      updatedAt: now,
      checkedAt: now,
      publicUrl: `${origin}/${CARRIER}/${TRACKING_NUMBER}`,
      metadata: null,
      isWatched: true,
    },
    deliveries: [],
  };
}

function sampleTracker(mode: Tracker["mode"], now: Instant): Tracker {
  const place = { ...NOWHERE, city: "Las Vegas", region: "NV", postalCode: "89101", country: "US" };
  const state = { status: "in_transit", substatus: "arrived_at_facility" } as const;
  const vendor = { status: "in_transit", detail: "arrived_at_facility", code: null };
  return {
    ...state,
    carrier: CARRIER,
    trackingNumber: TRACKING_NUMBER,
    mode,
    epoch: 1,
    isFinal: false,
    vendor: { ...vendor, provider: null },
    estimatedDelivery: null,
    originalEstimatedDelivery: null,
    deliveredTime: null,
    serviceLevel: "Ground Advantage",
    origin: null,
    destination: null,
    signedBy: null,
    weightOz: 16,
    scans: [
      {
        ...state,
        key: "sample",
        provider: "push",
        message: "Arrived at USPS Regional Facility",
        vendor,
        time: {
          kind: "instant",
          utc: now,
          // Las Vegas in winter: the offset is what makes it a sample of an honest time.
          local: formatInstant(Date.parse(now) - 8 * 3_600_000).slice(0, 19) as WallClock,
          zone: "-08:00" as ZoneName,
          zoneSource: "carrier",
        },
        place,
        signer: null,
        proofOfDeliveryUrl: null,
      },
    ],
    newsAt: now,
  };
}
