import { type CarrierSlug, findCarrier } from "./catalog.ts";

/** EasyPost documents them for any carrier, and takes USPS where none is named. */
export const EASYPOST_TEST_NUMBERS = [
  "EZ1000000001",
  "EZ2000000002",
  "EZ3000000003",
  "EZ4000000004",
  "EZ5000000005",
  "EZ6000000006",
  "EZ7000000007",
] as const;
export type EasyPostTestNumber = (typeof EASYPOST_TEST_NUMBERS)[number];

/** Shippo documents them for its own mock carrier only. */
export const SHIPPO_TEST_NUMBERS = [
  "SHIPPO_PRE_TRANSIT",
  "SHIPPO_TRANSIT",
  "SHIPPO_DELIVERED",
  "SHIPPO_RETURNED",
  "SHIPPO_FAILURE",
  "SHIPPO_UNKNOWN",
] as const;
export type ShippoTestNumber = (typeof SHIPPO_TEST_NUMBERS)[number];

export function isEasyPostTestNumber(number: string): number is EasyPostTestNumber {
  return (EASYPOST_TEST_NUMBERS as readonly string[]).includes(number);
}

export function isShippoTestNumber(number: string): number is ShippoTestNumber {
  return (SHIPPO_TEST_NUMBERS as readonly string[]).includes(number);
}

/** Whether a number stands in a documented state in test mode; `trackingNumber` normalized, `carrier` null where none was named. */
export function isTestNumber(carrier: CarrierSlug | null, trackingNumber: string): boolean {
  if (isShippoTestNumber(trackingNumber)) return carrier === null || carrier === "shippo";
  return isEasyPostTestNumber(trackingNumber);
}

/** Whose test number it is when nobody says; null for any other number. */
export function carrierOfTestNumber(trackingNumber: string): CarrierSlug | null {
  const slug = isShippoTestNumber(trackingNumber) ? "shippo" : isEasyPostTestNumber(trackingNumber) ? "usps" : null;
  return slug === null ? null : (findCarrier(slug)?.slug ?? null);
}
