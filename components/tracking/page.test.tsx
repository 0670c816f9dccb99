import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LAYOUTS } from "#lib/branding/brand.ts";
import type { PageView } from "#lib/view/tracking-view.ts";
import { Page } from "./page.tsx";
import { delivered, lookup, outForDelivery, preTransit, sampleViews } from "./sample-views.ts";

const draw = (view: PageView) => renderToStaticMarkup((<Page view={view} theme={null} />) as ReactElement);
const withLayout = (view: PageView, layout: (typeof LAYOUTS)[number]): PageView => ({ ...view, brand: { ...view.brand, layout } });
const everyPage = Object.entries(sampleViews).flatMap(([name, view]) =>
  LAYOUTS.map((layout) => ({ name, layout, view: withLayout(view, layout) })),
);
const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0;

describe.each(everyPage)("the $layout page of $name", ({ view }) => {
  const html = draw(view);

  it("needs no inline style, handler or script, so that a strict policy can stand", () => {
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/\son[a-z]+=/i);
    expect(html).not.toMatch(/<script|javascript:/i);
  });

  it("has one first-level heading, and no level is skipped below it", () => {
    const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level - before, `h${before} then h${level}`).toBeLessThanOrEqual(1);
      return level;
    });
  });

  it("gives every time a reading for machines", () => {
    expect(count(html, /<time[\s>]/g)).toBe(count(html, /<time[^>]* datetime="[^"]+"/gi));
  });

  it("uses no id twice, and points every reference at one that exists", () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [...html.matchAll(/\s(?:aria-labelledby|aria-describedby|for)="([^"]+)"/g)].flatMap((match) => match[1]?.split(" "));
    for (const id of references) expect(ids).toContain(id);
  });

  it("has a header, one main part that the skip link leads to, and a footer", () => {
    expect(html).toMatch(/^<div class="page"[^>]*><a class="skip-link" href="#content">/);
    for (const landmark of ["header", "main", "footer"]) expect(count(html, new RegExp(`<${landmark}[\\s>]`, "g")), landmark).toBe(1);
    expect(html).toContain('<main id="content" tabindex="-1">');
  });
});

describe("the tracking page", () => {
  it("says the state of every milestone in words", () => {
    const html = draw(sampleViews.returning);
    for (const { label, stateLabel } of sampleViews.returning.milestones)
      expect(html).toContain(`${label}</span><span class="sr-only"> (${stateLabel}) </span>`);
    expect(html).toContain('data-state="problem"');
    expect(count(html, /aria-current="step"/g)).toBe(1);
  });

  it("shows nothing of an order, a signer or a proof that the view does not hold", () => {
    const html = draw(delivered);
    for (const text of ["Moss green notebook", "28002-A", "Still to ship", "?key=", "scan-fact"]) expect(html, text).not.toContain(text);
  });

  it("shows signer and proof of delivery where the view has them", () => {
    const [day] = delivered.journey;
    if (day === undefined) throw new Error("the sample has a day");
    const scans = day.scans.map((scan) => ({
      ...scan,
      signer: "Signed by R. Doe",
      proofOfDelivery: { label: "See the photo", href: "https://carrier.example/photo" },
    }));
    const html = draw({ ...delivered, tier: "private", journey: [{ ...day, scans }] });
    expect(html).toContain("Signed by R. Doe");
    expect(html).toContain('href="https://carrier.example/photo"');
  });

  it("keeps older scans behind a native disclosure, and none where all are shown", () => {
    const html = draw(sampleViews.longJourney);
    const [open = "", folded = ""] = html.split("<details");
    expect(count(open, /class="scan"/g)).toBe(sampleViews.longJourney.journeyFold);
    expect(count(folded, /class="scan"/g)).toBe(40 - sampleViews.longJourney.journeyFold);
    expect(draw(outForDelivery)).not.toContain("<details");
  });

  it("says that nothing has been scanned yet instead of drawing an empty journey", () => {
    const html = draw(preTransit);
    expect(html).toContain(preTransit.journeyEmpty);
    expect(html).not.toContain('name="times"');
  });

  it("marks a parcel of test mode", () => {
    expect(draw(preTransit)).toContain("Test parcel");
    expect(draw(delivered)).not.toContain("test-label");
  });

  it("escapes what carriers and shops wrote", () => {
    const html = draw({ ...delivered, headline: "<img src=x onerror=alert(1)>" });
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(html).not.toContain("<img");
  });

  it("never mirrors the map, and keeps codes left to right in a right-to-left page", () => {
    const html = draw(sampleViews.arabicPickup);
    expect(html).toContain('<bdi dir="ltr" class="code">9405 5118 9922 3197 4284 90</bdi>');
    expect(html).toContain('aria-label="From Las Vegas, NV to Sarcoxie, MO"');
  });
});

