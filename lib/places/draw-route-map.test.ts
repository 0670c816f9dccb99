import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOWHERE, type Place } from "#lib/tracking/place.ts";
import { drawRouteMap } from "./draw-route-map.ts";
import type { RouteMap } from "./route-map.ts";

const town = (city: string, region: string | null, country: string): Place => ({ ...NOWHERE, city, region, country });
const LAS_VEGAS = town("LAS VEGAS", "NV", "US");
const SARCOXIE = town("SARCOXIE", "MO", "US");
const SHENZHEN = town("SHENZHEN", null, "CN");
const LEIPZIG = town("LEIPZIG", null, "DE");
const BERLIN = town("Berlin", null, "DE");
const TOKYO = town("Tokyo", null, "JP");
const LOS_ANGELES = town("LOS ANGELES", "CA", "US");
const PARIS_OR_PARIS = town("Paris", null, "");

function draw(places: Place[], ends: { origin?: Place; destination?: Place } = {}): RouteMap {
  const map = drawRouteMap({ places, origin: ends.origin ?? null, destination: ends.destination ?? null });
  if (map === null) throw new Error("no map");
  return map;
}
const kinds = (map: RouteMap) => Object.fromEntries(map.stops.map(({ kind, name }) => [kind, name]));

describe("the route map", () => {
  it("draws the way from the first town to the latest", () => {
    const map = draw([LAS_VEGAS, { ...NOWHERE, facility: "LAS VEGAS NV DISTRIBUTION CENTER ANNEX" }, NOWHERE, SARCOXIE]);
    expect(map).toMatchObject({ width: 336, height: 190 });
    expect(map.stops).toMatchObject([
      { label: "Las Vegas", name: "Las Vegas, NV", kind: "origin" },
      { label: "Sarcoxie", name: "Sarcoxie, MO", kind: "latest" },
    ]);
    expect(map.kilometres).toBeGreaterThan(1850);
    expect(map.kilometres).toBeLessThan(1900);
  });

  it("shows the way that is left to the destination, and doesn't count it", () => {
    const travelled = draw([LAS_VEGAS, LOS_ANGELES]);
    const map = draw([LAS_VEGAS, LOS_ANGELES], { destination: TOKYO });
    expect(kinds(map)).toEqual({ origin: "Las Vegas, NV", latest: "Los Angeles, CA", destination: "Tokyo, JP" });
    expect(map.kilometres).toBe(travelled.kilometres);
    expect(map.routePath.match(/Q/g)).toHaveLength(1);
    expect(map.routePath.match(/L/g)?.length).toBeGreaterThan(5);
  });

  it("has arrived when the latest town is the destination's", () => {
    expect(kinds(draw([LAS_VEGAS, SARCOXIE], { destination: { ...SARCOXIE, postalCode: "64862" } }))).toEqual({
      origin: "Las Vegas, NV",
      latest: "Sarcoxie, MO",
    });
  });

  it("starts at the given origin when the first scan came later", () => {
    expect(kinds(draw([LEIPZIG], { origin: SHENZHEN, destination: BERLIN }))).toEqual({
      origin: "Shenzhen, CN",
      latest: "Leipzig, DE",
      destination: "Berlin, DE",
    });
  });

  it("crosses the Pacific between Tokyo and Los Angeles, not Europe", () => {
    const map = draw([TOKYO, LOS_ANGELES]);
    const [tokyo, losAngeles] = map.stops;
    expect((losAngeles?.x ?? 0) - (tokyo?.x ?? 0)).toBeGreaterThan(200);
    expect(map.kilometres).toBeGreaterThan(8700);
    expect(map.kilometres).toBeLessThan(8900);
  });

  it("has nothing to draw with fewer than two towns", () => {
    expect(drawRouteMap({ places: [], origin: null, destination: null })).toBeNull();
    expect(drawRouteMap({ places: [SARCOXIE, SARCOXIE], origin: null, destination: SARCOXIE })).toBeNull();
    expect(drawRouteMap({ places: [NOWHERE, SARCOXIE, PARIS_OR_PARIS], origin: null, destination: null })).toBeNull();
  });

  it("takes towns less than 25 km apart for one stop", () => {
    expect(draw([town("Oakland", "CA", "US"), town("San Francisco", "CA", "US"), LAS_VEGAS]).stops).toHaveLength(2);
  });

  it("keeps at most eight stops of a long journey", () => {
    const cities = [
      "Seattle WA",
      "Portland OR",
      "Boise ID",
      "Salt Lake City UT",
      "Denver CO",
      "Omaha NE",
      "Des Moines IA",
      "Chicago IL",
      "Columbus OH",
      "Pittsburgh PA",
      "Boston MA",
    ];
    const map = draw(cities.map((text) => town(text.slice(0, -3), text.slice(-2), "US")));
    expect(map.stops.length).toBeLessThanOrEqual(8);
    expect(kinds(map)).toMatchObject({ origin: "Seattle, WA", latest: "Boston, MA" });
  });

  it("is never finer than the town: a street's coordinates and a postal code move no dot", () => {
    const exact = { ...SARCOXIE, latitude: 37.0681, longitude: -94.1171, postalCode: "64862" };
    expect(draw([LAS_VEGAS, exact]).stops).toEqual(draw([LAS_VEGAS, SARCOXIE]).stops);
    const unnamed = draw([LAS_VEGAS, { ...NOWHERE, postalCode: "64862", country: "US" }]);
    expect(unnamed.stops.at(-1)).toMatchObject({ label: "Sarcoxie", kind: "latest" });
  });

  it.each([
    ["across the States", [LAS_VEGAS, SARCOXIE], undefined],
    ["across Eurasia", [SHENZHEN, LEIPZIG], BERLIN],
    ["across the Pacific", [TOKYO, LOS_ANGELES], undefined],
    ["across Germany", [town("Hamburg", null, "DE"), town("Kassel", null, "DE")], town("München", null, "DE")],
    ["across the South", [town("Sydney", "NSW", "AU"), town("Auckland", null, "NZ")], town("Santiago", null, "CL")],
  ])("%s stays small, inside its frame and with land in it", (_, places, destination) => {
    const map = draw(places, destination ? { destination } : {});
    expect(map.landPath.length).toBeGreaterThan(100);
    expect(map.landPath.length + map.routePath.length).toBeLessThan(2500);
    for (const { x, y } of map.stops) {
      expect(x).toBeGreaterThan(20);
      expect(x).toBeLessThan(316);
      expect(y).toBeGreaterThan(20);
      expect(y).toBeLessThan(170);
    }
  });

  it("labels no two stops on top of each other", () => {
    const map = draw([SHENZHEN, LEIPZIG], { destination: BERLIN });
    expect(map.stops.filter(({ label }) => label !== "").map(({ label }) => label)).toEqual(["Shenzhen", "Leipzig"]);
  });

  it("never throws, and never leaves its frame, wherever the parcel goes", () => {
    const place = fc.record({
      latitude: fc.double({ min: -80, max: 80, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 5 }), (spots) => {
        const map = drawRouteMap({ places: spots.map((spot) => ({ ...NOWHERE, ...spot })), origin: null, destination: null });
        for (const { x, y } of map?.stops ?? []) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(336);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(190);
        }
        expect(map?.landPath.includes("NaN") ?? false).toBe(false);
      }),
      { numRuns: 25 },
    );
  });
});
