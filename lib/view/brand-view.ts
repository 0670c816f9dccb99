import type { FontFamily, Layout, ThemeMode } from "#lib/branding/brand.ts";
import type { LinkText } from "./tracking-view.ts";

export interface BrandImageView {
  url: string;
  width: number;
  height: number;
}

/** What the components need of a brand; colours travel as CSS custom properties, see `buildBrandCss`. */
export interface BrandView {
  /** Merchant's slug, and the key of its stylesheet variables. */
  slug: string;
  name: string;
  homeUrl: string | null;
  logo: { light: BrandImageView; dark: BrandImageView } | null;
  iconUrl: string | null;
  layout: Layout;
  mode: ThemeMode;
  font: FontFamily;
  headerLinks: LinkText[];
  socialLinks: LinkText[];
  footerText: string | null;
  legalLinks: LinkText[];
  showPoweredBy: boolean;
}
