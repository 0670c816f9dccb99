import { escapeXml } from "#lib/shared/escape-xml.ts";
import { wordButtonWidth } from "#lib/snippets/word-button-width.ts";
import type { LinkText } from "#lib/view/tracking-view.ts";
import { FONT, type MailLook, painted } from "./mail-look.ts";
import { forWord, notForWord, tag } from "./mjml.ts";

// The parts a mail is put together from, each an element of an MJML column.

const SIDE = "20px";

/** Where lines begin. */
const startOf = ({ dir }: Pick<MailLook, "dir">) => (dir === "rtl" ? "right" : "left");

/** Room around markup that we write ourselves; `below` is in CSS pixels. */
function block({ dir }: MailLook, below: number, ...markup: string[]): string {
  return tag("mj-text", { padding: `0 ${SIDE} ${below}px`, align: startOf({ dir }), "font-family": FONT }, ...markup);
}

export function heading(look: MailLook, text: string): string {
  return block(look, 12, tag("h1", painted(look, "ink", "margin:0;font-size:28px;line-height:1.25;font-weight:700"), escapeXml(text)));
}

export function paragraph(look: MailLook, text: string): string {
  return block(look, 14, tag("p", painted(look, "ink", "margin:0;font-size:16px;line-height:1.55"), lines(text)));
}

export function note(look: MailLook, text: string, { below = 8 }: { below?: number } = {}): string {
  const align = startOf(look);
  return block(
    look,
    below,
    tag("p", { dir: "auto", ...painted(look, "muted", `margin:0;font-size:13px;line-height:1.5;text-align:${align}`) }, lines(text)),
  );
}

/** An address in full, for who cannot press a button. */
export function spelledOut(look: MailLook, text: string, href: string): string {
  const anchor = tag("a", { href, ...painted(look, "link", "word-break:break-all") }, escapeXml(href));
  return block(
    look,
    8,
    tag("p", painted(look, "muted", "margin:0;font-size:13px;line-height:1.5"), escapeXml(text), tag("br", {}), anchor),
  );
}

export function badge(look: MailLook, text: string): string {
  const style = "display:inline-block;padding:3px 10px;border-radius:999px;font-size:13px;line-height:1.4;font-weight:600";
  return block(look, 12, tag("span", painted(look, "plate", style), escapeXml(text)));
}

/** Word draws its own button, of a fixed size. */
export function button(look: MailLook, { label, href }: LinkText): string {
  const { palette, radius } = look;
  const corner = Math.min(radius, 24);
  const font = `font-size:16px;font-weight:700;font-family:${FONT}`;
  const shape = {
    href,
    style: `height:48px;v-text-anchor:middle;width:${wordButtonWidth(label)}px`,
    arcsize: `${Math.round((corner / 48) * 100)}%`,
    strokecolor: palette.brand,
    fillcolor: palette.brand,
  };
  const word = tag(
    "v:roundrect",
    { "xmlns:v": "urn:schemas-microsoft-com:vml", "xmlns:w": "urn:schemas-microsoft-com:office:word", ...shape },
    "<w:anchorlock/>",
    tag("center", { style: `color:${palette["on-brand"]};${font}` }, escapeXml(label)),
  );
  const style = `display:inline-block;padding:14px 26px;border-radius:${corner}px;line-height:20px;text-decoration:none;${font}`;
  // A cell's own attribute, too: GMX draws no other ground, and would leave white words on white.
  const cell = { bgcolor: palette.brand, style: `border-radius:${corner}px` };
  const rest = tag("td", cell, tag("a", { href, ...painted(look, "button", style) }, escapeXml(label)));
  const table = { role: "presentation", border: "0", cellpadding: "0", cellspacing: "0" };
  return block(look, 24, forWord(word), notForWord(tag("table", table, tag("tr", {}, rest))));
}

/** What somebody must do. */
export function callout(
  look: MailLook,
  { text, deadline, link }: { text: string; deadline: string | null; link: LinkText | null },
): string {
  const side = startOf(look);
  const words = tag("p", { style: "margin:0;font-size:16px;line-height:1.5;font-weight:600" }, escapeXml(text));
  const until = deadline && tag("p", { style: "margin:6px 0 0;font-size:15px;line-height:1.5" }, escapeXml(deadline));
  const way =
    link &&
    tag(
      "p",
      { style: "margin:8px 0 0;font-size:15px;line-height:1.5" },
      tag(
        "a",
        { href: link.href, class: "wm-ink", style: `color:${look.palette.ink};font-weight:600;text-decoration:underline` },
        escapeXml(link.label),
      ),
    );
  const cell = painted(look, "call", `padding:14px 18px;border-${side}-width:4px;border-${side}-style:solid`);
  return block(look, 20, tag("table", TABLE, tag("tr", {}, tag("td", cell, words, until, way))));
}

