import type { Brand, BrandInput } from "#lib/branding/brand.ts";
import { buildPictures, type EasyPostTheme, themeOf } from "./build-brand.ts";

/** What EasyPost's Brand may be told; what is absent stays as it is. */
export interface EasyPostBrandChanges {
  name?: string | null | undefined;
  color?: string | null | undefined;
  background_color?: string | null | undefined;
  theme?: EasyPostTheme | undefined;
  logo?: string | null | undefined;
  logo_href?: string | null | undefined;
  ad?: string | null | undefined;
  ad_href?: string | null | undefined;
}

export interface BrandFieldError {
  field: string;
  message: string;
}

export type AppliedBrand = { kind: "applied"; brand: BrandInput } | { kind: "refused"; errors: BrandFieldError[] };

const LAYOUT_BY_THEME = { theme1: "classic", theme2: "banner" } as const;
const LONGEST_LABEL = 40;

/**
 * A brand with these changes, not yet checked. Pictures can be kept or taken away, not sent: there is nowhere to keep them yet, and one
 * that was dropped in silence would be missed only by the shop's customers.
 */
export function applyEasyPostBrand(brand: Brand, changes: EasyPostBrandChanges, origin: string): AppliedBrand {
  const errors = [...findPictureFaults(brand, changes, origin), ...findAdFaults(brand, changes)];
  if (errors.length > 0) return { kind: "refused", errors };
  return {
    kind: "applied",
    brand: {
      ...brand,
      name: changes.name === undefined ? brand.name : (changes.name ?? ""),
      homeUrl: changes.logo_href === undefined ? brand.homeUrl : changes.logo_href,
      logo: changes.logo === null ? null : brand.logo,
      colors: {
        ...brand.colors,
        brand: changes.color === undefined ? brand.colors.brand : (changes.color ?? ""),
        background: changes.background_color === undefined ? brand.colors.background : changes.background_color,
      },
      // A layout that EasyPost has no theme for survives being read and written back.
      layout: changes.theme === undefined || changes.theme === themeOf(brand) ? brand.layout : LAYOUT_BY_THEME[changes.theme],
      promo: brand.promo && { ...brand.promo, ...adOf(brand, changes) },
    },
  };
}

function findPictureFaults(brand: Brand, changes: EasyPostBrandChanges, origin: string): BrandFieldError[] {
  const present = buildPictures(brand, origin);
  const sent = (["logo", "ad"] as const).filter((field) => changes[field] && changes[field] !== present[field]);
  const message = "cannot be sent through this API yet; leave it out to keep the present picture, or send null to have none";
  return sent.map((field) => ({ field, message }));
}

function findAdFaults(brand: Brand, { ad_href }: EasyPostBrandChanges): BrandFieldError[] {
  const isLoose = Boolean(ad_href) && brand.promo === null;
  return isLoose ? [{ field: "ad_href", message: "has no ad to lead on from; give the brand one first" }] : [];
}

function adOf({ promo, name }: Brand, { ad, ad_href }: EasyPostBrandChanges): Partial<NonNullable<BrandInput["promo"]>> {
  const label = promo?.link?.label ?? (promo?.heading ?? name).slice(0, LONGEST_LABEL);
  return {
    ...(ad === null && { image: null }),
    ...(ad_href !== undefined && { link: ad_href === null ? null : { label, url: ad_href } }),
  };
}

/** Where our brand's values stand in EasyPost's, the longest path first. */
const FIELD_BY_PATH = [
  ["brand.colors.background", "background_color"],
  ["brand.colors.brand", "color"],
  ["brand.promo.link", "ad_href"],
  ["brand.homeUrl", "logo_href"],
  ["brand.name", "name"],
] as const;

/** What is wrong with a brand of ours, as what is wrong with EasyPost's. */
export function toBrandFieldError({ path, message }: { path: string; message: string }): BrandFieldError {
  const [, field = "brand"] = FIELD_BY_PATH.find(([prefix]) => path === prefix || path.startsWith(`${prefix}.`)) ?? [];
  return { field, message };
}
