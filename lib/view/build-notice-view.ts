import type { Brand } from "#lib/branding/brand.ts";
import { type CarrierSlug, findCarrier } from "#lib/carriers/catalog.ts";
import type { Detection, NearMiss } from "#lib/carriers/detect-carrier.ts";
import { carrierTrackingUrl } from "#lib/carriers/outbound-links.ts";
import { groupTrackingNumber } from "#lib/carriers/tracking-number.ts";
import { languageLinks, pageLabels, supportView } from "./brand-sections.ts";
import { buildBrandView } from "./build-brand-view.ts";
import { languageOf, type MessageKey } from "./languages.ts";
import { pagePath, viewerQuery } from "./page-links.ts";
import type { DetailView, LinkText, NoticeView } from "./tracking-view.ts";
import type { Viewer } from "./tracking-view-input.ts";
import { createTranslator, type Translator } from "./translate.ts";

/** What there is to say when there is no parcel to show. */
export type Notice =
  /** A valid number nobody registered here; the same words whether or not somebody else did. */
  | { reason: "not_yet_known"; carrier: CarrierSlug; trackingNumber: string }
  | { reason: "unknown_carrier" }
  | { reason: "not_found" }
  /** Looked up too often; may go on after so many seconds. */
  | { reason: "too_many"; retryAfterSeconds: number }
  | { reason: "error" }
  /** `detection` is what the number just tried could be; null before the first try. */
  | { reason: "lookup"; detection: Detection | null };

export interface NoticeViewInput {
  merchant: { slug: string; brand: Brand };
  viewer: Pick<Viewer, "lang" | "langIsChosen" | "theme" | "pathPrefix">;
  notice: Notice;
}

export function buildNoticeView({ merchant, viewer, notice }: NoticeViewInput): NoticeView {
  const t = createTranslator(viewer.lang);
  const { brand } = merchant;
  const home = viewer.pathPrefix || "/";
  const path = notice.reason === "not_yet_known" ? pagePath(notice, viewer) : home;
  const words = HEADLINES[notice.reason];
  const query = viewerQuery({ ...viewer, key: null });
  return {
    kind: "notice",
    reason: notice.reason,
    lang: viewer.lang,
    dir: languageOf(viewer.lang).dir,
    brand: buildBrandView(merchant.slug, brand),
    title: t("page.title", { status: t(words.headline), shop: brand.name }),
    headline: t(words.headline),
    paragraphs: paragraphKeys(notice).map((key) => t(key)),
    form: HAS_FORM.has(notice.reason) ? lookupForm(notice, { t, lang: viewer.lang, action: home }) : null,
    choices: notice.reason === "lookup" ? choices(notice.detection, viewer, query) : [],
    linkGroups: [],
    visitorEntry: null,
    details: notice.reason === "not_yet_known" ? details(notice, brand, t) : [],
    support: supportView(brand, t),
    languages: languageLinks(brand, path, { ...viewer, key: null }),
    labels: pageLabels(t),
    refreshPath: notice.reason === "not_yet_known" ? `${pagePath(notice, viewer, "json")}${query}` : null,
  };
}

const HEADLINES: Readonly<Record<Notice["reason"], { headline: MessageKey; text: MessageKey[] }>> = {
  not_yet_known: {
    headline: "notice.not_yet_known.headline",
    text: ["notice.not_yet_known.text", "notice.not_yet_known.next", "notice.not_yet_known.check"],
  },
  unknown_carrier: { headline: "notice.unknown_carrier.headline", text: ["notice.unknown_carrier.text"] },
  not_found: { headline: "notice.not_found.headline", text: ["notice.not_found.text"] },
  too_many: { headline: "notice.too_many.headline", text: ["notice.too_many.text"] },
  error: { headline: "notice.error.headline", text: ["notice.error.text"] },
  lookup: { headline: "notice.lookup.headline", text: ["notice.lookup.text"] },
};

const HAS_FORM: ReadonlySet<Notice["reason"]> = new Set(["lookup", "unknown_carrier", "not_found"]);

function paragraphKeys(notice: Notice): MessageKey[] {
  const hasChoice = notice.reason === "lookup" && (notice.detection?.candidates.length ?? 0) > 1;
  return hasChoice ? ["notice.lookup.choose"] : HEADLINES[notice.reason].text;
}

function lookupForm(notice: Notice, { t, lang, action }: { t: Translator; lang: string; action: string }): NoticeView["form"] {
  const detection = notice.reason === "lookup" ? notice.detection : null;
  return {
    label: t("lookup.label"),
    button: t("lookup.button"),
    hint: t("lookup.hint"),
    value: detection?.number ?? "",
    error: detection && lookupError(detection, t, lang),
    action,
  };
}

function lookupError({ number, candidates, nearMisses }: Detection, t: Translator, lang: string): string | null {
  if (number === "") return t("lookup.empty");
  if (candidates.length > 0) return null;
  const [miss] = nearMisses;
  return miss ? nearMissText(miss, t, lang) : t("lookup.no_match");
}

/** Which character looks wrong is told in English only, as the number's format gives it. */
function nearMissText({ carrier, reason }: NearMiss, t: Translator, lang: string): string {
  const text = t("lookup.near_miss", { carrier: carrierName(carrier) });
  return lang === "en" ? `${text} ${reason}` : text;
}

function choices(detection: Detection | null, viewer: NoticeViewInput["viewer"], query: string): LinkText[] {
  if (detection === null || detection.candidates.length < 2) return [];
  return detection.candidates.map(({ carrier }) => ({
    label: carrierName(carrier),
    href: `${pagePath({ carrier, trackingNumber: detection.number }, viewer)}${query}`,
  }));
}

function details(notice: Extract<Notice, { reason: "not_yet_known" }>, brand: Brand, t: Translator): DetailView[] {
  const { carrier, trackingNumber } = notice;
  const number: DetailView = {
    label: t("detail.number"),
    value: groupTrackingNumber(carrier, trackingNumber),
    href: null,
    copy: trackingNumber,
  };
  const shownCarrier: DetailView = {
    label: t("detail.carrier"),
    value: carrierName(carrier),
    href: carrierTrackingUrl(carrier, trackingNumber),
    copy: null,
  };
  return brand.hideCarrier ? [number] : [shownCarrier, number];
}

function carrierName(carrier: CarrierSlug): string {
  return findCarrier(carrier)?.shortName ?? carrier;
}
