import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Brand, brandSchema } from "./brand.ts";
import { frameAncestors, MOST_EMBED_ORIGINS, readEmbedOrigin } from "./embed-origin.ts";
import { readStoredBrand } from "./read-stored-brand.ts";

const fern = { version: 1 as const, name: "Fern", colors: { brand: "#1f5c46" } };

describe("a place that may embed", () => {
  it.each([
    ["https://shop.example", "https://shop.example"],
    [" https://Shop.Example/ ", "https://shop.example"],
    ["https://shop.example:443", "https://shop.example"],
    ["https://shop.example:8443", "https://shop.example:8443"],
    ["https://*.shop.example", "https://*.shop.example"],
    ["https://müller.example", "https://xn--mller-kva.example"],
    ["http://localhost:3000", "http://localhost:3000"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
  ])("has one spelling: %s", (typed, kept) => {
    expect(readEmbedOrigin(typed)).toBe(kept);
  });

  it.each([
    "",
    "shop.example",
    "https:",
    "https://",
    "*",
    "'self'",
    "https://*",
    "https://*.example",
    "https://shop.*",
    "https://*.*.shop.example",
    "https://shop.example/track",
    "https://shop.example?x",
    "https://user@shop.example",
    "https://shop.example;script-src",
    "https://shop.example,https://other.example",
    "https://shop.example https://other.example",
    "https://shop.example:port",
    "https://under_score.example",
    "http://shop.example",
    "http://*.localhost",
    "https://203.0.113.9",
    "https://[::1]",
    "javascript://shop.example",
    "data:text/html,x",
  ])("is an exact origin, and nothing more or less: %s", (typed) => {
    expect(readEmbedOrigin(typed)).toBeNull();
    expect(brandSchema.safeParse({ ...fern, embedOrigins: [typed] }).success).toBe(false);
  });

  it("keeps its spelling when it is read again", () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ["https", "http"] }), (url) => {
        const origin = readEmbedOrigin(url);
        expect(origin === null ? null : readEmbedOrigin(origin)).toBe(origin);
      }),
    );
  });
});

describe("who may frame a shop's embed", () => {
  it("is nobody unless somebody is named", () => {
    expect(frameAncestors([])).toBe("'none'");
    expect(frameAncestors(["https://shop.example", "https://*.shop.example"])).toBe("https://shop.example https://*.shop.example");
  });

  it("can end no policy and begin no other, whatever was stored", () => {
    const stored = ["https://a.example; script-src *", "*", "'unsafe-inline'", "https://shop.example"];
    expect(frameAncestors(stored)).toBe("https://shop.example");
    fc.assert(
      fc.property(fc.array(fc.string()), (origins) => {
        expect(frameAncestors(origins)).toMatch(/^(?:'none'|https?:\/\/[^\s;,']+(?: https?:\/\/[^\s;,']+)*)$/);
      }),
    );
  });

  it("is at most twenty, and what a stored brand has that is no origin costs it nothing else", () => {
    const many = Array.from({ length: MOST_EMBED_ORIGINS + 1 }, (_, index) => `https://shop${index}.example`);
    expect(brandSchema.safeParse({ ...fern, embedOrigins: many }).success).toBe(false);
    const read: Brand = readStoredBrand({ ...fern, embedOrigins: ["https://*", "https://Shop.example"] });
    expect([read.name, read.embedOrigins]).toEqual(["Fern", ["https://shop.example"]]);
  });
});
