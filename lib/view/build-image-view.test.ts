import { describe, expect, it } from "vitest";
import type { Instant } from "#lib/shared/clock.ts";
import { buildImageView, buildNoticeImageView } from "./build-image-view.ts";
import { buildNoticeView } from "./build-notice-view.ts";
import { OUT_FOR_DELIVERY, sampleInput } from "./sample-input.ts";

describe("what an image says", () => {
  it("is what the page says, and how old it is on a clock where the parcel is", () => {
    expect(buildImageView(sampleInput({ viewer: { locale: "en-US" } }))).toMatchObject({
      headline: "Arriving today by 5 pm",
      text: "Out for Delivery in Sarcoxie, MO.",
      milestones: [{ label: "Label made", state: "done", time: null }, { time: "Wed, Sep 16" }, { time: "8:10 am" }, { time: null }],
      asOf: "As of Mon, Sep 21, 8:22 am CDT",
    });
  });

  it("is written in the shopper's language", () => {
    const inLanguage = (lang: string, locale: string) => buildImageView(sampleInput({ viewer: { lang, locale } }));
    expect(inLanguage("de", "de-DE").asOf).toBe("Stand: Mo., 21. Sept., 08:22 Uhr CDT");
    expect(inLanguage("ja", "ja-JP").asOf).toBe("9月21日(月) 08:22（CDT）現在");
    expect(inLanguage("ar", "ar").dir).toBe("rtl");
  });

  it("does not pretend to know when nobody has answered for days", () => {
    const late = buildImageView(sampleInput({ rest: { now: "2026-09-24T13:22:00Z" as Instant } }));
    expect(late.doubt).toContain("there may be newer news");
    expect(buildImageView(sampleInput()).doubt).toBeNull();
  });

  it("is no more on a private link than on the public page", () => {
    const scans = [{ ...OUT_FOR_DELIVERY, signer: "J. Doe" }];
    const facts = { tracker: { scans, signedBy: "J. Doe" } };
    const onPrivate = buildImageView(sampleInput({ ...facts, viewer: { tier: "private", key: "secret" } }));
    expect(onPrivate).toEqual(buildImageView(sampleInput(facts)));
    expect(JSON.stringify(onPrivate)).not.toMatch(/64862|J\. Doe|secret/);
  });
});

describe("where there is no parcel to show", () => {
  const { merchant } = sampleInput();
  const viewer = { lang: "en", langIsChosen: false, theme: null, pathPrefix: "" };
  const said = (notice: Parameters<typeof buildNoticeView>[0]["notice"]) =>
    buildNoticeImageView(buildNoticeView({ merchant, viewer, notice }));

  it("an image says what the page would, and claims no age", () => {
    expect(said({ reason: "not_found" })).toMatchObject({ headline: "There is nothing here", milestones: [], asOf: null });
  });

  it("an image does not blame its reader for a mail service that asks a lot", () => {
    expect(said({ reason: "too_many", retryAfterSeconds: 9 })).toMatchObject({
      headline: "Open the tracking page to see where your parcel is",
      text: "",
    });
  });
});
