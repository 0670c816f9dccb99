import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CARRIERS, type CarrierSlug } from "./catalog.ts";
import { carrierTrackingUrl } from "./outbound-links.ts";

/** Any UTF-16, halves of pairs included. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe("the link to the carrier's own page", () => {
  it("holds the number", () => {
    expect(carrierTrackingUrl("usps" as CarrierSlug, "9405511899223197428490")).toBe(
      "https://tools.usps.com/go/TrackConfirmAction?tLabels=9405511899223197428490",
    );
  });

  it("is absent for a carrier without one, and for none", () => {
    expect(carrierTrackingUrl("shippo" as CarrierSlug, "SHIPPO_TRANSIT")).toBeNull();
    expect(carrierTrackingUrl("pigeon" as CarrierSlug, "1234567")).toBeNull();
  });

  it("cannot be bent to another host or parameter by what stands in the number's place", () => {
    const linked = CARRIERS.filter((carrier) => carrier.trackingUrl !== null);
    fc.assert(
      fc.property(fc.constantFrom(...linked), fc.oneof(anyText, fc.constantFrom("$&", "a&b=c#d", "//evil.example")), (carrier, number) => {
        const [plain, bent] = [carrierTrackingUrl(carrier.slug, "1"), carrierTrackingUrl(carrier.slug, number)].map(
          (url) => new URL(url ?? ""),
        );
        expect(bent?.origin).toBe(plain?.origin);
        expect([...(bent?.searchParams.keys() ?? [])]).toEqual([...(plain?.searchParams.keys() ?? [])]);
      }),
    );
  });
});
