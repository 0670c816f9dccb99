import { describe, expect, it } from "vitest";
import { ROUTE_MAP, sampleView } from "./sample-input.ts";

describe("the map", () => {
  it("counts miles in the United States and kilometres elsewhere", () => {
    const caption = (lang: string, locale: string) => sampleView({ rest: { routeMap: ROUTE_MAP }, viewer: { lang, locale } }).map?.caption;
    expect(caption("en", "en-US")).toBe("1,270 miles so far, last seen in Sarcoxie, MO");
    expect(caption("en", "en-GB")).toBe("2,040 kilometres so far, last seen in Sarcoxie, MO");
    expect(caption("de", "de-DE")).toBe("Bisher 2.040 Kilometer, zuletzt gesehen in Sarcoxie, MO");
  });

  it("describes the route for those who cannot see it", () => {
    expect(sampleView({ rest: { routeMap: ROUTE_MAP } }).map?.description).toBe("From Las Vegas, NV to Sarcoxie, MO");
  });
});
