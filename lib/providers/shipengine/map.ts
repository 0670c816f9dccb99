import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { readUtcAndLocalPair } from "#lib/places/read-given-time.ts";
import type { MappingNote, ScanReport, TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { SUBSTATUSES } from "#lib/tracking/substatus.ts";
import type { MapContext } from "../identify-parcel.ts";
import { uniqueNotes } from "../unique-notes.ts";
import { readPlace } from "../vendor-place.ts";
import { readDeliveryDay, readScanTime } from "../vendor-time.ts";
import { type OurWords, readVendorWords } from "../vendor-vocabulary.ts";
import { readCarrierEventCode } from "./carrier-event-codes.ts";
import type { ShipEngineEvent, ShipEngineTracking } from "./schema.ts";
import { shipengineVocabulary } from "./vocabulary.ts";

export function mapTracking(tracking: ShipEngineTracking, context: MapContext): TrackerSnapshot {
  const words = readVendorWords(shipengineVocabulary, tracking.status_code, tracking.status_detail_code);
  const scans = tracking.events.map((event) => mapScan(event, tracking, context.carrier));
  return {
    provider: "shipengine",
    mode: context.mode,
    carrier: context.carrier,
    trackingNumber: context.trackingNumber,
    asOf: null,
    status: words.status,
    substatus: words.substatus,
    vendor: { status: tracking.status_code, detail: tracking.status_detail_code, code: tracking.carrier_status_code },
    isReturn: false,
    estimatedDelivery: readDeliveryDay(tracking.estimated_delivery_date),
    originalEstimatedDelivery: null,
    serviceLevel: null,
    origin: null,
    destination: null,
    signedBy: scans.find(({ scan }) => scan.status === "delivered" && scan.signer !== null)?.scan.signer ?? null,
    weightOz: null,
    vendorTrackerId: null,
    scans: scans.map(({ scan }) => scan),
    order: null,
    notes: uniqueNotes([...context.notes, ...words.notes, ...scans.flatMap(({ notes }) => notes)]),
  };
}

function mapScan(event: ShipEngineEvent, tracking: ShipEngineTracking, carrier: CarrierSlug): { scan: ScanReport; notes: MappingNote[] } {
  const words = readScanWords(event, tracking, carrier);
  const { place, notes: placeNotes } = readPlace({
    city: event.city_locality,
    region: event.state_province,
    postalCode: event.postal_code,
    country: event.country_code,
    latitude: event.latitude,
    longitude: event.longitude,
  });
  const utcText = utcTextOf(event);
  const { time, notes: timeNotes } = readScanTime(
    readUtcAndLocalPair(utcText, event.carrier_occurred_at),
    place,
    event.carrier_occurred_at ?? utcText,
  );
  return {
    scan: {
      status: words.status,
      substatus: words.substatus,
      message: event.description ?? event.event_description ?? event.carrier_status_description,
      vendor: { status: event.status_code, detail: event.status_detail_code, code: codeOf(event) },
      time,
      place,
      signer: event.signer,
      proofOfDeliveryUrl: onlyHttps(event.proof_of_delivery_url),
    },
    notes: [...words.notes, ...placeNotes, ...timeNotes],
  };
}

/** An event of the older forms says no status: the carrier's code tells it, or the moment at which the parcel, delivered since, was delivered. */
function readScanWords(event: ShipEngineEvent, tracking: ShipEngineTracking, carrier: CarrierSlug): OurWords {
  const saysNothing = event.status_code === null && event.status_detail_code === null;
  const fromCarrier = saysNothing ? readCarrierEventCode(carrier, codeOf(event)) : null;
  if (fromCarrier !== null) return { status: SUBSTATUSES[fromCarrier].status, substatus: fromCarrier, notes: [] };
  const told = saysNothing && isDelivery(event, tracking) ? tracking : event;
  return readVendorWords(shipengineVocabulary, told.status_code, told.status_detail_code);
}

function isDelivery(event: ShipEngineEvent, tracking: ShipEngineTracking): boolean {
  const at = utcTextOf(event);
  return tracking.status_code === "DE" && at !== null && at === tracking.actual_delivery_date;
}

function utcTextOf(event: ShipEngineEvent): string | null {
  return event.occurred_at ?? event.event_date;
}

function codeOf(event: ShipEngineEvent): string | null {
  return event.event_code ?? event.carrier_status_code;
}

function onlyHttps(address: string | null): string | null {
  return address !== null && URL.canParse(address) && new URL(address).protocol === "https:" ? address : null;
}
