import { describe, expect, it } from "vitest";
import { brandSchema } from "#lib/branding/brand.ts";
import { checkDraft, showableBrand } from "./check-draft.ts";
import { type Draft, withValue } from "./draft.ts";

const good = brandSchema.parse({
  version: 1,
  name: "Fern & Fable",
  colors: { brand: "#1f5c46" },
  headerLinks: [{ label: "Shop", url: "https://a.example/" }],
});
const typed = (path: string, value: unknown) => checkDraft(withValue(good, path, value)).issues;

describe("checking what is typed", () => {
  it("finds nothing wrong with a good brand, and gives it as it would be published", () => {
    expect(checkDraft({ ...good, name: " Fern & Fable " })).toEqual({ brand: good, issues: [] });
  });

  it.each([
    ["name", "", "Needs to be filled in"],
    ["name", "x".repeat(81), "Too long: at most 80 characters"],
    ["colors.brand", "#1f5c4", "Must be a hex colour such as #1f5c46"],
    ["homeUrl", "shop.example", "Must be a whole web address, such as https://shop.example/"],
    ["homeUrl", "javascript:alert(1)", "Must be a whole web address, such as https://shop.example/"],
    ["support.email", "help@", "Must be an e-mail address, such as help@shop.example"],
    ["headerLinks.0.url", "", "Must be a whole web address, such as https://shop.example/"],
    ["headerLinks", Array(7).fill({ label: "Shop", url: "https://a.example/" }), "Too many: at most 6"],
    ["allowedLanguages", ["de"], "Must include the default language"],
    ["promo", { heading: "Sale" }, "Needs to be filled in"],
    ["logo", { light: null, dark: { url: "/uploads/a.png", width: 1, height: 1 } }, "Needs to be filled in"],
    ["wording", { en: { delivered: "x".repeat(121) } }, "Too long: at most 120 characters"],
    ["radius", 99, "Must be at most 28"],
  ])("says of %s = %j: %s", (path, value, message) => {
    expect(typed(path, value).map((issue) => issue.message)).toEqual([message]);
  });

  it("says where: at the very field", () => {
    expect(typed("headerLinks.0.url", "x").map(({ path }) => path)).toEqual(["headerLinks.0.url"]);
    expect(typed("promo", { text: "Now", fromOn: "2026-12-24", untilOn: "2026-12-01" })).toEqual([
      { path: "promo.untilOn", message: "Must not end before it begins" },
    ]);
  });

  it("names what it does not know", () => {
    expect(typed("sparkle", true)).toEqual([{ path: "", message: "Holds something Waymark does not know: sparkle" }]);
  });
});

describe("the page while somebody types", () => {
  const show = (draft: Draft) => showableBrand(draft, checkDraft(draft).issues, good);

  it("keeps the last whole colour between two digits", () => {
    expect(show(withValue(good, "colors.brand", "#c8f")).colors.brand).toBe("#c8f");
    expect(show(withValue(good, "colors.brand", "#c8ff")).colors.brand).toBe("#1f5c46");
  });

  it("shows the half of a new link that is right nowhere, and the other links as they are", () => {
    const draft = withValue(good, "headerLinks", [...good.headerLinks, { label: "Help", url: "" }]);
    expect(show(draft).headerLinks).toEqual(good.headerLinks);
  });

  it("shows what is right beside what is wrong", () => {
    const draft = withValue(withValue(good, "homeUrl", "not yet"), "footerText", "Thank you");
    expect(show(draft)).toMatchObject({ footerText: "Thank you", homeUrl: null });
  });
});
