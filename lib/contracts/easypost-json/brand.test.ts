import { describe, expect, it } from "vitest";
import { type Brand, brandSchema } from "#lib/branding/brand.ts";
import { applyEasyPostBrand, type EasyPostBrandChanges, toBrandFieldError } from "./apply-brand.ts";
import { buildEasyPostBrand } from "./build-brand.ts";

const ORIGIN = "https://track.example.com";
const owner = { merchantId: "mrc_abc", origin: ORIGIN };
const picture = (name: string) => ({ url: `/brands/fern/${name}.svg`, width: 120, height: 40 });

const bare = brandSchema.parse({ version: 1, name: "Fern & Co", colors: { brand: "#1f5c46" } });
const whole = brandSchema.parse({
  ...bare,
  homeUrl: "https://fern.example/",
  logo: { light: picture("logo") },
  colors: { brand: "#1f5c46", background: "#fafafa" },
  layout: "banner",
  promo: { text: "Spring sale", image: picture("spring"), link: { label: "Go", url: "https://fern.example/spring" } },
});

function apply(brand: Brand, changes: EasyPostBrandChanges): Brand {
  const applied = applyEasyPostBrand(brand, changes, ORIGIN);
  if (applied.kind === "refused") throw new Error(JSON.stringify(applied.errors));
  return brandSchema.parse(applied.brand);
}

describe("a brand as EasyPost's", () => {
  it("has their keys in their order, and its pictures' whole addresses", () => {
    const brand = buildEasyPostBrand(whole, owner);
    expect(Object.entries(brand)).toEqual([
      ["ad", "https://track.example.com/brands/fern/spring.svg"],
      ["ad_href", "https://fern.example/spring"],
      ["background_color", "#fafafa"],
      ["color", "#1f5c46"],
      ["id", "brd_abc"],
      ["logo", "https://track.example.com/brands/fern/logo.svg"],
      ["logo_href", "https://fern.example/"],
      ["name", "Fern & Co"],
      ["object", "Brand"],
      ["theme", "theme2"],
      ["user_id", "user_abc"],
    ]);
  });

  it("is null where the merchant chose nothing", () => {
    expect(buildEasyPostBrand(bare, owner)).toMatchObject({ ad: null, ad_href: null, background_color: null, logo: null, theme: "theme1" });
  });
});

describe("a brand changed as EasyPost's", () => {
  it("changes what is said and leaves the rest", () => {
    const changed = apply(whole, { color: "#123456", theme: "theme1", logo_href: "https://fern.example/shop" });
    expect(changed).toEqual({
      ...whole,
      colors: { ...whole.colors, brand: "#123456" },
      layout: "classic",
      homeUrl: "https://fern.example/shop",
    });
    expect(apply(whole, {})).toEqual(whole);
  });

  it("is the same after it was read and written back, in a layout EasyPost has no theme for as well", () => {
    for (const brand of [bare, whole, { ...whole, layout: "minimal" as const }]) {
      expect(apply(brand, buildEasyPostBrand(brand, owner))).toEqual(brand);
    }
  });

  it("gives up what is set to null", () => {
    const gone = apply(whole, { logo: null, logo_href: null, background_color: null, ad: null, ad_href: null });
    expect(gone).toMatchObject({
      logo: null,
      homeUrl: null,
      colors: { background: null },
      promo: { text: "Spring sale", image: null, link: null },
    });
  });

  it("gives an ad without a link one, named after what it says", () => {
    const brand = { ...whole, promo: whole.promo && { ...whole.promo, heading: "Spring", link: null } };
    expect(apply(brand, { ad_href: "https://fern.example/new" }).promo?.link).toEqual({ label: "Spring", url: "https://fern.example/new" });
  });

  it("says that pictures cannot be sent yet, and that there is no ad to lead on from", () => {
    const sent = applyEasyPostBrand(bare, { logo: "data:image/png;base64,iVBORw0KGgo=", ad_href: "https://fern.example/" }, ORIGIN);
    expect(sent).toEqual({
      kind: "refused",
      errors: [
        { field: "logo", message: expect.stringMatching(/^cannot be sent through this API yet/) },
        { field: "ad_href", message: expect.stringMatching(/^has no ad/) },
      ],
    });
  });

  it("names what is wrong by EasyPost's fields", () => {
    const fields = ["brand.colors.brand", "brand.colors.background", "brand.homeUrl", "brand.promo.link.url", "brand.radius"];
    expect(fields.map((path) => toBrandFieldError({ path, message: "no" }).field)).toEqual([
      "color",
      "background_color",
      "logo_href",
      "ad_href",
      "brand",
    ]);
  });
});
