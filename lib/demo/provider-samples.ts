import type { DemoParcel } from "./demo-parcel.ts";

/** The parcels the providers' own guides tell of, with their faults: times that contradict each other, missing places, links that mislead. */

const usps = (
  local: string,
  utc: string,
  code: string,
  description: string,
  place: Partial<Record<"city_locality" | "state_province" | "postal_code", string>> = {},
  at: readonly [number, number] | null = null,
) => ({
  occurred_at: utc,
  carrier_occurred_at: local,
  description,
  city_locality: "",
  state_province: "",
  postal_code: "",
  ...place,
  country_code: "",
  company_name: "",
  signer: "",
  event_code: code,
  carrier_detail_code: null,
  status_code: null,
  status_description: null,
  carrier_status_code: code,
  carrier_status_description: description,
  latitude: at?.[0] ?? null,
  longitude: at?.[1] ?? null,
});

const sarcoxie = { city_locality: "SARCOXIE", state_province: "MO", postal_code: "64862" };
const atSarcoxie = [37.0776, -94.1258] as const;

const lasVegasToSarcoxie: DemoParcel = {
  group: "Samples of the providers",
  title: "ShipEngine: Las Vegas to Sarcoxie by USPS",
  merchant: "fern-and-fable",
  provider: "shipengine",
  mode: "production",
  isDated: true,
  carrier: "usps",
  trackingNumber: "9405511899223197428490",
  payloads: () => [
    {
      tracking_number: "9405511899223197428490",
      tracking_url: "https://tools.usps.com/go/TrackConfirmAction.action?tLabels=9405511899223197428490",
      status_code: "DE",
      carrier_code: "usps",
      carrier_id: 1,
      carrier_detail_code: null,
      status_description: "Delivered",
      carrier_status_code: "01",
      carrier_status_description: "Your item was delivered in or at the mailbox at 2:03 pm on September 20, 2021 in SARCOXIE, MO 64862.",
      ship_date: null,
      estimated_delivery_date: null,
      actual_delivery_date: null,
      exception_description: null,
      events: [
        usps("2021-09-20T14:03:00", "2021-09-20T19:03:00Z", "01", "Delivered, In/At Mailbox", sarcoxie, atSarcoxie),
        usps("2021-09-20T08:10:00", "2021-09-20T13:10:00Z", "OF", "Out for Delivery", sarcoxie, atSarcoxie),
        usps("2021-09-20T07:59:00", "2021-09-20T12:59:00Z", "07", "Arrived at Post Office", sarcoxie, atSarcoxie),
        usps("2021-09-18T00:00:00", "2021-09-18T00:00:00Z", "NT", "In Transit to Next Facility"),
        usps("2021-09-16T19:41:00", "2021-09-17T02:41:00Z", "10", "Arrived at USPS Regional Origin Facility", {
          city_locality: "LAS VEGAS NV DISTRIBUTION CENTER ANNEX",
        }),
        usps(
          "2021-09-16T14:06:00",
          "2021-09-16T21:06:00Z",
          "03",
          "USPS picked up item",
          { city_locality: "LAS VEGAS", state_province: "NV", postal_code: "89118" },
          [35.9292, -115.1987],
        ),
      ],
    },
  ],
};

const upsDetail = (message: string, status: string, datetime: string, city: string | null) => ({
  object: "TrackingDetail",
  message,
  status,
  datetime,
  tracking_location: { object: "TrackingLocation", city, state: city ? "CA" : null, country: city ? "US" : null, zip: null },
});

