import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FONT_FAMILIES } from "./brand.ts";
import { BRAND_FONTS, brandFontPreload } from "./brand-fonts.ts";

const folder = join(import.meta.dirname, "../../public/fonts");
const bundled = FONT_FAMILIES.flatMap((family) => {
  const { file } = BRAND_FONTS[family];
  return file === null ? [] : [{ family, file }];
});

describe("heading fonts", () => {
  it.each(bundled)("$family is a small WOFF2 file named after its content, so it may be cached for ever", ({ file }) => {
    const bytes = readFileSync(join(folder, file));
    expect(bytes.subarray(0, 4).toString()).toBe("wOF2");
    expect(bytes.length).toBeLessThanOrEqual(12 * 1024);
    expect(file).toContain(`-${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}.woff2`);
  });

  it.each(bundled)("$family comes with its licence", ({ family }) => {
    expect(existsSync(join(folder, "licenses", `${family}-OFL.txt`))).toBe(true);
    expect(readFileSync(join(folder, "LICENSES.md"), "utf8")).toContain(`licenses/${family}-OFL.txt`);
  });

  it("has no file that no brand can choose", () => {
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith(".woff2"))
        .sort(),
    ).toEqual(bundled.map(({ file }) => file).sort());
  });

  it("names the file a page should ask for early, and none for the system's face", () => {
    expect(brandFontPreload({ font: "bitter" })).toEqual({ href: `/fonts/${BRAND_FONTS.bitter.file}` });
    expect(brandFontPreload({ font: "system" })).toBeNull();
  });
});
