import type { Brand, ThemeMode } from "./brand.ts";
import { BRAND_FONTS, type BrandFont, FONT_UNICODE_RANGE, fontHref } from "./brand-fonts.ts";
import { derivePalette } from "./derive-palette.ts";
import { PALETTE_TOKENS, type Palette } from "./palette.ts";
import { readStoredBrand } from "./read-stored-brand.ts";

type Schemes = Record<"light" | "dark", string>;

/** Dark is for screens only: paper is white whatever the theme. `data-theme` on the root element, set by `?theme=`, wins over the brand. */
const MODE_RULES: Readonly<Record<ThemeMode, (schemes: Schemes) => string>> = {
  auto: ({ light, dark }) =>
    `:root{${light}}@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}@media screen{:root[data-theme=dark]{${dark}}}`,
  light: ({ light, dark }) => `:root{${light}}@media screen{:root[data-theme=dark]{${dark}}}`,
  dark: ({ light, dark }) => `:root{${light}}@media screen{:root:not([data-theme=light]){${dark}}}`,
};

/**
 * The brand as CSS custom properties `--wm-*`, and the face of its headings. Same brand, same text.
 * The brand is read again as if it were stored: only colours we computed, numbers and words of our own tables reach the sheet.
 */
export function buildBrandCss(brand: Brand): string {
  const { colors, font, mode, radius } = readStoredBrand(brand);
  const face = BRAND_FONTS[font];
  const shape = [
    `--wm-radius:${radius}px`,
    `--wm-radius-small:${Math.round(Math.max(radius - 4, radius / 2))}px`,
    `--wm-font-heading:${face.file === null ? "" : '"Waymark Heading",'}${face.fallback}`,
  ].join(";");
  const schemes = {
    light: `color-scheme:light;${declare(derivePalette(colors, "light").palette)}`,
    dark: `color-scheme:dark;${declare(derivePalette(colors, "dark").palette)}`,
  };
  return `${fontFace(face)}:root{${shape}}${MODE_RULES[mode](schemes)}`;
}

function declare(palette: Palette): string {
  return PALETTE_TOKENS.map((token) => `--wm-${token}:${palette[token]}`).join(";");
}

/** The one weight at hand serves every weight asked for, so that no browser makes up a bold of its own. */
function fontFace({ file }: BrandFont): string {
  if (file === null) return "";
  return `@font-face{font-family:"Waymark Heading";src:url(${fontHref(file)})format("woff2");font-weight:400 900;font-display:swap;unicode-range:${FONT_UNICODE_RANGE}}`;
}
