import { describe, expect, it } from "vitest";
import { LAYOUTS } from "#lib/branding/brand.ts";
import { arabicPickup, lookup, notYetKnown, outForDelivery, sampleViews } from "../tracking/sample-views.ts";
import { type EmbedInput, renderEmbed } from "./render-embed.tsx";

const input: EmbedInput = {
  view: outForDelivery,
  brandCss: ":root{--wm-bg:#fff}",
  assets: { css: "/assets/a.css", enhance: "/assets/b.js", freshness: "/assets/c.js", embed: "/assets/d.js" },
  theme: null,
  pageHref: "/usps/9405511899223197428490?key=a",
  origins: ["https://shop.example"],
};

const everyEmbed = Object.entries(sampleViews).flatMap(([name, view]) =>
  LAYOUTS.map((layout) => ({ name, layout, view: { ...view, brand: { ...view.brand, layout } } })),
);

describe.each(everyEmbed)("the $layout embed of $name", ({ view }) => {
  it("has a title, one main part, one first-level heading and no level skipped below it", async () => {
    const html = await renderEmbed({ ...input, view });
    const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
    expect([levels[0], levels.filter((level) => level === 1).length]).toEqual([1, 1]);
    for (const [index, level] of levels.slice(1).entries()) expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1);
    expect(html.match(/<main[\s>]/g)).toHaveLength(1);
    expect(html).toMatch(/<title>.+<\/title>/);
  });

  it("needs no inline style, handler or script, and uses no id twice", async () => {
    const html = await renderEmbed({ ...input, view });
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|javascript:/i);
    for (const [, inside] of html.matchAll(/<script[^>]*>([^<]*)<\/script>/g)) expect(inside).toBe("");
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("an embed", () => {
  it("is in the view's language and direction, and in the theme that the page around it wants", async () => {
    expect(await renderEmbed({ ...input, view: arabicPickup })).toContain('<html lang="ar" dir="rtl" data-form="embed">');
    const dark = await renderEmbed({ ...input, theme: "dark" });
    expect(dark).toContain('data-theme="dark"');
    expect(dark).toContain('<meta name="color-scheme" content="dark"/>');
  });

  it("opens whatever it links in a new tab, and leads to the whole page as this viewer sees it", async () => {
    const html = await renderEmbed(input);
    expect(html).toContain('<base target="_blank"/>');
    expect(html).toContain('href="/usps/9405511899223197428490?key=a"');
    expect(html).toContain("(opens in a new tab)");
  });

  it("folds the journey away, and keeps itself fresh as the page does", async () => {
    const html = await renderEmbed(input);
    expect(html).toMatch(/<details class="earlier" id="journey"><summary>.*?<h2>Journey<\/h2><\/summary>/);
    expect(html).toContain('data-refresh="/usps/9405511899223197428490.json?key=a"');
    expect(await renderEmbed({ ...input, view: notYetKnown })).toContain("data-refresh=");
  });

  it("asks for nothing to be typed: a form in somebody else's page is not ours to put there", async () => {
    expect(await renderEmbed({ ...input, view: lookup })).not.toMatch(/<form|<input/);
  });

  it("refuses a brand's stylesheet that would end its own element", async () => {
    await expect(renderEmbed({ ...input, brandCss: "</style><script>" })).rejects.toThrow("must not close");
  });
});
