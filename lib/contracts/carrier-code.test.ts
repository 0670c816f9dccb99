import { describe, expect, it } from "vitest";
import { CARRIERS, type CarrierSlug, CODE_PROVIDERS, carrierByProviderCode } from "#lib/carriers/catalog.ts";
import { carrierCodeIn } from "./carrier-code.ts";

describe("a carrier's code in a dialect", () => {
  it("is the provider's own where it has one", () => {
    expect(carrierCodeIn("shippo", "usps" as CarrierSlug)).toBe("usps");
    expect(carrierCodeIn("easypost", "usps" as CarrierSlug)).toBe("USPS");
  });

  it.each(CODE_PROVIDERS)("names the same carrier when %s's reader meets it", (dialect) => {
    const mistaken = CARRIERS.filter((carrier) => carrierByProviderCode(dialect, carrierCodeIn(dialect, carrier.slug)) !== carrier);
    expect(mistaken.map(({ slug }) => slug)).toEqual([]);
  });
});
