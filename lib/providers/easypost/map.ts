import { readGivenTime } from "#lib/places/read-given-time.ts";
import type { Place } from "#lib/tracking/place.ts";
import type { DeliveryDate, MappingNote, ScanReport, TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import type { MapContext } from "../identify-parcel.ts";
import { uniqueNotes } from "../unique-notes.ts";
import { fromAddress, presentPlace, readPlace } from "../vendor-place.ts";
import { readCalendarDay, readDeliveryDay, readInstant, readScanTime, readTimeOfDay } from "../vendor-time.ts";
import { type OurWords, readVendorWords } from "../vendor-vocabulary.ts";
import { readLocationText } from "./location-text.ts";
import type { EasyPostLocation, EasyPostTracker, EasyPostTrackingDetail } from "./schema.ts";
import { easypostVocabulary } from "./vocabulary.ts";

/** `previousStatus` is what an event says the tracker was before; null for a tracker alone. */
export function mapTracker(tracker: EasyPostTracker, context: MapContext & { previousStatus: string | null }): TrackerSnapshot {
  const words = readStatus(tracker, context.previousStatus);
  const scans = tracker.tracking_details.map(mapScan);
  const detail = tracker.carrier_detail;
  return {
    provider: "easypost",
    mode: context.mode,
    carrier: context.carrier,
    trackingNumber: context.trackingNumber,
    asOf: readInstant(tracker.updated_at),
    status: words.status,
    substatus: words.substatus,
    vendor: { status: tracker.status, detail: tracker.status_detail, code: null },
    isReturn: tracker.is_return === true,
    estimatedDelivery: readEstimate(tracker),
    originalEstimatedDelivery: readDeliveryDay(detail?.guaranteed_delivery_date ?? null),
    serviceLevel: detail?.service ?? null,
    origin: readEnd(detail?.origin_tracking_location ?? null, detail?.origin_location ?? null),
    destination: readEnd(detail?.destination_tracking_location ?? null, detail?.destination_location ?? null),
    signedBy: tracker.signed_by,
    weightOz: tracker.weight,
    vendorTrackerId: tracker.id,
    scans: scans.map(({ scan }) => scan),
    order: null,
    notes: uniqueNotes([...context.notes, ...words.notes, ...scans.flatMap(({ notes }) => notes)]),
  };
}

/** EasyPost calls a parcel scanned back at the sender `delivered`; only the event's previous status tells. */
function readStatus(tracker: EasyPostTracker, previousStatus: string | null): OurWords {
  const words = readVendorWords(easypostVocabulary, tracker.status, tracker.status_detail);
  const cameBack = words.status === "delivered" && previousStatus === "return_to_sender";
  return cameBack ? { status: "return_to_sender", substatus: "returned", notes: words.notes } : words;
}

function mapScan(detail: EasyPostTrackingDetail): { scan: ScanReport; notes: MappingNote[] } {
  const words = readVendorWords(easypostVocabulary, detail.status, detail.status_detail);
  const { place, notes: placeNotes } = readPlace(fromAddress(detail.tracking_location));
  const { time, notes: timeNotes } = readScanTime(readDatetime(detail.datetime), place, detail.datetime);
  return {
    scan: {
      status: words.status,
      substatus: words.substatus,
      message: detail.message ?? detail.description,
      vendor: { status: detail.status, detail: detail.status_detail, code: detail.carrier_code },
      time,
      place,
      signer: null,
      proofOfDeliveryUrl: null,
    },
    notes: [...words.notes, ...placeNotes, ...timeNotes],
  };
}

/** EasyPost writes `Z`, and FedEx abroad `+00:00`, where the zone is not known. */
function readDatetime(text: string | null) {
  return text === null ? ({ kind: "none" } as const) : readGivenTime(text.replace(/[+-]00:?00$/, "Z"), "z_means_unknown");
}

function readEstimate(tracker: EasyPostTracker): DeliveryDate | null {
  const detail = tracker.carrier_detail;
  const localDay = readCalendarDay(detail?.est_delivery_date_local ?? null);
  if (localDay !== null) return { on: localDay, from: null, until: readTimeOfDay(detail?.est_delivery_time_local ?? null) };
  return readDeliveryDay(tracker.est_delivery_date) ?? readDeliveryDay(detail?.guaranteed_delivery_date ?? null);
}

function readEnd(location: EasyPostLocation, text: string | null): Place | null {
  return presentPlace(readPlace(fromAddress(location)).place) ?? readLocationText(text);
}
