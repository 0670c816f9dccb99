import type { StagedPlaceName } from "#lib/providers/test-numbers/places.data.ts";
import type { Stage } from "#lib/providers/test-numbers/stage.ts";
import { type EasyPostStory, easyPostTracker, type StagedScan, shippoTrack } from "#lib/providers/test-numbers/vendor-payloads.ts";
import type { DemoParcel } from "./demo-parcel.ts";
import { accepted, arrived, atDestination, departed, label, outForDelivery, westToMidwest } from "./staged-scans.ts";

/** Journeys that show what the page can do, staged around the day of seeding. */

/** Forty scans from Los Angeles to Boston: a long journey must stay readable. */
function longJourney(): StagedScan[] {
  const stops: StagedPlaceName[] = [
    "losAngeles",
    "lasVegas",
    "phoenix",
    "denver",
    "kansasCity",
    "springfield",
    "chicago",
    "louisville",
    "memphis",
    "atlanta",
    "newark",
    "newYork",
    "boston",
  ];
  const legs = stops.flatMap((stop, index): StagedScan[] => [
    arrived(index - 13, "06:25", stop),
    [index - 13, "11:40", stop, "in_transit", "in_transit", "Processed through sorting machine"],
    departed(index - 13, "21:15", stop),
  ]);
  return [label(-14, "losAngeles"), ...legs];
}

interface Told extends EasyPostStory {
  group?: DemoParcel["group"];
  title: string;
  merchant?: string;
  slug: string;
  /** An earlier promise, told in a picture of its own: days from today. */
  promisedFirstOn?: number;
}

const told: readonly Told[] = [
  {
    title: "Arriving today, out for delivery",
    code: "9400100000000000000014",
    carrier: "USPS",
    slug: "usps",
    promisedOn: 0,
    origin: "lasVegas",
    destination: "sarcoxie",
    service: "Priority Mail",
    scans: [...westToMidwest(-5), atDestination(-1, "sarcoxie"), outForDelivery(0, "sarcoxie")],
  },
  {
    title: "International, handed over at the border",
    merchant: "voltline",
    code: "LP00000000000017",
    carrier: "DHLExpress",
    slug: "dhl_express",
    promisedOn: 2,
    origin: "shenzhen",
    destination: "berlin",
    service: "Express Worldwide",
    scans: [
      label(-7, "shenzhen"),
      accepted(-6, "shenzhen"),
      departed(-5, "23:50", "hongKong"),
      arrived(-4, "05:35", "dubai"),
      departed(-4, "19:05", "dubai"),
      arrived(-3, "04:10", "leipzig"),
      [-2, "13:20", "leipzig", "in_transit", "in_transit", "Cleared customs"],
      [-1, "08:45", "leipzig", "in_transit", "transferred_to_destination_carrier", "Handed over to the delivery partner"],
      departed(-1, "22:30", "leipzig"),
    ],
  },
  {
    title: "Forty scans across a continent",
    code: "1ZWAY0000300000048",
    carrier: "UPS",
    slug: "ups",
    promisedOn: 1,
    origin: "losAngeles",
    destination: "boston",
    service: "Ground",
    scans: longJourney(),
  },
  {
    title: "Moved by two days",
    merchant: "sunny-side",
    code: "1ZWAY0000300000057",
    carrier: "UPS",
    slug: "ups",
    promisedOn: 1,
    promisedFirstOn: -1,
    origin: "portland",
    destination: "brooklyn",
    service: "Ground",
    scans: [
      label(-6, "portland"),
      accepted(-5, "portland"),
      arrived(-4, "09:15", "denver"),
      [-2, "10:30", "chicago", "in_transit", "weather_delay", "Severe weather is delaying delivery"],
      departed(-1, "04:44", "chicago"),
    ],
  },
  {
    title: "Back at the shop after a return",
    code: "9400100000000000000021",
    carrier: "USPS",
    slug: "usps",
    status: "delivered",
    detail: "arrived_at_destination",
    isReturn: false,
    origin: "lasVegas",
    destination: "sarcoxie",
    service: "Priority Mail",
    scans: [
      ...westToMidwest(-14),
      [-8, "11:20", "sarcoxie", "in_transit", "delivery_exception", "Recipient moved, no forwarding address"],
      [-7, "09:00", "sarcoxie", "return_to_sender", "return", "Return to sender processed"],
      arrived(-5, "16:40", "kansasCity"),
      [-2, "10:05", "lasVegas", "delivered", "arrived_at_destination", "Delivered to original sender"],
    ],
  },
  {
    title: "Delivered, with a signature on the private page",
    merchant: "voltline",
    code: "794600000000",
    carrier: "FedEx",
    slug: "fedex",
    origin: "memphis",
    destination: "newYork",
    service: "FedEx 2Day",
    signedBy: "A. Demoperson",
    promisedOn: -1,
    scans: [
      label(-4, "memphis"),
      accepted(-3, "memphis"),
      departed(-2, "03:58", "memphis"),
      arrived(-2, "06:35", "newark"),
      outForDelivery(-1, "newYork"),
      [-1, "10:47", "newYork", "delivered", "arrived_at_destination", "Delivered. Signed for by A. DEMOPERSON"],
    ],
  },
  {
    group: "Rarer statuses",
    title: "available_for_pickup",
    code: "9400100000000000000038",
    carrier: "USPS",
    slug: "usps",
    origin: "lasVegas",
    destination: "sarcoxie",
    scans: [
      ...westToMidwest(-7),
      atDestination(-2, "sarcoxie"),
      [-1, "11:02", "sarcoxie", "available_for_pickup", "arrived_at_pickup_location", "Available for pickup at the post office"],
    ],
  },
  {
    group: "Rarer statuses",
    title: "cancelled",
    merchant: "sunny-side",
    code: "9400100000000000000045",
    carrier: "USPS",
    slug: "usps",
    scans: [label(-3, "portland"), [-2, "09:30", "portland", "cancelled", "cancelled", "Label cancelled by the shipper"]],
  },
  {
    group: "Rarer statuses",
    title: "error",
    code: "9400100000000000000052",
    carrier: "USPS",
    slug: "usps",
    status: "error",
    detail: "unknown",
    scans: [label(-3, "portland")],
  },
  {
    title: "Nothing known of zone or place",
    merchant: "sunny-side",
    code: "1ZWAY0000300000066",
    carrier: "UPS",
    slug: "ups",
    scans: [
      [-3, "14:24", "nowhere", "pre_transit", "label_created", "Billing information received"],
      [-2, "14:48", "nowhere", "in_transit", "in_transit", "Origin scan"],
    ],
  },
];

