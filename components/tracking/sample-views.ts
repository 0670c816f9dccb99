import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { BrandView } from "#lib/view/brand-view.ts";
import type { JourneyDayView, MilestoneView, NoticeView, PageLabels, ScanView, TimeText, TrackingView } from "#lib/view/tracking-view.ts";

/** Views as the builder makes them, for tests of what is drawn from them. */

const labels: PageLabels = {
  skipToContent: "Skip to the news",
  milestones: "Progress",
  journey: "Journey",
  map: "Route",
  details: "Details",
  copy: "Copy",
  copied: "Copied",
  localTime: "Local time",
  utc: "UTC",
  timeSwitch: "Which time comes first",
  latest: "Latest",
  language: "Language",
  headerLinks: "Shop",
  footerLinks: "About the shop",
  poweredBy: "Powered by Waymark",
  updated: "This page has been updated.",
  showEarlier: "Show earlier scans",
  fullPage: "Open the full tracking page",
  newTab: "opens in a new tab",
};

export const sampleBrand: BrandView = {
  slug: "fern-and-fable",
  name: "Fern & Fable",
  homeUrl: "https://fernandfable.example/",
  logo: null,
  iconUrl: null,
  layout: "classic",
  mode: "auto",
  font: "fraunces",
  headerLinks: [
    { label: "Shop", href: "https://fernandfable.example/shop" },
    { label: "Returns", href: "https://fernandfable.example/returns" },
    { label: "Help", href: "https://fernandfable.example/help" },
  ],
  socialLinks: [{ label: "Instagram", href: "https://social.example/fernandfable" }],
  footerText: "Fern & Fable makes paper goods in Portland, Oregon. Every parcel leaves on foot, by bike or by van.",
  legalLinks: [
    { label: "Privacy", href: "https://fernandfable.example/privacy" },
    { label: "Terms", href: "https://fernandfable.example/terms" },
  ],
  showPoweredBy: true,
};

const time = (text: string, dateTime: string, zoneLabel: string | null = null): TimeText => ({ text, dateTime, zoneLabel });

type ScanFacts = Partial<Omit<ScanView, "local" | "utc">> & Pick<ScanView, "key" | "title"> & { local?: TimeText; utc?: TimeText };

export function sampleScan({ local, utc, ...facts }: ScanFacts): ScanView {
  return {
    place: "Place not reported",
    placeKnown: facts.place !== undefined,
    local: local ?? null,
    utc: utc ?? null,
    timeNote: null,
    handOff: null,
    isLatest: false,
    isProblem: false,
    signer: null,
    proofOfDelivery: null,
    ...facts,
  };
}

const step = (label: string, state: MilestoneView["state"], text: string | null, dateTime = "2021-09-16"): MilestoneView => ({
  label,
  state,
  stateLabel: { done: "done", current: "current step", upcoming: "to come", problem: "went wrong" }[state],
  time: text === null ? null : time(text, dateTime),
});

const usJourney: JourneyDayView[] = [
  {
    heading: "Today, Monday 20 September",
    dateTime: "2021-09-20",
    scans: [
      sampleScan({
        key: "a1",
        title: "Out for delivery",
        place: "Sarcoxie, MO 64862",
        local: time("8:10 am", "2021-09-20T08:10:00-05:00", "CDT"),
        utc: time("13:10 UTC", "2021-09-20T13:10:00Z"),
        isLatest: true,
      }),
      sampleScan({
        key: "a2",
        title: "Arrived at post office",
        place: "Sarcoxie, MO 64862",
        local: time("7:59 am", "2021-09-20T07:59:00-05:00", "CDT"),
        utc: time("12:59 UTC", "2021-09-20T12:59:00Z"),
      }),
    ],
  },
  {
    heading: "Saturday 18 September",
    dateTime: "2021-09-18",
    scans: [
      sampleScan({ key: "b1", title: "In transit to next facility", local: time("All day", "2021-09-18"), timeNote: "no time given" }),
    ],
  },
  {
    heading: "Thursday 16 September",
    dateTime: "2021-09-16",
    scans: [
      sampleScan({
        key: "c1",
        title: "Arrived at USPS regional origin facility",
        place: "Las Vegas, NV",
        local: time("7:41 pm", "2021-09-16T19:41:00-07:00", "PDT"),
        utc: time("02:41 UTC, 17 Sep", "2021-09-17T02:41:00Z"),
      }),
      sampleScan({
        key: "c2",
        title: "USPS picked up item",
        place: "Las Vegas, NV 89118",
        local: time("2:06 pm", "2021-09-16T14:06:00-07:00", "PDT"),
        utc: time("21:06 UTC", "2021-09-16T21:06:00Z"),
      }),
    ],
  },
];

