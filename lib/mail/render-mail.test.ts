import { describe, expect, it } from "vitest";
import { type MailContent, renderMail } from "./render-mail.ts";

const CONTENT: MailContent = {
  to: "lee@night.example",
  senderName: "Fern & Fable",
  colors: { brand: "#1f5c46", accent: null, background: null },
  subject: "Mia invited you",
  heading: "Join Fern & Fable",
  paragraphs: ["Mia invited you."],
  button: { label: "Accept", url: "https://track.example/admin/join/abc" },
  footnotes: ["It works once."],
};

describe("a mail of ours", () => {
  it("says the same as text and as HTML, with one link", () => {
    const { text, html } = renderMail(CONTENT);
    for (const part of [text, html]) {
      expect(part).toContain("https://track.example/admin/join/abc");
      expect(part).toContain("It works once.");
    }
    expect(text).toContain("Join Fern & Fable\n\nMia invited you.\n\nAccept:\nhttps://track.example/admin/join/abc\n");
  });

  it("fetches nothing, and holds neither script nor picture", () => {
    const { html = "" } = renderMail(CONTENT);
    expect(html).not.toMatch(/<(script|img|link|iframe|style)|url\(|@import/i);
    expect([...html.matchAll(/https?:\/\/[^"<\s]+/g)].map(([url]) => url)).toEqual(Array(3).fill(CONTENT.button.url));
  });

  it("shows names as they are written, whatever they contain", () => {
    const evil = `<script>alert("x")</script>'`;
    const { html = "", subject } = renderMail({
      ...CONTENT,
      senderName: evil,
      heading: evil,
      paragraphs: [evil],
      subject: `${evil}\r\nBcc: x@y.example`,
    });
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;");
    expect(subject).not.toMatch(/[\r\n]/);
  });

  it("wears the shop's colour, in a shade that can be read on", () => {
    const { html = "" } = renderMail({ ...CONTENT, colors: { brand: "#ffe14d", accent: null, background: null } });
    expect(html.toLowerCase()).toContain("background:#ffe14d");
    expect(html.toLowerCase()).not.toContain("background:#ffe14d;color:#ffffff");
  });
});
