import { describe, expect, it } from "vitest";
import { NOWHERE } from "#lib/tracking/place.ts";
import type { Scan } from "#lib/tracking/tracker.ts";
import { publicMessage } from "./public-message.ts";
import { SARCOXIE, sampleScan } from "./sample-input.ts";

function shown(message: string, facts: Partial<Scan> = {}, signers: string[] = []): string | null {
  const scan = sampleScan({ status: "delivered", place: SARCOXIE, message, ...facts });
  return publicMessage({ scan, signers, carrierWords: new Set(["usps"]) });
}

describe("a carrier's sentence on the public page", () => {
  it.each([
    "Delivered, In/At Mailbox",
    "Delivered, Front Door/Porch",
    "Delivered, Left with Individual",
    "Your item was delivered in or at the mailbox at 11:43 am on September 21, 2026 in SARCOXIE, MO.",
    "Delivered to neighbour",
    "Package returned to sender",
  ])("stays where it names nobody: %s", (message) => {
    expect(shown(message)).toBe(message);
  });

  it.each([
    ["Arrived at LAS VEGAS NV DISTRIBUTION CENTER ANNEX", { facility: "LAS VEGAS NV DISTRIBUTION CENTER ANNEX" }],
    ["Departed FedEx location Memphis, TN", { city: "MEMPHIS", region: "TN" }],
    ["Departed Facility in LEIPZIG - GERMANY", { city: "Leipzig", country: "DE" }],
    ["Received by the carrier", {}],
    ["Shipment information sent to FedEx on 2026-09-14", {}],
    ["Pre-Shipment Info Sent to USPS", {}],
    ["Die Sendung wurde im Start-Paketzentrum bearbeitet", {}],
  ])("stays where every word is known to name nobody: %s", (message, place) => {
    expect(shown(message, { status: "in_transit", place: { ...NOWHERE, ...place } })).toBe(message);
  });

  it("loses the postcode and keeps the rest", () => {
    expect(shown("Delivered, in/at mailbox in SARCOXIE, MO 64862")).toBe("Delivered, in/at mailbox in SARCOXIE, MO");
    expect(shown("Delivered in SARCOXIE, MO 64862-1234.")).toBe("Delivered in SARCOXIE, MO.");
    expect(shown("Arrived at 64862 SARCOXIE", { status: "in_transit" })).toBe("Arrived at SARCOXIE");
  });

  it.each([
    "Left with JOHN SMITH",
    "Delivered, signed by: A. Tester",
    "Signed for by SMITH",
    "DELIVERED TO MRS JONES",
    "Delivered. Recipient: Maria Gonzalez",
    "JOHN SMITH",
    "Delivered to neighbour Mueller",
    "Die Sendung wurde an Herrn Müller übergeben",
    "Entregado a María",
    "サイン：田中",
    "Delivered at 12 Elm Street",
    "Delivered at Elm Street",
    "Package left in SW1A 1AA",
    "Delivered to K1A 0B1",
    "Call 417-555-0100 to arrange pick up",
    "Questions? parcel@example.com",
  ])("gives way to our own words where somebody could be named: %s", (message) => {
    expect(shown(message)).toBeNull();
  });

  it.each([
    "Delivery attempted, spoke with JOHN SMITH",
    "Customer called: Maria asks for Friday",
    "Address corrected to Elm Street",
    "Held for JOHN, contact +49 30 123456",
    "Forwarded to 10115 Berlin",
    "Reference 4455667788 added",
    "JOHN SMITH",
    "Released to Dave at dock",
    "Ordered by Smith",
    "Gate code HASHTAG",
    "Zustellung an Fritz",
    "お届け済み 受取人 田中",
    "Departed Facility in LEIPZIG - GERMANY",
  ])("gives way on the road, too: %s", (message) => {
    expect(shown(message, { status: "in_transit" })).toBeNull();
  });

  it("gives way to a known signer's name, whole or in part, in any scan", () => {
    expect(shown("Handled by TESTER", { status: "in_transit" }, ["A. Tester"])).toBeNull();
    expect(shown("Handled by PARK", { status: "in_transit" }, ["C. Park"])).toBeNull();
    expect(shown("Handled by Q", { status: "in_transit" }, ["A. Tester"])).toBe("Handled by Q");
  });
});
