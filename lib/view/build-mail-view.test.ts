import { describe, expect, it } from "vitest";
import { buildMailView, type MailWish } from "./build-mail-view.ts";
import { LANGUAGES } from "./languages.ts";
import type { MailLinks } from "./mail-view.ts";
import { moving, promise, sampleInput } from "./sample-input.ts";
import type { OrderFacts } from "./tracking-view-input.ts";

const LINKS: MailLinks = {
  page: "https://track.fern.example/usps/9405511899223197428490?key=k",
  image: "https://track.fern.example/usps/9405511899223197428490.png",
  preferences: "https://track.fern.example/preferences/t",
  unsubscribe: "https://track.fern.example/preferences/t/unsubscribe",
  confirm: "https://track.fern.example/preferences/t/confirm",
};

type Facts = NonNullable<Parameters<typeof sampleInput>[0]>;

const NOTEBOOK = { orderItemId: "1", title: "Dotted notebook", sku: null, quantity: 2 };
const parcel = { trackingNumber: "9405511899223197428490", key: "k", status: "in_transit", primary: true, isCurrent: true } as const;
const order: OrderFacts = {
  externalId: "28002-A",
  lineItems: [],
  parcels: [{ ...parcel, carrier: sampleInput().tracker.carrier, items: [NOTEBOOK] }],
};

const news = (topics: MailWish["topics"], facts: Facts = {}) =>
  buildMailView(sampleInput({ viewer: { locale: "en-US" }, ...facts }), { kind: "news", topics, links: LINKS });
const subjectOf = (topics: MailWish["topics"], facts: Facts = {}) => news(topics, facts).subject;

describe("the subject of a mail", () => {
  it("says the news, with the day where there is one", () => {
    expect(subjectOf(["shipped"], { tracker: moving("2026-09-23") })).toBe("Your parcel is on its way, arriving Wednesday, September 23");
    expect(subjectOf(["shipped"], { tracker: moving(null) })).toBe("Your parcel is on its way");
    expect(subjectOf(["out_for_delivery"])).toBe("Your parcel comes today");
    expect(subjectOf(["delivered"], { tracker: { status: "delivered", substatus: "delivered" } })).toBe("Your parcel has been delivered");
    expect(subjectOf(["delivered"], { tracker: { status: "delivered", substatus: "collected" } })).toBe("Your parcel has been collected");
    expect(subjectOf(["delayed"], { tracker: moving("2026-09-23") })).toBe(
      "Your parcel is running late, now arriving Wednesday, September 23",
    );
    expect(subjectOf(["delayed"], { tracker: moving("2026-09-19") })).toBe("Your parcel is running late");
  });

  it("does not say that a parcel comes today which was promised for another day", () => {
    expect(subjectOf(["out_for_delivery"], { tracker: { estimatedDelivery: promise("2026-09-22") } })).toBe(
      "Your parcel is out for delivery",
    );
  });

  it("says whether something is to be collected, or to be done", () => {
    const collect = { status: "available_for_pickup", substatus: "pickup_available" } as const;
    expect(subjectOf(["needs_you"], { tracker: collect })).toBe("Your parcel is ready to collect");
    expect(subjectOf(["needs_you"], { tracker: { ...moving(null), substatus: "address_issue" } })).toBe(
      "Your parcel needs something from you",
    );
  });

  it("is about the weightiest of several news", () => {
    const delivered = { tracker: { status: "delivered", substatus: "delivered" } } as const;
    expect(subjectOf(["shipped", "out_for_delivery", "delivered"], delivered)).toBe("Your parcel has been delivered");
    expect(subjectOf(["out_for_delivery", "shipped"])).toBe("Your parcel comes today");
  });
});

describe("a mail about a parcel", () => {
  it("says what the page says, and what it may show of the order", () => {
    const view = news(["out_for_delivery"], { viewer: { tier: "private", key: "k", locale: "en-US" }, rest: { order } });
    expect(view).toMatchObject({
      headline: "Arriving today by 5 pm",
      paragraphs: ["Out for Delivery in Sarcoxie, MO 64862."],
      button: { href: LINKS.page },
      items: { items: [{ title: "Dotted notebook", quantity: "Quantity 2" }] },
      asOf: "As of Monday, September 21, 8:22 am CDT",
    });
    expect(view.facts.map(({ value }) => value)).toEqual([
      "Monday, September 21, by 5 pm",
      "USPS",
      "9405 5118 9922 3197 4284 90",
      "28002-A",
    ]);
    expect(view.links.map(({ href }) => href)).toEqual([LINKS.preferences, LINKS.unsubscribe]);
  });

  it("shows no more than the public page to who may see no more", () => {
    const view = news(["out_for_delivery"], { rest: { order } });
    expect(JSON.stringify(view)).not.toMatch(/notebook|28002|64862/);
  });

  it("names no carrier that the shop hides", () => {
    expect(JSON.stringify(news(["out_for_delivery"], { brand: { hideCarrier: true } }))).not.toContain("USPS");
  });

  it("says what to do, where, and leads to the page for the rest", () => {
    const view = news(["needs_you"], { tracker: { ...moving(null), substatus: "address_issue" } });
    expect(view.action).toMatchObject({
      text: expect.stringContaining("complete address"),
      button: { label: "Fix the address with USPS" },
    });
    expect(view.button).toEqual({ label: "See what to do", href: LINKS.page });
  });

  it("says by when it was first promised when that has moved", () => {
    const view = news(["delayed"], { tracker: { ...moving("2026-09-23"), originalEstimatedDelivery: promise("2026-09-21") } });
    expect(view.paragraphs.at(-1)).toMatch(/^Moved by 2 days/);
  });

  it.each(LANGUAGES)("has words for its picture in $name, without hyphens that only a narrow column needs", ({ tag }) => {
    const { image } = news(["out_for_delivery"], { viewer: { lang: tag, locale: tag } });
    expect(image?.alt).toMatch(/3/);
    expect(image?.alt).toMatch(/4/);
    expect(image?.alt).not.toContain("\u00ad");
  });

  it("takes a logo only where every mail program draws it, from the page's own host", () => {
    const image = (url: string) => ({ url, width: 100, height: 40 });
    const logoOf = (light: string, dark: string | null = null) =>
      news(["shipped"], { brand: { logo: { light: image(light), dark: dark === null ? null : image(dark) } } }).brand.logo?.url;
    expect(logoOf("/uploads/m/logo.png")).toBe("https://track.fern.example/uploads/m/logo.png");
    expect(logoOf("/brands/fern/logo.svg")).toBeUndefined();
    expect(logoOf("/uploads/m/logo.webp")).toBeUndefined();
  });
});

describe("a mail that asks whether an address is right", () => {
  const ask = (lang: string) =>
    buildMailView(sampleInput({ viewer: { lang }, rest: { order } }), { kind: "confirmation", topics: [], links: LINKS });

  it.each(LANGUAGES)("leads to the answer and tells nothing of the parcel's way, in $name", ({ tag }) => {
    const view = ask(tag);
    expect(view.button.href).toBe(LINKS.confirm);
    expect(view).toMatchObject({ image: null, items: null, milestones: [], action: null, links: [] });
    expect(JSON.stringify(view)).not.toMatch(/Sarcoxie|28002|notebook|\?key=/);
  });
});
