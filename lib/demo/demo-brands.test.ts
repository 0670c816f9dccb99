import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { brandSchema, LAYOUTS } from "#lib/branding/brand.ts";
import { DEMO_BRANDS } from "./demo-brands.ts";

const root = join(import.meta.dirname, "../../public");
const brands = DEMO_BRANDS.map(({ slug, brand }) => ({ slug, brand: brandSchema.parse(brand) }));

const images = brands.flatMap(({ brand: { logo, icon, promo } }) =>
  [logo?.light, logo?.dark, icon, promo?.image].filter((image) => image !== null && image !== undefined),
);

describe("the demo shops", () => {
  it("has one default shop, and no two shops at one address", () => {
    expect(DEMO_BRANDS.filter(({ isDefault }) => isDefault)).toHaveLength(1);
    const addresses = DEMO_BRANDS.flatMap(({ slug, hosts }) => [slug, ...hosts]);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it("looks like a different shop each time: layout, face, colour, corners", () => {
    expect(new Set(brands.map(({ brand }) => brand.layout)).size).toBe(LAYOUTS.length);
    for (const trait of ["font", "radius"] as const)
      expect(new Set(brands.map(({ brand }) => brand[trait])).size, trait).toBe(brands.length);
    expect(new Set(brands.map(({ brand }) => brand.colors.brand)).size).toBe(brands.length);
  });

  it("links to nowhere real", () => {
    for (const address of JSON.stringify(DEMO_BRANDS).match(/https?:\/\/[^"]+/g) ?? []) {
      expect(new URL(address).hostname, address).toMatch(/\.example$/);
    }
  });

  it.each(images)("$url is there, light, drawn at the size it claims, and only draws", ({ url, width, height }) => {
    const svg = readFileSync(join(root, url), "utf8");
    expect(svg.length).toBeLessThan(url.endsWith("promo.svg") ? 8192 : 6144);
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
    expect(svg).not.toMatch(/<(?:script|text|image|style|foreignObject|use|a)\b|\bon\w+=|href|url\(/i);
  });

  it.each(brands)("$slug has an icon for browsers that take no SVG", ({ slug }) => {
    const png = readFileSync(join(root, "brands", slug, "icon.png"));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.length).toBeLessThan(4096);
  });
});
