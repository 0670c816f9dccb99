import { type EasyPostWords, toEasyPostWords } from "../dialects/easypost.ts";
import type { EventFacts } from "../tracker-facts.ts";
import { buildDeliveryDate } from "./build-tracker.ts";

export interface EasyPostPreviousAttributes extends Partial<EasyPostWords> {
  signed_by?: string | null;
  weight?: number | null;
  est_delivery_date?: string | null;
  carrier_detail?: { service: string | null };
}

/**
 * What changed, as it was before, in EasyPost's keys: empty where only scans were added, for which it has none.
 * A finer word of ours that is the same detail in EasyPost's words is no change there.
 */
export function buildPreviousAttributes({ previous, tracker: { tracker } }: EventFacts): EasyPostPreviousAttributes {
  const before = toEasyPostWords(previous.status ?? tracker.status, previous.substatus ?? tracker.substatus);
  const now = toEasyPostWords(tracker.status, tracker.substatus);
  return {
    ...(before.status !== now.status && { status: before.status }),
    ...(before.status_detail !== now.status_detail && { status_detail: before.status_detail }),
    ...(previous.signedBy !== undefined && { signed_by: previous.signedBy }),
    ...(previous.weightOz !== undefined && { weight: previous.weightOz }),
    ...(previous.estimatedDelivery !== undefined && { est_delivery_date: buildDeliveryDate(previous.estimatedDelivery) }),
    ...(previous.serviceLevel !== undefined && { carrier_detail: { service: previous.serviceLevel } }),
  };
}
