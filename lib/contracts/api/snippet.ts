import { z } from "zod";
import { plainText } from "../plain-text.ts";

const THEMES = ["light", "dark"] as const;
const LINKS = ["public", "private"] as const;

const langField = plainText(35)
  .optional()
  .describe("A language tag such as `de`; the brand's own where it is left out, and in links then too.");
const themeField = z
  .enum(THEMES, `must be ${THEMES.join(" or ")}`)
  .optional()
  .describe("The brand's own where it is left out.");

export const getTrackerSnippetsQuery = z.strictObject({ lang: langField, theme: themeField });

const html = z.string().describe("A fragment for anywhere in a mail's HTML: the image, linked, and a button.");
const text = z.string().describe("The same for the plain part.");

export const trackerSnippetsSchema = z
  .strictObject({
    html,
    text,
    json_ld: z.string().describe("A `<script>` of schema.org's `ParcelDelivery`, for the head of a mail and for no page."),
    image_url: z.url().describe("The e-mail image. Public."),
    page_url: z
      .url()
      .describe("The page with its private key, as in the links of `html` and `text`: for the recipient, not for the public."),
  })
  .describe("A parcel, ready for a mail to its recipient. The image shows the news of the moment it is opened; the words are those of now.")
  .meta({ id: "TrackerSnippets" });

export const listTemplateSnippetsQuery = z.strictObject({
  platform: plainText(40).optional().describe("A mail tool, such as `shopify`; every one where it is left out."),
  lang: langField,
  theme: themeField,
  link: z
    .enum(LINKS, `must be ${LINKS.join(" or ")}`)
    .default("public")
    .describe("`public` where carrier and number are known; `private` where the tool holds each tracker's `public_url`."),
});

const templateSnippetsSchema = z
  .strictObject({
    platform: z.string().meta({ example: "shopify" }),
    name: z.string(),
    html,
    text,
    json_ld: z.string().nullable().describe("Null where the tool takes scripts out of mails."),
    image_url: z.string().describe("With placeholders."),
    page_url: z.string().describe("With placeholders."),
    steps: z.array(z.string()).describe("What to do with it, for people."),
  })
  .describe("The same for every parcel, with a mail tool's placeholders in it.")
  .meta({ id: "TemplateSnippets" });

export const templateSnippetsListSchema = z.strictObject({ data: z.array(templateSnippetsSchema) }).meta({ id: "TemplateSnippetsList" });
