import { describe, expect, it } from "vitest";
import { NOWHERE } from "#lib/tracking/place.ts";
import { ROUTE_MAP, sampleScan, sampleView } from "./sample-input.ts";

describe("the map", () => {
  it("counts miles in the United States and kilometres elsewhere", () => {
    const caption = (lang: string, locale: string) => sampleView({ rest: { routeMap: ROUTE_MAP }, viewer: { lang, locale } }).map?.caption;
    expect(caption("en", "en-US")).toBe("1,270 miles so far, last seen in Sarcoxie, MO");
    expect(caption("en", "en-GB")).toBe("2,040 kilometres so far, last seen in Sarcoxie, MO");
    expect(caption("de", "de-DE")).toBe("Bisher 2.040 Kilometer, zuletzt gesehen in Sarcoxie, MO");
  });

  it("names places as the journey does, countries in the shopper's language", () => {
    const stop = { x: 9, y: 9, label: "Leipzig", name: "Leipzig, DE", anchor: "end", kind: "latest" } as const;
    const [start] = ROUTE_MAP.stops;
    const routeMap = { ...ROUTE_MAP, stops: start ? [start, stop] : [] };
    const leipzig = sampleScan({ status: "in_transit", place: { ...NOWHERE, city: "LEIPZIG", postalCode: "04103", country: "DE" } });
    const seenIn = (lang: string, locale: string) =>
      sampleView({ tracker: { scans: [leipzig] }, rest: { routeMap }, viewer: { lang, locale, tier: "private", key: "k" } }).map?.caption;
    expect(seenIn("en", "en-US")).toMatch(/last seen in Leipzig, Germany$/);
    expect(seenIn("de", "de-DE")).toMatch(/zuletzt gesehen in Leipzig, Deutschland$/);
  });

  it("describes the route for those who cannot see it", () => {
    expect(sampleView({ rest: { routeMap: ROUTE_MAP } }).map?.description).toBe("From Las Vegas, NV to Sarcoxie, MO");
  });
});
