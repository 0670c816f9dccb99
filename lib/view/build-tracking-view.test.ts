import { describe, expect, it } from "vitest";
import { LAS_VEGAS, ROUTE_MAP, sampleView } from "./sample-input.ts";

describe("links and frame", () => {
  it("keeps key and theme when the language changes", () => {
    const { languages } = sampleView({ viewer: { tier: "private", key: "k", theme: "dark", pathPrefix: "/tracking/fern-and-fable" } });
    expect(languages[1]).toEqual({
      label: "Deutsch",
      lang: "de",
      href: "/tracking/fern-and-fable/usps/9405511899223197428490?key=k&lang=de&theme=dark",
      isCurrent: false,
    });
  });

  it("offers only the languages the merchant allows, and no choice of one", () => {
    expect(sampleView({ brand: { allowedLanguages: ["en", "de"] } }).languages.map(({ lang }) => lang)).toEqual(["en", "de"]);
    expect(sampleView({ brand: { allowedLanguages: ["en"] } }).languages).toEqual([]);
  });

  it("does not say the answer twice", () => {
    const { headline, lede } = sampleView({ tracker: { status: "delivered", substatus: "delivered", deliveredTime: null, scans: [] } });
    expect([headline, lede]).toEqual(["Delivered", ""]);
  });

  it("asks for news until the state is final", () => {
    expect(sampleView().refreshPath).toBe("/usps/9405511899223197428490.json");
    expect(sampleView({ tracker: { isFinal: true } }).refreshPath).toBeNull();
  });

  it("shows the promo block only between its days", () => {
    const promo = (fromOn: string | null, untilOn: string | null) =>
      sampleView({ brand: { promo: { text: "Autumn paper", fromOn, untilOn } } }).promo;
    expect(promo(null, null)?.text).toBe("Autumn paper");
    expect(promo("2026-09-21", "2026-09-21")?.text).toBe("Autumn paper");
    expect(promo("2026-09-22", null)).toBeNull();
    expect(promo(null, "2026-09-20")).toBeNull();
  });

  it("marks a parcel made in test mode", () => {
    expect(sampleView({ tracker: { mode: "test" } }).testLabel).toBe("Test parcel");
    expect(sampleView().testLabel).toBeNull();
  });

  it("has a title and description that tell nothing private", () => {
    const { title, description } = sampleView({ viewer: { tier: "private", key: "k" } });
    expect([title, description]).toEqual([
      "Out for delivery · Fern & Fable",
      "Where your parcel from Fern & Fable is and when it arrives.",
    ]);
  });

  it("says when the page last changed, on the parcel's clock", () => {
    expect(sampleView().updated).toEqual({ text: "Updated 21 Sept, 08:22", dateTime: "2026-09-21T13:22:00Z", zoneLabel: "CDT" });
  });

  it("knows no origin map label finer than a city", () => {
    const fine = { ...ROUTE_MAP, stops: ROUTE_MAP.stops.map((stop) => ({ ...stop, label: `${stop.label} ${LAS_VEGAS.postalCode}` })) };
    expect(sampleView({ rest: { routeMap: fine } }).map?.stops.map(({ label }) => label)).toEqual(["Las Vegas", "Sarcoxie"]);
  });
});
