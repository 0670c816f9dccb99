import { describe, expect, it } from "vitest";
import { matchKey } from "./match-key.ts";

describe("a private key", () => {
  it("opens with itself and nothing else", () => {
    expect(matchKey("h3yq8k2m", "h3yq8k2m")).toBe(true);
    expect(matchKey("h3yq8k2n", "h3yq8k2m")).toBe(false);
    expect(matchKey("h3yq8k2", "h3yq8k2m")).toBe(false);
    expect(matchKey("H3YQ8K2M", "h3yq8k2m")).toBe(false);
    expect(matchKey("", "h3yq8k2m")).toBe(false);
  });

  it("opens nothing where there is no parcel, not even when empty", () => {
    expect(matchKey("h3yq8k2m", null)).toBe(false);
    expect(matchKey("", null)).toBe(false);
  });
});
