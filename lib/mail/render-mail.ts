import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import type { BrandColors } from "#lib/branding/derive-palette.ts";
import type { LinkText } from "#lib/view/tracking-view.ts";
import { drawMail } from "./draw-mail.ts";
import type { Mail } from "./mail.ts";
import { button, heading, note, paragraph, spelledOut } from "./mail-blocks.ts";

export interface MailContent {
  to: string;
  /** The shop, or Waymark itself. */
  senderName: string;
  /** The shop's; plain ones, if not given. */
  colors?: BrandColors;
  subject: string;
  heading: string;
  paragraphs: readonly string[];
  button: LinkText;
  /** What to know of the link, and what to do if it came unasked. */
  footnotes: readonly string[];
}

/** A short mail of the console about one link, in the two forms it is sent in. */
export async function renderMail(content: MailContent): Promise<Mail> {
  const { to, senderName, footnotes } = content;
  const text = [content.heading, ...content.paragraphs, `${content.button.label}:\n${content.button.href}`, footnotes.join("\n")];
  const frame = { lang: "en", dir: "ltr", subject: oneLine(content.subject), preheader: content.paragraphs.join(" ") } as const;
  const brand = { ...DEFAULT_BRAND, name: senderName, colors: content.colors ?? DEFAULT_BRAND.colors, homeUrl: null, logo: null };
  const html = await drawMail({ ...frame, brand }, (look) => ({
    body: [
      heading(look, content.heading),
      ...content.paragraphs.map((words) => paragraph(look, words)),
      button(look, content.button),
      spelledOut(look, "If the button does nothing, open this address:", content.button.href),
    ],
    footer: footnotes.map((words) => note(look, words)),
  }));
  return { to, senderName, subject: frame.subject, text: `${[...text, `-- \n${senderName}`].join("\n\n")}\n`, html };
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim();
