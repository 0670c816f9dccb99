import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BrandColors, derivePalette } from "./derive-palette.ts";
import { parseHexColor } from "./oklch-color.ts";
import { contrastReport, PALETTE_TOKENS } from "./palette.ts";

const SCHEMES = ["light", "dark"] as const;
const only = (brand: string): BrandColors => ({ brand, accent: null, background: null });
const hueOf = (hex: string) => parseHexColor(hex)?.h ?? Number.NaN;
const lightnessOf = (hex: string) => parseHexColor(hex)?.l ?? Number.NaN;

function failures(colors: BrandColors): string[] {
  return SCHEMES.flatMap((scheme) =>
    contrastReport(derivePalette(colors, scheme).palette)
      .filter(({ ok }) => !ok)
      .map(({ pair, ratio, minimum }) => `${scheme}: ${pair.join(" on ")} is ${ratio.toFixed(2)}, promised ${minimum}`),
  );
}

const NASTY = [
  "#000",
  "#fff",
  "#ffe600",
  "#00ff00",
  "#ff0000",
  "#0000ff",
  "#00ffff",
  "#ff00ff",
  "#808080",
  "#777777",
  "#1f5c46",
  "#c8ff2e",
];

describe("colours cannot fail", () => {
  it("keeps every promised contrast for the nastiest brand colours on the nastiest backgrounds", () => {
    for (const brand of NASTY) {
      for (const background of [null, ...NASTY])
        expect(failures({ brand, accent: background, background }), `${brand} on ${background}`).toEqual([]);
    }
  });

  it("keeps every promised contrast for any brand, accent and background", () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
    const colors = fc.record({ brand: hex, accent: fc.option(hex), background: fc.option(hex) });
    fc.assert(
      fc.property(colors, (given) => {
        expect(failures(given)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it("makes a whole palette of six-digit colours even from words that are no colours", () => {
    const { palette } = derivePalette({ brand: "red;}", accent: "url(x)", background: "" }, "light");
    expect(Object.keys(palette).sort()).toEqual([...PALETTE_TOKENS].sort());
    for (const color of Object.values(palette)) expect(color).toMatch(/^#[0-9a-f]{6}$/);
    expect(failures({ brand: "red;}", accent: "url(x)", background: "" })).toEqual([]);
  });
});

describe("the look a merchant chose survives", () => {
  it("leaves Fern & Fable's green and paper as they are", () => {
    const { palette, adjustments } = derivePalette({ brand: "#1f5c46", accent: null, background: "#f6f5f0" }, "light");
    expect(palette).toMatchObject({ bg: "#f6f5f0", card: "#ffffff", brand: "#1f5c46", "on-brand": "#ffffff", "brand-ink": "#1f5c46" });
    expect(palette).toMatchObject({ ink: "#14201b", "brand-soft": "#e8eeeb" });
    expect(adjustments).toEqual([]);
  });

  it("leaves Voltline's lime on black as it is, with dark words on the lime", () => {
    const { palette, adjustments } = derivePalette({ brand: "#c8ff2e", accent: null, background: "#0e100b" }, "dark");
    expect(palette).toMatchObject({ bg: "#0e100b", card: "#171a13", ink: "#f3f5ee", brand: "#c8ff2e", "brand-ink": "#c8ff2e" });
    expect(lightnessOf(palette["on-brand"])).toBeLessThan(0.25);
    expect(adjustments).toEqual([]);
  });

  it("keeps yellow yellow as a fill, and writes in gold, not in olive", () => {
    const { palette } = derivePalette(only("#ffe600"), "light");
    expect(palette.brand).toBe("#ffe600");
    expect(lightnessOf(palette["on-brand"])).toBeLessThan(0.25);
    expect(hueOf(palette["brand-ink"])).toBeGreaterThan(65);
    expect(hueOf(palette["brand-ink"])).toBeLessThan(90);
  });

  it("lifts a black brand off a dark page, so that a button is seen as one", () => {
    const { palette } = derivePalette(only("#000000"), "dark");
    expect(lightnessOf(palette.brand)).toBeGreaterThan(lightnessOf(palette.card) + 0.1);
  });

  it("keeps a white background white", () => {
    expect(derivePalette({ ...only("#00ff00"), background: "#fff" }, "light").palette.bg).toBe("#ffffff");
  });

  it("keeps grey brands grey: no neutral gets a tint nobody chose", () => {
    const { palette } = derivePalette(only("#808080"), "light");
    for (const token of ["ink", "muted", "bg", "line", "brand-ink"] as const)
      expect(parseHexColor(palette[token])?.c, token).toBeLessThan(0.001);
  });
});

describe("what was changed is said", () => {
  it("names each moved colour with the one given, the one used and the reason", () => {
    const { palette, adjustments } = derivePalette({ brand: "#FF0", accent: "#fff", background: "#ffe600" }, "light");
    expect(adjustments).toEqual([
      { token: "bg", from: "#ffe600", to: palette.bg, reason: "background" },
      { token: "brand", from: "#ffff00", to: palette.brand, reason: "edge" },
      { token: "accent", from: "#ffffff", to: palette.accent, reason: "edge" },
      { token: "brand-ink", from: "#ffff00", to: palette["brand-ink"], reason: "text" },
      { token: "brand-ui", from: "#ffff00", to: palette["brand-ui"], reason: "control" },
    ]);
  });

  it("says that a light background is not used for the dark page", () => {
    const { adjustments } = derivePalette({ brand: "#ffe600", accent: null, background: "#f6f5f0" }, "dark");
    expect(adjustments.map(({ token, reason }) => [token, reason])).toEqual([["bg", "other_scheme"]]);
  });

  it("reports the ratio of every promised pair", () => {
    const report = contrastReport(derivePalette(only("#1f5c46"), "light").palette);
    const onBrand = report.find(({ pair }) => pair.join(" on ") === "on-brand on brand");
    expect(onBrand).toMatchObject({ minimum: 4.5, ok: true });
    expect(onBrand?.ratio).toBeCloseTo(7.84, 1);
  });
});