const deliveredBeforeItsScans: DemoParcel = {
  group: "Samples of the providers",
  title: "EasyPost: a delivery dated before the scans that led to it",
  merchant: "fern-and-fable",
  provider: "easypost",
  mode: "test",
  isDated: true,
  carrier: "ups",
  trackingNumber: "EZ4000000004",
  payloads: () => [
    {
      id: "evt_qatAiJDM",
      object: "Event",
      created_at: "2014-11-19T10:51:54Z",
      updated_at: "2014-11-19T10:51:54Z",
      description: "tracker.updated",
      mode: "test",
      previous_attributes: { status: "unknown" },
      pending_urls: [],
      completed_urls: [],
      result: {
        id: "trk_Txyy1vaM",
        object: "Tracker",
        mode: "test",
        tracking_code: "EZ4000000004",
        status: "delivered",
        created_at: "2014-11-18T10:51:54Z",
        updated_at: "2014-11-19T10:51:54Z",
        signed_by: "John Tester",
        weight: 17.6,
        est_delivery_date: "2014-11-27T00:00:00Z",
        shipment_id: null,
        carrier: "UPS",
        tracking_details: [
          upsDetail("BILLING INFORMATION RECEIVED", "pre_transit", "2014-11-21T14:24:00Z", null),
          upsDetail("ORIGIN SCAN", "in_transit", "2014-11-21T14:48:00Z", "SOUTH SAN FRANCISCO"),
          upsDetail("DEPARTURE SCAN", "in_transit", "2014-11-22T08:51:00Z", "SOUTH SAN FRANCISCO"),
          upsDetail("ARRIVAL SCAN", "in_transit", "2014-11-23T09:31:00Z", "SAN FRANCISCO"),
          upsDetail("OUT FOR DELIVERY", "out_for_delivery", "2014-11-24T08:10:00Z", "SAN FRANCISCO"),
          upsDetail("DELIVERED", "delivered", "2014-11-19T10:51:54Z", "SAN FRANCISCO"),
        ],
      },
    },
  ],
};

const shippoScan = (
  id: string,
  created: string,
  status: string,
  details: string,
  date: string,
  city: string,
  state: string,
  zip: string,
) => ({
  object_created: created,
  object_updated: null,
  object_id: id,
  status,
  status_details: details,
  status_date: date,
  substatus: null,
  location: { city, state, zip, country: "US" },
});

const shippoDelivered: DemoParcel = {
  group: "Samples of the providers",
  title: "Shippo: Las Vegas to Spotsylvania",
  merchant: "fern-and-fable",
  provider: "shippo",
  mode: "production",
  isDated: true,
  carrier: "usps",
  trackingNumber: "9205590164917312751089",
  payloads: () => {
    const delivered = shippoScan(
      "ce48ff3d52a34e91b77aa98370182624",
      "2023-07-23T20:35:26.129Z",
      "DELIVERED",
      "Your shipment has been delivered at the destination mailbox.",
      "2023-07-23T13:03:00Z",
      "Spotsylvania",
      "VA",
      "22551",
    );
    return [
      {
        carrier: "usps",
        tracking_number: "9205590164917312751089",
        address_from: { city: "Las Vegas", state: "NV", zip: "89101", country: "US" },
        address_to: { city: "Spotsylvania", state: "VA", zip: "22551", country: "US" },
        transaction: "1275c67d754f45bf9d6e4d7a3e205314",
        original_eta: "2023-07-23T00:00:00Z",
        eta: "2023-07-23T00:00:00Z",
        servicelevel: { token: "usps_priority", name: "Priority Mail" },
        metadata: null,
        tracking_status: delivered,
        tracking_history: [
          shippoScan(
            "265c7a7c23354da5b87b2bf52656c625",
            "2023-07-22T14:36:50.943Z",
            "TRANSIT",
            "Your shipment has been accepted.",
            "2023-07-21T15:33:00Z",
            "Las Vegas",
            "NV",
            "89101",
          ),
          { ...delivered, object_id: "aab1d7c0559d43ccbba4ff8603089e56" },
        ],
      },
    ];
  },
};

