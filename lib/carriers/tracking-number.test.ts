import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CarrierSlug } from "./catalog.ts";
import { groupTrackingNumber, normalizeTrackingNumber } from "./tracking-number.ts";

/** Any UTF-16, halves of pairs included. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe("a tracking number as people write it", () => {
  it.each([
    ["9405 5118 9922 3197 4284 90", "9405511899223197428490"],
    ["1z-999-aa1-01-2345-6784", "1Z999AA10123456784"],
    ["  rr 473 124 829 gb \n", "RR473124829GB"],
    ["94055\u00a0118\u202f992\u3000231", "94055118992231"],
    ["6129–9998−4567", "612999984567"],
    ["\u200e612999984567\u202c", "612999984567"],
    ["ＲＲ４７３１２４８２９ＧＢ", "RR473124829GB"],
    ["٦١٢٩٩٩٩٨٤٥٦٧", "612999984567"],
    ["६१२९९९९८४५६७", "612999984567"],
    ["shippo_transit", "SHIPPO_TRANSIT"],
  ])("%j is %s", (raw, number) => {
    expect(normalizeTrackingNumber(raw)).toBe(number);
  });

  it.each([
    ["is empty", ""],
    ["is only spaces and dashes", " - – - "],
    ["is too short", "123"],
    ["is too long", "1".repeat(41)],
    ["has a dot", "1234.5678"],
    ["has a slash", "1234/5678"],
    ["has markup", "<b>12345</b>"],
    ["has a foreign letter", "1234ß5678"],
    ["has a lone surrogate", "1234\ud8005678"],
    ["is a book", "9".repeat(100_000)],
  ])("is none when it %s", (_, raw) => {
    expect(normalizeTrackingNumber(raw)).toBeNull();
  });

  it("stays as it is once normalized", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^[A-Z0-9_ -]{1,60}$/)), (raw) => {
        const number = normalizeTrackingNumber(raw);
        if (number === null) return;
        expect(number).toMatch(/^[A-Z0-9_]{4,40}$/);
        expect(normalizeTrackingNumber(number)).toBe(number);
      }),
    );
  });
});

describe("a tracking number in groups", () => {
  it.each([
    ["usps", "9405511899223197428490", "9405 5118 9922 3197 4284 90"],
    ["usps", "420648629405511899223197428490", "420 64862 9405 5118 9922 3197 4284 90"],
    ["ups", "1Z999AA10123456784", "1Z 999 AA1 01 2345 6784"],
    ["royal_mail", "RR473124829GB", "RR 473 124 829 GB"],
    ["fedex", "612999984567", "6129 9998 4567"],
    ["evri", "ABCD1234EFGH5678", "ABCD 1234 EFGH 5678"],
    ["shippo", "SHIPPO_TRANSIT", "SHIPPO_TRANSIT"],
    ["usps", "EZ4000000004", "EZ4000000004"],
    ["fedex", "12345678", "12345678"],
  ])("of %s: %s reads %s", (carrier, number, grouped) => {
    expect(groupTrackingNumber(carrier as CarrierSlug, number)).toBe(grouped);
  });

  it("loses and adds nothing but spaces", () => {
    fc.assert(
      fc.property(fc.constantFrom("usps", "ups", "dpd", "nobody"), fc.stringMatching(/^[A-Z0-9_]{4,40}$/), (carrier, number) => {
        expect(groupTrackingNumber(carrier as CarrierSlug, number).replaceAll(" ", "")).toBe(number);
      }),
    );
  });
});