const TABLE = { role: "presentation", width: "100%", cellspacing: 0, cellpadding: 0, border: 0 } as const;

/** A picture that leads somewhere. Its words stand in its place, in the mail's own type, while it is not there. */
export function picture(look: MailLook, { url, alt, width, href }: { url: string; alt: string; width: number; href: string }): string {
  const style = `display:block;width:100%;max-width:${width}px;height:auto;border:0;font-family:${FONT};font-size:16px;line-height:1.5;font-weight:600`;
  const image = tag("img", { src: url, alt, width, ...painted(look, "ink", style) });
  return block(look, 20, tag("a", { href, style: "text-decoration:none" }, image));
}

/** Names and values, a line each. */
export function facts(look: MailLook, rows: readonly { label: string; value: string }[]): string {
  const start = startOf(look);
  const cell = (paint: "muted" | "ink", text: string, more: string) => {
    const { class: name, style } = painted(
      look,
      paint,
      `padding:9px 0;text-align:${start};vertical-align:top;font-size:15px;line-height:1.45;${more}`,
    );
    const line = painted(look, "line", "border-top-width:1px;border-top-style:solid");
    return tag("td", { dir: "auto", class: `${name} ${line.class}`, style: `${style};${line.style}` }, escapeXml(text));
  };
  const gap = look.dir === "rtl" ? "padding-left:16px" : "padding-right:16px";
  const written = rows.map(({ label, value }) =>
    tag("tr", {}, cell("muted", label, `width:34%;${gap}`), cell("ink", value, "font-weight:600")),
  );
  return block(look, 16, tag("table", TABLE, ...written));
}

export function list(look: MailLook, title: string, rows: readonly { title: string; note: string }[]): string {
  const items = rows.map((row) =>
    tag(
      "p",
      painted(look, "ink", "margin:4px 0 0;font-size:15px;line-height:1.5"),
      tag("bdi", {}, escapeXml(row.title)),
      " ",
      tag("span", painted(look, "muted"), `· ${escapeXml(row.note)}`),
    ),
  );
  return block(look, 20, subheading(look, title), ...items);
}

/** A few words, and ways on: a line each, so that a thumb meets one of them. */
export function section(
  look: MailLook,
  { title, text, links }: { title: string; text: string; links: readonly { label: string; href: string | null }[] },
): string {
  const ways = links.map(({ label, href }) => (href === null ? tag("bdi", {}, escapeXml(label)) : anchor(look, { label, href })));
  return block(
    look,
    20,
    subheading(look, title),
    tag("p", painted(look, "muted", "margin:4px 0 0;font-size:15px;line-height:1.6"), escapeXml(text)),
    tag("p", painted(look, "muted", "margin:0;font-size:15px;line-height:2"), ways.join(tag("br", {}))),
  );
}

export function ways(look: MailLook, links: readonly LinkText[]): string {
  const anchors = links.map((link) => anchor(look, link)).join(" &nbsp;·&nbsp; ");
  return block(look, 4, tag("p", painted(look, "muted", "margin:0;font-size:13px;line-height:2.2"), anchors));
}

const anchor = (look: MailLook, { label, href }: LinkText) =>
  tag("bdi", {}, tag("a", { href, ...painted(look, "link", "text-decoration:underline") }, escapeXml(label)));

const subheading = (look: MailLook, text: string) =>
  tag("p", painted(look, "ink", "margin:0;font-size:15px;line-height:1.4;font-weight:700"), escapeXml(text));

/** The shop, by its logo or its name. A logo keeps a light ground of its own: some programs darken the mail around it. */
export function masthead(
  look: MailLook,
  { name, href, logo }: { name: string; href: string | null; logo: { url: string; width: number; height: number } | null },
): string {
  const shown = logo === null ? wordmark(look, name) : plate(look, { ...logo, name });
  return block(look, 20, href === null ? shown : tag("a", { href, style: "text-decoration:none" }, shown));
}

const wordmark = (look: MailLook, name: string) =>
  tag("span", painted(look, "ink", "font-size:18px;line-height:1.3;font-weight:700"), escapeXml(name));

const LOGO_HEIGHT = 32;

function plate({ palette }: MailLook, { url, name, width, height }: { url: string; name: string; width: number; height: number }): string {
  const scale = Math.min(1, LOGO_HEIGHT / height, 208 / width);
  const ground = `display:inline-block;padding:6px 8px;margin:-6px -8px;border-radius:8px;background-color:${palette.card};background-image:linear-gradient(${palette.card},${palette.card})`;
  const style = `display:block;border:0;font-family:${FONT};font-size:18px;font-weight:700;color:${palette.ink}`;
  const image = { src: url, alt: name, width: Math.round(width * scale), height: Math.round(height * scale), style };
  return tag("span", { style: ground }, tag("img", image));
}

const lines = (text: string) => text.split(/\r?\n/).map(escapeXml).join(tag("br", {}));
