import { samples } from "#lib/providers/contract.samples.ts";
import { sharedFixtures } from "./shared-fixtures.ts";

export const POLLED_PROVIDERS = ["easypost", "shippo", "shipengine"] as const;
export type PolledProvider = (typeof POLLED_PROVIDERS)[number];

type Body = Record<string, unknown>;

/** What the parcel's status is called, and where a body says it. */
export type VendorStatus = "in_transit" | "out_for_delivery" | "delivered";

const RECORDED: Record<PolledProvider, string[]> = {
  easypost: ["easypost", "recorded", "tracker-get.json"],
  shippo: ["shippo", "recorded", "track-test_get_status.json"],
  shipengine: ["shipengine", "docs-sample-tracking.json"],
};

const SHIPPO_WORDS: Record<VendorStatus, Body> = {
  in_transit: { status: "TRANSIT", substatus: { code: "package_departed", text: "Departed.", action_required: false } },
  out_for_delivery: { status: "TRANSIT", substatus: { code: "out_for_delivery", text: "Out for delivery.", action_required: false } },
  delivered: { status: "DELIVERED", substatus: { code: "delivered", text: "Delivered.", action_required: false } },
};

const SHIPENGINE_WORDS: Record<VendorStatus, Body> = {
  in_transit: { status_code: "IT", status_detail_code: "IN_TRANSIT" },
  out_for_delivery: { status_code: "IT", status_detail_code: "OUT_FOR_DELIVERY" },
  delivered: { status_code: "DE", status_detail_code: "DELIVERED" },
};

/** What a provider's API answers for a USPS parcel: the inline sample, which the provider's own tests know. */
export function vendorBody(provider: PolledProvider, parcel: { trackingNumber: string; status: VendorStatus; at?: string }): Body {
  const { trackingNumber, status, at = "2026-03-01T11:00:00Z" } = parcel;
  const payload = samples[provider].payload;
  switch (provider) {
    case "easypost":
      return {
        ...(payload.result as Body),
        id: `trk_${trackingNumber.toLowerCase()}`,
        tracking_code: trackingNumber,
        status,
        status_detail: null,
        updated_at: at,
        tracking_details: [easypostDetail(status, at)],
      };
    case "shippo": {
      const latest = { ...shippoStatus(at), ...SHIPPO_WORDS[status] };
      return { ...(payload.data as Body), tracking_number: trackingNumber, tracking_status: latest, tracking_history: [latest] };
    }
    case "shipengine":
      return {
        ...(payload.data as Body),
        tracking_number: trackingNumber,
        ...SHIPENGINE_WORDS[status],
        events: [{ ...shipengineEvent(at), ...SHIPENGINE_WORDS[status] }],
      };
  }
}

/** A recorded answer of the provider, where the recordings are at hand; its parcel is whatever was recorded. */
export function recordedBody(provider: PolledProvider): Body | null {
  if (!sharedFixtures.present) return null;
  const { response } = sharedFixtures.readJson(...RECORDED[provider]) as { response: Body };
  return (response.body ?? response) as Body;
}

function easypostDetail(status: VendorStatus, at: string): Body {
  return {
    object: "TrackingDetail",
    message: `The parcel is ${status.replaceAll("_", " ")}`,
    description: "",
    status,
    status_detail: null,
    datetime: at,
    source: "USPS",
    carrier_code: null,
    tracking_location: { object: "TrackingLocation", city: "CHICAGO", state: "IL", country: "US", zip: "60611" },
  };
}

function shippoStatus(at: string): Body {
  return {
    object_created: at,
    object_updated: at,
    object_id: "ce48ff3d52a34e91b77aa98370182624",
    status_details: "The parcel has been seen.",
    status_date: at,
    location: { city: "Chicago", state: "IL", zip: "60611", country: "US" },
  };
}

function shipengineEvent(at: string): Body {
  return {
    occurred_at: at,
    carrier_occurred_at: at.slice(0, 19),
    description: "The parcel has been seen",
    city_locality: "CHICAGO",
    state_province: "IL",
    postal_code: "60611",
    country_code: "US",
    event_code: "10",
  };
}
