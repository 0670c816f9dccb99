import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseLanguage, LANGUAGES } from "./languages.ts";

const shop = { allowedLanguages: [], defaultLanguage: "en" };

describe("choosing a language", () => {
  it.each([
    ["de-AT,de;q=0.9", "de", "de-DE"],
    ["ar-EG", "ar", "ar"],
    ["ja", "ja", "ja-JP"],
    ["en-AU,en;q=0.8", "en", "en-GB"],
    ["en-US", "en", "en-US"],
    ["en-CA", "en", "en-US"],
    ["fr-FR,fr;q=0.9,en-GB;q=0.5", "en", "en-GB"],
    ["en;q=0.2,de;q=0.8", "de", "de-DE"],
  ])("reads %s as %s, written as in %s", (acceptLanguage, lang, locale) => {
    expect(chooseLanguage(shop, { asked: null, acceptLanguage })).toEqual({ lang, locale, isChosen: false });
  });

  it("prefers what the address asks for, and says that it was chosen", () => {
    expect(chooseLanguage(shop, { asked: "ja", acceptLanguage: "de" })).toEqual({ lang: "ja", locale: "ja-JP", isChosen: true });
  });

  it("keeps the browser's region for a language chosen by hand", () => {
    expect(chooseLanguage(shop, { asked: "en", acceptLanguage: "en-GB" }).locale).toBe("en-GB");
  });

  it("stays within what the merchant allows", () => {
    const choice = chooseLanguage({ allowedLanguages: ["de", "en"], defaultLanguage: "de" }, { asked: "ja", acceptLanguage: "ar" });
    expect(choice).toEqual({ lang: "de", locale: "de-DE", isChosen: false });
  });

  it("falls back to the merchant's language for tongues we do not speak, and for a language refused with q=0", () => {
    expect(chooseLanguage({ ...shop, defaultLanguage: "ar" }, { asked: null, acceptLanguage: "fi" }).lang).toBe("ar");
    expect(chooseLanguage({ ...shop, defaultLanguage: "ja" }, { asked: null, acceptLanguage: "de;q=0" }).lang).toBe("ja");
  });

  it("shows every language when a merchant allows only ones we do not speak", () => {
    expect(chooseLanguage({ allowedLanguages: ["fr"], defaultLanguage: "fr" }, { asked: null, acceptLanguage: "ja" }).lang).toBe("ja");
  });

  it("never throws, and always answers with a language of ours", () => {
    const text = fc.option(
      fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom("*", "a-b-c-d", ";q=", "en_US", "de;q=9e9", "x".repeat(5000))),
    );
    fc.assert(
      fc.property(text, text, (asked, acceptLanguage) => {
        const { lang, locale } = chooseLanguage(shop, { asked, acceptLanguage });
        expect(LANGUAGES.find(({ tag }) => tag === lang)?.locales).toContain(locale);
      }),
    );
  });
});
