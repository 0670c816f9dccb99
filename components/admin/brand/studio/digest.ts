import type { BrandGroupId } from "#lib/branding/brand-fields.ts";
import { BRAND_FONTS } from "#lib/branding/brand-fonts.ts";
import { languageLabel } from "#lib/branding/brand-labels.ts";
import { type Draft, listAt, textAt, valueAt } from "./draft.ts";

/** What a group holds, in the few words beside its title. Colours are shown instead. */
export function digestOf(id: Exclude<BrandGroupId, "colors">, draft: Draft): string {
  return DIGESTS[id](draft);
}

const count = (n: number, one: string, many = `${one}s`) => (n === 0 ? "None" : `${n} ${n === 1 ? one : many}`);
const listed = (words: readonly (string | false)[]) => words.filter((word) => word !== false).join(", ");
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const has = (draft: Draft, path: string) => (valueAt(draft, path) ?? "") !== "";

const DIGESTS: Readonly<Record<Exclude<BrandGroupId, "colors">, (draft: Draft) => string>> = {
  home: (draft) => textAt(draft, "name"),
  logo: (draft) => sentence(listed([has(draft, "logo") ? "logo" : "no logo", has(draft, "icon") && "icon"])),
  shape: (draft) => {
    const font = BRAND_FONTS[textAt(draft, "font") as keyof typeof BRAND_FONTS];
    return listed([sentence(textAt(draft, "layout")), font?.label.split(",")[0] ?? false]);
  },
  header: (draft) => count(listAt(draft, "headerLinks").length, "link"),
  support: (draft) => {
    const ways = ["email", "phone", "hours", "url"].filter((way) => has(draft, `support.${way}`)).length;
    return count(ways, "contact");
  },
  promo: (draft) => (has(draft, "promo") ? textAt(draft, "promo.heading") || textAt(draft, "promo.text") || "Begun" : "None"),
  social: (draft) => count(listAt(draft, "socialLinks").length, "link"),
  footer: (draft) =>
    sentence(
      listed([
        has(draft, "footerText") && "text",
        count(listAt(draft, "legalLinks").length, "legal link").replace("None", "no legal links"),
      ]),
    ),
  visibility: (draft) => {
    const hidden = listed([valueAt(draft, "hideCarrier") === true && "carrier", valueAt(draft, "hideOrigin") === true && "origin"]);
    return hidden === "" ? "Everything" : `${sentence(hidden)} hidden`;
  },
  languages: (draft) => {
    const allowed = listAt(draft, "allowedLanguages").length;
    const standard = languageLabel(textAt(draft, "defaultLanguage"));
    return allowed === 0 ? `${standard}, all offered` : allowed === 1 ? standard : `${standard} and ${allowed - 1} more`;
  },
  wording: (draft) => {
    const wording = Object.values((valueAt(draft, "wording") ?? {}) as Record<string, object>);
    return count(
      wording.reduce((sum, sentences) => sum + Object.keys(sentences ?? {}).length, 0),
      "sentence",
    ).replace("None", "Ours");
  },
  embedding: (draft) => count(listAt(draft, "embedOrigins").length, "site").replace("None", "Off"),
};
