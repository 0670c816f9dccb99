import { dayText } from "./format-time.ts";
import { headline } from "./headline.ts";
import { languageOf } from "./languages.ts";
import { speakOf } from "./speak-of.ts";
import type { TrackingViewInput } from "./tracking-view-input.ts";
import { createTranslator } from "./translate.ts";

/** What a snippet in a merchant's own mail says, in the shopper's language. */
export interface SnippetWords {
  lang: string;
  dir: "ltr" | "rtl";
  /** Read where the picture is not seen. */
  alt: string;
  button: string;
  link: string;
}

/** "As of Monday, September 21: Arriving today by 5 pm": a mail is read long after it was sent, and says nothing its picture does not show. */
export function parcelWords(input: TrackingViewInput): SnippetWords {
  const { parcel, voice } = speakOf({ ...input, viewer: { ...input.viewer, tier: "public" } });
  const { t, locale, today } = voice;
  const day = dayText(locale, "heading", { day: today, today });
  return words(voice.lang, t("snippet.status", { day, headline: headline(parcel, voice) }));
}

/** For every parcel of a shop, wherever it is. */
export function templateWords(lang: string, shop: string): SnippetWords {
  return words(lang, createTranslator(lang)("page.description", { shop }));
}

function words(lang: string, alt: string): SnippetWords {
  const t = createTranslator(lang);
  return { lang, dir: languageOf(lang).dir, alt, button: t("snippet.button"), link: t("snippet.link") };
}
