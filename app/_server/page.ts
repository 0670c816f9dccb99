import { renderDocument } from "#components/tracking/document/render-document.tsx";
import type { Brand } from "#lib/branding/brand.ts";
import { brandFontPreload } from "#lib/branding/brand-fonts.ts";
import { chooseLanguage, type LanguageChoice } from "#lib/view/languages.ts";
import type { PageView } from "#lib/view/tracking-view.ts";
import type { RequestFacts } from "./request-facts.ts";
import type { Services } from "./services.ts";
import type { SiteStyle } from "./site.ts";

/** What is drawn: the page itself, or the same as data at its `.json`. */
export type Form = "page" | "json";

/** Whoever asks for data gets data, even where there is none. */
export function formOf({ path }: Pick<RequestFacts, "path">): Form {
  return path.toLowerCase().endsWith(".json") ? "json" : "page";
}

export function choosePageLanguage(facts: Pick<RequestFacts, "lang" | "acceptLanguage">, brand: Brand): LanguageChoice {
  const { allowedLanguages: allowed, defaultLanguage } = brand;
  return chooseLanguage({ asked: facts.lang, acceptLanguage: facts.acceptLanguage, allowed, defaultLanguage });
}

export interface PageInput {
  style: SiteStyle;
  view: PageView;
  theme: RequestFacts["theme"];
  /** Null where the page has no address of its own. */
  canonicalPath: string | null;
}

export function drawPage({ assets }: Services, { style, ...input }: PageInput): Promise<string> {
  return renderDocument({ ...input, assets, brandCss: style.css, themeColors: style.themeColors, robots: "noindex, nofollow" });
}

export interface PageHeadersInput {
  site: { merchant: { brand: Brand }; style: SiteStyle };
  form: Form;
  lang: string;
  cacheControl: string;
}

export function pageHeaders(services: Services, { site, form, lang, cacheControl }: PageHeadersInput): Record<string, string> {
  return {
    ...site.style.securityHeaders,
    "content-type": form === "page" ? "text/html; charset=utf-8" : "application/json; charset=utf-8",
    "content-language": lang,
    "cache-control": cacheControl,
    ...(form === "page" && { link: preloads(services, site.merchant.brand) }),
  };
}

/** So that stylesheet and font are on their way before the HTML is read. */
function preloads({ assets }: Services, brand: Brand): string {
  const font = brandFontPreload(brand);
  const stylesheet = `<${assets.css}>; rel=preload; as=style`;
  return font ? `${stylesheet}, <${font.href}>; rel=preload; as=font; type="font/woff2"; crossorigin` : stylesheet;
}
