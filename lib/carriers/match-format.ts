import type { CarrierSlug } from "./catalog.ts";
import { CHECK_DIGIT_RULES } from "./check-digits.ts";
import type { NumberFormat } from "./number-format.ts";

export type FormatMatch =
  | { readonly kind: "none" }
  | { readonly kind: "match"; readonly carrier: CarrierSlug }
  | { readonly kind: "check_digit_wrong"; readonly carrier: CarrierSlug; readonly found: string; readonly expected: string };

const NONE: FormatMatch = { kind: "none" };

function carrierOf(format: NumberFormat, country: string | undefined): CarrierSlug | null {
  if (typeof format.carrier === "string") return format.carrier as CarrierSlug;
  return ((country && format.carrier[country]) || null) as CarrierSlug | null;
}

/** One normalized number against one format. */
export function matchFormat(format: NumberFormat, number: string): FormatMatch {
  const match = format.pattern.exec(number);
  const carrier = match && carrierOf(format, match.groups?.country);
  if (!match || !carrier) return NONE;
  const { payload, check } = match.groups ?? {};
  if (!format.check || payload === undefined || check === undefined) return { kind: "match", carrier };
  const expected = CHECK_DIGIT_RULES[format.check.rule]((format.check.unprinted ?? "") + payload);
  if (expected === check) return { kind: "match", carrier };
  return { kind: "check_digit_wrong", carrier, found: check, expected };
}