const shippoWithoutZone: DemoParcel = {
  group: "Samples of the providers",
  title: "Shippo: times without a zone, to Chicago",
  merchant: "voltline",
  provider: "shippo",
  mode: "test",
  isDated: true,
  carrier: "shippo",
  trackingNumber: "SHIPPO_TRANSIT",
  payloads: () => {
    const moving = shippoScan(
      "82ef073b04ef48368e79b835af788fce",
      "2018-07-30T18:49:42.589",
      "TRANSIT",
      "Your shipment has departed from the origin.",
      "2018-07-29T16:44:42.589",
      "San Francisco",
      "CA",
      "94103",
    );
    return [
      {
        messages: [],
        carrier: "shippo",
        tracking_number: "SHIPPO_TRANSIT",
        address_from: { city: "San Francisco", state: "CA", zip: "94103", country: "US" },
        address_to: { city: "Chicago", state: "IL", zip: "60611", country: "US" },
        eta: "2018-08-02T18:49:42.566",
        original_eta: "2018-08-02T18:49:42.566",
        servicelevel: { token: "shippo_priority", name: "Priority Mail" },
        metadata: "Shippo test tracking",
        tracking_status: moving,
        tracking_history: [
          shippoScan(
            "9a056563ad874a0b9bf79dee321f25f5",
            "2018-07-30T18:49:42.589",
            "UNKNOWN",
            "The carrier has received the electronic shipment information.",
            "2018-07-28T14:39:42.589",
            "San Francisco",
            "CA",
            "94103",
          ),
          moving,
        ],
        transaction: null,
        test: true,
      },
    ];
  },
};

const FIRST = "9400100109361129278357";
const SECOND = "9400100109361129278358";

/** Both parcels' links in the recorded notice point at the first one: a trap, kept. */
const orderParcel = (trackingNumber: string, createdAt: string, primary: boolean, items: readonly (readonly [string, number])[]) => ({
  tracking_number: trackingNumber,
  tracking_url: `https://tools.usps.com/go/TrackConfirmAction.action?tLabels=${FIRST}`,
  carrier: "USPS",
  created_at: createdAt,
  status: "delivered",
  label_url: "https://labels.example.com/label.png",
  shipped_items: items.map(([orderItemId, quantity]) => ({ order_item_id: orderItemId, quantity })),
  primary,
});

const orderNotice = () => {
  const trackings = [
    orderParcel(FIRST, "2022-07-21T10:53:46.000000+00:00", true, [["28002-A-001", 3]]),
    orderParcel(SECOND, "2022-07-21T10:55:46.000000+00:00", false, [
      ["28002-A-002", 1],
      ["28002-A-003", 2],
    ]),
  ];
  const data = {
    id: 2,
    order_id: "28002-A",
    test_order: false,
    sample_order: false,
    reprint_order: false,
    created_at: "2022-01-07T14:11:50.000000Z",
    updated_at: "2022-07-08T03:16:08.000000Z",
    status: "shipped",
    line_items: [{ id: 2, sku: "UNPT1B00M", quantity: 1, order_item_id: "196953049", print_files: [], preview_files: [] }],
    shipping_method: "standard",
    address: {
      name: "John Smith",
      email: null,
      company: "DEMO",
      phone: "(330) 638-1331",
      street1: "4736 Phillips Rice Rd",
      street2: null,
      city: "Cortland",
      state: "OH",
      country: "US",
      zip: "44410",
    },
    return_address: null,
    total_cost: null,
  };
  return {
    event: {
      uuid: "4e3f192a-c674-4de1-adb1-2f12e1adc62f",
      tracking: {
        tracking_number: FIRST,
        tracking_status: "delivered",
        carrier_code: "USPS",
        tracking_url: trackings[0]?.tracking_url,
        shipped_items: trackings[0]?.shipped_items,
      },
      name: "shipment_notify",
      timestamp: "2022-07-08T13:24:00.128774Z",
    },
    data: { ...data, trackings },
  };
};

const order: DemoParcel = {
  group: "Samples of the providers",
  title: "Order 28002-A, first of two parcels",
  merchant: "fern-and-fable",
  provider: "shipment_notify",
  mode: "production",
  isDated: true,
  carrier: "usps",
  trackingNumber: FIRST,
  payloads: () => [orderNotice()],
};

export const PROVIDER_SAMPLES: readonly DemoParcel[] = [
  lasVegasToSarcoxie,
  deliveredBeforeItsScans,
  shippoDelivered,
  shippoWithoutZone,
  order,
  { ...order, title: "Order 28002-A, second of two parcels", trackingNumber: SECOND, payloads: () => [] },
];
