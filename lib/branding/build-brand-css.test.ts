import { brotliCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Brand, FONT_FAMILIES, THEME_MODES } from "./brand.ts";
import { buildBrandCss } from "./build-brand-css.ts";
import { DEFAULT_BRAND } from "./default-brand.ts";
import { PALETTE_TOKENS } from "./palette.ts";

const fern: Brand = { ...DEFAULT_BRAND, colors: { brand: "#1f5c46", accent: null, background: "#f6f5f0" }, font: "fraunces" };

/** Everything a sheet of ours may consist of, so that anything a brand smuggled in is left over. */
function leftOver(css: string): string {
  return css
    .replaceAll(
      /@font-face\{font-family:"Waymark Heading";src:url\(\/fonts\/[\w-]+\.woff2\)format\("woff2"\);font-weight:400 900;font-display:swap;unicode-range:[U+\dA-F,-]+\}/g,
      "",
    )
    .replaceAll(/--wm-font-heading:(?:"Waymark Heading",)?[\w\s,"-]+(?=\})/g, "")
    .replaceAll(/--wm-radius(?:-small)?:\d{1,2}px/g, "")
    .replaceAll(/--wm-[a-z-]+:#[0-9a-f]{6}(?=[;}])/g, "")
    .replaceAll(/@media screen(?: and \(prefers-color-scheme:dark\))?|:root(?::not\(\[data-theme=light\]\)|\[data-theme=dark\])?/g, "")
    .replaceAll(/color-scheme:(?:light|dark)/g, "")
    .replaceAll(/[{};]/g, "");
}

describe("a brand's stylesheet", () => {
  it("declares every token of the palette, the radii and the heading face", () => {
    const css = buildBrandCss(fern);
    for (const token of PALETTE_TOKENS) expect(css).toContain(`--wm-${token}:#`);
    expect(css).toContain("--wm-radius:14px;--wm-radius-small:10px");
    expect(css).toContain('--wm-font-heading:"Waymark Heading",ui-serif');
  });

  it("is the same text for the same brand", () => {
    expect(buildBrandCss(structuredClone(fern))).toBe(buildBrandCss(fern));
  });

  it.each(THEME_MODES)("stays under 700 bytes compressed in mode %s", (mode) => {
    expect(brotliCompressSync(buildBrandCss({ ...fern, mode })).length).toBeLessThan(700);
  });

  it("follows the shopper's system in mode auto, and lets an asked-for theme win either way", () => {
    const css = buildBrandCss(fern);
    expect(css).toContain("(prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;");
    expect(css).toContain("@media screen{:root[data-theme=dark]{color-scheme:dark;");
  });

  it("is dark for everyone in mode dark, but for a light theme asked for, and on paper", () => {
    const css = buildBrandCss({ ...fern, mode: "dark" });
    expect(css).not.toContain("prefers-color-scheme");
    expect(css).toContain("@media screen{:root:not([data-theme=light]){color-scheme:dark;");
    expect(css).toContain(":root{color-scheme:light;");
  });

  it("is light for everyone in mode light, but for a dark theme asked for", () => {
    const css = buildBrandCss({ ...fern, mode: "light" });
    expect(css).not.toContain(":not([data-theme=light])");
    expect(css).toContain("@media screen{:root[data-theme=dark]{color-scheme:dark;");
  });

  it("asks for no file when the heading face is the system's", () => {
    expect(buildBrandCss({ ...fern, font: "system" })).not.toContain("url(");
  });

  it.each(FONT_FAMILIES)("consists of nothing but our own words and numbers with the face %s", (font) => {
    expect(leftOver(buildBrandCss({ ...fern, font }))).toBe("");
  });

  it("lets no text of a hostile brand through", () => {
    const poison = "#fff;}</style><script>alert(1)</script>@import url(https://evil.example/x.css);{";
    const hostile = {
      ...fern,
      name: poison,
      colors: { brand: poison, accent: poison, background: poison },
      font: "__proto__",
      mode: "constructor",
      layout: poison,
      radius: "0;}body{display:none",
    } as unknown as Brand;
    expect(leftOver(buildBrandCss(hostile))).toBe("");
  });

  it("lets nothing through from whatever was stored as a brand", () => {
    const field = fc.oneof(fc.string(), fc.constantFrom("}", "</style>", "url(x)"), fc.anything());
    const stored = fc.record({
      colors: fc.record({ brand: field, accent: field, background: field }),
      font: field,
      mode: field,
      radius: field,
    });
    fc.assert(
      fc.property(stored, (damage) => {
        expect(leftOver(buildBrandCss({ ...fern, ...damage } as unknown as Brand))).toBe("");
      }),
      { numRuns: 200 },
    );
  });
});
