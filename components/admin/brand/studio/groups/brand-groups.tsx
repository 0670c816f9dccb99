import type { ReactNode } from "react";
import { BRAND_FIELD_PATHS, type BrandGroupId, brandField } from "#lib/branding/brand-fields.ts";
import { LinksField } from "../fields/links-field.tsx";
import { SwitchField } from "../fields/switch-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import type { SuggestLook } from "../studio-actions.ts";
import { Colors } from "./colors.tsx";
import { Embedding } from "./embedding.tsx";
import { type LanguageChoice, Languages } from "./languages.tsx";
import { Logo } from "./logo.tsx";
import { Promo } from "./promo.tsx";
import { Shape } from "./shape.tsx";
import { Wording, type WordingProps } from "./wording.tsx";

interface BrandGroupsInput {
  languages: readonly LanguageChoice[];
  wording: Omit<WordingProps, "languages">;
  today: string;
  suggestLook: SuggestLook;
  embedSnippet: string;
}

/** What stands in each group. */
export function brandGroups({ languages, wording, today, suggestLook, embedSnippet }: BrandGroupsInput): Record<BrandGroupId, ReactNode> {
  return {
    home: <TextFields group="home" />,
    logo: <Logo />,
    colors: <Colors suggestLook={suggestLook} />,
    shape: <Shape />,
    header: <LinksField path="headerLinks" most={6} example={{ label: "Shop", url: "https://shop.example/" }} />,
    support: <TextFields group="support" />,
    promo: <Promo today={today} />,
    social: <LinksField path="socialLinks" most={8} example={{ label: "Instagram", url: "https://social.example/shop" }} />,
    footer: (
      <>
        <TextFields group="footer" />
        <LinksField path="legalLinks" most={6} example={{ label: "Privacy", url: "https://shop.example/privacy" }} />
      </>
    ),
    visibility: (
      <>
        <SwitchField path="hideCarrier" />
        <SwitchField path="hideOrigin" />
        <SwitchField path="showPoweredBy" />
      </>
    ),
    languages: <Languages languages={languages} />,
    wording: <Wording languages={languages} {...wording} />,
    embedding: <Embedding snippet={embedSnippet} />,
  };
}

/** The typed fields of a group, as the table has them. */
function TextFields({ group }: { group: BrandGroupId }) {
  return BRAND_FIELD_PATHS.filter((path) => brandField(path).group === group && brandField(path).typed !== undefined).map((path) => (
    <TextField key={path} path={path} />
  ));
}
