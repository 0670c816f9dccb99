import { describe, expect, it } from "vitest";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { buildNoticeView, type Notice } from "./build-notice-view.ts";
import { LANGUAGES } from "./languages.ts";
import { sampleInput } from "./sample-input.ts";

const USPS = "usps" as CarrierSlug;
const FEDEX = "fedex" as CarrierSlug;

function noticeView(notice: Notice, { lang = "en", pathPrefix = "" } = {}) {
  return buildNoticeView({ merchant: sampleInput().merchant, viewer: { lang, langIsChosen: false, theme: null, pathPrefix }, notice });
}

describe("a number nobody registered yet", () => {
  const view = noticeView({ reason: "not_yet_known", carrier: USPS, trackingNumber: "9405511899223197428490" });

  it("is friendly about it, shows the number, and keeps looking", () => {
    expect(view.headline).toBe("Not in the carrier’s system yet");
    expect(view.details.map(({ value }) => value)).toEqual(["USPS", "9405 5118 9922 3197 4284 90"]);
    expect(view.refreshPath).toBe("/usps/9405511899223197428490.json");
    expect(view.form).toBeNull();
  });

  it("keeps the number out of the title", () => {
    expect(view.title).toBe("Not in the carrier’s system yet · Fern & Fable");
  });
});

describe("looking up a number", () => {
  it("offers an empty form before the first try", () => {
    const view = noticeView({ reason: "lookup", detection: null }, { pathPrefix: "/tracking/fern-and-fable" });
    expect(view.form).toMatchObject({ value: "", error: null, action: "/tracking/fern-and-fable" });
  });

  it("lets the shopper choose among several carriers", () => {
    const candidates = [
      { carrier: USPS, confidence: 0.7 },
      { carrier: FEDEX, confidence: 0.5 },
    ];
    const view = noticeView({ reason: "lookup", detection: { number: "61299998820821171811", candidates, nearMisses: [] } });
    expect(view.choices).toEqual([
      { label: "USPS", href: "/usps/61299998820821171811" },
      { label: "FedEx", href: "/fedex/61299998820821171811" },
    ]);
    expect(view.paragraphs).toEqual(["This number could belong to more than one carrier. Which one is bringing your parcel?"]);
    expect(view.form?.error).toBeNull();
  });

  it("says which character looks wrong", () => {
    const nearMisses = [{ carrier: USPS, reason: "The last digit should be 0, not 1." }];
    const view = noticeView({ reason: "lookup", detection: { number: "9405511899223197428491", candidates: [], nearMisses } });
    expect(view.form?.error).toBe(
      "This looks like a USPS number, but one character seems wrong. Please check it once more. The last digit should be 0, not 1.",
    );
  });

  it("asks again for a number no carrier uses, and for none at all", () => {
    const tried = (number: string) => noticeView({ reason: "lookup", detection: { number, candidates: [], nearMisses: [] } }).form?.error;
    expect(tried("HELLO")).toBe("No carrier we know uses a number like this. Please check it once more.");
    expect(tried("")).toBe("Please enter a tracking number.");
  });
});

describe("every notice", () => {
  const reasons = ["unknown_carrier", "not_found", "error"] as const;

  it.each(LANGUAGES)("speaks $name, in its direction", ({ tag, dir }) => {
    const english = reasons.map((reason) => noticeView({ reason }).headline);
    const views = reasons.map((reason) => noticeView({ reason }, { lang: tag }));
    expect(views.map((view) => view.dir)).toEqual([dir, dir, dir]);
    expect(views.filter((view, index) => tag !== "en" && view.headline === english[index])).toEqual([]);
  });
});
