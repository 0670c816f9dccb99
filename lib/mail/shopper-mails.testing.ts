import type { BrandInput } from "#lib/branding/brand.ts";
import type { NewsTopic } from "#lib/tracking/news-topic.ts";
import { buildMailView } from "#lib/view/build-mail-view.ts";
import type { MailLinks, MailView } from "#lib/view/mail-view.ts";
import { moving, promise, sampleInput } from "#lib/view/sample-input.ts";
import type { TrackingViewInput } from "#lib/view/tracking-view-input.ts";

/** Mails to shoppers for tests: one of every kind. */

export const PAGE = "https://track.fern.example/usps/9405511899223197428490?key=0123456789abcdefghjkmnpqrstvwxyz";

export const LINKS: MailLinks = {
  page: PAGE,
  image: "https://track.fern.example/usps/9405511899223197428490.png?lang=en",
  preferences: "https://track.fern.example/preferences/tok",
  unsubscribe: "https://track.fern.example/preferences/tok/unsubscribe",
  confirm: null,
};

const BRAND: Partial<BrandInput> = {
  homeUrl: "https://fern.example/",
  logo: { light: { url: "/uploads/mrc_1/logo.png", width: 416, height: 64 } },
  support: { email: "help@fern.example", phone: "+1 555 0100", url: "https://fern.example/help", hours: "Mon–Fri 9–5" },
  footerText: "Fern & Fable Ltd\n12 Moss Lane, Green Town",
  legalLinks: [{ label: "Imprint", url: "https://fern.example/imprint" }],
};

const order: TrackingViewInput["order"] = {
  externalId: "28002-A",
  lineItems: [],
  parcels: [
    {
      carrier: sampleInput().tracker.carrier,
      trackingNumber: "9405511899223197428490",
      key: "k",
      status: "out_for_delivery",
      items: [{ orderItemId: "1", title: "Dotted notebook", sku: null, quantity: 2 }],
      primary: true,
      isCurrent: true,
    },
  ],
};

type Facts = NonNullable<Parameters<typeof sampleInput>[0]>;

export const KINDS = {
  shipped: { tracker: moving("2026-09-23") },
  out_for_delivery: {},
  delivered: { tracker: { status: "delivered", substatus: "delivered_to_neighbour", isFinal: true, estimatedDelivery: null } },
  needs_you: { tracker: { status: "in_transit", substatus: "address_issue", estimatedDelivery: null } },
  delayed: { tracker: { ...moving("2026-09-25"), originalEstimatedDelivery: promise("2026-09-22") } },
  confirmation: {},
} as const satisfies Record<NewsTopic | "confirmation", Pick<Facts, "tracker">>;

export type SampleKind = keyof typeof KINDS;
export const SAMPLE_KINDS = Object.keys(KINDS) as SampleKind[];

const LOCALES: Readonly<Record<string, string>> = { en: "en-US", de: "de-DE", ja: "ja-JP", ar: "ar" };

export function sampleParcel(kind: SampleKind, lang = "en", brand: Partial<BrandInput> = {}): TrackingViewInput {
  const tier = kind === "confirmation" ? "public" : "private";
  const viewer = { lang, locale: LOCALES[lang] ?? lang, tier, key: tier === "private" ? "k" : null } as const;
  return sampleInput({ ...KINDS[kind], viewer, brand: { ...BRAND, ...brand }, rest: { order } });
}

export function sampleMail(kind: SampleKind, lang = "en", brand: Partial<BrandInput> = {}): MailView {
  const input = sampleParcel(kind, lang, brand);
  if (kind !== "confirmation") return buildMailView(input, { kind: "news", topics: [kind], links: LINKS });
  const links = {
    ...LINKS,
    image: null,
    preferences: null,
    unsubscribe: null,
    confirm: "https://track.fern.example/preferences/tok/confirm",
  };
  return buildMailView(input, { kind, topics: [], links });
}
