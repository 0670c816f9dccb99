import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyBrand } from "./brand.testing.ts";
import { type Brand, type BrandInput, brandSchema } from "./brand.ts";
import { BRAND_FIELD_PATHS, fieldAt } from "./brand-fields.ts";
import { brandLabel } from "./brand-labels.ts";
import { diffBrands } from "./diff-brands.ts";

const brand = (changes: Partial<BrandInput> = {}) =>
  brandSchema.parse({ version: 1, name: "Fern", colors: { brand: "#1f5c46" }, ...changes });
const changesTo = (changes: Partial<BrandInput>) => diffBrands(brand(), brand(changes));
const shop = { label: "Shop", url: "https://fern.example/" };
const help = { label: "Help", url: "https://fern.example/help" };

/** What a page cannot tell apart. */
function asSeen({ support, wording, ...rest }: Brand) {
  const hasContact = support !== null && Object.values(support).some((contact) => contact !== null);
  const spoken = Object.entries(wording).filter(([, sentences]) => Object.keys(sentences).length > 0);
  return { ...rest, support: hasContact ? support : null, wording: Object.fromEntries(spoken) };
}

describe("what publishing changes", () => {
  it("is said in a person's words", () => {
    expect(
      changesTo({ name: "Fern & Fable", colors: { brand: "#aa2211", accent: "#00ff00" }, hideCarrier: true, font: "space-grotesk" }),
    ).toEqual([
      { path: "name", label: "Name of the shop", kind: "text", before: "Fern", after: "Fern & Fable" },
      { path: "colors.brand", label: "Brand colour", kind: "color", before: "#1f5c46", after: "#aa2211" },
      { path: "colors.accent", label: "Accent colour", kind: "color", before: null, after: "#00ff00" },
      { path: "font", label: "Headings", kind: "choice", before: "System", after: "Space Grotesk" },
      { path: "hideCarrier", label: "Hide the carrier", kind: "switch", before: "off", after: "on" },
    ]);
  });

  it("shows a list line by line, whole", () => {
    const [change] = diffBrands(brand({ headerLinks: [shop] }), brand({ headerLinks: [help, shop] }));
    expect(change).toMatchObject({
      kind: "list",
      before: "Shop (https://fern.example/)",
      after: "Help (https://fern.example/help)\nShop (https://fern.example/)",
    });
  });

  it("names every part of a promotion that comes or goes", () => {
    const promo = { heading: "Sale", text: "All week", image: { url: "/brands/fern/sale.png", width: 4, height: 3 }, link: shop };
    expect(changesTo({ promo }).map(({ label, after }) => `${label} = ${after}`)).toEqual([
      "Promotion: Heading = Sale",
      "Promotion: Text = All week",
      "Promotion: Picture = /brands/fern/sale.png",
      "Promotion: Words on the button = Shop",
      "Promotion: Where the button leads = https://fern.example/",
    ]);
  });

  it("names the language and the status of a sentence", () => {
    expect(changesTo({ wording: { de: { delivered: "Ist da" } } })).toEqual([
      { path: "wording.de.delivered", label: "Own wording in German: Delivered", kind: "text", before: null, after: "Ist da" },
    ]);
  });

  it("is nothing between equal brands, and something between brands that look different", () => {
    fc.assert(
      fc.property(anyBrand, anyBrand, (one, other) => {
        expect(diffBrands(one, structuredClone(one))).toEqual([]);
        const isSame = JSON.stringify(asSeen(one)) === JSON.stringify(asSeen(other));
        expect(diffBrands(one, other).length === 0).toBe(isSame);
      }),
    );
  });

  it("is seen wherever a single part of a brand changes", () => {
    fc.assert(
      fc.property(anyBrand, anyBrand, fc.constantFrom(...(Object.keys(brandSchema.shape) as (keyof Brand)[])), (one, other, key) => {
        const changed: Brand = { ...one, [key]: other[key] };
        const isSame = JSON.stringify(asSeen(one)) === JSON.stringify(asSeen(changed));
        expect(diffBrands(one, changed).length === 0).toBe(isSame);
      }),
    );
  });

  it("leads back to the fields of the studio", () => {
    fc.assert(
      fc.property(anyBrand, anyBrand, (one, other) => {
        for (const { path } of diffBrands(one, other)) expect(BRAND_FIELD_PATHS).toContain(fieldAt(path));
      }),
    );
  });
});

describe("a part of a brand", () => {
  it.each([
    ["support.email", "Support: E-mail"],
    ["headerLinks.1.url", "Header links, no. 2"],
    ["wording.en.in_transit", "Own wording in English: On its way"],
    ["logo.light.width", "Logo"],
    ["sparkle", "sparkle"],
  ])("is called by name: %s", (path, label) => {
    expect(brandLabel(path)).toBe(label);
  });
});
