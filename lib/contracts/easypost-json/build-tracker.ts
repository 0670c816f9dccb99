import type { Mode } from "#lib/tracking/snapshot.ts";
import type { Scan } from "#lib/tracking/tracker.ts";
import { carrierCodeIn } from "../carrier-code.ts";
import { type EasyPostWords, toEasyPostWords } from "../dialects/easypost.ts";
import type { TrackerFacts } from "../tracker-facts.ts";
import { buildCarrierDetail, type EasyPostCarrierDetailJson } from "./build-carrier-detail.ts";
import { buildLocation, type EasyPostLocationJson } from "./build-location.ts";

import { formatScanTime, formatSeconds } from "./easypost-time.ts";

export interface EasyPostTrackingDetailJson extends EasyPostWords {
  object: "TrackingDetail";
  message: string;
  description: string;
  datetime: string | null;
  source: string;
  carrier_code: string;
  tracking_location: EasyPostLocationJson;
}

interface Head extends EasyPostWords {
  id: string;
  object: "Tracker";
  mode: Mode;
  tracking_code: string;
  created_at: string;
  updated_at: string;
  /** Personal: for the merchant's own eyes. */
  signed_by: string | null;
  /** Ounces. */
  weight: number | null;
  est_delivery_date: string | null;
  shipment_id: null;
  carrier: string;
  tracking_details: EasyPostTrackingDetailJson[];
}

interface Tail {
  carrier_detail: EasyPostCarrierDetailJson | null;
  finalized: boolean;
  /** Whether the label itself was made for a return, which we are not told; a parcel sent back has `return_to_sender`, and false here. */
  is_return: false;
  /** Our private link. */
  public_url: string;
  fees: readonly EasyPostFeeJson[];
}

export interface EasyPostFeeJson {
  object: "Fee";
  type: "TrackerFee";
  amount: string;
  charged: boolean;
  refunded: boolean;
}

export type EasyPostTrackerJson = Head & Partial<Tail>;

/** What a tracker ends with differs from reply to reply, in keys and in order. */
const TAILS = {
  /** 201 of a new one. */
  created: ["carrier_detail", "finalized", "is_return", "public_url", "fees"],
  /** 200 of one that was already there. */
  deduplicated: ["carrier_detail", "finalized", "is_return", "public_url"],
  /** By id, in lists and in batches. */
  retrieved: ["fees", "carrier_detail", "public_url"],
  /** Inside an event. */
  event: ["carrier_detail", "finalized", "is_return", "public_url"],
} as const satisfies Record<string, readonly (keyof Tail)[]>;

export type TrackerReply = keyof typeof TAILS;

/** Nobody pays for a tracker here; clients read the first fee all the same. */
const FEES: readonly EasyPostFeeJson[] = [{ object: "Fee", type: "TrackerFee", amount: "0.00000", charged: false, refunded: false }];

/** A tracker as EasyPost writes it, key by key; `writeEasyPostJson` makes the text. */
export function buildEasyPostTracker(facts: TrackerFacts, reply: TrackerReply): EasyPostTrackerJson {
  const tail = buildTail(facts);
  return { ...buildHead(facts), ...Object.fromEntries(TAILS[reply].map((key) => [key, tail[key]])) };
}

function buildHead({ id, mode, tracker, createdAt, updatedAt }: TrackerFacts): Head {
  const { status, status_detail } = toEasyPostWords(tracker.status, tracker.substatus);
  const carrier = carrierCodeIn("easypost", tracker.carrier);
  return {
    id,
    object: "Tracker",
    mode,
    tracking_code: tracker.trackingNumber,
    status,
    status_detail,
    created_at: formatSeconds(createdAt),
    updated_at: formatSeconds(updatedAt),
    signed_by: tracker.signedBy,
    weight: tracker.weightOz,
    est_delivery_date: buildDeliveryDate(tracker.estimatedDelivery),
    shipment_id: null,
    carrier,
    tracking_details: tracker.scans.toReversed().map((scan) => buildTrackingDetail(scan, carrier)),
  };
}

function buildTail({ tracker, publicUrl }: TrackerFacts): Tail {
  return {
    carrier_detail: buildCarrierDetail(tracker),
    finalized: tracker.isFinal,
    is_return: false,
    public_url: publicUrl,
    fees: FEES,
  };
}

/** EasyPost writes a promised day as its midnight. */
export function buildDeliveryDate(promise: TrackerFacts["tracker"]["estimatedDelivery"]): string | null {
  return promise === null ? null : `${promise.on}T00:00:00Z`;
}

function buildTrackingDetail(scan: Scan, carrier: string): EasyPostTrackingDetailJson {
  const { status, status_detail } = toEasyPostWords(scan.status, scan.substatus);
  return {
    object: "TrackingDetail",
    message: scan.message ?? "",
    description: "",
    status,
    status_detail,
    datetime: formatScanTime(scan.time),
    source: carrier,
    carrier_code: scan.vendor.code ?? "",
    tracking_location: buildLocation(scan.place),
  };
}
