import type { Brand } from "#lib/branding/brand.ts";
import type { BrandView } from "./brand-view.ts";
import type { LinkText } from "./tracking-view.ts";

export function buildBrandView(slug: string, brand: Brand): BrandView {
  return {
    slug,
    name: brand.name,
    homeUrl: brand.homeUrl,
    logo: brand.logo && { light: brand.logo.light, dark: brand.logo.dark ?? brand.logo.light },
    iconUrl: brand.icon?.url ?? null,
    layout: brand.layout,
    mode: brand.mode,
    font: brand.font,
    headerLinks: brand.headerLinks.map(linkText),
    socialLinks: brand.socialLinks.map(linkText),
    footerText: brand.footerText,
    legalLinks: brand.legalLinks.map(linkText),
    showPoweredBy: brand.showPoweredBy,
  };
}

function linkText({ label, url }: Brand["headerLinks"][number]): LinkText {
  return { label, href: url };
}
