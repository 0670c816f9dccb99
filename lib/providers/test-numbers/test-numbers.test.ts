import { describe, expect, it } from "vitest";
import { CARRIERS, type CarrierSlug, findCarrier } from "#lib/carriers/catalog.ts";
import { carrierOfTestNumber, EASYPOST_TEST_NUMBERS, SHIPPO_TEST_NUMBERS } from "#lib/carriers/test-numbers.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { onlySnapshotOf } from "../contract.samples.ts";
import { providers } from "../registry.ts";
import { isTestNumber, testNumberPayload } from "./index.ts";

const now = "2026-03-12T18:40:00Z" as Instant;
const slug = (word: string) => findCarrier(word)?.slug ?? ("" as CarrierSlug);

function told(carrier: CarrierSlug, number: string) {
  const given = testNumberPayload(carrier, number, now);
  if (given === null) throw new Error(`${number} is no test number`);
  return onlySnapshotOf(providers[given.provider].read(given.payload));
}

describe("a test number", () => {
  it.each([
    ["EZ1000000001", "pre_transit"],
    ["EZ2000000002", "in_transit"],
    ["EZ3000000003", "out_for_delivery"],
    ["EZ4000000004", "delivered"],
    ["EZ5000000005", "return_to_sender"],
    ["EZ6000000006", "failure"],
    ["EZ7000000007", "unknown"],
    ["SHIPPO_PRE_TRANSIT", "pre_transit"],
    ["SHIPPO_TRANSIT", "in_transit"],
    ["SHIPPO_DELIVERED", "delivered"],
    ["SHIPPO_RETURNED", "return_to_sender"],
    ["SHIPPO_FAILURE", "failure"],
    ["SHIPPO_UNKNOWN", "unknown"],
  ])("%s is %s, as its vendor documents", (number, status) => {
    const carrier = carrierOfTestNumber(number) ?? slug("");
    expect(told(carrier, number)).toMatchObject({ carrier, trackingNumber: number, mode: "test", status, notes: [] });
  });

  it("EZ4000000004 was signed for by John Tester", () => {
    expect(told(slug("usps"), "EZ4000000004").signedBy).toBe("John Tester");
  });

  it("EZ7000000007 has one detail, without a time", () => {
    expect(told(slug("usps"), "EZ7000000007").scans).toMatchObject([{ time: { kind: "none" } }]);
  });

  it("SHIPPO_UNKNOWN has a status, without a time", () => {
    const { vendor, scans } = told(slug("shippo"), "SHIPPO_UNKNOWN");
    expect(vendor.status).toBe("UNKNOWN");
    expect(scans).toMatchObject([{ status: "unknown", time: { kind: "none" } }]);
  });

  it("of EasyPost's can be any carrier's", () => {
    for (const carrier of CARRIERS) {
      expect(testNumberPayload(carrier.slug, "EZ2000000002", now), carrier.slug).toMatchObject({ provider: "easypost" });
    }
    expect(told(slug("fedex"), "EZ2000000002").carrier).toBe("fedex");
  });

  it("of Shippo's is its mock carrier's only", () => {
    expect(SHIPPO_TEST_NUMBERS.map((number) => isTestNumber(slug("usps"), number))).not.toContain(true);
    expect(testNumberPayload(slug("usps"), "SHIPPO_TRANSIT", now)).toBeNull();
  });

  it("is known before anybody names a carrier", () => {
    expect([...EASYPOST_TEST_NUMBERS, ...SHIPPO_TEST_NUMBERS].every((number) => isTestNumber(null, number))).toBe(true);
    expect(["EZ8000000008", "EZ1000000002", "SHIPPO_LOST", "9405511899223197428490"].some((number) => isTestNumber(null, number))).toBe(
      false,
    );
  });

  it("tells of nothing that is still to come", () => {
    for (const number of EASYPOST_TEST_NUMBERS) {
      const times = told(slug("usps"), number).scans.map(({ time }) => (time.kind === "instant" ? time.utc : now));
      expect(times.filter((utc) => utc > now)).toEqual([]);
    }
  });
});
