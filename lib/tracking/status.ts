/** Where a parcel stands, in EasyPost's words. */
export const STATUSES = [
  "unknown",
  "pre_transit",
  "in_transit",
  "out_for_delivery",
  "available_for_pickup",
  "delivered",
  "return_to_sender",
  "failure",
  "cancelled",
  "error",
] as const;

export type Status = (typeof STATUSES)[number];

export function isStatus(word: string): word is Status {
  return (STATUSES as readonly string[]).includes(word);
}
