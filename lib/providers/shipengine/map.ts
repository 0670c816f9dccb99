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
  const scans = tracking.events.map((event) => mapScan(event, context.carrier));
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

function mapScan(event: ShipEngineEvent, carrier: CarrierSlug): { scan: ScanReport; notes: MappingNote[] } {
  const code = event.event_code ?? event.carrier_status_code;
  const words = readScanWords(event, carrier, code);
  const { place, notes: placeNotes } = readPlace({
    city: event.city_locality,
    region: event.state_province,
    postalCode: event.postal_code,
    country: event.country_code,
    latitude: event.latitude,
    longitude: event.longitude,
  });
  const utcText = event.occurred_at ?? event.event_date;
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
      vendor: { status: event.status_code, detail: event.status_detail_code, code },
      time,
      place,
      signer: event.signer,
      proofOfDeliveryUrl: onlyHttps(event.proof_of_delivery_url),
    },
    notes: [...words.notes, ...placeNotes, ...timeNotes],
  };
}

function readScanWords(event: ShipEngineEvent, carrier: CarrierSlug, code: string | null): OurWords {
  const words = readVendorWords(shipengineVocabulary, event.status_code, event.status_detail_code);
  const fromCarrier = event.status_code === null && event.status_detail_code === null ? readCarrierEventCode(carrier, code) : null;
  return fromCarrier === null ? words : { status: SUBSTATUSES[fromCarrier].status, substatus: fromCarrier, notes: [] };
}

function onlyHttps(address: string | null): string | null {
  return address !== null && URL.canParse(address) && new URL(address).protocol === "https:" ? address : null;
}
