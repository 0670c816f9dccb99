import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choiceQuery, type MatrixChoice, readChoice, SCHEMES, toggled } from "./matrix-choice.ts";

const LANGS = ["en", "de", "ja", "ar"];

function paramsOf(query: string): Record<string, string[]> {
  const params = new URLSearchParams(query);
  return Object.fromEntries([...params.keys()].map((key) => [key, params.getAll(key)]));
}

describe("the matrix' address", () => {
  it("shows what the brand allows, light and dark, where it says nothing", () => {
    expect(readChoice({}, LANGS, ["en", "de"])).toEqual({
      of: "draft",
      langs: ["en", "de"],
      schemes: ["light", "dark"],
      device: "phone",
      tier: "public",
      samples: "statuses",
    });
  });

  it("says what is shown, whatever was chosen", () => {
    const some = <Value extends string>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
    const anyChoice: fc.Arbitrary<MatrixChoice> = fc.record({
      of: fc.constantFrom("draft", "published"),
      langs: some(LANGS),
      schemes: some(SCHEMES),
      device: fc.constantFrom("phone", "desktop"),
      tier: fc.constantFrom("public", "private"),
      samples: fc.constantFrom("statuses", "all"),
    });
    fc.assert(
      fc.property(anyChoice, (choice) => {
        expect(readChoice(paramsOf(choiceQuery(choice)), LANGS, ["en"])).toEqual(choice);
      }),
    );
  });

  it("passes over what it does not know", () => {
    expect(readChoice({ of: "yesterday", lang: ["tlh", "de"], scheme: "sepia" }, LANGS, ["en"])).toMatchObject({
      of: "draft",
      langs: ["de"],
      schemes: ["light", "dark"],
    });
  });

  it("keeps the last language on", () => {
    expect(toggled(LANGS, ["de"], "de")).toEqual(["de"]);
    expect(toggled(LANGS, ["de"], "en")).toEqual(["en", "de"]);
    expect(toggled(LANGS, ["en", "de"], "en")).toEqual(["de"]);
  });
});
