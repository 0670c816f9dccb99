import { describe, expect, it } from "vitest";
import { NOWHERE } from "#lib/tracking/place.ts";
import { OUT_FOR_DELIVERY, onDay, PICKED_UP, sampleScan, sampleView } from "./sample-input.ts";

describe("the journey", () => {
  it("stands under local days, newest first", () => {
    const lonely = sampleScan({ status: "in_transit", time: onDay("2026-09-20") });
    const nameless = sampleScan({ status: "pre_transit" });
    const { journey } = sampleView({ tracker: { scans: [OUT_FOR_DELIVERY, lonely, PICKED_UP, nameless] } });
    expect(journey.map(({ heading }) => heading)).toEqual([
      "Today, Monday 21 September",
      "Yesterday, Sunday 20 September",
      "Wednesday 16 September",
      "No date given",
    ]);
    expect(journey[1]?.scans[0]).toMatchObject({ place: "Place not reported", placeKnown: false, timeNote: "no time given" });
  });

  it("writes postcodes on the private page", () => {
    const places = sampleView({ viewer: { tier: "private", key: "k" } }).journey.flatMap(({ scans }) => scans.map(({ place }) => place));
    expect(places).toEqual(["Sarcoxie, MO 64862", "Las Vegas, NV 89118"]);
  });

  it("names countries once the parcel crosses a border", () => {
    const berlin = sampleScan({ status: "in_transit", place: { ...NOWHERE, city: "BERLIN", postalCode: "12099", country: "DE" } });
    const abroad = { tracker: { scans: [OUT_FOR_DELIVERY, berlin] }, viewer: { tier: "private", key: "k" } as const };
    expect(sampleView(abroad).journey.flatMap(({ scans }) => scans.map(({ place }) => place))).toEqual([
      "Sarcoxie, MO 64862, United States",
      "12099 Berlin, Germany",
    ]);
  });

  it("marks the hand-over to another carrier and what went wrong", () => {
    const handOver = sampleScan({ status: "in_transit", substatus: "transferred_to_partner" });
    const held = sampleScan({ status: "in_transit", substatus: "held" });
    const scans = sampleView({ tracker: { scans: [handOver, held] } }).journey.flatMap((day) => day.scans);
    expect(scans.map(({ handOff, isProblem }) => [handOff, isProblem])).toEqual([
      ["From here on, another carrier brings it to you.", false],
      [null, true],
    ]);
  });

  it("never turns a vendor's script into a link", () => {
    const scan = sampleScan({ status: "delivered", proofOfDeliveryUrl: "javascript:alert(1)" });
    const [shown] = sampleView({ tracker: { scans: [scan] }, viewer: { tier: "private", key: "k" } }).journey[0]?.scans ?? [];
    expect(shown?.proofOfDelivery).toBeNull();
  });

  it("says that there is none yet", () => {
    expect(sampleView({ tracker: { status: "pre_transit", substatus: "label_created", scans: [] } }).journeyEmpty).toMatch(
      /^No scans have reached us yet/,
    );
  });
});
