import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { viewerQuery } from "./page-links.ts";
import { readLinkQuery } from "./read-link-query.ts";

const KEY = "7f3kz0m9c2vq8x1a5ndr4tghwyj6bpse";
const NOTHING = { key: null, lang: null, theme: null, w: null, x: null, card: null };
const encoded = (text: string) => encodeURIComponent(text);

describe("a link's query", () => {
  it.each([
    ["as it was sent", `key=${KEY}&lang=de`],
    ["with its question mark", `?key=${KEY}&lang=de`],
    ["with others' parameters", `utm_source=klaviyo&_kx=abc.D%3D&key=${KEY}&fbclid=IwAR0&mc_eid=1&lang=de&gclid=2&mkt_tok=3`],
    ["in another order", `lang=de&key=${KEY}`],
    ["in capitals", `KEY=${KEY.toUpperCase()}&LANG=de`],
    ["with its signs encoded", `key%3D${KEY}%26lang%3Dde`],
    ["with its signs encoded twice", `key%253D${KEY}%2526lang%253Dde`],
    ["with its signs encoded thrice", `key%25253D${KEY}%252526lang%25253Dde`],
    ["escaped for HTML", `lang=de&amp;key=${KEY}`],
    ["escaped for HTML twice, and encoded", `lang=de%26amp%3Bamp%3Bkey=${KEY}`],
    ["escaped for HTML by numbers", `lang=de&%2338;key=${KEY}`],
    ["left quoted-printable", `key=3D${KEY}&lang=3Dde`],
    ["left quoted-printable with its ampersand", `lang=3Dde=26key=3D${KEY}`],
    ["broken over lines", `key=${KEY.slice(0, 20)}%3D%0D%0A${KEY.slice(20)}&lang=de`],
    ["broken over lines that a browser joined", `key=${KEY.slice(0, 20)}=${KEY.slice(20)}&lang=de`],
    ["broken by a space", `key=${KEY.slice(0, 20)}%20${KEY.slice(20)}&lang=de`],
    ["with spaces around", `lang=de%20&key=%20${KEY}%20`],
    ["with plus signs around", `lang=de+&key=+${KEY}+`],
    ["with a second question mark", `utm_source=mail?key=${KEY}?lang=de`],
    ["with something nobody sees in it", `lang=de&key=${encoded("\u200b")}${KEY}${encoded("\ufeff")}`],
    ["said twice", `key=${KEY}&lang=de&key=${KEY}&lang=en`],
  ])("is understood %s", (_, query) => {
    expect(readLinkQuery(query)).toEqual({ ...NOTHING, key: KEY, lang: "de" });
  });

  it.each([...".,;:!?)>]}\"'*…»”/|\\"])("ends before a %s that was glued to it", (mark) => {
    expect(readLinkQuery(`lang=de&key=${KEY}${encoded(mark)}`)).toMatchObject({ key: KEY, lang: "de" });
    expect(readLinkQuery(`key=${KEY}&lang=de${encoded(mark)}`)).toMatchObject({ key: KEY, lang: "de" });
  });

  it("keeps a key that begins as if it were quoted-printable", () => {
    const key = `3d${KEY.slice(2)}`;
    for (const query of [`key=${key}`, `key=${key.toUpperCase()}`, `key=3D${key}`]) expect(readLinkQuery(query).key, query).toBe(key);
    expect(readLinkQuery(`key=26${KEY.slice(2)}`).key).toBe(`26${KEY.slice(2)}`);
  });

  it.each([
    ["none", "lang=de"],
    ["an empty one", "key="],
    ["a word", "key=wrong"],
    ["one that lost its end", `key=${KEY.slice(0, 31)}`],
    ["one that got longer", `key=${KEY}0`],
    ["one with letters no key has", `key=${KEY.slice(0, 31)}u`],
    ["one of another language", `key=${encoded("ключ".repeat(8))}`],
    ["one behind a wrong one", `key=wrong&key=${KEY}`],
    ["one without a name", KEY],
    ["one of another name", `monkey=${KEY}&keys=${KEY}`],
  ])("has no key where there is %s", (_, query) => {
    expect(readLinkQuery(query).key).toBeNull();
  });

  it("asks for a language by its tag, however it is written", () => {
    for (const [asked, lang] of Object.entries({ "de-AT": "de-AT", de_AT: "de-AT", "zh-Hant-TW": "zh-Hant-TW", d: null, "1": null })) {
      expect(readLinkQuery(`lang=${asked}`).lang, asked).toBe(lang);
    }
  });

  it("asks for a theme there is", () => {
    for (const [asked, theme] of Object.entries({ dark: "dark", LIGHT: "light", "dark)": "dark", darker: null, red: null })) {
      expect(readLinkQuery(`theme=${asked}`).theme, asked).toBe(theme);
    }
  });

  it("asks for an image by whole numbers", () => {
    expect(readLinkQuery("w=3D360&amp;x=1&card=1.")).toMatchObject({ w: "360", x: "1", card: "1" });
    expect(readLinkQuery("w=1.5&x=two&card=1e3")).toEqual(NOTHING);
  });
});

describe("any link's query", () => {
  const key = fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{32}$/);
  const lang = fc.constantFrom("de", "en-GB", "zh-Hant", null);
  const theme = fc.constantFrom("light" as const, "dark" as const, null);
  const clean = fc.record({ key: fc.option(key), lang, theme });
  /** Each leaves the meaning: applied to a clean link, in any order and number, they can be undone. */
  const damages: Record<string, (query: string) => string> = {
    encode: (query) => query.replace(/[=&]/g, encodeURIComponent),
    escape: (query) => query.replaceAll("&", "&amp;"),
    capitals: (query) => query.replace(/key=\w+/, (text) => text.toUpperCase()),
    "others before": (query) => `utm_source=a&${query}`,
    "others behind": (query) => `${query}&fbclid=x`,
    "glued punctuation": (query) => `${query}).`,
    "a space": (query) => `${query}%20`,
  };
  const damage = fc.array(fc.constantFrom(...Object.keys(damages)), { maxLength: 3 });

  it("means the same after any such damage", () => {
    fc.assert(
      fc.property(clean, damage, (viewer, names) => {
        const sent = viewerQuery(viewer).slice(1);
        const arrived = names.reduce((query, name) => damages[name]?.(query) ?? query, sent);
        expect(readLinkQuery(arrived)).toEqual({ ...NOTHING, ...viewer });
      }),
    );
  });

  it("is read once and for all: what was understood, written and read again, is the same", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.webQueryParameters(),
      fc.stringMatching(/^(key|lang|theme|%3D|3D|[=&;?%a-z0-9 ]){0,60}$/),
    );
    fc.assert(
      fc.property(anything, (query) => {
        const { key: read, lang: spoken, theme: light } = readLinkQuery(query);
        const again = viewerQuery({ key: read, lang: spoken, theme: light });
        expect(readLinkQuery(again)).toMatchObject({ key: read, lang: spoken, theme: light });
      }),
    );
  });

  it("never makes up a key that was not in it", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webQueryParameters(),
          key.map((text) => `key=${text}`),
        ),
        (query) => {
          const read = readLinkQuery(query).key;
          if (read !== null) expect(query.toLowerCase()).toContain(read);
        },
      ),
    );
  });
});
