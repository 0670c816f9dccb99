import type { ReportedPlace, ReportedScan } from "#lib/contracts/tracker-report.ts";
import { readGivenTime } from "#lib/places/read-given-time.ts";
import { instantOf } from "#lib/tracking/event-time.ts";
import { newestFirst } from "#lib/tracking/newest-first.ts";
import { NOWHERE, type Place } from "#lib/tracking/place.ts";
import { scanKey } from "#lib/tracking/scan-key.ts";
import type { DeliveryDate, ScanReport, TrackerSnapshot, VendorWords } from "#lib/tracking/snapshot.ts";
import type { MapContext } from "../identify-parcel.ts";
import { presentPlace, readPlace } from "../vendor-place.ts";
import { readDeliveryDay, readInstant, readScanTime } from "../vendor-time.ts";
import { type OurWords, readVendorWords } from "../vendor-vocabulary.ts";
import type { Push } from "./schema.ts";
import { pushVocabulary } from "./vocabulary.ts";

/** `push` was checked: every word in it is known, every scan has a time. */
export function mapPush(push: Push, { carrier, trackingNumber, mode }: MapContext): TrackerSnapshot {
  const scans = reportedScans(push).map(mapScan);
  const newest = newestOf(scans);
  const statesItself = push.status != null || push.substatus != null;
  const stated = readWords(push);
  const { status, substatus, vendor } = statesItself || newest === null ? { ...stated, vendor: vendorWords(push) } : newest;
  return {
    provider: "push",
    mode,
    carrier,
    trackingNumber,
    asOf: readInstant(push.as_of ?? null) ?? (newest && instantOf(newest.time)),
    status,
    substatus,
    vendor,
    isReturn: false,
    estimatedDelivery: mapPromise(push.estimated_delivery ?? null),
    originalEstimatedDelivery: null,
    serviceLevel: present(push.service_level),
    origin: presentPlace(mapPlace(push.origin)),
    destination: presentPlace(mapPlace(push.destination)),
    signedBy: present(push.signed_by),
    weightOz: push.weight_oz ?? null,
    vendorTrackerId: null,
    scans,
    order: null,
    notes: [],
  };
}

/** The scans of a report, without holes in the list. */
export function reportedScans({ scans }: Pick<Push, "scans">): ReportedScan[] {
  return (scans ?? []).filter((scan) => scan != null);
}

/** What a status and a substatus say together. */
export function readWords(words: { status?: string | null | undefined; substatus?: string | null | undefined }): OurWords {
  return readVendorWords(pushVocabulary, words.status ?? null, words.substatus ?? null);
}

function mapScan(scan: ReportedScan): ScanReport {
  const { status, substatus } = readWords(scan);
  const place = mapPlace(scan.place);
  return {
    status,
    substatus,
    message: present(scan.message),
    vendor: vendorWords(scan),
    time: readScanTime(readGivenTime(scan.occurred_at, "offset_is_true"), place, scan.occurred_at).time,
    place,
    signer: present(scan.signer),
    proofOfDeliveryUrl: present(scan.proof_of_delivery_url),
  };
}

function newestOf(scans: readonly ScanReport[]): ScanReport | null {
  return newestFirst(scans.map((scan) => ({ ...scan, key: scanKey(scan), provider: "push" })))[0] ?? null;
}

function mapPlace(reported: ReportedPlace | null | undefined): Place {
  if (reported == null) return NOWHERE;
  const { place } = readPlace({
    city: present(reported.city),
    region: present(reported.region),
    postalCode: present(reported.postal_code),
    country: present(reported.country),
    latitude: reported.latitude ?? null,
    longitude: reported.longitude ?? null,
  });
  return { ...place, facility: present(reported.facility) ?? place.facility };
}

function mapPromise(promise: NonNullable<Push["estimated_delivery"]> | null): DeliveryDate | null {
  if (promise === null || typeof promise === "string") return readDeliveryDay(promise);
  const day = readDeliveryDay(promise.on);
  return day && { ...day, from: promise.from ?? null, until: promise.until ?? null };
}

function vendorWords(words: { status?: string | null | undefined; substatus?: string | null | undefined }): VendorWords {
  return { status: words.status ?? null, detail: words.substatus ?? null, code: null };
}

const present = (text: string | null | undefined): string | null => text || null;
