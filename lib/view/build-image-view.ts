import { asOf } from "./as-of.ts";
import { buildTrackingView } from "./build-tracking-view.ts";
import type { ImageView } from "./image-view.ts";
import { speakOf } from "./speak-of.ts";
import type { NoticeView } from "./tracking-view.ts";
import type { TrackingViewInput } from "./tracking-view-input.ts";
import { createTranslator } from "./translate.ts";

/** Of the public page, whoever looks: an image travels with a mail to wherever that is forwarded. */
export function buildImageView(input: TrackingViewInput): ImageView {
  const publicInput: TrackingViewInput = { ...input, order: null, viewer: { ...input.viewer, tier: "public", key: null } };
  const { lang, dir, tone, testLabel, headline, lede, action, milestones, isStale, freshness } = buildTrackingView(publicInput);
  return {
    lang,
    dir,
    tone,
    testLabel,
    headline,
    text: lede,
    action: action?.text ?? null,
    milestones: milestones.map(({ label, state, time }) => ({ label, state, time: time?.text ?? null })),
    asOf: asOf(speakOf(publicInput).voice, "short"),
    doubt: isStale ? freshness : null,
  };
}

/** Where there is no parcel to show. Mail services look up for many people at once; those who wait are told where to look, not why. */
export function buildNoticeImageView({ reason, lang, dir, headline, paragraphs }: NoticeView): ImageView {
  const t = createTranslator(lang);
  const said = reason === "too_many" ? { headline: t("image.open_page"), text: "" } : { headline, text: paragraphs[0] ?? "" };
  return { lang, dir, tone: "muted", testLabel: null, ...said, action: null, milestones: [], asOf: null, doubt: null };
}
