import type { Status } from "./status.ts";
import { SUBSTATUSES, type Substatus } from "./substatus.ts";

/** How far along a parcel is that gets this word. Settles ties only: a journey may go back as often as it likes. */
const RANK: Record<Status, number> = {
  unknown: 0,
  error: 0,
  pre_transit: 1,
  in_transit: 2,
  out_for_delivery: 3,
  available_for_pickup: 4,
  failure: 5,
  delivered: 6,
  return_to_sender: 7,
  cancelled: 8,
};

export function journeyRank(status: Status): number {
  return RANK[status];
}

/** Within a status the vocabulary is written in the order of a journey: arrived, processed, departed. */
const SUBSTATUS_RANK = new Map(Object.keys(SUBSTATUSES).map((word, index) => [word, index]));

export function substatusRank(substatus: Substatus): number {
  return SUBSTATUS_RANK.get(substatus) ?? -1;
}