describe("the logo", () => {
  const logo = {
    light: { url: "/brands/a/light.svg", width: 200, height: 40 },
    dark: { url: "/brands/a/dark.svg", width: 200, height: 40 },
  };
  const view = { ...delivered, brand: { ...delivered.brand, logo } };
  const drawIn = (theme: "light" | "dark" | null) => renderToStaticMarkup((<Page view={view} theme={theme} />) as ReactElement);

  it("follows the device until a theme is settled", () => {
    expect(drawIn(null)).toContain('<source media="screen and (prefers-color-scheme: dark)" srcSet="/brands/a/dark.svg"');
  });

  it("follows the settled theme, whatever the device prefers", () => {
    expect(drawIn("dark")).toContain('src="/brands/a/dark.svg"');
    expect(drawIn("light")).toContain('src="/brands/a/light.svg"');
    for (const theme of ["dark", "light"] as const) expect(drawIn(theme)).not.toMatch(/media="(?:screen and )?\(prefers/);
  });

  it("is the light one on paper, and the readable one on the system's own colours", () => {
    expect(drawIn("dark")).toContain(
      'media="print, (forced-colors: active) and (prefers-color-scheme: light)" srcSet="/brands/a/light.svg"',
    );
    expect(drawIn("light")).toContain('media="(forced-colors: active) and (prefers-color-scheme: dark)" srcSet="/brands/a/dark.svg"');
  });
});

describe("a parcel that needs somebody", () => {
  const badge = (html: string) => html.match(/class="badge">(.*?)<\/span>/)?.[1];

  it("differs by its icon, not by colour alone", () => {
    const attention = { ...delivered, tone: "attention" } as const;
    expect(badge(draw(attention))).not.toBe(badge(draw(delivered)));
    const pickup = { ...sampleViews.arabicPickup, tone: "attention" } as const;
    expect(badge(draw(pickup))).not.toBe(badge(draw(attention)));
  });

  it("has its newest scan marked as the newest, though it is a problem", () => {
    expect(draw(sampleViews.returning)).toContain('data-state="problem" data-latest=""');
  });
});

describe("the demo's front page", () => {
  it("lists its parcels in English, left to right, on a page of any language", () => {
    const links = [{ href: "/usps/1", label: "Lost on the way", note: "lost · Fern & Fable" }];
    const html = draw({ ...lookup, lang: "ar", dir: "rtl", linkGroups: [{ heading: "Journeys", links }] });
    expect(html).toMatch(/<section class="link-group" lang="en" dir="ltr"><h2>Journeys<\/h2>.*href="\/usps\/1".*lost · Fern &amp; Fable/s);
  });
});

describe("the look-up form", () => {
  it("is a plain GET form that works without a script and says what went wrong", () => {
    const html = draw(lookup);
    expect(html).toMatch(/<form[^>]* action="\/" method="get">/);
    expect(html).toContain('name="number"');
    expect(html).toContain('aria-describedby="lookup-error lookup-hint" aria-invalid="true"');
  });

  it("does not claim an error before anything was tried", () => {
    const form = lookup.form === null ? null : { ...lookup.form, error: null };
    expect(draw({ ...lookup, form })).not.toContain("aria-invalid");
  });
});
