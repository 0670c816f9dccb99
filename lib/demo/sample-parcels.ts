import { type EasyPostStory, easyPostTracker } from "#lib/providers/test-numbers/vendor-payloads.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { DemoParcel } from "./demo-parcel.ts";
import { DEMO_PARCELS } from "./demo-parcels.ts";
import { label, westToMidwest } from "./staged-scans.ts";

type Told = Pick<DemoParcel, "provider" | "mode" | "carrier" | "trackingNumber" | "payloads">;

export interface SampleParcel {
  key: string;
  /** For whoever looks at a brand. */
  label: string;
  status: Status;
  told: Told;
}

const NUMBER = "9400100000000000000000";
const JOURNEY = { code: NUMBER, carrier: "USPS", origin: "lasVegas", destination: "sarcoxie", service: "Priority Mail" } as const;

const usps = (story: Partial<EasyPostStory> & Pick<EasyPostStory, "scans">): Told => ({
  provider: "easypost",
  mode: "production",
  carrier: "usps",
  trackingNumber: NUMBER,
  payloads: (stage) => [easyPostTracker(stage, { ...JOURNEY, ...story })],
});

/** One of the demo's own, by its title. */
function demo(title: string): Told {
  const parcel = DEMO_PARCELS.find((each) => each.title === title);
  if (!parcel) throw new Error(`no parcel of the demo is called "${title}"`);
  return parcel;
}

/** A parcel in each status, in its usual shape, then those whose pages look different. */
export const SAMPLE_PARCELS = [
  { key: "pre_transit", label: "Label made", status: "pre_transit", told: usps({ promisedOn: 4, scans: [label(-1, "lasVegas")] }) },
  { key: "in_transit", label: "On its way", status: "in_transit", told: usps({ promisedOn: 1, scans: westToMidwest(-4) }) },
  { key: "out_for_delivery", label: "Out for delivery", status: "out_for_delivery", told: demo("Arriving today, out for delivery") },
  { key: "available_for_pickup", label: "Ready to collect", status: "available_for_pickup", told: demo("available_for_pickup") },
  { key: "delivered", label: "Delivered", status: "delivered", told: demo("Delivered, with a signature on the private page") },
  {
    key: "return_to_sender",
    label: "Going back",
    status: "return_to_sender",
    told: usps({
      scans: [
        ...westToMidwest(-7),
        [-2, "11:20", "sarcoxie", "in_transit", "refused", "Refused by the recipient"],
        [-1, "09:00", "sarcoxie", "return_to_sender", "return", "Return to sender processed"],
      ],
    }),
  },
  {
    key: "failure",
    label: "Not delivered",
    status: "failure",
    told: usps({ scans: [...westToMidwest(-6), [-1, "16:02", "sarcoxie", "failure", "failure", "Delivery could not be completed"]] }),
  },
  { key: "cancelled", label: "Cancelled", status: "cancelled", told: demo("cancelled") },
  { key: "error", label: "Tracking problem", status: "error", told: demo("error") },
  { key: "unknown", label: "No news yet", status: "unknown", told: usps({ status: "unknown", detail: "unknown", scans: [] }) },
  { key: "moved", label: "Moved by two days", status: "in_transit", told: demo("Moved by two days") },
  { key: "shopper_must_act", label: "The shopper must act", status: "in_transit", told: demo("address_issue") },
  { key: "failed_attempt", label: "Nobody was at home", status: "in_transit", told: demo("delivery_attempted") },
  { key: "shop_must_act", label: "You must act", status: "failure", told: demo("prohibited") },
  { key: "returned", label: "Back at the shop", status: "return_to_sender", told: demo("Back at the shop after a return") },
  { key: "abroad", label: "From another country", status: "in_transit", told: demo("International, handed over at the border") },
  { key: "no_zone", label: "No time zone known", status: "in_transit", told: demo("Nothing known of zone or place") },
] as const satisfies readonly SampleParcel[];
