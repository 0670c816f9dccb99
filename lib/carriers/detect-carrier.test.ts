import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CarrierSlug } from "./catalog.ts";
import { clearCandidate, detectCarrier } from "./detect-carrier.ts";
import { FORMATS } from "./formats.ts";
import { normalizeTrackingNumber } from "./tracking-number.ts";

const carriersOf = (raw: string) => detectCarrier(raw).candidates.map((candidate) => candidate.carrier as string);
const missOf = (raw: string, carrier: string) => detectCarrier(raw).nearMisses.find((miss) => miss.carrier === carrier)?.reason;

/** Any UTF-16, halves of pairs included. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe("detecting a carrier", () => {
  it.each([
    ["9405 5118 9922 3197 4284 90", "usps"],
    ["9205590164917312751089", "usps"],
    ["9261299987743031234567 8902", "usps"],
    ["1z999aa10123456784", "ups"],
    ["612999984567", "fedex"],
    ["9611020123456789012343", "fedex"],
    ["RR473124829GB", "royal_mail"],
    ["LX123456785CN", "china_post"],
    ["TBA123456789000", "amazon"],
    ["C11031500001879", "ontrac"],
    ["YT2412345678901234", "yunexpress"],
    ["00340434123456789012", "dhl_germany"],
    ["EZ4000000004", "usps"],
    ["shippo_delivered", "shippo"],
  ])("puts first, for %s, %s", (raw, carrier) => {
    expect(carriersOf(raw)[0]).toBe(carrier);
  });

  it("prefers a prefix with check digit over a check digit, and that over a mere shape", () => {
    const confidence = (raw: string, carrier: string) => detectCarrier(raw).candidates.find((each) => each.carrier === carrier)?.confidence;
    expect(confidence("1Z999AA10123456784", "ups")).toBe(0.98);
    expect(confidence("TBA123456789000", "amazon")).toBe(0.9);
    expect(confidence("000123456789012343", "fedex")).toBe(0.85);
    expect(confidence("612999984567", "fedex")).toBe(0.7);
    expect(confidence("12345678901234", "dhl_ecommerce")).toBe(0.3);
  });

  it("offers a choice where a number passes for several carriers, the worldwide one first", () => {
    expect(carriersOf("401234567893").filter((carrier) => carrier === "yamato" || carrier === "sagawa")).toEqual(["yamato", "sagawa"]);
    expect(carriersOf("RX123456785GB")).toEqual(["royal_mail", "dhl_ecommerce"]);
    expect(carriersOf("JFV123456789")).toEqual(["purolator", "dhl_express"]);
  });

  it("names each carrier once, likeliest first", () => {
    for (const number of FORMATS.flatMap((format) => format.valid)) {
      const { candidates } = detectCarrier(number);
      expect(new Set(candidates.map((each) => each.carrier)).size).toBe(candidates.length);
      expect(candidates.map((each) => each.confidence)).toEqual(candidates.map((each) => each.confidence).toSorted((a, b) => b - a));
    }
  });

  it("answers the normalized number, or the text itself when it is none", () => {
    expect(detectCarrier(" rr 473-124-829 gb ").number).toBe("RR473124829GB");
    expect(detectCarrier(" hello, world ")).toEqual({ number: "hello, world", candidates: [], nearMisses: [] });
  });

  it("knows no carrier for an international number of no country", () => {
    expect(carriersOf("RR473124829XX")).toEqual([]);
  });
});

describe("a near miss", () => {
  it("says what the last digit should be", () => {
    expect(missOf("1Z999AA10123456783", "ups")).toBe("The last digit should be 4, not 3.");
    expect(carriersOf("1Z999AA10123456783")).toEqual([]);
  });

  it("says where a check digit stands that is not the last", () => {
    expect(missOf("RR473124828GB", "royal_mail")).toBe("The digit at position 11 should be 9, not 8.");
  });

  it("finds the check digit's place in a number that repeats itself", () => {
    expect(missOf("30000000000000000000000000010000", "fedex")).toMatch(/^The digit at position 28 should be 0, not 1/);
  });

  it("speaks of characters where the check may be a letter", () => {
    expect(missOf("008182709980000020033350276D", "dpd")).toMatch(/^The last character should be C, not D/);
  });

  it("names two neighbours that may be swapped, when they are the only ones", () => {
    expect(missOf("RR437124829GB", "royal_mail")).toBe("The digit at position 11 should be 6, not 9; or digits 4 and 5 may be swapped.");
  });

  it("is silent about swaps when several would do", () => {
    expect(missOf("1Z999AA10123456783", "ups")).not.toContain("swapped");
  });

  it("comes for every example that has the shape but not the check digit", () => {
    for (const format of FORMATS.filter((each) => each.check && typeof each.carrier === "string")) {
      for (const number of format.invalid.filter((each) => format.pattern.test(each))) {
        const { candidates, nearMisses } = detectCarrier(number);
        expect([...candidates, ...nearMisses].map((each) => each.carrier)).toContain(format.carrier);
      }
    }
  });

  it("is right about the digit: put in, it makes the carrier a candidate", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMATS.filter((format) => format.check).flatMap((format) => format.valid)),
        fc.nat(),
        fc.nat(9),
        (valid, place, digit) => {
          const at = place % valid.length;
          const mistyped = valid.slice(0, at) + digit + valid.slice(at + 1);
          for (const miss of detectCarrier(mistyped).nearMisses) {
            const [, position, expected] = /(?:position (\d+)|last \w+) should be (\w)/.exec(miss.reason) ?? [];
            const where = position === undefined ? mistyped.length - 1 : Number(position) - 1;
            expect(carriersOf(mistyped.slice(0, where) + expected + mistyped.slice(where + 1))).toContain(miss.carrier);
          }
        },
      ),
    );
  });
});

describe("detection on any text", () => {
  it("never throws, and only ever answers sane numbers", () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { candidates } = detectCarrier(raw);
        for (const { confidence } of candidates) {
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(Math.round(confidence * 100) / 100).toBe(confidence);
        }
        if (candidates.length > 0) expect(normalizeTrackingNumber(raw)).not.toBeNull();
      }),
    );
  });

  it("refuses a very long text before any pattern reads it", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 201, maxLength: 50_000 }), (raw) => {
        expect(detectCarrier(raw).candidates).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe("a number that leads straight to its page", () => {
  it("has one carrier well ahead of the others", () => {
    expect(clearCandidate(detectCarrier("9405511899223197428490"))?.carrier).toBe("usps");
  });

  it("is not one that several carriers may have given out, nor one that nobody did", () => {
    expect(clearCandidate({ number: "1", candidates: [candidate("ups", 0.7), candidate("fedex", 0.55)], nearMisses: [] })).toBeNull();
    expect(clearCandidate(detectCarrier("hello"))).toBeNull();
  });
});

const candidate = (carrier: string, confidence: number) => ({ carrier: carrier as CarrierSlug, confidence });
