import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEMO_BRANDS } from "#lib/demo/demo-brands.ts";
import { type BrandInput, brandSchema } from "./brand.ts";
import { DEFAULT_BRAND } from "./default-brand.ts";
import { readStoredBrand } from "./read-stored-brand.ts";

const whole: BrandInput = {
  version: 1,
  name: "Fern & Fable",
  colors: { brand: "#1f5c46" },
  headerLinks: [
    { label: "Shop", url: "https://fern.example/" },
    { label: "Help", url: "https://fern.example/help" },
  ],
  promo: { text: "Autumn paper", image: { url: "/brands/fern/promo.svg", width: 4, height: 3 } },
  wording: { en: { delivered: "It is with you" } },
};

describe("a stored brand never breaks the page", () => {
  it("comes back as it was written, from text or parsed", () => {
    const written = brandSchema.parse(whole);
    expect(readStoredBrand(written)).toEqual(written);
    expect(readStoredBrand(JSON.stringify(written))).toEqual(written);
  });

  it.each([null, undefined, "", "{", 7, [], "[]", "null", { version: 2 }])(
    "is the default look when nothing of it can be read: %j",
    (stored) => {
      expect(readStoredBrand(stored)).toEqual(DEFAULT_BRAND);
    },
  );

  it("goes by the merchant's name when its own is lost", () => {
    expect(readStoredBrand({ ...whole, name: "" }, "Fern").name).toBe("Fern");
    expect(readStoredBrand("broken", "Fern").name).toBe("Fern");
    expect(readStoredBrand("broken", "\u0000").name).toBe(DEFAULT_BRAND.name);
  });

  it("loses one bad link and keeps the good ones", () => {
    const links = [{ label: "Bad", url: "javascript:alert(1)" }, ...(whole.headerLinks ?? []), "worse", { label: "No address" }];
    expect(readStoredBrand({ ...whole, headerLinks: links }).headerLinks.map(({ label }) => label)).toEqual(["Shop", "Help"]);
  });

  it("keeps the first links when there are too many", () => {
    const links = Array.from({ length: 9 }, (_, index) => ({ label: `Link ${index}`, url: "https://fern.example/" }));
    expect(readStoredBrand({ ...whole, headerLinks: links }).headerLinks).toHaveLength(6);
  });

  it("loses a promo's broken picture and keeps its text", () => {
    const promo = { text: "Autumn paper", image: { url: "/brands/../../etc/passwd.svg", width: -1, height: "x" } };
    expect(readStoredBrand({ ...whole, promo }).promo).toMatchObject({ text: "Autumn paper", image: null });
  });

  it("loses the promo when its text, which it cannot do without, is lost", () => {
    expect(readStoredBrand({ ...whole, promo: { heading: "Sale", text: 5 } }).promo).toBeNull();
  });

  it("takes the default brand colour for a bad one, and keeps the other colours", () => {
    const colors = { brand: "red}body{display:none", accent: "#fc0", background: 3 };
    expect(readStoredBrand({ ...whole, colors }).colors).toEqual({ brand: DEFAULT_BRAND.colors.brand, accent: "#fc0", background: null });
  });

  it("drops what a newer or older version knew", () => {
    expect(readStoredBrand({ ...whole, version: 9, sparkle: true, font: "comic-sans" })).toEqual(brandSchema.parse(whole));
  });

  it("allows every language when the default one is not among the allowed", () => {
    const read = readStoredBrand({ ...whole, defaultLanguage: "de", allowedLanguages: ["fr"] });
    expect([read.defaultLanguage, read.allowedLanguages]).toEqual(["de", []]);
  });

  it("keeps the wording of the statuses that exist", () => {
    const wording = { en: { delivered: "It is with you", lost_in_space: "Oh" }, "not a language": { delivered: "?" } };
    expect(readStoredBrand({ ...whole, wording }).wording).toEqual(whole.wording);
  });

  it("is not exhausted by absurd nesting", () => {
    let nested: unknown = "deep";
    for (let level = 0; level < 50_000; level++) nested = [nested];
    expect(readStoredBrand({ ...whole, support: nested, promo: { text: nested }, radius: 3 })).toMatchObject({
      name: whole.name,
      radius: 3,
    });
  });

  it("reads anything as a valid brand", () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(brandSchema.safeParse(readStoredBrand(stored)).success).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.json(), (stored) => {
        expect(brandSchema.safeParse(readStoredBrand(stored)).success).toBe(true);
      }),
    );
  });

  it("reads a whole brand with any damage to any of its fields as a valid brand with the other fields intact", () => {
    const demo = fc.constantFrom(...DEMO_BRANDS.map(({ brand }) => brandSchema.parse(brand)));
    const key = fc.constantFrom(...(Object.keys(brandSchema.shape) as (keyof typeof brandSchema.shape)[]));
    fc.assert(
      fc.property(demo, key, fc.anything(), (brand, field, damage) => {
        const read = readStoredBrand({ ...brand, [field]: damage });
        expect(brandSchema.safeParse(read).success).toBe(true);
        const mayGoTogether = ["defaultLanguage", "allowedLanguages", field];
        for (const [name, value] of Object.entries(brand)) {
          if (!mayGoTogether.includes(name)) expect(read[name as keyof typeof read], name).toEqual(value);
        }
      }),
      { numRuns: 500 },
    );
  });
});