const easyPostStories = told.map(
  ({ group, title, merchant, slug, promisedFirstOn, ...story }): DemoParcel => ({
    group: group ?? "Journeys worth opening",
    title,
    merchant: merchant ?? "fern-and-fable",
    provider: "easypost",
    mode: "production",
    isDated: false,
    carrier: slug,
    trackingNumber: story.code,
    payloads: (stage) => [
      ...(promisedFirstOn === undefined ? [] : [firstPromise(stage, story, promisedFirstOn)]),
      easyPostTracker(stage, story),
    ],
  }),
);

/** What EasyPost said of a parcel when it had just been handed over. */
function firstPromise(stage: Stage, story: EasyPostStory, promisedOn: number) {
  const updatedAt = stage.utc(-5, "15:00", "UTC");
  return { ...easyPostTracker(stage, { ...story, scans: story.scans.slice(0, 2), promisedOn }), updated_at: updatedAt };
}

/** The night of 3 November 2024: clocks in Chicago showed 1:30 twice. */
const clockChange: DemoParcel = {
  group: "Journeys worth opening",
  title: "Scanned in the night the clocks went back",
  merchant: "fern-and-fable",
  provider: "shipengine",
  mode: "production",
  isDated: true,
  carrier: "usps",
  trackingNumber: "9400100000000000000069",
  payloads: () => [
    {
      resource_url: "https://api.shipengine.com/v1/tracking?carrier_code=usps&tracking_number=9400100000000000000069",
      resource_type: "API_TRACK",
      data: {
        tracking_number: "9400100000000000000069",
        status_code: "DE",
        status_detail_code: "DELIVERED",
        carrier_code: "usps",
        events: [
          chicagoEvent("2024-11-03T15:20:00", "DELIVERED", "DE", "Delivered, Front Door/Porch"),
          chicagoEvent("2024-11-03T02:10:00", "HUB_SCAN_OUT", "IT", "Departed USPS regional facility"),
          chicagoEvent("2024-11-03T01:30:00", "HUB_PROCESSING", "IT", "Processed at USPS regional facility"),
          chicagoEvent("2024-11-03T01:50:00", "HUB_SCAN_IN", "IT", "Arrived at USPS regional facility"),
          chicagoEvent("2024-11-02T00:00:00", "IN_TRANSIT", "IT", "In transit to next facility"),
        ],
      },
    },
  ],
};

function chicagoEvent(local: string, detail: string, status: string, description: string) {
  const dayOnly = local.endsWith("T00:00:00");
  return {
    occurred_at: `${local}Z`,
    carrier_occurred_at: local,
    description,
    city_locality: dayOnly ? "" : "CHICAGO",
    state_province: dayOnly ? "" : "IL",
    postal_code: dayOnly ? "" : "60611",
    country_code: dayOnly ? "" : "US",
    status_code: status,
    status_detail_code: detail,
  };
}

const german: DemoParcel = {
  group: "Journeys worth opening",
  title: "Within Germany, from Shippo",
  merchant: "voltline",
  provider: "shippo",
  mode: "production",
  isDated: false,
  carrier: "dhl_germany",
  trackingNumber: "00340434000000000017",
  payloads: (stage) => [
    shippoTrack(stage, {
      number: "00340434000000000017",
      carrier: "dhl_germany",
      status: "TRANSIT",
      substatus: ["package_departed", "Package has departed from an intermediate location.", false],
      from: "hamburg",
      to: "berlin",
      service: "DHL Paket",
      promisedOn: 1,
      scans: [
        [-2, "16:05", "hamburg", "PRE_TRANSIT", "information_received", "Die Sendung wurde elektronisch angekündigt."],
        [-1, "18:31", "hamburg", "TRANSIT", "package_accepted", "Die Sendung wurde im Start-Paketzentrum bearbeitet."],
        [0, "00:20", "leipzig", "TRANSIT", "package_departed", "Die Sendung wird zum Ziel-Paketzentrum gebracht."],
      ],
    }),
  ],
};

export const STORIES: readonly DemoParcel[] = [...easyPostStories, clockChange, german];
