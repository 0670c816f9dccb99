import type { BrandColors } from "#lib/branding/derive-palette.ts";
import type { BrandImageView } from "./brand-view.ts";
import type { LinkText, MilestoneView, SupportView, Tone } from "./tracking-view.ts";

/** What a message to a shopper is: news of their parcel, or the question whether an address is theirs. */
export type MessageKind = "news" | "confirmation";

/** CSS pixels. Drawn for less than it is shown at on a desk, so that its words can still be read at the width of a phone. */
export const MAIL_PICTURE = { drawn: 480, shown: 560 } as const;

/** Absolute addresses; null where there is none. */
export interface MailLinks {
  /** The parcel's page, with its key for who may see the private one. */
  page: string;
  /** The parcel's picture: see `imagePath`. */
  image: string | null;
  preferences: string | null;
  unsubscribe: string | null;
  /** Where an address is confirmed; for a confirmation only. */
  confirm: string | null;
}

export interface MailBrandView {
  name: string;
  homeUrl: string | null;
  /** Absolute, and in a format that every mail program draws. */
  logo: BrandImageView | null;
  colors: BrandColors;
  /** CSS pixels. */
  radius: number;
  /** In which light it is drawn; `auto` leaves it to the mail program. */
  mode: "auto" | "light" | "dark";
  footerText: string | null;
  legalLinks: LinkText[];
}

export interface MailFact {
  label: string;
  value: string;
}

export interface MailImageView {
  url: string;
  /** What the picture says, for who does not see it. */
  alt: string;
  width: number;
  /** That it is drawn anew whenever the mail is opened. */
  note: string;
}

/** Everything a mail to a shopper says, as plain JSON in their language, redacted as the page is. */
export interface MailView {
  kind: MessageKind;
  lang: string;
  dir: "ltr" | "rtl";
  tone: Tone;
  brand: MailBrandView;
  /** The news, and nothing of whom it is for. */
  subject: string;
  /** What lists of mails show after the subject. */
  preheader: string;
  /** Marks news of a parcel made in test mode. */
  testLabel: string | null;
  headline: string;
  /** A paragraph each. */
  paragraphs: string[];
  /** What the shopper has to do. */
  action: { text: string; deadline: string | null; button: LinkText | null } | null;
  button: LinkText;
  image: MailImageView | null;
  milestones: Pick<MilestoneView, "label" | "state" | "stateLabel">[];
  facts: MailFact[];
  items: { heading: string; items: { title: string; quantity: string }[] } | null;
  /** As of when this is true: a mail is read later than it is written. */
  asOf: string | null;
  support: SupportView | null;
  /** Why they get this. */
  why: string;
  /** To change what they get, or to end it. */
  links: LinkText[];
}
