import { type BrandInput, brandSchema } from "#lib/branding/brand.ts";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { RouteMap } from "#lib/places/route-map.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { CalendarDay, EventTime, WallClock, ZoneName } from "#lib/tracking/event-time.ts";
import { NOWHERE, type Place } from "#lib/tracking/place.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";
import type { Scan, Tracker } from "#lib/tracking/tracker.ts";
import { buildTrackingView } from "./build-tracking-view.ts";
import type { TrackingViewInput, Viewer } from "./tracking-view-input.ts";

/** Inputs for tests of what is said about a parcel: one USPS parcel, out for delivery, seen at 8:22 in Sarcoxie. */

export const NOW = "2026-09-21T13:22:00Z" as Instant;

export const SARCOXIE: Place = { ...NOWHERE, city: "SARCOXIE", region: "MO", postalCode: "64862", country: "US" };
export const LAS_VEGAS: Place = { ...NOWHERE, city: "LAS VEGAS", region: "NV", postalCode: "89118", country: "US" };

/** A known moment: its UTC instant, its wall clock there, and the zone's name. */
export function at(utc: string, local: string, zone = "America/Chicago"): EventTime {
  return {
    kind: "local",
    local: local as WallClock,
    utc: utc as Instant,
    zone: zone as ZoneName,
    zoneSource: "postal_code",
    settled: null,
  };
}

export const day = (text: string) => text as CalendarDay;
export const onDay = (text: string): EventTime => ({ kind: "day", day: day(text), zone: null, zoneSource: "unknown" });

const USUAL_SUBSTATUS: Partial<Record<Status, Substatus>> = {
  pre_transit: "label_created",
  in_transit: "in_transit",
  out_for_delivery: "out_for_delivery",
  available_for_pickup: "pickup_available",
  delivered: "delivered",
  return_to_sender: "return_to_sender",
  failure: "undeliverable",
  cancelled: "cancelled",
};

export function sampleScan(facts: Partial<Scan> & Pick<Scan, "status">): Scan {
  return {
    key: `${facts.message}|${facts.place?.postalCode}`,
    provider: "easypost",
    substatus: USUAL_SUBSTATUS[facts.status] ?? "unknown",
    message: null,
    vendor: { status: null, detail: null, code: null },
    time: { kind: "none" },
    place: NOWHERE,
    signer: null,
    proofOfDeliveryUrl: null,
    ...facts,
  };
}

export const OUT_FOR_DELIVERY = sampleScan({
  status: "out_for_delivery",
  message: "Out for Delivery",
  time: at("2026-09-21T13:10:00Z", "2026-09-21T08:10:00"),
  place: SARCOXIE,
});
export const PICKED_UP = sampleScan({
  status: "in_transit",
  substatus: "picked_up",
  message: "USPS picked up item",
  time: at("2026-09-17T02:41:00Z", "2026-09-16T19:41:00", "America/Los_Angeles"),
  place: LAS_VEGAS,
});

interface InputFacts {
  tracker?: Partial<Tracker>;
  brand?: Partial<BrandInput>;
  viewer?: Partial<Viewer>;
  rest?: Partial<TrackingViewInput>;
}

export function sampleInput({ tracker, brand, viewer, rest }: InputFacts = {}): TrackingViewInput {
  return {
    merchant: {
      slug: "fern-and-fable",
      brand: brandSchema.parse({ version: 1, name: "Fern & Fable", colors: { brand: "#1f5c46" }, ...brand }),
    },
    tracker: {
      carrier: "usps" as CarrierSlug,
      trackingNumber: "9405511899223197428490",
      mode: "production",
      epoch: 1,
      status: "out_for_delivery",
      substatus: "out_for_delivery",
      isFinal: false,
      vendor: { status: "out_for_delivery", detail: null, code: null, provider: "easypost" },
      estimatedDelivery: { on: day("2026-09-21"), from: null, until: "17:00" },
      originalEstimatedDelivery: null,
      deliveredTime: null,
      serviceLevel: "Priority Mail",
      origin: LAS_VEGAS,
      destination: SARCOXIE,
      signedBy: null,
      weightOz: null,
      scans: [OUT_FOR_DELIVERY, PICKED_UP],
      newsAt: null,
      ...tracker,
    },
    routeMap: null,
    checkedAt: "2026-09-21T13:10:00Z" as Instant,
    updatedAt: "2026-09-21T13:22:00Z" as Instant,
    order: null,
    viewer: { tier: "public", lang: "en", locale: "en-GB", theme: null, langIsChosen: false, pathPrefix: "", key: null, ...viewer },
    now: NOW,
    ...rest,
  };
}

export const sampleView = (facts?: InputFacts) => buildTrackingView(sampleInput(facts));

export const promise = (on: string, window: { from?: string; until?: string } = {}) => ({
  on: day(on),
  from: window.from ?? null,
  until: window.until ?? null,
});

/** On the road, promised for a day or not at all. */
export const moving = (on: string | null, window = {}): Partial<Tracker> => ({
  status: "in_transit",
  substatus: "in_transit",
  estimatedDelivery: on === null ? null : promise(on, window),
  scans: [PICKED_UP],
});

export const ROUTE_MAP: RouteMap = {
  width: 336,
  height: 190,
  landPath: "M0 0",
  routePath: "M1 1",
  stops: [
    { x: 1, y: 1, label: "Las Vegas", name: "Las Vegas, NV", anchor: "start", kind: "origin" },
    { x: 9, y: 9, label: "Sarcoxie", name: "Sarcoxie, MO", anchor: "end", kind: "latest" },
  ],
  kilometres: 2044,
};
