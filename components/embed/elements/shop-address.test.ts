import { describe, expect, it } from "vitest";
import { lookupAddress, parcelAddresses } from "./shop-address.ts";

const parts = { origin: "https://track.shop.example", merchant: "", carrier: "usps", number: "94001", key: "", lang: "", theme: "" };

describe("where an element of a shop's page leads", () => {
  it("is the parcel's page and its embed, with key, language and theme where there are any", () => {
    expect(parcelAddresses(parts)).toEqual({
      page: "https://track.shop.example/usps/94001",
      frame: "https://track.shop.example/embed/usps/94001",
    });
    expect(parcelAddresses({ ...parts, key: "k", lang: "de", theme: "dark" }).frame).toBe(
      "https://track.shop.example/embed/usps/94001?key=k&lang=de&theme=dark",
    );
  });

  it("names the shop where it has no host of its own", () => {
    const shop = { ...parts, merchant: "fern" };
    expect(parcelAddresses(shop).frame).toBe("https://track.shop.example/tracking/fern/embed/usps/94001");
    expect(lookupAddress(shop)).toBe("https://track.shop.example/tracking/fern");
  });

  it("asks the look-up page which carrier it is, and for the number where there is none", () => {
    expect(parcelAddresses({ ...parts, carrier: " ", key: "k" })).toEqual({
      page: "https://track.shop.example/?number=94001",
      frame: null,
    });
    expect(parcelAddresses({ ...parts, number: "" })).toEqual({ page: "https://track.shop.example/", frame: null });
  });

  it("stays at the shop, whatever is written into it", () => {
    for (const odd of ["../admin", "//evil.example", "?x=1", "#", "a b", "javascript:alert(1)", "%2e%2e"]) {
      const { page, frame } = parcelAddresses({ ...parts, carrier: odd, number: odd, merchant: odd });
      for (const address of [page, frame]) {
        const url = new URL(address ?? "");
        expect([url.origin, url.search, url.hash]).toEqual(["https://track.shop.example", "", ""]);
        expect(url.pathname).toMatch(/^\/tracking\//);
      }
    }
  });
});
