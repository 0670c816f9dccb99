import { describe, expect, it } from "vitest";
import { STATUSES } from "#lib/tracking/status.ts";
import { SUBSTATUSES, type Substatus } from "#lib/tracking/substatus.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import { LANGUAGES } from "./languages.ts";
import { at, moving, promise, sampleScan, sampleView } from "./sample-input.ts";

const headline = (tracker: Partial<Tracker>, viewer = { lang: "en", locale: "en-US" }) => sampleView({ tracker, viewer }).headline;

describe("other languages", () => {
  it.each([
    ["de", "de-DE", "Kommt heute bis 17:00 Uhr"],
    ["ja", "ja-JP", "本日17:00までにお届け予定です"],
    ["ar", "ar", "تصل شحنتك اليوم قبل الساعة 5 م"],
  ])("say it in %s", (lang, locale, text) => {
    expect(headline({}, { lang, locale })).toBe(text);
  });

  it("say when it was delivered", () => {
    const tracker: Partial<Tracker> = {
      status: "delivered",
      substatus: "delivered_to_neighbour",
      deliveredTime: at("2026-09-17T19:03:00Z", "2026-09-17T14:03:00"),
    };
    expect(headline(tracker, { lang: "de", locale: "de-DE" })).toBe("Zugestellt am Donnerstag um 14:03 Uhr, in der Nachbarschaft");
    expect(headline(tracker, { lang: "ja", locale: "ja-JP" })).toBe("木曜日 14:03、配達が完了しました（ご近所の方にお預け）");
  });

  it("count the days of a moved promise as their grammar does", () => {
    const moved = (to: string, lang: string, locale: string) =>
      sampleView({ tracker: { ...moving(to), originalEstimatedDelivery: promise("2026-09-22") }, viewer: { lang, locale } }).promiseChange;
    expect(moved("2026-09-23", "en", "en-US")).toBe("Moved by 1 day: first promised for Tuesday, September 22.");
    expect(moved("2026-09-24", "en", "en-US")).toBe("Moved by 2 days: first promised for Tuesday, September 22.");
    expect(moved("2026-09-21", "en", "en-US")).toBe("1 day sooner than first promised, which was Tuesday, September 22.");
    expect(moved("2026-09-24", "ar", "ar")).toContain("يومين");
    expect(moved("2026-09-25", "ar", "ar")).toContain("3 أيام");
    expect(moved("2026-10-15", "ar", "ar")).toContain("23 يومًا");
    expect(moved("2026-09-22", "en", "en-US")).toBeNull();
  });

  it("use our words for a scan where they say as much, and the carrier's where ours are vague", () => {
    const titles = (substatus: Substatus) =>
      sampleView({
        tracker: { scans: [sampleScan({ status: "in_transit", substatus, message: "Tendered to agent" })] },
        viewer: { lang: "de", locale: "de-DE" },
      }).journey[0]?.scans[0]?.title;
    expect(titles("transferred_to_partner")).toBe("An einen Partner übergeben");
    expect(titles("status_update")).toBe("Tendered to agent");
  });

  it("read from right to left in Arabic, and only there", () => {
    expect(LANGUAGES.map(({ tag }) => sampleView({ viewer: { lang: tag } }).dir)).toEqual(["ltr", "ltr", "ltr", "rtl"]);
  });

  it.each(LANGUAGES)("have a sentence for every status and substatus in $name", ({ tag, locales }) => {
    const said = STATUSES.flatMap((status) =>
      (Object.keys(SUBSTATUSES) as Substatus[]).map((substatus) => {
        const { headline, lede, freshness, title } = sampleView({
          tracker: { status, substatus, scans: [] },
          viewer: { lang: tag, locale: locales[0] },
        });
        return [headline, lede || headline, freshness, title];
      }),
    );
    expect(said.flat().filter((text) => text.trim() === "" || /undefined|null|[{}]/.test(text))).toEqual([]);
  });
});
