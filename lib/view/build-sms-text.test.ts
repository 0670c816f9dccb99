import { describe, expect, it } from "vitest";
import { buildSmsText, type SmsWish } from "./build-sms-text.ts";
import { countSms } from "./gsm-text.ts";
import { sampleInput } from "./sample-input.ts";

const PAGE = "https://track.fernandfable.example/usps/9405511899223197428490?key=0123456789abcdefghjkmnpqrstvwxyz";

interface Shop {
  lang?: string;
  name?: string;
  page?: string;
}

function smsOf(topics: SmsWish["topics"], { lang = "en", name = "Fern & Fable", page = PAGE }: Shop = {}): string {
  const locale = lang === "en" ? "en-US" : lang;
  const input = sampleInput({ viewer: { lang, locale }, brand: { name } });
  return buildSmsText(input, { kind: "news", topics, links: { page, confirm: null } });
}

describe("an SMS to a shopper", () => {
  it("says who writes, what is new and where to look, and how to end it", () => {
    const page = "https://t.fern.example/usps/94?key=0123456789abcdef";
    expect(smsOf(["out_for_delivery"], { page })).toBe(`Fern & Fable: Your parcel comes today. ${page} STOP ends this.`);
  });

  it.each(["en", "de"])("fits into one message with a long link (%s)", (lang) => {
    for (const topic of ["shipped", "out_for_delivery", "delivered", "needs_you", "delayed"] as const) {
      for (const name of ["Fern", "Fern & Fable", "The Very Long Name of a Shop for Garden Furniture and More"]) {
        const text = smsOf([topic], { lang, name });
        expect(countSms(text), text).toBe(1);
        expect(text).toContain(PAGE);
      }
    }
  });

  it("is well-formed where a shop's name is cut beside an emoji", () => {
    for (const name of [`A${"🎁".repeat(39)}`, `Garden${"🎁".repeat(34)}`])
      expect(smsOf(["delivered"], { name }).isWellFormed(), name).toBe(true);
  });

  it("is typed so that one letter does not halve its room", () => {
    expect(smsOf(["delivered"], { name: "Maison d’Ołów – Café" })).toMatch(/^Maison d'Oł|^Maison d/);
    expect(countSms(smsOf(["delivered"], { name: "L’Été – Śliwa" }))).toBe(1);
  });

  it.each(["ja", "ar"])("takes two messages at most where an alphabet takes more room, and never cuts the link (%s)", (lang) => {
    const text = smsOf(["out_for_delivery"], { lang });
    expect(countSms(text)).toBeLessThanOrEqual(2);
    expect(text).toContain(PAGE);
    expect(text).not.toMatch(/[\u2066-\u2069]/);
  });

  it("asks for a confirmation with the link to it", () => {
    const confirm = "https://t.fern.example/preferences/t/confirm";
    const text = buildSmsText(sampleInput(), { kind: "confirmation", topics: [], links: { page: PAGE, confirm } });
    expect(text).toContain(`lease confirm. ${confirm}`);
    expect(text).not.toContain(PAGE);
  });
});

describe("the room an SMS takes", () => {
  it.each([
    ["a".repeat(160), 1],
    ["a".repeat(161), 2],
    ["€".repeat(80), 1],
    ["€".repeat(81), 2],
    ["荷".repeat(70), 1],
    ["荷".repeat(71), 2],
    ["a".repeat(306), 2],
    ["a".repeat(307), 3],
  ])("is counted as the network does", (text, count) => {
    expect(countSms(text)).toBe(count);
  });
});
