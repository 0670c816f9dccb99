import { describe, expect, it } from "vitest";
import { type MailContent, renderMail } from "./render-mail.ts";

const CONTENT: MailContent = {
  to: "lee@night.example",
  senderName: "Fern & Fable",
  colors: { brand: "#1f5c46", accent: null, background: null },
  subject: "Mia invited you",
  heading: "Join Fern & Fable",
  paragraphs: ["Mia invited you."],
  button: { label: "Accept", href: "https://track.example/admin/join/abc" },
  footnotes: ["It works once."],
};

describe("a mail of the console", () => {
  it("says the same as text and as HTML, with one link", async () => {
    const { text, html = "" } = await renderMail(CONTENT);
    for (const part of [text, html]) {
      expect(part).toContain("https://track.example/admin/join/abc");
      expect(part).toContain("It works once.");
    }
    expect(text).toContain("Join Fern & Fable\n\nMia invited you.\n\nAccept:\nhttps://track.example/admin/join/abc\n");
    expect(new Set(html.match(/(?<=href=")[^"]+/g))).toEqual(new Set([CONTENT.button.href]));
  });

  it("fetches nothing, and holds neither script nor picture", async () => {
    const { html = "" } = await renderMail(CONTENT);
    expect(html).not.toMatch(/<(script|img|link|iframe)|url\(|@import/i);
  });

  it("shows names as they are written, whatever they contain", async () => {
    const evil = `<script>alert("x")</script>' {{x}} <mj-raw>`;
    const { html = "", subject } = await renderMail({
      ...CONTENT,
      senderName: evil,
      heading: evil,
      paragraphs: [evil],
      subject: `${evil}\r\nBcc: x@y.example`,
    });
    expect(html).not.toMatch(/<script|<mj-/);
    expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39; {{x}} &lt;mj-raw&gt;");
    expect(subject).not.toMatch(/[\r\n]/);
  });
});
