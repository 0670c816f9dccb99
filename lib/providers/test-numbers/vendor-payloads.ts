import { PLACES, type StagedPlaceName } from "./places.data.ts";
import type { Stage } from "./stage.ts";

/** `[day, time, place, status, detail, message]`: one scan in EasyPost's words. A null time is a scan of which only the day is known. */
export type StagedScan = readonly [day: number, time: string, place: StagedPlaceName, status: string, detail: string, message: string];

export interface EasyPostStory {
  code: string;
  /** EasyPost's name of the carrier. */
  carrier: string;
  mode?: "test" | "production";
  scans: readonly StagedScan[];
  /** Where none is given, the last scan's words stand for the whole. */
  status?: string;
  detail?: string;
  /** Days from today; null for no promise. */
  promisedOn?: number | null;
  destination?: StagedPlaceName;
  origin?: StagedPlaceName;
  service?: string;
  signedBy?: string;
  isReturn?: boolean;
}

/** A tracker as EasyPost's API answers it. */
export function easyPostTracker(stage: Stage, story: EasyPostStory) {
  const last = story.scans.at(-1);
  const destination = story.destination ? PLACES[story.destination] : null;
  const promised =
    story.promisedOn === undefined || story.promisedOn === null ? null : stage.day(story.promisedOn, destination?.zone ?? "UTC");
  const details = story.scans.map(([day, time, placeName, status, detail, message]) => {
    const { zone, ...location } = PLACES[placeName];
    return {
      object: "TrackingDetail",
      message,
      description: "",
      status,
      status_detail: detail,
      datetime: placeName === "nowhere" ? `${stage.local(day, time, zone)}Z` : stage.withOffset(day, time, zone),
      source: story.carrier,
      carrier_code: "",
      tracking_location: { object: "TrackingLocation", ...location },
    };
  });
  return {
    id: `trk_${story.code.toLowerCase().padStart(32, "0").slice(-32)}`,
    object: "Tracker",
    mode: story.mode ?? "production",
    tracking_code: story.code,
    status: story.status ?? last?.[3] ?? "unknown",
    status_detail: story.detail ?? last?.[4] ?? "unknown",
    created_at: stage.utc(-30, "09:00", "UTC"),
    updated_at: stage.now,
    signed_by: story.signedBy ?? null,
    weight: null,
    est_delivery_date: promised ? `${promised}T00:00:00Z` : null,
    shipment_id: null,
    carrier: story.carrier,
    tracking_details: details,
    carrier_detail: {
      object: "CarrierDetail",
      service: story.service ?? null,
      container_type: null,
      est_delivery_date_local: promised,
      est_delivery_time_local: story.promisedOn === 0 && destination ? stage.laterToday(destination.zone) : null,
      origin_location: story.origin ? describe(story.origin) : null,
      origin_tracking_location: location(story.origin),
      destination_location: story.destination ? describe(story.destination) : null,
      destination_tracking_location: location(story.destination),
      guaranteed_delivery_date: null,
      alternate_identifier: null,
      initial_delivery_attempt: null,
    },
    finalized: true,
    is_return: story.isReturn ?? false,
    public_url: `https://track.example.com/${story.code}`,
    fees: [],
  };
}

function location(name: StagedPlaceName | undefined) {
  if (!name) return null;
  const { zone: _, ...rest } = PLACES[name];
  return { object: "TrackingLocation", ...rest };
}

function describe(name: StagedPlaceName): string {
  const { city, state, zip } = PLACES[name];
  return [[city, state].filter(Boolean).join(" "), zip].filter(Boolean).join(", ");
}

/** A track as Shippo's webhook brings it. */
export function shippoTrack(
  stage: Stage,
  story: {
    number: string;
    carrier: string;
    status: string;
    substatus: readonly [code: string, text: string, actionRequired: boolean] | null;
    scans: readonly StagedScan[];
    promisedOn?: number;
    promisedFirstOn?: number;
    test?: boolean;
    from: StagedPlaceName;
    to: StagedPlaceName;
    service?: string;
  },
) {
  const history = story.scans.map(([day, time, placeName, status, substatus, message], index) => {
    const { zone, city, state, zip, country } = PLACES[placeName];
    return {
      object_created: stage.now,
      object_updated: stage.now,
      object_id: `${story.number}-${index}`,
      status,
      status_details: message,
      status_date: stage.utc(day, time, zone),
      substatus: substatus ? { code: substatus, text: message, action_required: false } : null,
      location: { city, state, zip, country },
    };
  });
  const last = history.at(-1);
  const [code, text, actionRequired] = story.substatus ?? [];
  const address = ({ city, state, zip, country }: (typeof PLACES)[StagedPlaceName]) => ({ city, state, zip, country });
  const zone = PLACES[story.to].zone;
  const eta = story.promisedOn === undefined ? null : `${stage.day(story.promisedOn, zone)}T00:00:00Z`;
  return {
    event: "track_updated",
    test: story.test ?? false,
    data: {
      carrier: story.carrier,
      tracking_number: story.number,
      address_from: address(PLACES[story.from]),
      address_to: address(PLACES[story.to]),
      eta,
      original_eta: story.promisedFirstOn === undefined ? eta : `${stage.day(story.promisedFirstOn, zone)}T00:00:00Z`,
      servicelevel: { token: "demo", name: story.service ?? "Ground" },
      metadata: null,
      messages: [],
      tracking_status: last
        ? { ...last, status: story.status, substatus: code ? { code, text, action_required: actionRequired } : null }
        : null,
      tracking_history: history,
      transaction: null,
      test: story.test ?? false,
    },
  };
}
