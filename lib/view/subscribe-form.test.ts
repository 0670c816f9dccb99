import { describe, expect, it } from "vitest";
import { NEWS_TOPICS } from "#lib/tracking/news-topic.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { buildPreferencesView, type PreferencesPage } from "./build-preferences-view.ts";
import { buildWishAnswer } from "./build-wish-answer.ts";
import { LANGUAGES } from "./languages.ts";
import { sampleInput, sampleView } from "./sample-input.ts";
import type { NewsOffer } from "./subscribe-view.ts";

const newsOffer: NewsOffer = { channels: ["email", "sms"], topics: NEWS_TOPICS };
const rest = { newsOffer };
const privately = { tier: "private", key: "k".repeat(32) } as const;

describe("asking for news on a parcel's page", () => {
  it.each([
    ["pre_transit", ["shipped", "out_for_delivery", "delivered", "needs_you", "delayed"]],
    ["in_transit", ["out_for_delivery", "delivered", "needs_you", "delayed"]],
    ["out_for_delivery", ["delivered", "needs_you", "delayed"]],
    ["available_for_pickup", ["delivered"]],
  ] as const)("offers of a parcel that is %s what may still happen", (status, topics) => {
    const { subscribe } = sampleView({ tracker: { status }, rest });
    expect(subscribe?.form.topics.choices.map(({ value }) => value)).toEqual(topics);
  });

  it("offers nothing where no more will come, nothing is sent, or nobody asked what is", () => {
    expect(sampleView({ tracker: { isFinal: true }, rest }).subscribe).toBeNull();
    expect(sampleView({ rest: { newsOffer: null } }).subscribe).toBeNull();
    expect(sampleView({ rest: { newsOffer: { channels: ["email"], topics: ["shipped"] } } }).subscribe).toBeNull();
    expect(sampleView().subscribe).toBeNull();
    for (const status of STATUSES.filter((word) => /delivered|return|failure|cancelled/.test(word))) {
      expect(sampleView({ tracker: { status }, rest }).subscribe, status).toBeNull();
    }
  });

  it("takes phone numbers with the key alone, and shows the key to nobody else", () => {
    const names = (view: ReturnType<typeof sampleView>) => view.subscribe?.form.fields.map(({ name }) => name);
    expect(names(sampleView({ rest }))).toEqual(["email"]);
    expect(names(sampleView({ rest, viewer: privately }))).toEqual(["email", "phone"]);
    expect(sampleView({ rest, viewer: privately }).subscribe?.form.action).toContain(`?key=${privately.key}`);
    expect(JSON.stringify(sampleView({ rest, viewer: { key: privately.key } }))).not.toContain(privately.key);
  });
});

describe("what is answered to it", () => {
  it("keeps what was typed, says what is wrong with it, and leads back", () => {
    const failed = { email: "mia", phone: "", topics: ["delayed"], problems: { email: "email", topics: "topics" } } as const;
    const view = buildWishAnswer(sampleInput({ rest, viewer: privately }), { kind: "again", failed });
    expect(view.form?.fields[0]).toMatchObject({ value: "mia", error: expect.stringContaining("mia@example.com") });
    expect(view.form?.topics).toMatchObject({ error: "Please choose at least one." });
    expect(view.form?.topics.choices.filter(({ isChosen }) => isChosen).map(({ value }) => value)).toEqual(["delayed"]);
    expect(view.link?.href).toContain(`?key=${privately.key}`);
  });
});

describe("the pages that a message leads to", () => {
  const PAGES: readonly PreferencesPage[] = ["preferences", "stopped", "saved", "again", "confirm", "confirmed"];
  const MORE: readonly PreferencesPage[] = ["unsubscribe", "unsubscribed", "unsubscribed_all", "ended", "unknown"];
  const viewOf = (page: PreferencesPage, lang = "en", brand = {}) => {
    const parcel = sampleInput({ viewer: { lang, pathPrefix: "/tracking/fern" }, brand, tracker: { signedBy: "M SHOPPER" } });
    const subscriber = {
      token: "t".repeat(64),
      addressHint: "m•••@shopper.example",
      topics: ["delivered"],
      lang,
      offer: { channels: ["email"], topics: ["delivered", "delayed"] },
      parcel,
      pageOrigin: "https://track.example",
    } as const;
    return buildPreferencesView({ page, merchant: parcel.merchant, viewer: { lang, langIsChosen: false, theme: null }, subscriber });
  };

  it.each([...PAGES, ...MORE])("have all their words in every language: %s", (page) => {
    for (const { tag } of LANGUAGES) {
      const { headline, text } = viewOf(page, tag);
      expect(`${headline} ${text}`, tag).not.toMatch(/[{}]|undefined/);
    }
  });

  it("show of the parcel what anybody may see, and the shop's carrier only where it is shown", () => {
    expect(viewOf("preferences").parcel).toMatchObject({
      note: "USPS · 9405 5118 9922 3197 4284 90",
      href: "https://track.example/tracking/fern/usps/9405511899223197428490",
    });
    expect(viewOf("preferences", "en", { hideCarrier: true }).parcel?.note).toBe("9405 5118 9922 3197 4284 90");
    for (const page of [...PAGES, ...MORE]) expect(JSON.stringify(viewOf(page)), page).not.toMatch(/SHOPPER|key=/);
  });

  it("do what they say at an address of their own, in the language they were opened in", () => {
    expect(viewOf("confirm").buttonForm).toMatchObject({ action: `/preferences/${"t".repeat(64)}/confirm`, option: null, isMain: true });
    expect(viewOf("unsubscribe").buttonForm).toMatchObject({
      action: `/preferences/${"t".repeat(64)}/unsubscribe`,
      option: { name: "all", label: "Stop all other updates from Fern & Fable too" },
    });
    expect(viewOf("unsubscribed_all").buttonForm).toBeNull();
    expect(viewOf("preferences").form?.topics.choices).toMatchObject([
      { value: "delivered", isChosen: true },
      { value: "delayed", isChosen: false },
    ]);
  });
});
