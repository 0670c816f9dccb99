import { escapeXml } from "#lib/shared/escape-xml.ts";
import type { MailBrandView } from "#lib/view/mail-view.ts";
import { masthead } from "./mail-blocks.ts";
import { darkStyles, FONT, lookOf, type MailLook } from "./mail-look.ts";
import { compileMjml, tag } from "./mjml.ts";

export interface MailFrame {
  lang: string;
  dir: "ltr" | "rtl";
  subject: string;
  /** What lists of mails show after the subject. */
  preheader: string;
  brand: Pick<MailBrandView, "name" | "homeUrl" | "logo" | "colors" | "radius" | "mode">;
}

export interface MailParts {
  /** On the card. */
  body: readonly string[];
  /** Below it. */
  footer: readonly string[];
}

/** The one way mails are drawn: a card on the shop's ground, with what `fill` puts on it and below it. */
export function drawMail({ lang, dir, subject, preheader, brand }: MailFrame, fill: (look: MailLook) => MailParts): Promise<string> {
  const look = lookOf(brand, dir);
  const { body, footer } = fill(look);
  const { palette } = look;
  const corner = Math.min(look.radius, 20);
  const place = { padding: "0", direction: dir };
  const column = (children: readonly string[]) => tag("mj-column", { direction: dir, padding: "0" }, ...children);
  return compileMjml(
    tag(
      "mjml",
      { lang, dir },
      tag(
        "mj-head",
        {},
        tag("mj-title", {}, escapeXml(subject)),
        tag("mj-preview", {}, escapeXml(preheader)),
        tag("mj-attributes", {}, tag("mj-text", { "font-family": FONT })),
        tag("mj-style", {}, schemeStyles(look)),
        tag("mj-raw", {}, schemeMeta(look)),
      ),
      tag(
        "mj-body",
        { width: "600px", "background-color": palette.bg, "css-class": "wm-page" },
        tag("mj-section", place, column([tag("mj-spacer", { height: "24px" })])),
        tag(
          "mj-section",
          { ...place, "background-color": palette.brand, "border-radius": `${corner}px ${corner}px 0 0`, "css-class": "wm-band" },
          column([tag("mj-spacer", { height: "6px" })]),
        ),
        tag(
          "mj-section",
          {
            ...place,
            padding: "22px 0 8px",
            "background-color": palette.card,
            "border-radius": `0 0 ${corner}px ${corner}px`,
            "css-class": "wm-card",
          },
          column([masthead(look, { name: brand.name, href: brand.homeUrl, logo: brand.logo }), ...body]),
        ),
        tag("mj-section", { ...place, padding: "20px 0 32px" }, column(footer)),
      ),
    ),
  );
}

function schemeMeta({ schemes }: MailLook): string {
  return [
    ...["color-scheme", "supported-color-schemes"].map((name) => tag("meta", { name, content: schemes })),
    // Numbers of parcels are no telephone numbers.
    tag("meta", { name: "format-detection", content: "telephone=no,date=no,address=no,email=no" }),
  ].join("");
}

const schemeStyles = (look: MailLook) => `:root { color-scheme: ${look.schemes}; } ${darkStyles(look)}`;
