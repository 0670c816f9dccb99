import { CARRIERS, type CarrierSlug } from "./catalog.ts";
import {
  ASIAN_COURIER_FORMATS,
  DHL_FORMATS,
  EUROPEAN_COURIER_FORMATS,
  FEDEX_FORMATS,
  NORTH_AMERICAN_COURIER_FORMATS,
  RARE_FORMATS,
  TEST_FORMATS,
  UPS_FORMATS,
} from "./formats-courier.data.ts";
import { OTHER_POST_FORMATS, USPS_FORMATS } from "./formats-postal.data.ts";
import type { NumberFormat } from "./number-format.ts";

/** Which national post issues S10 numbers with a country's suffix. */
export const S10_OPERATORS: Readonly<Record<string, CarrierSlug>> = Object.fromEntries(
  CARRIERS.flatMap((carrier) => carrier.s10.map((country) => [country, carrier.slug])),
);

const S10_FORMAT: NumberFormat = {
  id: "s10",
  name: "International post (S10)",
  carrier: S10_OPERATORS,
  pattern: /^[A-Z]{2}(?<payload>\d{8})(?<check>\d)(?<country>[A-Z]{2})$/,
  check: { rule: "s10" },
  distinctive: true,
  groups: [2, 3, 3, 3, 2],
  valid: ["RR473124829GB", "LX123456785CN", "CP987654326US", "EE100000025JP"],
  invalid: ["RR473124828GB", "RR473124829XX"],
};

/** Every format, the most common first: on equal grounds the earlier one is the better guess. */
export const FORMATS: readonly NumberFormat[] = [
  ...TEST_FORMATS,
  ...USPS_FORMATS,
  ...UPS_FORMATS,
  ...FEDEX_FORMATS,
  S10_FORMAT,
  ...DHL_FORMATS,
  ...OTHER_POST_FORMATS,
  ...NORTH_AMERICAN_COURIER_FORMATS,
  ...EUROPEAN_COURIER_FORMATS,
  ...ASIAN_COURIER_FORMATS,
  ...RARE_FORMATS,
];
