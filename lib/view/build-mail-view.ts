import type { Brand } from "#lib/branding/brand.ts";
import { groupTrackingNumber } from "#lib/carriers/tracking-number.ts";
import type { NewsTopic } from "#lib/tracking/news-topic.ts";
import { asOf } from "./as-of.ts";
import { buildTrackingView } from "./build-tracking-view.ts";
import { endSentence, openSentence } from "./end-sentence.ts";
import { joinSentences } from "./join-sentences.ts";
import {
  MAIL_PICTURE,
  type MailBrandView,
  type MailFact,
  type MailImageView,
  type MailLinks,
  type MailView,
  type MessageKind,
} from "./mail-view.ts";
import { mainTopic } from "./main-topic.ts";
import { messageSubject } from "./message-subject.ts";
import { promiseWords } from "./promise-words.ts";
import type { Redacted } from "./redact.ts";
import { type Spoken, speakOf } from "./speak-of.ts";
import type { LinkText, MilestoneView, TrackingView } from "./tracking-view.ts";
import type { TrackingViewInput } from "./tracking-view-input.ts";
import type { Translator } from "./translate.ts";
import type { Voice } from "./voice.ts";

export interface MailWish {
  kind: MessageKind;
  /** What is new; `[]` for a confirmation. */
  topics: readonly NewsTopic[];
  links: MailLinks;
}

/** A mail to a shopper who sees as much as the input's viewer does. Pure. */
export function buildMailView(input: TrackingViewInput, wish: MailWish): MailView {
  const spoken = speakOf(input);
  const { parcel, voice } = spoken;
  const page = buildTrackingView(input);
  const frame = {
    lang: page.lang,
    dir: page.dir,
    brand: brandView(parcel.merchant.brand, wish.links),
    subject: messageSubject(parcel, voice, wish),
    testLabel: page.testLabel,
    support: page.support,
  };
  return wish.kind === "confirmation" ? { ...frame, ...confirmation(spoken, wish) } : { ...frame, ...news(spoken, page, wish) };
}

type Body = Omit<MailView, "lang" | "dir" | "brand" | "subject" | "testLabel" | "support">;

function news({ parcel, voice }: Spoken, page: TrackingView, { topics, links }: MailWish): Body {
  const { t } = voice;
  const shop = parcel.merchant.brand.name;
  return {
    kind: "news",
    tone: page.tone,
    preheader: joinSentences(voice.lang, [endSentence(voice.lang, page.headline), page.lede]),
    headline: page.headline,
    paragraphs: [page.lede, page.promiseChange ?? ""].filter((text) => text !== ""),
    action: page.action && { ...page.action, deadline: page.action.deadline?.text ?? null },
    button: { label: t(page.action ? "mail.button.needs_you" : BUTTONS[mainTopic(topics) ?? "shipped"]), href: links.page },
    image: imageView(page, t, links),
    milestones: page.milestones.map(({ label, state, stateLabel }) => ({ label, state, stateLabel })),
    facts: [...deliveryDay(parcel, voice, page), ...identity(parcel, t)],
    items: page.order && page.order.items.length > 0 ? { heading: page.order.heading, items: page.order.items } : null,
    asOf: asOf(voice, "heading"),
    why: t("mail.why", { shop }),
    links: [...link(t("mail.change"), links.preferences), ...link(t("mail.unsubscribe"), links.unsubscribe)],
  };
}

const BUTTONS = {
  shipped: "mail.button.news",
  out_for_delivery: "mail.button.news",
  delayed: "mail.button.news",
  needs_you: "mail.button.needs_you",
  delivered: "mail.button.delivered",
} as const;

/** To an address nobody has confirmed: no more than it takes to answer. */
function confirmation({ parcel, voice: { t } }: Spoken, { links }: MailWish): Body {
  const shop = parcel.merchant.brand.name;
  return {
    kind: "confirmation",
    tone: "progress",
    preheader: t("mail.confirmation.preheader"),
    headline: t("mail.confirmation.headline"),
    paragraphs: [t("mail.confirmation.text", { shop })],
    action: null,
    button: { label: t("mail.confirmation.button"), href: links.confirm ?? links.page },
    image: null,
    milestones: [],
    facts: identity(parcel, t),
    items: null,
    asOf: null,
    why: t("mail.confirmation.why"),
    links: [],
  };
}

/** What a logo may be: Outlook draws no other, and no program draws SVG. */
const DRAWN_EVERYWHERE = /\.(?:png|jpg)$/;

function brandView(brand: Brand, { page }: MailLinks): MailBrandView {
  const logo = [brand.logo?.light, brand.logo?.dark].find((image) => image && DRAWN_EVERYWHERE.test(image.url));
  return {
    name: brand.name,
    homeUrl: brand.homeUrl,
    logo: logo ? { ...logo, url: new URL(logo.url, page).href } : null,
    colors: brand.colors,
    radius: brand.radius,
    mode: brand.mode,
    footerText: brand.footerText,
    legalLinks: brand.legalLinks.map(({ label, url }) => ({ label, href: url })),
  };
}

const link = (label: string, href: string | null): LinkText[] => (href === null ? [] : [{ label, href }]);

function imageView({ headline, milestones }: TrackingView, t: Translator, { image }: MailLinks): MailImageView | null {
  if (image === null) return null;
  return { url: image, alt: imageAlt(headline, milestones, t), width: MAIL_PICTURE.shown, note: t("mail.image_note") };
}

function imageAlt(headline: string, milestones: readonly MilestoneView[], t: Translator): string {
  const number = milestones.findLastIndex(({ state }) => state !== "upcoming") + 1;
  const step = milestones[number - 1]?.label.replaceAll("\u00ad", "");
  const said = openSentence(headline);
  return step === undefined ? said : t("mail.image_alt", { headline: said, number, total: milestones.length, step });
}

function deliveryDay({ tracker }: Redacted, voice: Voice, { milestones }: TrackingView): MailFact[] {
  const last = milestones.at(-1);
  if (tracker.status === "delivered") return last?.time ? [{ label: last.label, value: last.time.text }] : [];
  const promise = tracker.estimatedDelivery;
  if (promise === null || promise.on < voice.today) return [];
  const { window, values } = promiseWords(promise, voice);
  return [{ label: voice.t("mail.delivery_day"), value: voice.t(`mail.day.${window}`, values) }];
}

function identity({ tracker, carrierName, order }: Redacted, t: Translator): MailFact[] {
  return [
    ...(carrierName === null ? [] : [{ label: t("detail.carrier"), value: carrierName }]),
    { label: t("detail.number"), value: groupTrackingNumber(tracker.carrier, tracker.trackingNumber) },
    ...(order === null ? [] : [{ label: t("detail.order"), value: order.externalId }]),
  ];
}
