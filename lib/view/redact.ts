import { type Carrier, findCarrier } from "#lib/carriers/catalog.ts";
import { carrierTrackingUrl } from "#lib/carriers/outbound-links.ts";
import type { EventTime, ZoneName } from "#lib/tracking/event-time.ts";
import { NOWHERE, type Place } from "#lib/tracking/place.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";
import type { Scan, Tracker } from "#lib/tracking/tracker.ts";
import { publicMessage, wordsOf } from "./public-message.ts";
import { publicPlace, publicRouteMap } from "./public-place.ts";
import type { TrackingViewInput } from "./tracking-view-input.ts";

declare const redacted: unique symbol;

/** What this viewer may see, and nothing else. Everything behind `redact` takes this type, so nothing can go round it. */
export type Redacted = TrackingViewInput & {
  /** As sentences call it; null where the merchant hides it. */
  carrierName: string | null;
  carrierUrl: string | null;
  readonly [redacted]: true;
};

/** The one place where the public page, and a merchant's wish to hide carrier or origin, take something away. */
export function redact(input: TrackingViewInput): Redacted {
  const carrier = findCarrier(input.tracker.carrier);
  const { hideCarrier, hideOrigin } = input.merchant.brand;
  let parcel: Parcel = { tracker: withOwnKeys(input.tracker), routeMap: input.routeMap };
  if (hideOrigin) parcel = withoutOrigin(parcel);
  if (hideCarrier) parcel = withoutCarrier(parcel, carrier);
  const isPublic = input.viewer.tier === "public";
  if (isPublic) parcel = cityLevel(parcel, carrier);
  return {
    ...input,
    ...parcel,
    order: isPublic ? null : input.order,
    viewer: isPublic ? { ...input.viewer, key: null } : input.viewer,
    carrierName: hideCarrier ? null : (carrier?.shortName ?? input.tracker.carrier),
    carrierUrl: hideCarrier ? null : carrierTrackingUrl(input.tracker.carrier, input.tracker.trackingNumber),
  } as Redacted;
}

interface Parcel {
  tracker: Tracker;
  routeMap: TrackingViewInput["routeMap"];
}

/** A scan's stored key is made of its words and place; the number of the scan says as much and tells nothing. */
function withOwnKeys(tracker: Tracker): Tracker {
  return {
    ...tracker,
    scans: tracker.scans.map(({ listedAfter: _, ...scan }, index) => ({ ...scan, key: `s${tracker.scans.length - index}` })),
  };
}

function cityLevel({ tracker, routeMap }: Parcel, carrier: Carrier | null): Parcel {
  const signers = [tracker.signedBy, ...tracker.scans.map(({ signer }) => signer)].filter((signer) => signer !== null);
  const carrierWords = new Set(wordsOf(carrier ? `${carrier.name} ${carrier.shortName}` : ""));
  return {
    routeMap: routeMap && publicRouteMap(routeMap),
    tracker: {
      ...tracker,
      vendor: { ...tracker.vendor, ...NO_WORDS },
      origin: tracker.origin && publicPlace(tracker.origin),
      destination: tracker.destination && publicPlace(tracker.destination),
      signedBy: null,
      weightOz: null,
      scans: tracker.scans.map((scan) => ({
        ...scan,
        message: publicMessage({ scan, signers, carrierWords }),
        vendor: NO_WORDS,
        place: publicPlace(scan.place),
        signer: null,
        proofOfDeliveryUrl: null,
      })),
    },
  };
}

const NO_WORDS = { status: null, detail: null, code: null };

function withoutCarrier({ tracker, routeMap }: Parcel, carrier: Carrier | null): Parcel {
  const names = [carrier?.name, carrier?.shortName, tracker.carrier].filter((name) => name !== undefined).map((name) => name.toLowerCase());
  const unlessNamed = (text: string | null) => (text !== null && names.some((name) => text.toLowerCase().includes(name)) ? null : text);
  return {
    routeMap,
    tracker: {
      ...tracker,
      serviceLevel: unlessNamed(tracker.serviceLevel),
      scans: tracker.scans.map((scan) => ({
        ...scan,
        message: unlessNamed(scan.message),
        place: { ...scan.place, facility: unlessNamed(scan.place.facility) },
        proofOfDeliveryUrl: null,
      })),
    },
  };
}

const AT_ORIGIN: ReadonlySet<Substatus> = new Set([
  "information_received",
  "label_created",
  "awaiting_handover",
  "not_yet_received",
  "pickup_failed",
  "dropped_off",
  "picked_up",
  "accepted",
  "received_at_origin_facility",
  "departed_origin_facility",
]);

/** Hidden means hidden: no map that starts there, no local time that gives the zone away, and nothing of a foreign country of origin. */
function withoutOrigin({ tracker }: Parcel): Parcel {
  const origin = tracker.origin ?? tracker.scans.findLast(({ place }) => place.city !== null || place.country !== null)?.place ?? null;
  const home = tracker.destination?.country ?? tracker.scans[0]?.place.country ?? null;
  const isOrigin = ({ substatus, place, message }: Scan) =>
    AT_ORIGIN.has(substatus) ||
    (origin !== null && (isSameCity(place, origin) || isAbroadWith(place, origin, home) || hasName(message, origin.city)));
  return {
    routeMap: null,
    tracker: {
      ...tracker,
      origin: null,
      scans: tracker.scans.map((scan) =>
        isOrigin(scan) ? { ...scan, message: null, place: NOWHERE, time: withoutZone(scan.time) } : scan,
      ),
    },
  };
}

function isSameCity(a: Place, b: Place): boolean {
  return a.city !== null && b.city !== null && a.city.toLowerCase() === b.city.toLowerCase();
}

function isAbroadWith(place: Place, origin: Place, home: string | null): boolean {
  return place.country !== null && place.country === origin.country && place.country !== home;
}

function hasName(message: string | null, city: string | null): boolean {
  return message !== null && city !== null && message.toLowerCase().includes(city.toLowerCase());
}

function withoutZone(time: EventTime): EventTime {
  switch (time.kind) {
    case "instant":
    case "local": {
      if (time.utc === null) return time;
      const local = time.utc.slice(0, 19) as typeof time.local;
      return { kind: "instant", utc: time.utc, local, zone: "UTC" as ZoneName, zoneSource: "carrier" };
    }
    case "day":
      return { ...time, zone: null, zoneSource: "unknown" };
    case "none":
      return time;
  }
}
