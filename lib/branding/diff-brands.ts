import { STATUSES, type Status } from "#lib/tracking/status.ts";
import type { Brand } from "./brand.ts";
import type { BrandFieldPath } from "./brand-fields.ts";
import { brandLabel, languageLabel } from "./brand-labels.ts";

export type BrandChangeKind = "color" | "image" | "text" | "list" | "choice" | "switch";

/** One thing a person would say has changed. */
export interface BrandChange {
  path: string;
  label: string;
  kind: BrandChangeKind;
  /** As it reads: a colour's hex, a picture's address, a list line by line; null for none. */
  before: string | null;
  after: string | null;
}

interface Field {
  path: BrandFieldPath;
  kind: BrandChangeKind;
  /** As it reads; what reads the same is the same. */
  read(brand: Brand): string | null;
}

type Link = Brand["headerLinks"][number];
type Image = NonNullable<Brand["icon"]>;

const text = (path: BrandFieldPath, read: (brand: Brand) => string | null | undefined): Field => ({
  path,
  kind: "text",
  read: (brand) => read(brand) || null,
});
const color = (name: keyof Brand["colors"]): Field => ({ path: `colors.${name}`, kind: "color", read: ({ colors }) => colors[name] });
const image = (path: BrandFieldPath, read: (brand: Brand) => Image | null | undefined): Field => ({
  path,
  kind: "image",
  read: (brand) => read(brand)?.url ?? null,
});
const links = (path: "headerLinks" | "socialLinks" | "legalLinks"): Field => ({
  path,
  kind: "list",
  read: (brand) => brand[path].map(linkText).join("\n") || null,
});
const choice = (path: BrandFieldPath, read: (brand: Brand) => string): Field => ({ path, kind: "choice", read });
const onOrOff = (path: "hideCarrier" | "hideOrigin" | "showPoweredBy"): Field => ({
  path,
  kind: "switch",
  read: (brand) => (brand[path] ? "on" : "off"),
});

const FIELDS: readonly Field[] = [
  text("name", ({ name }) => name),
  text("homeUrl", ({ homeUrl }) => homeUrl),
  image("logo.light", ({ logo }) => logo?.light),
  image("logo.dark", ({ logo }) => logo?.dark),
  image("icon", ({ icon }) => icon),
  color("brand"),
  color("accent"),
  color("background"),
  choice("radius", ({ radius }) => `${radius} px`),
  choice("font", ({ font }) => inWords(font)),
  choice("layout", ({ layout }) => inWords(layout)),
  choice("mode", ({ mode }) => ({ auto: "As the device likes", light: "Light", dark: "Dark" })[mode]),
  links("headerLinks"),
  text("support.email", ({ support }) => support?.email),
  text("support.phone", ({ support }) => support?.phone),
  text("support.hours", ({ support }) => support?.hours),
  text("support.url", ({ support }) => support?.url),
  links("socialLinks"),
  text("promo.heading", ({ promo }) => promo?.heading),
  text("promo.text", ({ promo }) => promo?.text),
  image("promo.image", ({ promo }) => promo?.image),
  text("promo.imageAlt", ({ promo }) => promo?.imageAlt),
  text("promo.link.label", ({ promo }) => promo?.link?.label),
  text("promo.link.url", ({ promo }) => promo?.link?.url),
  text("promo.fromOn", ({ promo }) => promo?.fromOn),
  text("promo.untilOn", ({ promo }) => promo?.untilOn),
  text("footerText", ({ footerText }) => footerText),
  links("legalLinks"),
  onOrOff("hideCarrier"),
  onOrOff("hideOrigin"),
  choice("defaultLanguage", ({ defaultLanguage }) => languageLabel(defaultLanguage)),
  {
    path: "allowedLanguages",
    kind: "list",
    read: ({ allowedLanguages }) => allowedLanguages.map(languageLabel).join("\n") || "Every language",
  },
  onOrOff("showPoweredBy"),
  { path: "embedOrigins", kind: "list", read: ({ embedOrigins }) => embedOrigins.join("\n") || null },
];

/** What publishing `after` over `before` changes, in a person's words and in the studio's order; empty where nothing does. */
export function diffBrands(before: Brand, after: Brand): BrandChange[] {
  const fields = [...FIELDS, ...wordingFields(before, after)];
  return fields.flatMap(({ path, kind, read }): BrandChange[] => {
    const change = { path, label: brandLabel(path), kind, before: read(before), after: read(after) };
    return change.before === change.after ? [] : [change];
  });
}

function wordingFields(...brands: readonly Brand[]) {
  const languages = [...new Set(brands.flatMap(({ wording }) => Object.keys(wording)))].sort();
  return languages.flatMap((language) => STATUSES.map((status) => wordingField(language, status)));
}

const wordingField = (language: string, status: Status) => ({
  path: `wording.${language}.${status}`,
  kind: "text" as const,
  read: ({ wording }: Brand) => wording[language]?.[status] ?? null,
});

const linkText = ({ label, url }: Link) => `${label} (${url})`;

/** `space-grotesk` → "Space Grotesk" */
function inWords(key: string): string {
  return key.replace(/(?:^|-)(\w)/g, (_, letter: string, index: number) => (index === 0 ? "" : " ") + letter.toUpperCase());
}
