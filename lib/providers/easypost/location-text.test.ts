import { describe, expect, it } from "vitest";
import { readLocationText } from "./location-text.ts";

describe("EasyPost's one-line places", () => {
  it.each([
    ["HOUSTON TX, 77001", { city: "HOUSTON", region: "TX", postalCode: "77001", country: null }],
    ["CHARLESTON SC, 29401", { city: "CHARLESTON", region: "SC", postalCode: "29401", country: null }],
    ["ORLANDO FL US", { city: "ORLANDO", region: "FL", postalCode: null, country: "US" }],
    ["BROOKLYN HGTS NY US", { city: "BROOKLYN HGTS", region: "NY", postalCode: null, country: "US" }],
    ["TORONTO ON CA", { city: "TORONTO", region: "ON", postalCode: null, country: "CA" }],
    ["LOS ANGELES CA", { city: "LOS ANGELES", region: "CA", postalCode: null, country: null }],
    ["SHENZHEN CN", { city: "SHENZHEN", region: null, postalCode: null, country: "CN" }],
    ["Portland, OR 97201-1234", { city: "Portland", region: "OR", postalCode: "97201-1234", country: null }],
    ["TAIPEI", { city: "TAIPEI", region: null, postalCode: null, country: null }],
    ["US", { city: "US", region: null, postalCode: null, country: null }],
  ])("%s", (text, parts) => {
    expect(readLocationText(text)).toMatchObject(parts);
  });

  it("say nothing where there is nothing", () => {
    expect(readLocationText(null)).toBeNull();
    expect(readLocationText(" , ")).toBeNull();
  });
});