/** The private page of a parcel out for delivery, with everything a page can hold. */
export const outForDelivery: TrackingView = {
  kind: "tracking",
  tier: "private",
  lang: "en",
  dir: "ltr",
  brand: sampleBrand,
  status: "out_for_delivery",
  substatus: "out_for_delivery",
  tone: "attention",
  title: "Arriving today · Fern & Fable",
  description: "Follow your parcel from Fern & Fable.",
  kicker: "Order 28002-A · parcel 1 of 2",
  testLabel: null,
  headline: "Arriving today by 5 pm",
  lede: "Out for delivery in Sarcoxie, MO.",
  promiseChange: "Moved by 2 days: first promised for 18 September",
  calendar: { label: "Add to calendar", href: "/usps/9405511899223197428490.ics" },
  freshness: "USPS last scanned it 12 minutes ago. We asked 2 minutes ago.",
  isStale: false,
  milestones: [
    step("Label made", "done", "Wed 15 Sep"),
    step("On its way", "done", "Thu 16 Sep"),
    step("Out for delivery", "current", "8:10 am", "2021-09-20T08:10:00-05:00"),
    step("Delivered", "upcoming", null),
  ],
  subscribe: null,
  action: {
    text: "The carrier needs an apartment number to deliver. Please answer by",
    deadline: time("today, 2 pm", "2021-09-20T14:00:00-05:00", "CDT"),
    button: { label: "Fix the address with USPS", href: "https://carrier.example/fix" },
  },
  journey: usJourney,
  journeyEmpty: null,
  journeyFold: 12,
  map: {
    width: 640,
    height: 320,
    landPath: "M0 40L120 20 260 36 400 12 640 44V250L520 262 430 306 330 268 210 292 120 244 40 236 0 190Z",
    routePath: "M112 210Q300 40 516 178",
    stops: [
      { x: 112, y: 210, label: "Las Vegas", anchor: "middle", kind: "origin" },
      { x: 292, y: 118, label: "", anchor: "middle", kind: "stop" },
      { x: 516, y: 178, label: "Sarcoxie", anchor: "middle", kind: "latest" },
    ],
    description: "From Las Vegas, NV to Sarcoxie, MO",
    caption: "1,270 miles so far, last seen in Sarcoxie, MO",
  },
  order: {
    heading: "In this parcel",
    items: [
      { title: "Moss green notebook", quantity: "Quantity 3" },
      { title: "Brass pen loop with a rather long name, engraved", quantity: "Quantity 1" },
    ],
    parcelsHeading: "Parcels of this order",
    parcels: [
      { label: "Parcel 1 of 2", statusText: "Out for delivery", href: "/usps/9405511899223197428490?key=a", isCurrent: true },
      { label: "Parcel 2 of 2", statusText: "On its way", href: "/ups/1Z9999999999999999?key=b", isCurrent: false },
    ],
    stillToShipHeading: "Still to ship",
    stillToShip: [{ title: "Letterpress calendar", quantity: "Quantity 1" }],
  },
  details: [
    { label: "Carrier", value: "USPS", href: "https://carrier.example/", copy: null },
    { label: "Service", value: "Priority Mail", href: null, copy: null },
    { label: "Number", value: "9405 5118 9922 3197 4284 90", href: null, copy: "9405511899223197428490" },
    { label: "Going to", value: "Sarcoxie, MO", href: null, copy: null },
  ],
  support: {
    heading: "Need a hand?",
    text: "We are happy to help.",
    contacts: [
      { kind: "email", text: "hello@fernandfable.example", href: "mailto:hello@fernandfable.example" },
      { kind: "phone", text: "+1 555 0100", href: "tel:+15550100" },
      { kind: "hours", text: "Monday to Friday, 9 am to 5 pm", href: null },
    ],
  },
  promo: {
    heading: "Autumn paper is here",
    text: "Heavier stock, warmer greens, and a new dot grid.",
    imageUrl: null,
    imageAlt: "",
    link: { label: "See the collection", href: "https://fernandfable.example/autumn" },
  },
  languages: [
    { label: "English", lang: "en", href: "?lang=en", isCurrent: true },
    { label: "Deutsch", lang: "de", href: "?lang=de", isCurrent: false },
    { label: "日本語", lang: "ja", href: "?lang=ja", isCurrent: false },
    { label: "العربية", lang: "ar", href: "?lang=ar", isCurrent: false },
  ],
  timesNote: "Times are local to each place, as the carrier gave them.",
  updated: time("Updated 20 Sep, 8:22 am", "2021-09-20T13:22:00Z", "CDT"),
  labels,
  carrier: "usps" as CarrierSlug,
  trackingNumber: "9405511899223197428490",
  path: "/usps/9405511899223197428490",
  refreshPath: "/usps/9405511899223197428490.json?key=a",
};

