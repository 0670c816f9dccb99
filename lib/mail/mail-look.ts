import { type BrandColors, derivePalette } from "#lib/branding/derive-palette.ts";
import type { Palette, PaletteToken } from "#lib/branding/palette.ts";

/** How a shop's mails look. */
export interface MailLook {
  palette: Palette;
  /** What the mail wears where a mail program is dark; null where it has one look only. */
  dark: Palette | null;
  schemes: "light" | "dark" | "light dark";
  /** CSS pixels. */
  radius: number;
  dir: "ltr" | "rtl";
}

interface Wearer {
  colors: BrandColors;
  radius: number;
  mode: "auto" | "light" | "dark";
}

export function lookOf({ colors, radius, mode }: Wearer, dir: "ltr" | "rtl"): MailLook {
  const draw = (scheme: "light" | "dark") => derivePalette(colors, scheme).palette;
  if (mode !== "auto") return { palette: draw(mode), dark: null, schemes: mode, radius, dir };
  return { palette: draw("light"), dark: draw("dark"), schemes: "light dark", radius, dir };
}

export const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** What has a colour in a mail. The class is how it is found again when it is dark. */
const PAINTS = {
  page: { "background-color": "bg" },
  card: { "background-color": "card" },
  band: { "background-color": "brand" },
  line: { "border-color": "line" },
  ink: { color: "ink" },
  muted: { color: "muted" },
  link: { color: "brand-ink" },
  call: { "background-color": "warn-soft", "border-color": "warn", color: "ink" },
  plate: { "background-color": "brand-soft", color: "on-brand-soft" },
  button: { "background-color": "brand", color: "on-brand" },
} as const satisfies Record<string, Readonly<Partial<Record<"background-color" | "border-color" | "color", PaletteToken>>>>;

export type Paint = keyof typeof PAINTS;
/** Text on its ground, wherever they meet: what a test measures. */
export const TEXT_ON_GROUND: readonly (readonly [text: PaletteToken, ground: PaletteToken])[] = [
  ["ink", "card"],
  ["muted", "card"],
  ["muted", "bg"],
  ["brand-ink", "card"],
  ["brand-ink", "bg"],
  ["ink", "warn-soft"],
  ["on-brand-soft", "brand-soft"],
  ["on-brand", "brand"],
];

/** Class and colours of an element; further styles come along. */
export function painted({ palette }: MailLook, paint: Paint, style = ""): { class: string; style: string } {
  const colors = Object.entries(PAINTS[paint]).map(([property, token]) => `${property}:${palette[token]}`);
  return { class: `wm-${paint}`, style: [...colors, style].filter((part) => part !== "").join(";") };
}

/** For programs that let a mail say how it looks in the dark; the others turn its colours over by themselves. */
export function darkStyles({ dark }: MailLook): string {
  if (dark === null) return "";
  const rules = Object.entries(PAINTS).map(([paint, colors]) => {
    const set = Object.entries(colors).map(([property, token]) => `${property}:${dark[token]} !important`);
    // MJML paints a section's table as well as the section, and what is in the body as well as the body.
    const parts = ["", " > table", ...(paint === "page" ? [" > div"] : [])].map((part) => `.wm-${paint}${part}`);
    return `${parts.join(", ")} { ${set.join("; ")} }`;
  });
  return `@media (prefers-color-scheme: dark) { ${rules.join(" ")} }`;
}
