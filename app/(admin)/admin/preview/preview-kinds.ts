import { drawPage } from "#app/_server/page.ts";
import type { Services } from "#app/_server/services.ts";
import type { SiteStyle } from "#app/_server/site.ts";
import type { Brand } from "#lib/branding/brand.ts";
import { buildSamplePage, SAMPLE_PRIVATE_KEY } from "#lib/demo/sample-pages.ts";
import { buildTrackingView } from "#lib/view/build-tracking-view.ts";
import { chooseLanguage } from "#lib/view/languages.ts";
import { drawImagePreview } from "./preview-images.ts";
import type { PreviewWish } from "./preview-request.ts";

export interface PreviewInput {
  merchant: { slug: string; brand: Brand };
  style: SiteStyle;
  wish: PreviewWish;
}

/** What of a brand can be looked at: each draws a whole document. */
export const PREVIEW_KINDS = { page: drawPagePreview, image: drawImagePreview } as const satisfies Record<
  string,
  (services: Services, input: PreviewInput) => Promise<string>
>;

export type PreviewKind = keyof typeof PREVIEW_KINDS;

/** The tracking page as shoppers get it, but for its news: it asks for none. */
function drawPagePreview(services: Services, { merchant, style, wish }: PreviewInput): Promise<string> {
  const { tier, theme } = wish;
  const sample = buildSamplePage(wish.sample, { now: services.runtime.clock.now(), tier });
  const { lang, locale } = chooseLanguage({ ...merchant.brand, allowedLanguages: [] }, { asked: wish.lang });
  const key = tier === "private" ? SAMPLE_PRIVATE_KEY : null;
  const viewer = { tier, lang, locale, theme, langIsChosen: false, pathPrefix: "", key };
  const view = { ...buildTrackingView({ ...sample, merchant, viewer }), refreshPath: null };
  return drawPage(services, { style, view, theme, canonicalPath: null });
}
