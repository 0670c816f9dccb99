import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brandSchema } from "./brand.ts";
import { clusterColors, type Pixels } from "./color-clusters.ts";
import { derivePalette } from "./derive-palette.ts";
import { contrastReport } from "./palette.ts";
import { suggestLook } from "./suggest-look.ts";

type Rgba = readonly [number, number, number, number];

/** A picture as stripes, each so many pixels of a colour. */
function striped(...stripes: readonly (readonly [hex: string, count: number, opacity?: number])[]): Pixels {
  const pixels = stripes.flatMap(([hex, count, opacity = 255]) => {
    const value = Number.parseInt(hex.slice(1), 16);
    return Array.from({ length: count }, (): Rgba => [value >> 16, (value >> 8) & 255, value & 255, opacity]);
  });
  return { data: Uint8Array.from(pixels.flat()), width: pixels.length, height: 1 };
}

const GREEN = "#1f5c46";
const ORANGE = "#e8772e";
const brandsOf = (pixels: Pixels) => suggestLook({ pixels }).map(({ colors }) => colors.brand);

describe("a look suggested from a logo", () => {
  it("begins with its strongest colour, and sets the next one off against it", () => {
    const [best, other] = suggestLook({ pixels: striped([GREEN, 700], [ORANGE, 120], ["#ffffff", 2000]) });
    expect(best?.colors).toMatchObject({ brand: GREEN, accent: ORANGE });
    expect(best?.reason).toBe("Your logo's green, with its orange as the accent.");
    expect(other?.colors).toMatchObject({ brand: ORANGE, accent: GREEN });
  });

  it("prefers a little of a strong colour to much of a pale one", () => {
    expect(brandsOf(striped(["#f3ead2", 5000], ["#c8102e", 600]))[0]).toBe("#c8102e");
  });

  it("does not mind paper, ink and soft edges", () => {
    const edges = ["#8fae a3", "#c7d7d1", "#578575"].map((hex) => [hex.replace(" ", ""), 6] as const);
    expect(brandsOf(striped(["#ffffff", 9000], ["#111111", 900], [GREEN, 400], ...edges))[0]).toBe(GREEN);
  });

  it("finds an accent opposite to a single colour", () => {
    const [best] = suggestLook({ pixels: striped([GREEN, 100]) });
    expect(best?.colors.brand).toBe(GREEN);
    expect(best?.colors.accent).not.toBeNull();
    expect(best?.reason).toContain("across the colour wheel");
  });

  it("offers a dark that the logo is drawn in as well", () => {
    const looks = suggestLook({ pixels: striped(["#16181d", 800], [ORANGE, 300]) });
    expect(looks[0]?.colors.brand).toBe(ORANGE);
    expect(looks.at(-1)?.colors).toMatchObject({ brand: "#16181d", accent: ORANGE });
  });

  it("leads with black, white or grey only where there is nothing else", () => {
    expect(brandsOf(striped(["#000000", 300]))).toEqual(["#000000", "#000000"]);
    expect(brandsOf(striped(["#ffffff", 300])).every((brand) => brand === "#1f2328")).toBe(true);
    expect(brandsOf(striped(["#555555", 300]))[0]).toBe("#555555");
  });

  it("is led by the colour that was pasted, whatever the logo says", () => {
    const [best] = suggestLook({ pixels: striped([ORANGE, 500]), color: "#24A" });
    expect(best?.colors).toMatchObject({ brand: "#24a", accent: ORANGE });
    expect(best?.reason).toBe("Your blue, with your logo's orange as the accent.");
    expect(suggestLook({ color: "#2244aa" })[0]?.colors.brand).toBe("#2244aa");
  });

  it("takes a pasted grey at its word, and the logo's colour as its accent", () => {
    expect(suggestLook({ pixels: striped([ORANGE, 500]), color: "#dddddd" })[0]?.colors).toMatchObject({
      brand: "#dddddd",
      accent: ORANGE,
    });
    expect(suggestLook({ color: "#dddddd" })[0]?.colors).toMatchObject({ brand: "#dddddd", accent: null });
  });

  it("says which colours are the logo's own", () => {
    const own = (picture: Pixels) => suggestLook({ pixels: picture }).map(({ fromLogo }) => fromLogo);
    expect(own(striped([GREEN, 700], [ORANGE, 120]))).toEqual([[GREEN, ORANGE], [ORANGE, GREEN], [GREEN]]);
    expect(own(striped([GREEN, 700]))).toEqual([[GREEN], [GREEN]]);
    expect(own(striped(["#ffffff", 700]))).toEqual([[], []]);
  });

  it("is none where there is nothing to go by", () => {
    expect(suggestLook({})).toEqual([]);
    expect(suggestLook({ color: "greenish" })).toEqual([]);
    expect(suggestLook({ pixels: striped([GREEN, 50, 0]) })).toEqual([]);
  });
});

const byte = fc.integer({ min: 0, max: 255 });
const pixels = fc
  .array(fc.tuple(byte, byte, byte, fc.constantFrom(0, 40, 255)), { minLength: 1, maxLength: 60 })
  .filter((list) => list.some(([, , , opacity]) => opacity > 0));
const picture = (list: readonly Rgba[]): Pixels => ({ data: Uint8Array.from(list.flat()), width: list.length, height: 1 });
const color = fc.option(
  fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`),
  { nil: undefined },
);

describe("any picture and any colour", () => {
  it("gives one to four looks, all different, each a brand that keeps every promised contrast", () => {
    fc.assert(
      fc.property(pixels, color, (list, own) => {
        const looks = suggestLook({ pixels: picture(list), ...(own && { color: own }) });
        expect(looks.length).toBeGreaterThanOrEqual(1);
        expect(looks.length).toBeLessThanOrEqual(4);
        expect(new Set(looks.map(({ colors }) => JSON.stringify(colors))).size).toBe(looks.length);
        for (const { colors, reason } of looks) {
          expect(brandSchema.shape.colors.safeParse(colors).success).toBe(true);
          expect(reason).toMatch(/^[A-Z].*\.$/);
          for (const scheme of ["light", "dark"] as const) {
            expect(contrastReport(derivePalette(colors, scheme).palette).every(({ ok }) => ok)).toBe(true);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("is judged by its colours, not by where they are, nor by what is transparent", () => {
    fc.assert(
      fc.property(pixels, fc.integer({ min: 1, max: 40 }), (list, border) => {
        const looks = suggestLook({ pixels: picture(list) });
        const empty = Array.from({ length: border }, (): Rgba => [255, 0, 255, 0]);
        expect(suggestLook({ pixels: picture(list.toReversed()) })).toEqual(looks);
        expect(suggestLook({ pixels: picture([...empty, ...list]) })).toEqual(looks);
        expect(suggestLook({ pixels: picture([...list, ...list]) })).toEqual(looks);
      }),
      { numRuns: 100 },
    );
  });

  it("has colours whose shares are no more than the whole", () => {
    fc.assert(
      fc.property(pixels, (list) => {
        const shares = clusterColors(picture(list)).map(({ share }) => share);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
      }),
    );
  });
});
