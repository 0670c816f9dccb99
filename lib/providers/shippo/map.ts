import type { Place } from "#lib/tracking/place.ts";
import type { MappingNote, ScanReport, TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import type { MapContext } from "../identify-parcel.ts";
import { uniqueNotes } from "../unique-notes.ts";
import { fromAddress, presentPlace, readPlace } from "../vendor-place.ts";
import { readDeliveryDay, readInstant, readScanTime, readUtcText } from "../vendor-time.ts";
import { readVendorWords } from "../vendor-vocabulary.ts";
import type { ShippoAddress, ShippoTrack, ShippoTrackingStatus } from "./schema.ts";
import { shippoVocabulary } from "./vocabulary.ts";

export function mapTrack(track: ShippoTrack, context: MapContext): TrackerSnapshot {
  const latest = track.tracking_status;
  const vendor = { status: latest?.status ?? null, detail: latest?.substatus?.code ?? null, code: null };
  const words = readVendorWords(shippoVocabulary, vendor.status, vendor.detail);
  const scans = allScans(track).map(mapScan);
  return {
    provider: "shippo",
    mode: context.mode,
    carrier: context.carrier,
    trackingNumber: context.trackingNumber,
    asOf: readInstant(latest?.object_updated ?? null) ?? readInstant(latest?.object_created ?? null),
    status: words.status,
    substatus: words.substatus,
    vendor,
    isReturn: false,
    estimatedDelivery: readDeliveryDay(track.eta),
    originalEstimatedDelivery: readDeliveryDay(track.original_eta),
    serviceLevel: track.servicelevel?.name ?? track.servicelevel?.token ?? null,
    origin: readAddress(track.address_from),
    destination: readAddress(track.address_to),
    signedBy: null,
    weightOz: null,
    vendorTrackerId: null,
    scans: scans.map(({ scan }) => scan),
    order: null,
    notes: uniqueNotes([...context.notes, ...words.notes, ...scans.flatMap(({ notes }) => notes)]),
  };
}

/** The latest status stands in the history too, under another id and milliseconds apart; it is kept where it does not. */
function allScans({ tracking_history: history, tracking_status: latest }: ShippoTrack): ShippoTrackingStatus[] {
  const isRepeated = history.some((entry) => entry.status === latest?.status && entry.status_details === latest?.status_details);
  return latest === null || isRepeated ? history : [...history, latest];
}

function mapScan(entry: ShippoTrackingStatus): { scan: ScanReport; notes: MappingNote[] } {
  const vendor = { status: entry.status, detail: entry.substatus?.code ?? null, code: null };
  const words = readVendorWords(shippoVocabulary, vendor.status, vendor.detail);
  const { place, notes: placeNotes } = readPlace(fromAddress(entry.location));
  const { time, notes: timeNotes } = readScanTime(readUtcText(entry.status_date), place, entry.status_date);
  return {
    scan: {
      status: words.status,
      substatus: words.substatus,
      message: entry.status_details,
      vendor,
      time,
      place,
      signer: null,
      proofOfDeliveryUrl: null,
    },
    notes: [...words.notes, ...placeNotes, ...timeNotes],
  };
}

function readAddress(address: ShippoAddress): Place | null {
  return presentPlace(readPlace(fromAddress(address)).place);
}
