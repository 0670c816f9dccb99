import { describe, expect, it } from "vitest";
import { NOWHERE } from "#lib/tracking/place.ts";
import { presentPlace, readPlace } from "./vendor-place.ts";

const blank = { city: null, region: null, postalCode: null, country: null };

describe("a vendor's place", () => {
  it("that is not given is nowhere", () => {
    expect(readPlace(null)).toEqual({ place: NOWHERE, notes: [] });
    expect(presentPlace(readPlace(blank).place)).toBeNull();
  });

  it("latitude -90 and longitude -180 mean none", () => {
    expect(readPlace({ ...blank, latitude: -90, longitude: -180 }).place).toEqual(NOWHERE);
    expect(readPlace({ ...blank, latitude: 0, longitude: 0 }).place).toEqual(NOWHERE);
  });

  it("half a pair of coordinates, or one off the globe, is none", () => {
    expect(readPlace({ ...blank, latitude: 37.07, longitude: null }).place).toEqual(NOWHERE);
    expect(readPlace({ ...blank, latitude: 370.7, longitude: -94.1 }).place).toEqual(NOWHERE);
  });

  it("keeps real coordinates", () => {
    expect(readPlace({ ...blank, latitude: 37.0776, longitude: -94.1258 }).place).toMatchObject({ latitude: 37.0776, longitude: -94.1258 });
  });

  it.each(["LAS VEGAS NV DISTRIBUTION CENTER ANNEX", "OAK CREEK WI DISTRIBUTION CENTER", "ISC CHICAGO IL(USPS)", "Leipzig Hub"])(
    "a facility in the city field is a facility: %s",
    (city) => {
      expect(readPlace({ ...blank, city }).place).toEqual({ ...NOWHERE, facility: city });
    },
  );

  it("a city of that sound with a region stays a city", () => {
    expect(readPlace({ ...blank, city: "ROCKVILLE CENTRE", region: "NY" }).place).toMatchObject({
      city: "ROCKVILLE CENTRE",
      facility: null,
    });
  });

  it.each(["us", "USA", "United States"])("a country is its two-letter code, however it is written: %s", (country) => {
    expect(readPlace({ ...blank, country })).toEqual({ place: { ...NOWHERE, country: "US" }, notes: [] });
  });

  it("a country nobody knows is noted, not guessed", () => {
    expect(readPlace({ ...blank, country: "Oz Land" })).toEqual({ place: NOWHERE, notes: [{ field: "place", word: "Oz Land" }] });
  });
});
