import fc from "fast-check";
import { STATUSES } from "#lib/tracking/status.ts";
import { type Brand, brandSchema, FONT_FAMILIES, LAYOUTS, THEME_MODES } from "./brand.ts";
import { WORDING_PLACEHOLDERS } from "./wording.ts";

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const lineOf = (max: number) =>
  fc.stringMatching(/^[A-Za-zÄ-ÿぁ-ん0-9"'<>&\\][A-Za-zÄ-ÿぁ-ん0-9 "'<>&\\.,!-]*[A-Za-z!.]$/).map((text) => text.slice(0, max).trim());
const hex = fc.stringMatching(/^#[0-9a-f]{6}$/);
const url = fc.stringMatching(/^[a-z]{3,9}$/).map((word) => `https://${word}.example/`);
const link = fc.record({ label: lineOf(40), url });
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-03-${String(number).padStart(2, "0")}`);
/** A picture that every installation brings along: its size goes by its address. */
const image = fc.stringMatching(/^[a-z]{3,6}$/).map((name) => ({ url: `/brands/shop/${name}.png`, width: name.length, height: 4 }));
const language = fc.constantFrom("en", "de", "ja", "ar", "pt-BR");

const sentences = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...STATUSES), lineOf(60), fc.nat()), { selector: ([status]) => status, maxLength: 4 })
  .map((rows) =>
    Object.fromEntries(
      rows.map(([status, text, pick]) => {
        const names = WORDING_PLACEHOLDERS[status];
        return [status, `${text} {${names[pick % names.length]}}`];
      }),
    ),
  );

const support = fc.record({
  email: maybe(fc.constant("help@shop.example")),
  phone: maybe(lineOf(40)),
  hours: maybe(lineOf(120)),
  url: maybe(url),
});
const promo = fc
  .record({
    heading: maybe(lineOf(80)),
    text: lineOf(400),
    image: maybe(image),
    imageAlt: fc.oneof(fc.constant(""), lineOf(200)),
    link: maybe(link),
  })
  .chain((facts) =>
    fc.tuple(maybe(day), maybe(day)).map(([one, other]) => {
      const [fromOn = null, untilOn = null] = one !== null && other !== null && one > other ? [other, one] : [one, other];
      return { ...facts, fromOn, untilOn };
    }),
  );

/** Any brand that can be published. */
export const anyBrand: fc.Arbitrary<Brand> = fc
  .record({
    version: fc.constant(1 as const),
    name: lineOf(80),
    homeUrl: maybe(url),
    logo: maybe(fc.record({ light: image, dark: maybe(image) })),
    icon: maybe(image),
    colors: fc.record({ brand: hex, accent: maybe(hex), background: maybe(hex) }),
    radius: fc.integer({ min: 0, max: 28 }),
    font: fc.constantFrom(...FONT_FAMILIES),
    layout: fc.constantFrom(...LAYOUTS),
    mode: fc.constantFrom(...THEME_MODES),
    headerLinks: fc.array(link, { maxLength: 6 }),
    support: maybe(support),
    socialLinks: fc.array(link, { maxLength: 8 }),
    promo: maybe(promo),
    footerText: maybe(lineOf(400)),
    legalLinks: fc.array(link, { maxLength: 6 }),
    hideCarrier: fc.boolean(),
    hideOrigin: fc.boolean(),
    defaultLanguage: language,
    languages: fc.array(language, { maxLength: 4 }),
    wording: fc.dictionary(language, sentences, { maxKeys: 3 }),
    showPoweredBy: fc.boolean(),
    embedOrigins: fc.array(fc.oneof(url, fc.constant("https://*.shop.example"), fc.constant("http://localhost:3000")), { maxLength: 3 }),
  })
  .map(({ languages, ...brand }) =>
    brandSchema.parse({ ...brand, allowedLanguages: languages.length === 0 ? [] : [...new Set([brand.defaultLanguage, ...languages])] }),
  );
