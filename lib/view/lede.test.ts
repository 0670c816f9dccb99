import { describe, expect, it } from "vitest";
import type { Tracker } from "#lib/tracking/tracker.ts";
import { SARCOXIE, sampleScan, sampleView } from "./sample-input.ts";

type Stand = Pick<Tracker, "status" | "substatus">;

function lede(stand: Stand, message: string, lang = "en"): string {
  const scan = sampleScan({ ...stand, message, place: SARCOXIE });
  return sampleView({ tracker: { ...stand, estimatedDelivery: null, scans: [scan] }, viewer: { lang } }).lede;
}

describe("the sentence under the headline", () => {
  it("says what happened and where", () => {
    expect(lede({ status: "in_transit", substatus: "arrived_at_facility" }, "Arrived at facility")).toBe(
      "Arrived at facility in Sarcoxie, MO.",
    );
  });

  it("keeps a setback and the place it was told at apart, and says nothing the headline said", () => {
    const stand = { status: "in_transit", substatus: "cod_unpaid" } as const;
    expect(lede(stand, "Amount not paid")).toBe("Amount not paid. Last seen in Sarcoxie, MO.");
    expect(lede(stand, "Amount not paid", "ja")).toBe("最後の確認場所はSarcoxie, MOです。");
    expect(lede({ ...stand, substatus: "weather_delay" }, "", "de")).toBe(
      "Wegen des Wetters verspätet. Ein neues Datum zeigen wir, sobald es feststeht.",
    );
  });

  it("is silent where the headline has said it all, in whatever order", () => {
    const stand = { status: "available_for_pickup", substatus: "pickup_available" } as const;
    expect(lede(stand, "Ready to collect")).toBe("");
    expect(lede(stand, "", "ja")).toBe("");
    expect(lede(stand, "Ready to collect at the depot")).toBe("Ready to collect at the depot in Sarcoxie, MO.");
  });

  it("names no place where only papers moved", () => {
    expect(lede({ status: "pre_transit", substatus: "label_created" }, "Billing information received")).toBe(
      "Billing information received.",
    );
    expect(lede({ status: "cancelled", substatus: "cancelled" }, "Label cancelled")).toBe("Label cancelled.");
  });
});
