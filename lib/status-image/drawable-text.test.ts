import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "#lib/view/languages.ts";
import { drawableText } from "./drawable-text.ts";

describe("a text in an image", () => {
  it.each([
    "Arriving today by 5 pm",
    "Zugestellt – „beim Nachbarn“",
    "配達が完了しました（東京都）。",
    "تم تسليم الشحنة أمس",
    "Доставлено в Київ",
    "한국어 简体 ไทย हिन्दी עברית Ελληνικά",
    "₿ € £ ½ … № → −5 °C",
  ])("is drawn as it is written: %s", (text) => {
    expect(drawableText(text)).toBe(text);
  });

  it.each([
    ["🌿 Fern 👩‍👩‍👧 & Fable 🚀", "Fern & Fable"],
    ["Sunny ☀️ Side", "Sunny Side"],
    ["Number 1️⃣", "Number 1"],
    ["runes ᚠᚢ and 𓀀 signs", "runes and signs"],
    ["two\n lines\tand\u00a0more", "two lines and more"],
    ["\u0000\u0007\ud800", ""],
    ["👻", ""],
  ])("leaves out what no font of ours can draw, and its gap: %j", (text, drawn) => {
    expect(drawableText(text)).toBe(drawn);
  });

  it.each(LANGUAGES)("can be anything we say: $name", ({ messages, locales }) => {
    const dates = locales.flatMap((locale) =>
      Array.from({ length: 12 }, (_, month) =>
        new Date(Date.UTC(2026, month, month + 1)).toLocaleString(locale, { dateStyle: "full", timeZone: "UTC" }),
      ),
    );
    for (const text of [...Object.values(messages), ...dates])
      expect(drawableText(`.${text}.`)).toBe(`.${text.normalize("NFC").replace(/\s+/g, " ")}.`);
  });

  it("is drawn once it is drawable, whatever it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        const drawn = drawableText(text);
        expect(drawableText(drawn)).toBe(drawn);
        expect(drawn).not.toMatch(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]|^ | $/u);
      }),
      { numRuns: 50 },
    );
  }, 30_000);
});
