import { pageLabels, supportView } from "./brand-sections.ts";
import { buildBrandView } from "./build-brand-view.ts";
import { languageOf, type MessageKey } from "./languages.ts";
import type { SubscriptionPageView } from "./subscribe-view.ts";
import type { TrackingViewInput, Viewer } from "./tracking-view-input.ts";
import { createTranslator } from "./translate.ts";

/** What a page about somebody's news says, whatever can be done on it. */
export interface SubscriptionWords {
  icon: SubscriptionPageView["icon"];
  tone: SubscriptionPageView["tone"];
  headline: MessageKey;
  text: MessageKey;
}

export interface FrameInput {
  merchant: TrackingViewInput["merchant"];
  viewer: Pick<Viewer, "lang">;
  words: SubscriptionWords;
  /** As much of an address as may be shown; `""` where the words name none. */
  addressHint: string;
}

/** Such a page with nothing to do on it yet. */
export function subscriptionFrame({ merchant, viewer, words, addressHint }: FrameInput): SubscriptionPageView {
  const t = createTranslator(viewer.lang);
  const { brand } = merchant;
  const headline = t(words.headline);
  return {
    kind: "subscription",
    lang: viewer.lang,
    dir: languageOf(viewer.lang).dir,
    brand: buildBrandView(merchant.slug, brand),
    tone: words.tone,
    icon: words.icon,
    title: t("page.title", { status: headline, shop: brand.name }),
    headline,
    text: t(words.text, { address: addressHint, shop: brand.name }),
    form: null,
    buttonForm: null,
    parcel: null,
    link: null,
    support: supportView(brand, t),
    languages: [],
    labels: pageLabels(t),
  };
}
