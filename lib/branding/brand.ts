import { z } from "zod";
import { STATUSES, type Status } from "#lib/tracking/status.ts";
import { MOST_EMBED_ORIGINS, readEmbedOrigin } from "./embed-origin.ts";
import { wordingProblem } from "./wording.ts";

export const LAYOUTS = ["classic", "banner", "minimal"] as const;
/** `classic`: two columns of cards. `banner`: a full-width hero in brand colour. `minimal`: one quiet column. */
export type Layout = (typeof LAYOUTS)[number];

export const THEME_MODES = ["auto", "light", "dark"] as const;
export type ThemeMode = (typeof THEME_MODES)[number];

/** Bundled open fonts for headings, each served by ourselves (see `BRAND_FONTS`); `system` asks for nothing. */
export const FONT_FAMILIES = ["system", "fraunces", "bitter", "manrope", "space-grotesk", "nunito"] as const;
export type FontFamily = (typeof FONT_FAMILIES)[number];

const mostLetters = (max: number) => `must have at most ${max} characters`;
const mostOf = (max: number) => `must be at most ${max}`;
const EMPTY = "must not be empty";

/** One line of a person's text: no control characters, no markup meaning anywhere it is used. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, EMPTY)
    .max(max, mostLetters(max))
    .regex(
      /^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u,
      "must be one line without control characters",
    );
const paragraph = (max: number) =>
  z
    .string()
    .trim()
    .min(1, EMPTY)
    .max(max, mostLetters(max))
    .regex(/^(?:[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]|[\n\r\t])*$/u, "must not contain control characters");
/** Anything a person would call a colour in CSS hex; everything shown is derived from it, so none can fail. */
const hexColor = z.string().regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, "must be a hex colour such as #1f5c46");
const webUrl = z.url({ protocol: /^https?$/, error: "must be a web address such as https://shop.example/" }).max(2048, mostLetters(2048));
/** An image we serve ourselves; no dot may lead out of its folder. */
const ownImage = z.strictObject({
  url: z
    .string()
    .max(200)
    .regex(/^\/(?:brands|uploads)(?:\/[\w-]+)+(?:\.[\w-]+)*\.(?:svg|png|webp|jpg)$/, "must be an uploaded image"),
  width: z.int().min(1).max(4096),
  height: z.int().min(1).max(4096),
});
const link = z.strictObject({ label: line(40), url: webUrl });
/** Kept in its one spelling. */
const embedOrigin = z
  .string()
  .max(300, mostLetters(300))
  .overwrite((text) => readEmbedOrigin(text) ?? text)
  .refine((text) => readEmbedOrigin(text) !== null, {
    message: "must be a site without a path, such as https://shop.example, or https://*.shop.example for all below it",
  });
const languageTag = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?$/, "must be a language tag such as en or pt-BR");

function checkPlaceholders(sentences: Partial<Record<Status, string>>, ctx: z.RefinementCtx<Partial<Record<Status, string>>>): void {
  for (const [status, sentence] of Object.entries(sentences)) {
    const message = wordingProblem(status as Status, sentence);
    if (message !== null) ctx.addIssue({ code: "custom", message, path: [status] });
  }
}

/** A merchant's brand: strict on write. Stored ones are read with `readStoredBrand`, which never fails. */
export const brandSchema = z
  .strictObject({
    version: z.literal(1),
    name: line(80),
    homeUrl: webUrl.nullable().default(null),
    logo: z
      .strictObject({ light: ownImage, dark: ownImage.nullable().default(null) })
      .nullable()
      .default(null),
    icon: ownImage.nullable().default(null),
    colors: z.strictObject({
      brand: hexColor,
      accent: hexColor.nullable().default(null),
      background: hexColor.nullable().default(null),
    }),
    /** Corner radius in CSS pixels. */
    radius: z.int("must be a whole number").min(0, "must not be negative").max(28, mostOf(28)).default(14),
    font: z.enum(FONT_FAMILIES).default("system"),
    layout: z.enum(LAYOUTS).default("classic"),
    mode: z.enum(THEME_MODES).default("auto"),
    headerLinks: z.array(link).max(6, mostOf(6)).default([]),
    support: z
      .strictObject({
        email: z.email("must be an e-mail address").max(254, mostLetters(254)).nullable().default(null),
        phone: line(40).nullable().default(null),
        hours: line(120).nullable().default(null),
        url: webUrl.nullable().default(null),
      })
      .nullable()
      .default(null),
    socialLinks: z.array(link).max(8, mostOf(8)).default([]),
    promo: z
      .strictObject({
        heading: line(80).nullable().default(null),
        text: paragraph(400),
        image: ownImage.nullable().default(null),
        imageAlt: z.string().trim().max(200, mostLetters(200)).default(""),
        link: link.nullable().default(null),
        /** Shown from the start of this day to the end of that one, UTC. */
        fromOn: z.iso.date().nullable().default(null),
        untilOn: z.iso.date().nullable().default(null),
      })
      .refine(({ fromOn, untilOn }) => fromOn === null || untilOn === null || fromOn <= untilOn, {
        message: "must not end before it begins",
        path: ["untilOn"],
      })
      .nullable()
      .default(null),
    footerText: paragraph(400).nullable().default(null),
    legalLinks: z.array(link).max(6, mostOf(6)).default([]),
    hideCarrier: z.boolean().default(false),
    hideOrigin: z.boolean().default(false),
    defaultLanguage: languageTag.default("en"),
    /** Empty means: every language we speak. */
    allowedLanguages: z.array(languageTag).max(100).default([]),
    /** Own wording of a status headline, by language then status; may hold placeholders, see wording.ts. */
    wording: z.record(languageTag, z.partialRecord(z.enum(STATUSES), line(120)).superRefine(checkPlaceholders)).default({}),
    showPoweredBy: z.boolean().default(true),
    /** Whose pages may show the embed in a frame; none listed, none may. */
    embedOrigins: z.array(embedOrigin).max(MOST_EMBED_ORIGINS, mostOf(MOST_EMBED_ORIGINS)).default([]),
  })
  .refine(({ defaultLanguage, allowedLanguages }) => allowedLanguages.length === 0 || allowedLanguages.includes(defaultLanguage), {
    message: "must include the default language",
    path: ["allowedLanguages"],
  });

export type Brand = z.infer<typeof brandSchema>;
export type BrandInput = z.input<typeof brandSchema>;
