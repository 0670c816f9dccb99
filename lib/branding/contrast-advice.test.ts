import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adviseContrast, schemesOf } from "./contrast-advice.ts";
import { ADJUSTMENT_REASONS } from "./derive-palette.ts";

const fern = { brand: "#1f5c46", accent: null, background: "#f6f5f0" };
const sunny = { brand: "#ffd400", accent: "#e4572e", background: "#fffaf0" };

describe("advice on colours", () => {
  it("says in words and numbers what a colour does on the page", () => {
    const [light] = adviseContrast(fern, ["light"]).brand;
    expect(light?.lines.map(({ text, ratio, minimum, isEnough }) => [text, ratio, minimum, isEnough])).toEqual([
      ["Words on buttons", "7.8", 4.5, true],
      ["Links on the page", "7.1", 4.5, true],
      ["Progress on a card", "7.8", 3, true],
    ]);
    expect(light?.lines[0]).toMatchObject({ front: "#ffffff", surface: "#1f5c46" });
    expect(light?.changes).toEqual([]);
  });

  it("tells which shade stands in for a yellow nobody could read, and why", () => {
    const [light, dark] = adviseContrast(sunny, ["light", "dark"]).brand;
    expect(light?.changes.map(({ text, from, why }) => ({ text, from, why }))).toEqual([
      { text: "Links and words", from: "#ffd400", why: ADJUSTMENT_REASONS.text },
      { text: "Progress, lines and dots", from: "#ffd400", why: ADJUSTMENT_REASONS.control },
    ]);
    expect(dark?.changes).toEqual([]);
  });

  it("keeps each colour's changes beside that colour", () => {
    const advice = adviseContrast(sunny, ["dark"]);
    expect(advice.background[0]?.changes.map(({ text, why }) => [text, why])).toEqual([["The page", ADJUSTMENT_REASONS.other_scheme]]);
    expect(advice.accent[0]?.changes).toEqual([]);
  });

  it("never says more contrast than there is, and always enough, whatever is typed", () => {
    const typed = fc.oneof(
      fc.string(),
      fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`),
    );
    fc.assert(
      fc.property(fc.record({ brand: typed, accent: fc.option(typed), background: fc.option(typed) }), (colors) => {
        for (const schemes of Object.values(adviseContrast(colors, ["light", "dark"]))) {
          for (const { lines } of schemes) {
            expect(lines).toHaveLength(3);
            expect(lines.filter(({ isEnough }) => !isEnough)).toEqual([]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("speaks of the looks a shopper can get", () => {
    expect([schemesOf("auto"), schemesOf("light"), schemesOf("dark")]).toEqual([["light", "dark"], ["light"], ["dark"]]);
  });
});
