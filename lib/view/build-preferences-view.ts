import { groupTrackingNumber } from "#lib/carriers/tracking-number.ts";
import type { NewsTopic } from "#lib/tracking/news-topic.ts";
import { languageLinks } from "./brand-sections.ts";
import { headline } from "./headline.ts";
import { allowedLanguages } from "./languages.ts";
import { confirmPath, pagePath, preferencesPath, unsubscribePath, viewerQuery } from "./page-links.ts";
import { speakOf } from "./speak-of.ts";
import { topicChoices } from "./subscribe-form.ts";
import type { ButtonFormView, NewsFormView, NewsOffer, SubscriptionPageView } from "./subscribe-view.ts";
import { type SubscriptionWords, subscriptionFrame } from "./subscription-frame.ts";
import type { TrackingViewInput, Viewer } from "./tracking-view-input.ts";
import { createTranslator, type Translator } from "./translate.ts";

/** Pages that a message leads to. */
export type PreferencesPage =
  | "preferences"
  /** Its shopper ended it, and may begin again. */
  | "stopped"
  | "saved"
  | "again"
  | "confirm"
  | "confirmed"
  | "unsubscribe"
  | "unsubscribed"
  | "unsubscribed_all"
  /** Nothing can be sent to the address. */
  | "ended"
  /** The link stands for nothing: any more, or ever. */
  | "unknown";

/** Whom a message's link stands for. */
export interface Subscriber {
  token: string;
  addressHint: string;
  topics: readonly NewsTopic[];
  lang: string;
  /** What may be chosen; null where the shop sends nothing more. */
  offer: NewsOffer | null;
  /** As anybody may see it; null once it is gone. */
  parcel: TrackingViewInput | null;
  /** Before the parcel's path: these pages are on any host. */
  pageOrigin: string;
}

export interface PreferencesViewInput {
  page: PreferencesPage;
  merchant: TrackingViewInput["merchant"];
  viewer: Pick<Viewer, "lang" | "langIsChosen" | "theme">;
  subscriber: Subscriber | null;
}

interface PageRow extends SubscriptionWords {
  hasForm?: boolean;
  button?: keyof typeof BUTTONS;
  leadsBack?: boolean;
}

const PAGES: Readonly<Record<PreferencesPage, PageRow>> = {
  preferences: {
    icon: "mail",
    tone: "progress",
    headline: "preferences.headline",
    text: "preferences.text",
    hasForm: true,
    button: "stop",
  },
  stopped: { icon: "mail", tone: "muted", headline: "preferences.headline", text: "preferences.stopped_text", hasForm: true },
  saved: { icon: "check", tone: "good", headline: "preferences.saved", text: "preferences.text", hasForm: true, button: "stop" },
  again: { icon: "alert", tone: "attention", headline: "subscribe.again", text: "subscribe.again_text", hasForm: true },
  confirm: { icon: "mail", tone: "progress", headline: "preferences.confirm", text: "preferences.confirm_text", button: "confirm" },
  confirmed: { icon: "check", tone: "good", headline: "subscribe.subscribed", text: "subscribe.subscribed_text", leadsBack: true },
  unsubscribe: {
    icon: "mail",
    tone: "progress",
    headline: "preferences.unsubscribe",
    text: "preferences.unsubscribe_text",
    button: "unsubscribe",
    leadsBack: true,
  },
  unsubscribed: {
    icon: "check",
    tone: "muted",
    headline: "preferences.unsubscribed",
    text: "preferences.unsubscribed_text",
    button: "stop_all",
    leadsBack: true,
  },
  unsubscribed_all: {
    icon: "check",
    tone: "muted",
    headline: "preferences.unsubscribed",
    text: "preferences.unsubscribed_all_text",
    leadsBack: true,
  },
  ended: { icon: "alert", tone: "muted", headline: "preferences.ended", text: "preferences.ended_text" },
  unknown: { icon: "question", tone: "muted", headline: "preferences.unknown", text: "preferences.unknown_text" },
};

