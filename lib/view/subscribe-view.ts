import type { Channel } from "#lib/shared/channel.ts";
import type { NewsTopic } from "#lib/tracking/news-topic.ts";
import type { BrandView } from "./brand-view.ts";
import type { LanguageLinkView, LinkText, PageLabels, SupportView, Tone } from "./tracking-view.ts";

/** What shoppers of a merchant can be told, and how. */
export interface NewsOffer {
  channels: readonly Channel[];
  topics: readonly NewsTopic[];
}

export interface NewsFieldView {
  name: "email" | "phone";
  label: string;
  value: string;
  /** Whether the form makes no sense without it. */
  isRequired: boolean;
  error: string | null;
}

export interface ChoiceView {
  value: string;
  label: string;
  /** In its own language, where it is another than the page's. */
  lang?: string;
  isChosen: boolean;
}

/** Where to, and what of: asked on a parcel's page, changed by the link in every message. */
export interface NewsFormView {
  /** Where it is posted to. */
  action: string;
  fields: NewsFieldView[];
  topics: { label: string; choices: ChoiceView[]; error: string | null };
  languages: { label: string; choices: ChoiceView[] } | null;
  button: string;
}

/** On a parcel's page, folded away until somebody wants it. */
export interface SubscribeView {
  heading: string;
  form: NewsFormView;
}

/** One button, since opening a link must change nothing. */
export interface ButtonFormView {
  action: string;
  button: string;
  /** What may be wished along with it, or (without a label) what the button itself means. */
  option: { name: string; label: string | null } | null;
  /** Whether it is what the page is there for. */
  isMain: boolean;
}

/** A page about what somebody is told of a parcel: the answer to a form, or one that a message leads to. */
export interface SubscriptionPageView {
  kind: "subscription";
  lang: string;
  dir: "ltr" | "rtl";
  brand: BrandView;
  tone: Tone;
  icon: "mail" | "check" | "clock" | "question" | "alert";
  title: string;
  headline: string;
  text: string;
  form: NewsFormView | null;
  buttonForm: ButtonFormView | null;
  /** The parcel in one line, as anybody may see it. */
  parcel: (LinkText & { note: string }) | null;
  /** Where to go from here. */
  link: LinkText | null;
  support: SupportView | null;
  languages: LanguageLinkView[];
  labels: PageLabels;
}
