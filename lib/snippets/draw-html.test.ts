import { describe, expect, it } from "vitest";
import { contrastRatio } from "#lib/branding/oklch-color.ts";
import { LANGUAGES } from "#lib/view/languages.ts";
import { findUnsupported, listTexts, readMail } from "./client-support.testing.ts";
import { PLATFORMS } from "./platforms.data.ts";
import { parcel, template, withoutPlaceholders } from "./snippets.testing.ts";

/** Colours that are hard to read, and corners rounder than a button. */
const BRANDS = ["#1f5c46", "#ffe600", "#c8ff2e", "#ffffff", "#000000"].map((brand) => ({ colors: { brand }, radius: 28 }));

const EVERY_HTML: readonly (readonly [string, string])[] = [
  ...LANGUAGES.map(({ tag }) => [`a parcel in ${tag}`, parcel({ viewer: { lang: tag, langIsChosen: true } }).html] as const),
  ...BRANDS.map((brand) => [`a parcel of a shop in ${brand.colors.brand}`, parcel({ brand }).html] as const),
  ...PLATFORMS.map(({ slug }) => [`a template for ${slug}`, template({ slug }).html] as const),
];

describe("the HTML", () => {
  it.each(EVERY_HTML)("of %s is drawn by every mail program, or something stands in", (_, html) => {
    const { open = "", close = "" } = PLATFORMS.find((platform) => platform.html.open && html.startsWith(platform.html.open))?.html ?? {};
    expect(findUnsupported(withoutPlaceholders(html.replace(open, "").replace(close, "")))).toEqual([]);
  });

  it.each(EVERY_HTML)("of %s has less than 4 KB", (_, html) => {
    expect(Buffer.byteLength(html)).toBeLessThan(4096);
  });

  it.each(BRANDS)("has text that can be read, in a shop in $colors.brand", (brand) => {
    for (const theme of ["light", "dark"] as const) {
      const texts = listTexts(parcel({ brand, viewer: { theme } }).html);
      expect(texts).toHaveLength(4);
      for (const { color, ground, groundByAttributes } of texts) {
        expect(contrastRatio(color, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrastRatio(color, groundByAttributes)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it("lays out by tables that say so, and names its picture", () => {
    const elements = readMail(parcel().html);
    expect(elements.filter(({ name }) => name === "table").every(({ attributes }) => attributes.role === "presentation")).toBe(true);
    expect(elements.filter(({ name, attributes }) => name === "img" && attributes.alt && attributes.width)).toHaveLength(1);
  });

  it("has a button still where a tool takes the comments out", () => {
    const bare = parcel().html.replaceAll(/<!--[\s\S]*?-->/g, "");
    expect(bare).not.toContain("roundrect");
    expect(bare.split("Track your parcel")).toHaveLength(2);
  });
});
