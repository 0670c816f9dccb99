import { describe, expect, it } from "vitest";
import { NOWHERE } from "#lib/tracking/place.ts";
import { LAS_VEGAS, OUT_FOR_DELIVERY, onDay, PICKED_UP, sampleScan, sampleView } from "./sample-input.ts";

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
      "Sarcoxie, MO 64862, US",
      "12099 Berlin, Germany",
    ]);
  });

  it("says the name of a city that is its own country once", () => {
    const hongKong = sampleScan({ status: "in_transit", place: { ...NOWHERE, city: "HONG KONG", country: "HK" } });
    const kowloon = sampleScan({ status: "in_transit", place: { ...NOWHERE, city: "KOWLOON", country: "HK" } });
    const scans = sampleView({ tracker: { scans: [OUT_FOR_DELIVERY, hongKong, kowloon] } }).journey.flatMap((day) => day.scans);
    expect(scans.map(({ place }) => place)).toEqual(["Sarcoxie, MO, US", "Hong Kong", "Kowloon, Hong Kong"]);
  });

  it("does not call a place unreported that the shop keeps to itself", () => {
    const places = (hideOrigin: boolean) =>
      sampleView({ brand: { hideOrigin } }).journey.flatMap(({ scans }) => scans.map(({ place }) => place));
    expect(places(true)).toEqual(["Sarcoxie, MO", ""]);
    expect(places(false)).toEqual(["Sarcoxie, MO", "Las Vegas, NV"]);
  });

  it("calls the last delivery of a parcel that came back its return", () => {
    const home = sampleScan({ status: "delivered", place: LAS_VEGAS });
    const returned = { status: "return_to_sender", substatus: "returned", scans: [home, PICKED_UP] } as const;
    const { journey, lede, milestones } = sampleView({ tracker: returned });
    expect(journey[0]?.scans[0]).toMatchObject({ title: "Back at the shop", isProblem: false });
    expect(lede).toBe("Back at the shop in Las Vegas, NV.");
    expect(milestones.map(({ state }) => state)).toEqual(["done", "done", "problem", "done"]);
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