/** The public page of the same parcel, after it arrived. */
export const delivered: TrackingView = {
  ...outForDelivery,
  tier: "public",
  status: "delivered",
  substatus: "delivered_to_safe_place",
  tone: "good",
  title: "Delivered · Fern & Fable",
  kicker: null,
  headline: "Delivered Monday 2:03 pm, in or at mailbox",
  lede: "Sarcoxie, MO",
  promiseChange: null,
  calendar: null,
  freshness: "USPS scanned it on 20 September.",
  milestones: [
    step("Label made", "done", "Wed 15 Sep"),
    step("On its way", "done", "Thu 16 Sep"),
    step("Out for delivery", "done", "Mon 20 Sep"),
    step("Delivered", "done", "2:03 pm"),
  ],
  action: null,
  order: null,
  refreshPath: null,
};

/** A parcel that turned round. */
export const returning: TrackingView = {
  ...outForDelivery,
  tier: "public",
  status: "return_to_sender",
  substatus: "refused",
  tone: "bad",
  title: "On its way back · Fern & Fable",
  kicker: null,
  headline: "On its way back to the shop",
  lede: "The parcel was refused at the door in Sarcoxie, MO.",
  promiseChange: null,
  calendar: null,
  freshness: "USPS last scanned it 9 days ago. We cannot reach USPS at the moment, so this may be out of date.",
  isStale: true,
  milestones: [
    step("On its way", "done", "Thu 16 Sep"),
    step("Delivery failed", "problem", "Mon 20 Sep"),
    step("Going back", "current", "Tue 21 Sep"),
    step("Back at the shop", "upcoming", null),
  ],
  action: null,
  order: null,
  journey: usJourney.map((day, index) =>
    index > 0
      ? day
      : { ...day, scans: day.scans.map((scan) => ({ ...scan, isProblem: scan.isLatest, title: "Refused by the recipient" })) },
  ),
};

/** A label without a single scan, in test mode. */
export const preTransit: TrackingView = {
  ...delivered,
  status: "pre_transit",
  substatus: "label_created",
  tone: "muted",
  title: "Getting ready · Fern & Fable",
  testLabel: "Test parcel",
  headline: "Getting ready to leave",
  lede: "The label is made. The carrier has not scanned the parcel yet.",
  freshness: "We asked USPS 3 minutes ago.",
  milestones: [
    step("Label made", "current", "Today"),
    step("On its way", "upcoming", null),
    step("Out for delivery", "upcoming", null),
    step("Delivered", "upcoming", null),
  ],
  journey: [],
  journeyEmpty: "No scans yet. The first one usually comes within a day.",
  map: null,
  promo: null,
  refreshPath: "/usps/9405511899223197428490.json",
};

