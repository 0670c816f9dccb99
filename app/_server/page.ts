import { renderDocument } from "#components/tracking/document/render-document.tsx";
import type { Brand } from "#lib/branding/brand.ts";
import { chooseLanguage, type LanguageChoice } from "#lib/view/languages.ts";
import type { PreviewTag } from "#lib/view/link-preview.ts";
import type { PageView } from "#lib/view/tracking-view.ts";
import type { RequestFacts } from "./request-facts.ts";
import type { Services } from "./services.ts";
import type { SiteStyle } from "./site.ts";

export function choosePageLanguage(facts: Pick<RequestFacts, "lang" | "acceptLanguage">, brand: Brand): LanguageChoice {
  return chooseLanguage(brand, { asked: facts.lang, acceptLanguage: facts.acceptLanguage });
}

export interface PageInput {
  style: SiteStyle;
  view: PageView;
  theme: RequestFacts["theme"];
  /** Null where the page has no address of its own. */
  canonicalPath: string | null;
  preview?: readonly PreviewTag[];
  oembedHref?: string | null;
}

export function drawPage({ assets }: Services, { style, ...input }: PageInput): Promise<string> {
  return renderDocument({ ...input, assets, brandCss: style.css, themeColors: style.themeColors, robots: "noindex, nofollow" });
}
