import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";
import type { BrandView } from "./brand-view.ts";
import type { SubscribeView } from "./subscribe-view.ts";

/** A moment, formatted: `text` to read, `dateTime` for `<time>`, `zoneLabel` such as `CDT`. Components never format. */
export interface TimeText {
  text: string;
  dateTime: string;
  zoneLabel: string | null;
}

export interface LinkText {
  label: string;
  href: string;
}

/** `attention`: somebody must act. `bad`: it will not arrive. `muted`: nothing known yet. */
export type Tone = "progress" | "good" | "attention" | "bad" | "muted";

export interface MilestoneView {
  label: string;
  /** `problem` is a reached step that went wrong (returned, failed, cancelled). */
  state: "done" | "current" | "upcoming" | "problem";
  /** For people who cannot see the dots: "done", "current step", … */
  stateLabel: string;
  time: TimeText | null;
}

export interface ActionView {
  /** What, by whom, by when, as sentences. */
  text: string;
  deadline: TimeText | null;
  button: LinkText | null;
}

export interface ScanView {
  key: string;
  title: string;
  /** "Sarcoxie, MO 64862" on the private page, "Sarcoxie, MO" on the public one; or the words for "place not reported". */
  place: string;
  placeKnown: boolean;
  /** The local reading ("8:10 am", zoneLabel "CDT"), or the words for "no time given". */
  local: TimeText | null;
  /** "13:10 UTC", with the day when it differs from the local one; null when unknown. */
  utc: TimeText | null;
  /** "no time given", "time zone unknown", "clock went back that night": why a time is incomplete; null when it is whole. */
  timeNote: string | null;
  /** Shown when a different carrier takes over with this scan. */
  handOff: string | null;
  isLatest: boolean;
  isProblem: boolean;
  signer: string | null;
  proofOfDelivery: LinkText | null;
}

export interface JourneyDayView {
  /** "Today, Monday 20 September" */
  heading: string;
  dateTime: string | null;
  scans: ScanView[];
}

/** Inline SVG as numbers: drawn once when news arrives, never per request. */
export interface RouteMapView {
  width: number;
  height: number;
  landPath: string;
  routePath: string;
  stops: { x: number; y: number; label: string; anchor: "start" | "middle" | "end"; kind: "origin" | "stop" | "latest" | "destination" }[];
  /** For screen readers: "From Las Vegas, NV to Sarcoxie, MO". */
  description: string;
  /** "1,270 miles so far, last seen in Sarcoxie, MO" */
  caption: string;
}

export interface ItemView {
  title: string;
  quantity: string;
}

export interface ParcelLinkView {
  label: string;
  statusText: string;
  href: string;
  isCurrent: boolean;
}

/** Private tier only. */
export interface OrderView {
  heading: string;
  items: ItemView[];
  parcelsHeading: string;
  parcels: ParcelLinkView[];
  /** Lines of the order that no parcel holds yet. */
  stillToShipHeading: string;
  stillToShip: ItemView[];
}

export interface DetailView {
  label: string;
  value: string;
  href: string | null;
  /** The exact text a copy button copies; null for none. */
  copy: string | null;
}

export interface SupportView {
  heading: string;
  /** A sentence such as "We are happy to help." */
  text: string;
  contacts: { kind: "email" | "phone" | "url" | "hours"; text: string; href: string | null }[];
}

export interface PromoView {
  heading: string | null;
  text: string;
  imageUrl: string | null;
  imageAlt: string;
  link: LinkText | null;
}

export interface LanguageLinkView {
  /** The language's own name. */
  label: string;
  lang: string;
  href: string;
  isCurrent: boolean;
}

/** Words the components need around the data; all from the catalogs. */
export interface PageLabels {
  skipToContent: string;
  milestones: string;
  journey: string;
  map: string;
  details: string;
  copy: string;
  copied: string;
  localTime: string;
  utc: string;
  timeSwitch: string;
  latest: string;
  language: string;
  headerLinks: string;
  footerLinks: string;
  poweredBy: string;
  /** Announced by the live region when the page refreshed itself. */
  updated: string;
  showEarlier: string;
  /** What leads from an embed to the page, and where. */
  fullPage: string;
  newTab: string;
}

/**
 * Everything the tracking page shows, as plain JSON in the shopper's language, already redacted for the viewer.
 * Page, `.json`'s `view`, embed, metadata and images are all drawn from it.
 */
export interface TrackingView {
  kind: "tracking";
  tier: "public" | "private";
  lang: string;
  dir: "ltr" | "rtl";
  brand: BrandView;
  status: Status;
  substatus: Substatus;
  tone: Tone;
  /** `<title>` and description; hold nothing private. */
  title: string;
  description: string;
  /** "Order 28002-A · parcel 1 of 2"; null when there is nothing to say. */
  kicker: string | null;
  /** Marks a parcel made in test mode. */
  testLabel: string | null;
  /** The answer: "Arriving today by 5 pm". */
  headline: string;
  /** What stands behind it: "Out for delivery in Sarcoxie, MO."; empty where there is nothing to add. */
  lede: string;
  /** "Moved by 2 days: first promised for 12 September"; null when the promise stands. */
  promiseChange: string | null;
  /** The day for the shopper's calendar; null where none is to come. */
  calendar: LinkText | null;
  /** "USPS last scanned it 2 days ago. We asked 12 minutes ago." */
  freshness: string;
  /** True when our source has been silent for so long that the page says so. */
  isStale: boolean;
  milestones: MilestoneView[];
  action: ActionView | null;
  /** Null where nothing can be sent, or there is no more news to come. */
  subscribe: SubscribeView | null;
  journey: JourneyDayView[];
  /** Said instead of the journey when there are no scans yet. */
  journeyEmpty: string | null;
  /** How many of the newest scans are shown before "show earlier scans". */
  journeyFold: number;
  map: RouteMapView | null;
  order: OrderView | null;
  details: DetailView[];
  support: SupportView | null;
  promo: PromoView | null;
  languages: LanguageLinkView[];
  timesNote: string;
  updated: TimeText | null;
  labels: PageLabels;
  carrier: CarrierSlug;
  trackingNumber: string;
  /** The page's address without key or query, on its own host. */
  path: string;
  /** Where the island asks for news, with key and language; null when the state is final. */
  refreshPath: string | null;
}

/** A page that is not about a known parcel: not yet known, not found, error, look-up. */
export interface NoticeView {
  kind: "notice";
  reason: "not_yet_known" | "unknown_carrier" | "not_found" | "too_many" | "error" | "lookup";
  lang: string;
  dir: "ltr" | "rtl";
  brand: BrandView;
  title: string;
  headline: string;
  paragraphs: string[];
  /** Look-up form: label, button, and what to say about the last try. */
  form: { label: string; button: string; hint: string; value: string; error: string | null; action: string } | null;
  /** Choices, such as the carriers a number could belong to. */
  choices: LinkText[];
  /** The demo's parcels, on its front page only. */
  linkGroups: { heading: string; links: (LinkText & { note: string })[] }[];
  /** Where the demo opens a console for whoever is curious; null everywhere else. */
  visitorEntry: string | null;
  details: DetailView[];
  support: SupportView | null;
  languages: LanguageLinkView[];
  labels: PageLabels;
  refreshPath: string | null;
}

export type PageView = TrackingView | NoticeView;
