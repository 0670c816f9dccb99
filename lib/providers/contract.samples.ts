import type { ProviderName, TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import type { ProviderReading } from "./provider.ts";

/** One payload of each provider's real shape, with every field the vendor sends, for suites that bend and break them. */
export interface ProviderSample {
  payload: Record<string, unknown>;
  /** Where the number stands, the one field no payload can do without. */
  numberPath: string;
  /** Where the list stands whose entries become scans; null for a provider that sends none. */
  scansPath: string | null;
  /** Where the parcel's own status stands. */
  statusPath: string;
  /** What else it cannot do without. */
  needed: string[];
  /** Where a scan's time stands, inside an entry of `scansPath`. */
  timeFields: string[];
  /** Ours alone: whoever writes it can mend it, so that a slip is refused where a vendor's would be let pass. */
  isStrict?: true;
}

const easypost: ProviderSample = {
  numberPath: "result.tracking_code",
  scansPath: "result.tracking_details",
  statusPath: "result.status",
  needed: ["result"],
  timeFields: ["datetime"],
  payload: {
    id: "evt_0123456789abcdef0123456789abcdef",
    object: "Event",
    description: "tracker.updated",
    mode: "production",
    previous_attributes: { status: "in_transit" },
    created_at: "2026-03-02T15:04:06.000Z",
    updated_at: "2026-03-02T15:04:06.000Z",
    pending_urls: ["https://shop.example/hooks"],
    completed_urls: [],
    user_id: "user_0123456789abcdef",
    status: "pending",
    result: {
      id: "trk_0123456789abcdef0123456789abcdef",
      object: "Tracker",
      mode: "production",
      tracking_code: "9405511899223197428490",
      status: "out_for_delivery",
      status_detail: "out_for_delivery",
      created_at: "2026-02-27T18:00:00Z",
      updated_at: "2026-03-02T15:04:05Z",
      signed_by: null,
      weight: 16,
      est_delivery_date: "2026-03-02T00:00:00Z",
      shipment_id: null,
      carrier: "USPS",
      tracking_details: [
        {
          object: "TrackingDetail",
          message: "Arrived at facility",
          description: "",
          status: "in_transit",
          status_detail: "arrived_at_facility",
          datetime: "2026-03-01T07:03:00-06:00",
          source: "USPS",
          carrier_code: "10",
          tracking_location: { object: "TrackingLocation", city: "OAK CREEK", state: "WI", country: "US", zip: "53154" },
        },
        {
          object: "TrackingDetail",
          message: "Out for delivery",
          description: null,
          status: "out_for_delivery",
          status_detail: null,
          datetime: "2026-03-02T08:10:00-06:00",
          source: "USPS",
          carrier_code: null,
          tracking_location: { object: "TrackingLocation", city: "CHICAGO", state: "IL", country: "US", zip: "60611" },
        },
      ],
      carrier_detail: {
        object: "CarrierDetail",
        service: "First-Class Package Service",
        container_type: null,
        est_delivery_date_local: "2026-03-02",
        est_delivery_time_local: "21:00:00",
        origin_location: "HOUSTON TX, 77001",
        origin_tracking_location: { object: "TrackingLocation", city: "HOUSTON", state: "TX", country: null, zip: "77063" },
        destination_location: "CHICAGO IL, 60611",
        destination_tracking_location: null,
        guaranteed_delivery_date: "2026-03-01T00:00:00Z",
        alternate_identifier: null,
        initial_delivery_attempt: null,
      },
      finalized: true,
      is_return: false,
      public_url: "https://track.example/abc",
      fees: [{ object: "Fee", type: "TrackerFee", amount: "0.02000", charged: true, refunded: false }],
    },
  },
};

const shippo: ProviderSample = {
  numberPath: "data.tracking_number",
  scansPath: "data.tracking_history",
  statusPath: "data.tracking_status.status",
  needed: ["event", "data"],
  timeFields: ["status_date"],
  payload: {
    event: "track_updated",
    test: false,
    data: {
      messages: [],
      carrier: "usps",
      tracking_number: "9205590164917312751089",
      address_from: { city: "Las Vegas", state: "NV", zip: "89101", country: "US" },
      address_to: { city: "Spotsylvania", state: "VA", zip: "22551", country: "US" },
      eta: "2026-07-24T00:00:00Z",
      original_eta: "2026-07-23T00:00:00Z",
      servicelevel: { token: "usps_priority", name: "Priority Mail" },
      metadata: "Order 000123",
      tracking_status: {
        object_created: "2026-07-23T20:35:26.129Z",
        object_updated: "2026-07-23T20:36:00.000Z",
        object_id: "ce48ff3d52a34e91b77aa98370182624",
        status: "TRANSIT",
        status_details: "On its way to the door.",
        status_date: "2026-07-23T13:03:00Z",
        substatus: { code: "out_for_delivery", text: "Out for delivery.", action_required: false },
        location: { city: "Spotsylvania", state: "VA", zip: "22551", country: "US" },
      },
      tracking_history: [
        {
          object_created: "2026-07-22T14:36:50.943Z",
          object_updated: null,
          object_id: "265c7a7c23354da5b87b2bf52656c625",
          status: "TRANSIT",
          status_details: "Accepted.",
          status_date: "2026-07-21T15:33:00Z",
          substatus: { code: "package_accepted", text: "Accepted.", action_required: false },
          location: { city: "Las Vegas", state: "NV", zip: "89101", country: "US" },
        },
        {
          object_created: "2026-07-23T20:35:26.129Z",
          object_updated: null,
          object_id: "aab1d7c0559d43ccbba4ff8603089e56",
          status: "TRANSIT",
          status_details: "On its way to the door.",
          status_date: "2026-07-23T13:03:00Z",
          substatus: { code: "out_for_delivery", text: "Out for delivery.", action_required: false },
          location: { city: "Spotsylvania", state: "VA", zip: "22551", country: "US" },
        },
      ],
      transaction: null,
      test: false,
    },
  },
};

const shipengine: ProviderSample = {
  numberPath: "data.tracking_number",
  scansPath: "data.events",
  statusPath: "data.status_code",
  needed: ["data"],
  timeFields: ["occurred_at", "carrier_occurred_at"],
  payload: {
    resource_url: "https://api.shipengine.com/v1/tracking?carrier_code=usps&tracking_number=9405511899223197428490",
    resource_type: "API_TRACK",
    data: {
      label_url: "https://labels.example/picture-of-the-address.pdf",
      tracking_number: "9405511899223197428490",
      tracking_url: "https://carrier.example/9405511899223197428490",
      status_code: "DE",
      status_detail_code: "DELIVERED",
      carrier_code: "usps",
      carrier_id: 1,
      carrier_detail_code: null,
      status_description: "Delivered",
      status_detail_description: "Delivered.",
      carrier_status_code: "01",
      carrier_status_description: "Delivered at the mailbox",
      ship_date: null,
      estimated_delivery_date: "2021-09-21T00:00:00",
      actual_delivery_date: null,
      exception_description: null,
      events: [
        {
          occurred_at: "2021-09-20T19:03:00Z",
          carrier_occurred_at: "2021-09-20T14:03:00",
          description: "Delivered, In/At Mailbox",
          city_locality: "SARCOXIE",
          state_province: "MO",
          postal_code: 64862,
          country_code: "",
          company_name: "Recipient Ltd",
          signer: "A. SHOPPER",
          event_code: "01",
          carrier_detail_code: null,
          status_code: "DE",
          status_detail_code: "DELIVERED",
          carrier_status_code: "01",
          carrier_status_description: "Delivered, In/At Mailbox",
          latitude: 37.0776,
          longitude: -94.1258,
          proof_of_delivery_url: "https://proofs.example/1.png",
        },
        {
          occurred_at: "2021-09-18T00:00:00Z",
          carrier_occurred_at: "2021-09-18T00:00:00",
          description: "In Transit to Next Facility",
          city_locality: "",
          state_province: "",
          postal_code: "",
          country_code: "",
          company_name: "",
          signer: "",
          event_code: "NT",
          carrier_detail_code: null,
          status_code: null,
          status_detail_code: null,
          carrier_status_code: "NT",
          carrier_status_description: "In Transit to Next Facility",
          latitude: -90,
          longitude: -180,
          proof_of_delivery_url: null,
        },
      ],
    },
  },
};

const shipmentNotify: ProviderSample = {
  numberPath: "data.trackings.0.tracking_number",
  scansPath: null,
  statusPath: "event.tracking.tracking_status",
  needed: [
    "event",
    "event.name",
    "event.tracking.tracking_number",
    "data",
    "data.order_id",
    "data.trackings.1.tracking_number",
    "data.trackings.1.carrier",
  ],
  timeFields: [],
  payload: {
    event: {
      uuid: "0b9a9b1e-2222-4de1-adb1-2f12e1adc62f",
      name: "shipment_notify",
      timestamp: "2022-07-08T13:24:00.128774Z",
      tracking: {
        tracking_number: "9400100109361129278357",
        tracking_status: "delivered",
        carrier_code: "USPS",
        tracking_url: "https://carrier.example/9400100109361129278357",
        shipped_items: [{ order_item_id: "28002-A-001", quantity: 3 }],
      },
    },
    data: {
      id: 2,
      order_id: "28002-A",
      test_order: false,
      sample_order: false,
      reprint_order: false,
      created_at: "2022-01-07T14:11:50.000000Z",
      updated_at: "2022-07-08T03:16:08.000000Z",
      status: "shipped",
      rejected_at: null,
      rejected_status: null,
      cancelled_at: null,
      line_items: [
        {
          id: 2,
          sku: "UNPT1B00M",
          quantity: 3,
          order_item_id: "28002-A-001",
          print_files: [{ key: "front", url: "https://files.example/front.png" }],
          preview_files: [{ key: "front", url: "https://files.example/preview.png" }],
        },
        { id: 3, sku: "UNPT1B00L", quantity: 2, order_item_id: "28002-A-002", print_files: [], preview_files: [] },
      ],
      trackings: [
        {
          tracking_number: "9400100109361129278357",
          tracking_url: "https://carrier.example/9400100109361129278357",
          carrier: "USPS",
          created_at: "2022-07-21T10:53:46.000000+00:00",
          status: "in_transit",
          label_url: "https://labels.example/one.png",
          shipped_items: [{ order_item_id: "28002-A-001", quantity: 3 }],
          primary: true,
        },
        {
          tracking_number: "9400100109361129278358",
          tracking_url: "https://carrier.example/9400100109361129278357",
          carrier: "USPS",
          created_at: "2022-07-21T10:55:46.000000+00:00",
          status: "pre_transit",
          label_url: "https://labels.example/two.png",
          shipped_items: [{ order_item_id: "28002-A-002", quantity: 2 }],
          primary: false,
        },
      ],
      shipping_method: "standard",
      ioss_number: "IM0123456789",
      tax_id: "DE999999999",
      tax_id_type: "VAT",
      address: {
        name: "Erika Mustermann",
        email: "erika@shopper.example",
        company: "Mustermann GmbH",
        phone: "(330) 555-0142",
        street1: "4736 Sample Rice Rd",
        street2: "Rear building",
        city: "Cortland",
        state: "OH",
        country: "US",
        zip: "44410",
      },
      return_address: { name: "Returns Desk", street1: "1 Warehouse Way", city: "Reno", state: "NV", country: "US", zip: "89501" },
      total_cost: "34.56",
    },
  },
};

const push: ProviderSample = {
  numberPath: "tracking_number",
  scansPath: "scans",
  statusPath: "status",
  needed: ["scans.0.status", "scans.0.occurred_at", "scans.1.status", "scans.1.occurred_at", "estimated_delivery.on"],
  timeFields: ["occurred_at"],
  isStrict: true,
  payload: {
    carrier: "usps",
    tracking_number: "9405511899223197428490",
    as_of: "2026-03-02T14:20:00Z",
    status: "out_for_delivery",
    substatus: "out_for_delivery",
    estimated_delivery: { on: "2026-03-02", from: "14:00", until: "17:30" },
    service_level: "Same day",
    origin: { city: "Oak Creek", region: "WI", postal_code: "53154", country: "US" },
    destination: { city: "Chicago", region: "IL", postal_code: "60611", country: "US" },
    signed_by: null,
    weight_oz: 16,
    scans: [
      {
        status: "in_transit",
        substatus: "arrived_at_facility",
        message: "Arrived at our depot",
        occurred_at: "2026-03-01T07:03:00-06:00",
        place: {
          city: "Oak Creek",
          region: "WI",
          postal_code: "53154",
          country: "US",
          facility: "Depot 4",
          latitude: 42.88,
          longitude: -87.91,
        },
        signer: null,
        proof_of_delivery_url: null,
      },
      {
        status: "out_for_delivery",
        substatus: null,
        message: "On the van",
        occurred_at: "2026-03-02T08:10:00",
        place: { city: "Chicago", region: "IL", postal_code: "60611", country: "US" },
      },
    ],
  },
};

export const samples: Record<ProviderName, ProviderSample> = { easypost, shippo, shipengine, shipment_notify: shipmentNotify, push };

/** The snapshots of a reading that must have worked. */
export function snapshotsOf(reading: ProviderReading): TrackerSnapshot[] {
  if (reading.kind !== "snapshots") throw new Error(`expected snapshots: ${JSON.stringify(reading)}`);
  return reading.snapshots;
}

export function onlySnapshotOf(reading: ProviderReading): TrackerSnapshot {
  const [snapshot, ...others] = snapshotsOf(reading);
  if (snapshot === undefined || others.length > 0) throw new Error(`expected one snapshot, got ${others.length + 1}`);
  return snapshot;
}

/** A deep copy of a payload with the value at a dotted path replaced; `undefined` takes the key away. */
export function withValueAt<Payload>(payload: Payload, path: string, value: unknown): Payload {
  const copy = structuredClone(payload);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let parent = copy as Record<string, unknown>;
  for (const key of keys) parent = parent[key] as Record<string, unknown>;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

export function valueAt(payload: unknown, path: string): unknown {
  return path.split(".").reduce((value, key) => (value as Record<string, unknown>)[key], payload);
}
