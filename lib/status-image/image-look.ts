import type { Brand, FontFamily } from "#lib/branding/brand.ts";
import { derivePalette } from "#lib/branding/derive-palette.ts";
import type { Palette } from "#lib/branding/palette.ts";

/** What an image takes of a shop's brand. */
export interface ImageLook {
  name: string;
  palette: Palette;
  radius: number;
  font: FontFamily;
  /** The answer stands on a band of the brand's colour, as it does on the page. */
  hasBand: boolean;
  /** In an address of ours; the size is the one it was made in. */
  logo: { url: string; width: number; height: number } | null;
}

type Scheme = "light" | "dark";

const known = new WeakMap<Brand, Partial<Record<Scheme, ImageLook>>>();

/** An image cannot know what its reader's device prefers: it is light unless the brand, or whoever wrote its address, says otherwise. */
export function imageLook(brand: Brand, theme: Scheme | null): ImageLook {
  const scheme = theme ?? (brand.mode === "dark" ? "dark" : "light");
  const looks = known.get(brand) ?? {};
  known.set(brand, looks);
  looks[scheme] ??= lookOf(brand, scheme);
  return looks[scheme];
}

function lookOf({ name, colors, radius, font, layout, logo }: Brand, scheme: Scheme): ImageLook {
  return {
    name,
    palette: derivePalette(colors, scheme).palette,
    radius,
    font,
    hasBand: layout === "banner",
    logo: logo && (scheme === "dark" ? (logo.dark ?? logo.light) : logo.light),
  };
}
