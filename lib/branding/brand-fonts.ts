import type { Brand, FontFamily } from "./brand.ts";

const SERIF = 'ui-serif,Georgia,"Times New Roman",serif';
const SANS = 'system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif';
const ROUNDED = `ui-rounded,"Arial Rounded MT Bold",${SANS}`;

export interface BrandFont {
  /** As a merchant reads it in a list. */
  label: string;
  /** In `public/fonts`, named after its content; `null` when nothing is loaded. */
  file: string | null;
  /** What is shown until the file is there, and for letters it lacks. */
  fallback: string;
}

export const BRAND_FONTS: Readonly<Record<FontFamily, BrandFont>> = {
  system: { label: "System", file: null, fallback: SANS },
  fraunces: { label: "Fraunces, a warm old-style serif", file: "fraunces-600-31b776c587.woff2", fallback: SERIF },
  bitter: { label: "Bitter, a sturdy slab serif", file: "bitter-700-d11b43dada.woff2", fallback: SERIF },
  manrope: { label: "Manrope, a calm geometric sans", file: "manrope-700-73326b233b.woff2", fallback: SANS },
  "space-grotesk": { label: "Space Grotesk, a technical sans", file: "space-grotesk-600-58f12f51fc.woff2", fallback: SANS },
  nunito: { label: "Nunito, a round friendly sans", file: "nunito-800-d9b9b73bfa.woff2", fallback: ROUNDED },
};

/** What every file holds; a page without any of these characters in a heading never fetches it. */
export const FONT_UNICODE_RANGE = "U+20-7E,U+A0-FF,U+152-153,U+2013-2014,U+2018-201E,U+2022,U+2026,U+202F,U+20AC";

export function fontHref(file: string): string {
  return `/fonts/${file}`;
}

/** What a page asks for early (`as=font`, `type=font/woff2`, `crossorigin`), so that headings do not change under the reader's eyes. */
export function brandFontPreload(brand: Pick<Brand, "font">): { href: string } | null {
  const font = Object.hasOwn(BRAND_FONTS, brand.font) ? BRAND_FONTS[brand.font] : BRAND_FONTS.system;
  return font.file === null ? null : { href: fontHref(font.file) };
}
