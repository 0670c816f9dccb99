import type { Brand, Layout } from "#lib/branding/brand.ts";
import { easypostBrandId, easypostUserId } from "./owner-ids.ts";

export const EASYPOST_THEMES = ["theme1", "theme2"] as const;
export type EasyPostTheme = (typeof EASYPOST_THEMES)[number];

export interface EasyPostBrandJson {
  ad: string | null;
  ad_href: string | null;
  background_color: string | null;
  color: string;
  id: string;
  logo: string | null;
  logo_href: string | null;
  name: string;
  object: "Brand";
  theme: EasyPostTheme;
  user_id: string;
}

const THEME_BY_LAYOUT: Record<Layout, EasyPostTheme> = { classic: "theme1", banner: "theme2", minimal: "theme1" };

export function themeOf({ layout }: Pick<Brand, "layout">): EasyPostTheme {
  return THEME_BY_LAYOUT[layout];
}

/** A merchant's brand as EasyPost's. `origin` makes addresses of our own pictures absolute. */
export function buildEasyPostBrand(brand: Brand, owner: { merchantId: string; origin: string }): EasyPostBrandJson {
  const { ad, logo } = buildPictures(brand, owner.origin);
  return {
    ad,
    ad_href: brand.promo?.link?.url ?? null,
    background_color: brand.colors.background,
    color: brand.colors.brand,
    id: easypostBrandId(owner.merchantId),
    logo,
    logo_href: brand.homeUrl,
    name: brand.name,
    object: "Brand",
    theme: themeOf(brand),
    user_id: easypostUserId(owner.merchantId),
  };
}

export function buildPictures(brand: Brand, origin: string): { ad: string | null; logo: string | null } {
  const absolute = (image: { url: string } | null | undefined) => (image ? `${origin}${image.url}` : null);
  return { ad: absolute(brand.promo?.image), logo: absolute(brand.logo?.light) };
}
