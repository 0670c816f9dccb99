import { describe, expect, it } from "vitest";
import { brandSchema } from "#lib/branding/brand.ts";
import { BRAND_GROUPS, type BrandGroupId } from "#lib/branding/brand-fields.ts";
import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import { DEMO_BRANDS } from "#lib/demo/demo-brands.ts";
import { digestOf } from "./digest.ts";
import type { Draft } from "./draft.ts";

const groups = BRAND_GROUPS.map(({ id }) => id).filter((id): id is Exclude<BrandGroupId, "colors"> => id !== "colors");
const digests = (draft: Draft) => Object.fromEntries(groups.map((id) => [id, digestOf(id, draft)]));
const sunny = brandSchema.parse(DEMO_BRANDS.find(({ slug }) => slug === "sunny-side")?.brand);

describe("a group's head", () => {
  it("says what a brand holds", () => {
    expect(digests(sunny)).toEqual({
      home: "Sunny Side",
      logo: "Logo, icon",
      shape: "Minimal, Nunito",
      header: "2 links",
      support: "3 contacts",
      promo: "Sunday breakfast, sorted",
      social: "None",
      footer: "Text, 1 legal link",
      visibility: "Origin hidden",
      languages: "English, all offered",
      wording: "2 sentences",
      embedding: "Off",
    });
  });

  it("says so where there is nothing", () => {
    expect(digests(DEFAULT_BRAND)).toMatchObject({
      logo: "No logo",
      shape: "Classic, System",
      header: "None",
      support: "None",
      promo: "None",
      footer: "No legal links",
      visibility: "Everything",
      languages: "English, all offered",
      wording: "Ours",
    });
  });

  it("says something of whatever was kept", () => {
    expect(
      Object.values(digests({ wording: { de: null }, headerLinks: 7, layout: {}, font: "none" })).every((text) => typeof text === "string"),
    ).toBe(true);
  });
});
