import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contrastRatio } from "#lib/branding/oklch-color.ts";
import { LANGUAGES } from "#lib/view/languages.ts";
import { deliverMail } from "./deliver-mail.ts";
import { lookOf, TEXT_ON_GROUND } from "./mail-look.ts";
import { type MailServer, startMailServer } from "./mail-server.testing.ts";
import { renderShopperMail } from "./render-shopper-mail.ts";
import { LINKS, PAGE, SAMPLE_KINDS, sampleMail } from "./shopper-mails.testing.ts";

const EVERY = SAMPLE_KINDS.flatMap((kind) => LANGUAGES.map(({ tag, dir }) => ({ kind, lang: tag, dir })));

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.close());

/** As it arrives: through a real server, parsed back. */
async function receive(view: Parameters<typeof renderShopperMail>[0]) {
  const mail = await renderShopperMail(view);
  const config = { smtpUrl: server.url, mailFrom: "waymark@track.example" };
  const sent = await deliverMail({ config }, { to: "mia@moss.example", senderName: view.brand.name, ...mail });
  expect(sent).toEqual({ kind: "accepted" });
  const received = server.mails.at(-1);
  return { subject: received?.subject ?? "", text: received?.text ?? "", html: received?.html ?? "" };
}

const wordsOf = (html: string) =>
  html
    .replaceAll(/<!--.*?-->|<style.*?<\/style>|<head>.*?<\/head>/gs, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/g, " ");

describe("a mail to a shopper", () => {
  it.each(EVERY)(
    "of $kind arrives whole in $lang, as text and as HTML, and is small enough to be shown whole",
    async ({ kind, lang, dir }) => {
      const view = sampleMail(kind, lang);
      const { subject, text, html } = await receive(view);
      expect(subject).toBe(view.subject);
      for (const words of [view.headline, ...view.paragraphs, view.action?.text ?? "", view.why, "Fern & Fable Ltd"]) {
        expect(wordsOf(html)).toContain(words.replaceAll(/\s+/g, " "));
        expect(text.replaceAll("\u00ad", "")).toContain(words.replaceAll("\u00ad", ""));
      }
      for (const { href } of [view.button, ...view.links]) {
        expect(html.replaceAll("&amp;", "&")).toContain(`href="${href}"`);
        expect(text).toContain(href);
      }
      expect(html).toContain(`<html lang="${lang}" dir="${dir}"`);
      expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    },
  );

  it.each(EVERY)("of $kind in $lang names in its subject neither the parcel nor what is in it", ({ kind, lang }) => {
    expect(sampleMail(kind, lang).subject).not.toMatch(/9405|28002|notebook|Sarcoxie|USPS/i);
  });

  it("fetches the parcel's picture and the shop's logo, and nothing else", async () => {
    const { html } = await renderShopperMail(sampleMail("out_for_delivery"));
    const sources = [...html.matchAll(/<img[^>]*\ssrc="([^"]+)"/g)].map(([, url]) => url);
    expect(sources).toEqual(["https://track.fern.example/uploads/mrc_1/logo.png", LINKS.image]);
    expect(html).not.toMatch(/<(script|link|iframe|form|video)|url\(|@import/i);
  });

  it("says what the picture says to who does not see it", async () => {
    const { html } = await renderShopperMail(sampleMail("out_for_delivery"));
    expect(html).toContain('alt="Arriving today by 5 pm. Step 3 of 4: Out for delivery."');
    expect(html).toMatch(/<img[^>]+width="560"/);
    expect(html).not.toMatch(/<img(?![^>]*\salt=)/);
  });

  it("shows a logo only in a format that every mail program draws, else the shop's name", async () => {
    const logo = { light: { url: "/uploads/mrc_1/logo.svg", width: 416, height: 64 } };
    const { html } = await renderShopperMail(sampleMail("shipped", "en", { logo }));
    expect(html).not.toContain("logo.svg");
    expect(wordsOf(html)).toContain("Fern & Fable");
  });

  it("shows what a shop wrote as it is written, whatever it is", async () => {
    const evil = `<img src=x onerror=alert(1)> "' {{x}} <mj-include path="/etc/passwd"/>`;
    const { html } = await renderShopperMail(sampleMail("delivered", "en", { name: evil, logo: null, footerText: evil }));
    expect(html).not.toMatch(/<img src=x|<mj-/);
    expect(wordsOf(html).replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')).toContain(evil);
  });

  it("tells a confirmation's reader no more than it takes to answer", async () => {
    const { text, html } = await renderShopperMail(sampleMail("confirmation"));
    for (const part of [text, html]) {
      expect(part).toContain("https://track.fern.example/preferences/tok/confirm");
      expect(part).not.toContain(PAGE);
      expect(part).not.toMatch(/notebook|Sarcoxie|28002|unsubscribe/i);
    }
  });

  it("draws a button that Outlook's Word draws too", async () => {
    const { html } = await renderShopperMail(sampleMail("shipped"));
    const href = PAGE.replaceAll("&", "&amp;");
    expect(html).toMatch(new RegExp(`<!--\\[if mso\\]><v:roundrect[^>]+href="${href.replaceAll(/[.?]/g, "\\$&")}"`));
    expect(html).toMatch(/<!--\[if !mso\]><!--><table [^>]*><tr><td [^>]*><a [^>]*class="wm-button"/);
  });
});

describe("the colours of a mail", () => {
  const odd = ["#ffe14d", "#ffffff", "#000000", "#7f7f7f", "#00ff00", "#ff00ff", "#0000ff", "#fdf6e3", "#010203", "#9c9c00"];
  const backgrounds = [null, "#ffffff", "#000000", "#808080", "#ff0000"];

  it.each(odd)("can be read on, for a brand of %s in light and in dark", (brand) => {
    for (const background of backgrounds) {
      const { palette, dark } = lookOf({ colors: { brand, accent: null, background }, radius: 8, mode: "auto" }, "ltr");
      for (const colors of [palette, dark ?? palette]) {
        for (const [text, ground] of TEXT_ON_GROUND) {
          expect(contrastRatio(colors[text], colors[ground]), `${text} on ${ground}, ${background}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });

  it("are said twice where a mail program asks, once where the shop has one look only", async () => {
    const both = (await renderShopperMail(sampleMail("shipped"))).html;
    expect(both).toContain('<meta name="color-scheme" content="light dark">');
    expect(both).toContain("prefers-color-scheme: dark");
    const dark = (await renderShopperMail(sampleMail("shipped", "en", { mode: "dark" }))).html;
    expect(dark).toContain('<meta name="color-scheme" content="dark">');
    expect(dark).not.toContain("prefers-color-scheme");
  });
});
