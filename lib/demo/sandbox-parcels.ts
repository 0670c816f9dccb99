import { type EasyPostStory, easyPostTracker } from "#lib/providers/test-numbers/vendor-payloads.ts";
import type { DemoParcel } from "./demo-parcel.ts";
import { DEMO_PARCELS } from "./demo-parcels.ts";

/** The demo's own that a sandbox has as well: journeys, an order of two parcels, and some that somebody must look after. */
const COPIED: ReadonlySet<string> = new Set([
  "Arriving today, out for delivery",
  "International, handed over at the border",
  "Forty scans across a continent",
  "Moved by two days",
  "Back at the shop after a return",
  "Delivered, with a signature on the private page",
  "Within Germany, from Shippo",
  "available_for_pickup",
  "cancelled",
  "error",
  "address_issue",
  "notice_left",
  "duty_unpaid",
  "pickup_at_post_office",
  "unclaimed",
  "undeliverable",
  "lost",
  "prohibited",
  "delivered_damaged",
  "Order 28002-A, first of two parcels",
  "EZ1000000001 · pre_transit",
  "EZ2000000002 · in_transit",
  "EZ4000000004 · delivered",
  "EZ6000000006 · failure",
]);

/** In production, the demo has no parcel of these two statuses. */
const EARLY: readonly (EasyPostStory & { title: string })[] = [
  {
    title: "pre_transit",
    code: "9400100000000000000076",
    carrier: "USPS",
    promisedOn: 3,
    scans: [[0, "08:12", "lasVegas", "pre_transit", "label_created", "Shipping label created, awaiting item"]],
  },
  { title: "unknown", code: "9400100000000000000083", carrier: "USPS", status: "unknown", detail: "unknown", scans: [] },
];

const early = EARLY.map(
  ({ title, ...story }): DemoParcel => ({
    group: "Rarer statuses",
    title,
    merchant: "fern-and-fable",
    provider: "easypost",
    mode: "production",
    isDated: false,
    carrier: "usps",
    trackingNumber: story.code,
    payloads: (stage) => [easyPostTracker(stage, story)],
  }),
);

/** What a visitor finds: every status, few enough that nobody waits. */
export const SANDBOX_PARCELS: readonly DemoParcel[] = [...DEMO_PARCELS.filter(({ title }) => COPIED.has(title)), ...early];
