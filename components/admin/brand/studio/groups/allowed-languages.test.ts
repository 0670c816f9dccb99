import { describe, expect, it } from "vitest";
import { withDefault, withLanguage } from "./allowed-languages.ts";

describe("the languages a shop offers", () => {
  it("never become none, which would be all", () => {
    expect(withLanguage(["de"], "de", false)).toEqual(["de"]);
    expect(withLanguage(["de", "en"], "de", false)).toEqual(["en"]);
    expect(withLanguage(["en"], "ja", true)).toEqual(["en", "ja"]);
  });

  it("include the default that is chosen", () => {
    expect(withDefault({ defaultLanguage: "en", allowedLanguages: ["en"] }, "de")).toEqual({
      defaultLanguage: "de",
      allowedLanguages: ["en", "de"],
    });
  });

  it("stay all when another default is chosen", () => {
    expect(withDefault({ defaultLanguage: "en", allowedLanguages: [] }, "de")).toEqual({ defaultLanguage: "de", allowedLanguages: [] });
  });
});
