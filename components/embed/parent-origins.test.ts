import { describe, expect, it } from "vitest";
import { isAllowedOrigin, parentOrigins } from "./parent-origins.ts";

const allowed = ["https://shop.example", "https://*.fern.example:8443"];

describe("who is told how tall an embed is", () => {
  it("is the page around it, if the shop allows it", () => {
    expect(parentOrigins("https://shop.example", allowed)).toEqual(["https://shop.example"]);
    expect(parentOrigins("https://www.fern.example:8443", allowed)).toEqual(["https://www.fern.example:8443"]);
    expect(parentOrigins("https://evil.example", allowed)).toEqual([]);
  });

  it("is each allowed origin that can be addressed, where the browser does not say who is there", () => {
    expect(parentOrigins(null, allowed)).toEqual(["https://shop.example"]);
    expect(parentOrigins("null", allowed)).toEqual(["https://shop.example"]);
  });

  it.each([
    "https://shop.example.evil.example",
    "http://shop.example",
    "https://shop.example:444",
    "https://evilfern.example:8443",
    "https://fern.example:8443",
    "https://www.fern.example",
    "null",
    "",
  ])("is nobody who only looks alike: %s", (origin) => {
    expect(isAllowedOrigin(origin, allowed)).toBe(false);
  });
});
