import type { NewsTopic } from "./news-topic.ts";
import type { Status } from "./status.ts";

const UNDER_WAY = ["out_for_delivery", "delivered", "needs_you", "delayed"] as const;
const BEFORE = ["shipped", ...UNDER_WAY] as const;

/** What may still happen to a parcel that stands so. */
export const TOPICS_AHEAD: Readonly<Record<Status, readonly NewsTopic[]>> = {
  unknown: BEFORE,
  pre_transit: BEFORE,
  in_transit: UNDER_WAY,
  out_for_delivery: ["delivered", "needs_you", "delayed"],
  available_for_pickup: ["delivered"],
  delivered: [],
  return_to_sender: [],
  failure: [],
  cancelled: [],
  error: BEFORE,
};
