import type { Brand } from "#lib/branding/brand.ts";
import { derivePalette } from "#lib/branding/derive-palette.ts";
import type { HexColor } from "#lib/branding/oklch-color.ts";

export interface SnippetLook {
  /** Behind everything: text and its ground are always given together, so that a dark mail program turns both or neither. */
  plate: HexColor;
  ink: HexColor;
  link: HexColor;
  button: HexColor;
  onButton: HexColor;
  /** CSS pixels. */
  radius: number;
}

/** A shop's colours as a snippet wears them; `theme` is the shop's own where none is asked for. */
export function buildSnippetLook({ colors, mode, radius }: Brand, theme: "light" | "dark" | null): SnippetLook {
  const { palette } = derivePalette(colors, theme ?? (mode === "dark" ? "dark" : "light"));
  return {
    plate: palette.card,
    ink: palette.ink,
    link: palette["brand-ink"],
    button: palette.brand,
    onButton: palette["on-brand"],
    radius: Math.min(radius, BUTTON_HEIGHT / 2),
  };
}

/** CSS pixels: so wide that its words can still be read where a phone draws it smaller. */
export const PICTURE_WIDTH = 400;

/** CSS pixels. */
export const BUTTON_HEIGHT = 48;