const roads = ["Departed facility", "Arrived at sorting centre", "Processed through the international distribution centre", "In transit"];
const towns = ["Osaka", "Tokyo Narita", "Anchorage, AK", "Leipzig", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, Wales"];

/** Forty scans over eight days, through customs and into another carrier's hands. */
export const longJourney: TrackingView = {
  ...outForDelivery,
  status: "in_transit",
  substatus: "customs_cleared",
  tone: "progress",
  headline: "Expected between Thursday 7 and Saturday 9 October",
  lede: "Through customs, and handed over to Royal Mail in Langley.",
  promiseChange: null,
  calendar: null,
  action: null,
  journey: Array.from({ length: 8 }, (_, day) => ({
    heading: `${8 - day} October`,
    dateTime: `2021-10-0${8 - day}`,
    scans: Array.from({ length: 5 }, (_, index) =>
      sampleScan({
        key: `${day}-${index}`,
        title: roads[(day + index) % roads.length] ?? "",
        place: towns[(day * 2 + index) % towns.length] ?? "",
        local: time(
          `${21 - index * 4}:05`,
          `2021-10-0${8 - day}T${String(21 - index * 4).padStart(2, "0")}:05`,
          index === 3 ? null : "GMT+9",
        ),
        ...(index === 3
          ? { timeNote: "time zone unknown" }
          : { utc: time(`${String((36 - index * 4) % 24).padStart(2, "0")}:05 UTC`, `2021-10-0${8 - day}T12:05:00Z`) }),
        handOff: day === 0 && index === 1 ? "Handed over to Royal Mail" : null,
        isLatest: day === 0 && index === 0,
      }),
    ),
  })),
};

/** An Arabic page, read from right to left, waiting to be collected. */
export const arabicPickup: TrackingView = {
  ...outForDelivery,
  lang: "ar",
  dir: "rtl",
  status: "available_for_pickup",
  substatus: "pickup_available",
  tone: "attention",
  title: "في انتظارك · Fern & Fable",
  kicker: "الطلب 28002-A · الطرد 1 من 2",
  headline: "طردك في انتظارك في مكتب البريد",
  lede: "يمكنك استلامه من Sarcoxie, MO.",
  promiseChange: null,
  calendar: null,
  freshness: "آخر مسح من USPS قبل 12 دقيقة. سألنا قبل دقيقتين.",
  milestones: [
    step("تم إنشاء الملصق", "done", "15 سبتمبر"),
    step("في الطريق", "done", "16 سبتمبر"),
    step("جاهز للاستلام", "current", "8:10 ص"),
    step("تم الاستلام", "upcoming", null),
  ],
  action: { text: "أحضر إثبات هويتك.", deadline: time("حتى 27 سبتمبر", "2021-09-27"), button: null },
  labels: { ...labels, journey: "الرحلة", details: "التفاصيل", localTime: "التوقيت المحلي", showEarlier: "عرض عمليات المسح السابقة" },
  timesNote: "الأوقات محلية لكل مكان.",
};

export const lookup: NoticeView = {
  kind: "notice",
  reason: "lookup",
  lang: "en",
  dir: "ltr",
  brand: sampleBrand,
  title: "Track a parcel · Fern & Fable",
  headline: "Where is my parcel?",
  paragraphs: ["Enter the tracking number from your e-mail. We find out which carrier it belongs to."],
  form: {
    label: "Tracking number",
    button: "Track",
    hint: "Spaces and dashes do not matter.",
    value: "9405 5118 9922",
    error: "This number could belong to more than one carrier. Choose yours.",
    action: "/",
  },
  linkGroups: [],
  visitorEntry: null,
  choices: [
    { label: "USPS", href: "/usps/9405511899223197428490" },
    { label: "DHL Paket", href: "/dhl_paket/9405511899223197428490" },
  ],
  details: [],
  support: outForDelivery.support,
  languages: outForDelivery.languages,
  labels,
  refreshPath: null,
};

export const notYetKnown: NoticeView = {
  ...lookup,
  reason: "not_yet_known",
  title: "Not in the carrier's system yet · Fern & Fable",
  headline: "Not in USPS's system yet",
  paragraphs: [
    "The label may be only minutes old. As soon as USPS scans the parcel, its journey appears here.",
    "You can close this page and come back by the same link.",
  ],
  form: null,
  choices: [],
  details: outForDelivery.details.filter((detail) => detail.copy !== null),
  refreshPath: "/usps/9405511899223197428490.json",
};

export const sampleViews = { outForDelivery, delivered, returning, preTransit, longJourney, arabicPickup, lookup, notYetKnown };
