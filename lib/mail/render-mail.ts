import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import { type BrandColors, derivePalette } from "#lib/branding/derive-palette.ts";
import type { Palette } from "#lib/branding/palette.ts";
import type { Mail } from "./mail.ts";

export interface MailContent {
  to: string;
  /** The shop, or Waymark itself. */
  senderName: string;
  /** The shop's; plain ones, if not given. */
  colors?: BrandColors;
  subject: string;
  heading: string;
  paragraphs: readonly string[];
  button: { label: string; url: string };
  /** What to know of the link, and what to do if it came unasked. */
  footnotes: readonly string[];
}

/** A short mail about one link, as text and as HTML that mail programs of any age can draw: nothing is fetched from anywhere. */
export function renderMail(content: MailContent): Mail {
  const { to, senderName, subject, heading, paragraphs, button, footnotes } = content;
  const text = [heading, ...paragraphs, `${button.label}:\n${button.url}`, footnotes.join("\n"), `-- \n${senderName}`].join("\n\n");
  return { to, senderName, subject: oneLine(subject), text: `${text}\n`, html: renderHtml(content) };
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim();

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

function renderHtml({ senderName, colors = DEFAULT_BRAND.colors, subject, heading, paragraphs, button, footnotes }: MailContent): string {
  const { palette } = derivePalette(colors, "light");
  const style = stylesOf(palette);
  const url = escapeHtml(button.url);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;background:${palette.bg}">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="${style.canvas}">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="${style.card}">
<tr><td style="${style.band}">${escapeHtml(senderName)}</td></tr>
<tr><td style="padding:28px 28px 8px">
<h1 style="${style.heading}">${escapeHtml(heading)}</h1>
${paragraphs.map((paragraph) => `<p style="${style.paragraph}">${escapeHtml(paragraph)}</p>`).join("\n")}
<table role="presentation" cellspacing="0" cellpadding="0" style="margin:24px 0"><tr><td style="${style.button}">
<a href="${url}" style="${style.buttonText}">${escapeHtml(button.label)}</a>
</td></tr></table>
<p style="${style.note}">If the button does nothing, open this address:<br><a href="${url}" style="${style.address}">${url}</a></p>
</td></tr>
<tr><td style="${style.foot}">${footnotes.map((note) => `<p style="${style.note}">${escapeHtml(note)}</p>`).join("\n")}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function stylesOf(palette: Palette) {
  return {
    canvas: `background:${palette.bg};${FONT};color:${palette.ink}`,
    card: `max-width:560px;background:${palette.card};border:1px solid ${palette.line};border-radius:12px;overflow:hidden;text-align:left`,
    band: `padding:16px 28px;background:${palette.brand};color:${palette["on-brand"]};font-size:16px;font-weight:600`,
    heading: `margin:0 0 16px;font-size:22px;line-height:1.3;color:${palette.ink}`,
    paragraph: `margin:0 0 12px;font-size:16px;line-height:1.55;color:${palette.ink}`,
    button: `border-radius:8px;background:${palette.brand}`,
    buttonText: `display:inline-block;padding:12px 22px;color:${palette["on-brand"]};font-size:16px;font-weight:600;text-decoration:none`,
    note: `margin:0 0 8px;font-size:14px;line-height:1.5;color:${palette.muted}`,
    address: `color:${palette["brand-ink"]};word-break:break-all`,
    foot: `padding:16px 28px 20px;border-top:1px solid ${palette.line}`,
  } as const;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