interface ButtonFacts {
  t: Translator;
  token: string;
  query: string;
  shop: string;
}

const BUTTONS = {
  confirm: ({ t, token, query }: ButtonFacts) => ({
    action: `${confirmPath(token)}${query}`,
    button: t("preferences.confirm_button"),
    option: null,
    isMain: true,
  }),
  unsubscribe: ({ t, token, query, shop }: ButtonFacts) => ({
    action: `${unsubscribePath(token)}${query}`,
    button: t("preferences.unsubscribe_button"),
    option: { name: "all", label: t("preferences.unsubscribe_all", { shop }) },
    isMain: true,
  }),
  stop: ({ t, token, query }: ButtonFacts) => ({
    action: `${unsubscribePath(token)}${query}`,
    button: t("preferences.unsubscribe_button"),
    option: null,
    isMain: false,
  }),
  stop_all: ({ t, token, query, shop }: ButtonFacts) => ({
    action: `${unsubscribePath(token)}${query}`,
    button: t("preferences.unsubscribe_all", { shop }),
    option: { name: "all", label: null },
    isMain: false,
  }),
} as const satisfies Record<string, (facts: ButtonFacts) => ButtonFormView>;

const ADDRESSES: Partial<Record<PreferencesPage, (token: string) => string>> = { confirm: confirmPath, unsubscribe: unsubscribePath };

/** Everything such a page shows, in the reader's language; of the parcel, what anybody may see. */
export function buildPreferencesView({ page, merchant, viewer, subscriber }: PreferencesViewInput): SubscriptionPageView {
  const row = PAGES[page];
  const frame = subscriptionFrame({ merchant, viewer, words: row, addressHint: subscriber?.addressHint ?? "" });
  if (subscriber === null) return frame;

  const t = createTranslator(viewer.lang);
  const { token } = subscriber;
  const query = viewerQuery({ ...viewer, key: null });
  const ownPath = preferencesPath(token);
  const action = `${ownPath}${query}`;
  return {
    ...frame,
    form: row.hasForm
      ? preferencesForm(subscriber, { t, action, allowed: merchant.brand.allowedLanguages, hasError: page === "again" })
      : null,
    buttonForm: row.button ? BUTTONS[row.button]({ t, token, query, shop: merchant.brand.name }) : null,
    parcel: parcelLine(subscriber),
    link: row.leadsBack ? { label: t("preferences.change"), href: action } : null,
    languages: languageLinks(merchant.brand, ADDRESSES[page]?.(token) ?? ownPath, { ...viewer, key: null }),
  };
}

interface FormFacts {
  t: Translator;
  action: string;
  allowed: readonly string[];
  hasError: boolean;
}

function preferencesForm({ offer, topics, lang }: Subscriber, { t, action, allowed, hasError }: FormFacts): NewsFormView | null {
  if (offer === null) return null;
  const languages = allowedLanguages(allowed).map(({ tag, name }) => ({ value: tag, label: name, lang: tag, isChosen: tag === lang }));
  return {
    action,
    fields: [],
    topics: {
      label: t("subscribe.topics"),
      choices: topicChoices(t, offer.topics, topics),
      error: hasError ? t("subscribe.error.topics") : null,
    },
    languages: languages.length > 1 ? { label: t("preferences.language"), choices: languages } : null,
    button: t("preferences.save"),
  };
}

function parcelLine({ parcel: input, pageOrigin }: Subscriber): SubscriptionPageView["parcel"] {
  if (input === null) return null;
  const { parcel, voice } = speakOf(input);
  const { tracker, viewer, carrierName } = parcel;
  const number = groupTrackingNumber(tracker.carrier, tracker.trackingNumber);
  return {
    label: headline(parcel, voice),
    note: carrierName === null ? number : `${carrierName} · ${number}`,
    href: `${pageOrigin}${pagePath(tracker, viewer)}${viewerQuery({ ...viewer, key: null })}`,
  };
}
