import { type CarrierSlug, findCarrier } from "#lib/carriers/catalog.ts";
import { drawRouteMap } from "#lib/places/draw-route-map.ts";
import { providers } from "#lib/providers/registry.ts";
import { createStage } from "#lib/providers/test-numbers/stage.ts";
import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import { type Instant, MINUTE_MS, plusMs } from "#lib/shared/clock.ts";
import { AppError } from "#lib/shared/errors.ts";
import { deriveTracker } from "#lib/tracking/derive-tracker.ts";
import { EMPTY_FACTS, foldSnapshot } from "#lib/tracking/fold-snapshot.ts";
import type { ItemReport } from "#lib/tracking/snapshot.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import type { OrderFacts, TrackingViewInput } from "#lib/view/tracking-view-input.ts";
import { SAMPLE_PARCELS, type SampleParcel } from "./sample-parcels.ts";

export type SampleKey = (typeof SAMPLE_PARCELS)[number]["key"];

/** What a brand can be looked at with: every status once, then the pages that look different. */
export const SAMPLES: readonly { key: SampleKey; label: string; status: Status }[] = SAMPLE_PARCELS.map(({ key, label, status }) => ({
  key,
  label,
  status,
}));

/** What a page is drawn from, short of whose it is and who looks. */
export type SamplePage = Omit<TrackingViewInput, "merchant" | "viewer">;

/** Noon in the middle of America, where most samples are: a sample looks the same all day, whatever the hour of who looks. */
const TIME_OF_DAY = "T17:22:00Z";

const remembered = boundedMemo<SamplePage>(SAMPLE_PARCELS.length * 2);

/** An invented parcel as if its news had come today. Its `now` is part of it: a page is as of that moment. Needs no database. */
export function buildSamplePage(key: SampleKey, { now, tier }: { now: Instant; tier: "public" | "private" }): SamplePage {
  const day = now.slice(0, 10);
  const page = remembered(`${key}|${day}`, () => stagePage(parcelOf(key), `${day}${TIME_OF_DAY}` as Instant));
  return tier === "private" ? page : { ...page, order: null };
}

function parcelOf(key: SampleKey): SampleParcel {
  const parcel = SAMPLE_PARCELS.find((each) => each.key === key);
  if (!parcel) throw new AppError("internal", { message: `There is no sample "${key}".` });
  return parcel;
}

function stagePage(parcel: SampleParcel, now: Instant): SamplePage {
  const tracker = foldTracker(parcel, now);
  const places = tracker.scans.map(({ place }) => place).reverse();
  const { origin, destination } = tracker;
  return {
    tracker,
    routeMap: drawRouteMap({ places, origin, destination }),
    checkedAt: plusMs(now, -12 * MINUTE_MS),
    updatedAt: plusMs(now, -12 * MINUTE_MS),
    order: sampleOrder(tracker),
    now,
  };
}

function foldTracker({ key, told }: SampleParcel, now: Instant): Tracker {
  const carrier = findCarrier(told.carrier);
  if (!carrier) throw new AppError("internal", { message: `The sample "${key}" names ${told.carrier}, which is no carrier.` });
  const readings = told.payloads(createStage(now)).map((payload) => providers[told.provider].read(payload, { mode: told.mode }));
  const facts = readings
    .flatMap((reading) => (reading.kind === "snapshots" ? reading.snapshots : []))
    .reduce((known, snapshot) => foldSnapshot(known, snapshot), EMPTY_FACTS);
  const { trackingNumber, mode } = told;
  return deriveTracker(facts, { carrier: carrier.slug, trackingNumber, mode, epoch: 1, fencedBefore: null });
}

const line = (orderItemId: string, title: string, quantity: number): ItemReport => ({ orderItemId, title, sku: null, quantity });
const notebooks = line("1", "Sample notebook, dotted", 3);
const loop = line("2", "Sample pen loop", 1);
const calendar = line("3", "Sample calendar", 1);

/** The shop's own words are in no language but its own; so are these. */
function sampleOrder({ carrier, trackingNumber, status }: Tracker): OrderFacts {
  const parcel = { carrier, trackingNumber, key: SAMPLE_PRIVATE_KEY, status, items: [notebooks, loop], primary: true, isCurrent: true };
  const sibling = { ...parcel, carrier: "ups" as CarrierSlug, trackingNumber: "1ZSAMPLE0000000000", status: "in_transit" as const };
  return {
    externalId: "SAMPLE-1001",
    lineItems: [notebooks, loop, calendar, line("4", "Sample gift card", 1)],
    parcels: [parcel, { ...sibling, items: [calendar], primary: false, isCurrent: false }],
  };
}

/** Opens nothing; private pages are drawn with it. */
export const SAMPLE_PRIVATE_KEY = "sample";
