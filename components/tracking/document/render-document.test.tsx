import { describe, expect, it } from "vitest";
import { arabicPickup, delivered, lookup, notYetKnown, outForDelivery } from "../sample-views.ts";
import { type DocumentInput, renderDocument } from "./render-document.tsx";

const assets = {
  css: "/assets/document.a.css",
  enhance: "/assets/enhance.b.js",
  freshness: "/assets/freshness.c.js",
  embed: "/assets/embed.d.js",
};
const input: DocumentInput = {
  view: outForDelivery,
  brandCss:
    ':root{--wm-font-heading:"Waymark Heading",serif}@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){--wm-bg:#000}}',
  assets,
  theme: null,
  canonicalPath: "/usps/9405511899223197428490",
  robots: "noindex",
};

describe("the document", () => {
  it("is a whole page in the view's language and direction", async () => {
    expect(await renderDocument(input)).toMatch(/^<!doctype html><html lang="en" dir="ltr"><head><meta charSet="utf-8"\/>/);
    expect(await renderDocument({ ...input, view: arabicPickup })).toContain('<html lang="ar" dir="rtl">');
  });

  it("holds the brand's stylesheet to the letter, so that the policy's hash fits", async () => {
    expect(await renderDocument(input)).toContain(`<style>${input.brandCss}</style>`);
  });

  it("refuses a brand's stylesheet that would end its own element", async () => {
    await expect(renderDocument({ ...input, brandCss: "</style><script>" })).rejects.toThrow("must not close");
  });

  it("asks nobody but ourselves, and has one external script that is not in the way", async () => {
    const html = await renderDocument(input);
    const scripts = html.match(/<script[^>]*>[^<]*<\/script>/g);
    expect(scripts).toEqual(['<script type="module" src="/assets/enhance.b.js"></script>']);
    expect(html).toContain('<link rel="stylesheet" href="/assets/document.a.css"/>');
    expect(html).not.toMatch(/(?:src|srcset)="(?:https?:)?\/\//i);
  });

  it("tells search engines to stay away", async () => {
    expect(await renderDocument(input)).toContain('<meta name="robots" content="noindex"/>');
  });

  it("keeps itself fresh while there is news to come, and not after", async () => {
    const live = await renderDocument(input);
    expect(live).toContain('data-refresh="/usps/9405511899223197428490.json?key=a"');
    expect(live).toContain('data-freshness="/assets/freshness.c.js"');
    const final = await renderDocument({ ...input, view: delivered });
    expect(final).not.toContain("data-refresh");
    expect(final).not.toContain("freshness.c.js");
  });

  it("puts nothing private into title, description or shared links", async () => {
    const head = (await renderDocument(input)).split("</head>")[0] ?? "";
    for (const secret of ["key=", "28002-A", "Moss green", "64862", "9405 5118"]) expect(head, secret).not.toContain(secret);
    expect(head).toContain('<link rel="alternate" type="application/json" href="/usps/9405511899223197428490.json"/>');
  });

  it("offers data only for pages that have some", async () => {
    expect(await renderDocument({ ...input, view: lookup, canonicalPath: "/" })).not.toContain("application/json");
    expect(await renderDocument({ ...input, view: notYetKnown })).toContain("application/json");
  });

  it("settles the theme that the shopper asked for, or else the brand insists on", async () => {
    const dark = { ...outForDelivery, brand: { ...outForDelivery.brand, mode: "dark" as const } };
    expect(await renderDocument(input)).not.toContain('<html lang="en" dir="ltr" data-theme');
    expect(await renderDocument({ ...input, view: dark })).toContain('data-theme="dark"');
    expect(await renderDocument({ ...input, view: dark, theme: "light" })).toContain('data-theme="light"');
  });

  it("colours the browser's bars to suit the theme", async () => {
    const themeColors = { light: "#fff", dark: "#111" };
    expect(await renderDocument({ ...input, themeColors })).toContain(
      '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#111"/>',
    );
    expect(await renderDocument({ ...input, themeColors, theme: "dark" })).toContain('<meta name="theme-color" content="#111"/>');
  });

  it("has a live region that starts out silent", async () => {
    expect(await renderDocument(input)).toContain('<p id="live" class="sr-only" role="status"></p>');
  });
});
