import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrastRatio } from "#lib/branding/oklch-color.ts";
import { carrierFor } from "#lib/carriers/catalog.ts";
import { parseTrackingPath } from "#lib/carriers/tracking-path.ts";
import { LANGUAGES } from "#lib/view/languages.ts";
import { moving, promise, sampleInput } from "#lib/view/sample-input.ts";
import type { TrackingViewInput } from "#lib/view/tracking-view-input.ts";
import { buildParcelSnippets } from "./build-parcel-snippets.ts";
import { buildTemplateSnippets, type TemplateWish } from "./build-template-snippets.ts";
import { MAIL_CLIENTS } from "./client-support.data.ts";
import { findUnsupported, listTexts, readMail } from "./client-support.testing.ts";
import { escapeJson, escapeMarkup, escapePlain } from "./escape.ts";
import { PLATFORMS } from "./platforms.data.ts";
import { mailAround, previewHtml } from "./preview-html.ts";

const ORIGIN = "https://track.fern.example";
const KEY = "0k1e2y3";
const LIQUID_NAME = "{{ shop }} {% x %} *|EMAIL|* [[y]] %%z%% <?php";
/** A shop whose colours are hard to read, and whose corners are rounder than a button. */
const BRANDS = ["#1f5c46", "#ffe600", "#c8ff2e", "#ffffff", "#000000"].map((brand) => ({ colors: { brand }, radius: 28 }));

type Facts = NonNullable<Parameters<typeof sampleInput>[0]>;

function input({ viewer, ...facts }: Facts = {}): TrackingViewInput {
  return sampleInput({ ...facts, viewer: { tier: "private", key: KEY, ...viewer } });
}
const parcel = (facts?: Facts) => buildParcelSnippets(input(facts), { origin: ORIGIN });
const template = (wish: Partial<TemplateWish> & { slug?: string; name?: string } = {}) => {
  const { slug = "shopify", name = "Fern & Fable", ...rest } = wish;
  const platform = PLATFORMS.find((each) => each.slug === slug) ?? PLATFORMS[0];
  if (!platform) throw new Error("no platforms");
  const { brand } = input({ brand: { name } }).merchant;
  return buildTemplateSnippets({ brand, origin: ORIGIN, pathPrefix: "" }, { platform, lang: null, theme: null, link: "public", ...rest });
};
const jsonLdOf = (jsonLd: string) => JSON.parse(jsonLd.replace(/<\/?script[^>]*>/g, ""));

describe("a parcel's snippet", () => {
  it("leads to the private page, and shows the public picture", () => {
    const { html, text, pageUrl, imageUrl } = parcel();
    expect(pageUrl).toBe(`${ORIGIN}/usps/9405511899223197428490?key=${KEY}`);
    expect(imageUrl).toBe(`${ORIGIN}/usps/9405511899223197428490.png?w=400`);
    const links = readMail(html).flatMap(({ attributes: { href, src } }) => [href, src].filter((each) => each !== undefined));
    expect(new Set(links)).toEqual(new Set([pageUrl, imageUrl]));
    expect(text).toContain(`\n${pageUrl}\n`);
  });

  it("says the status of the day it was made, where pictures are off", () => {
    const { html, text } = parcel({ viewer: { locale: "en-US" } });
    const image = readMail(html).find(({ name }) => name === "img");
    expect(image?.attributes.alt).toBe("As of Monday, September 21: Arriving today by 5 pm");
    expect(text).toBe(
      `As of Monday, September 21: Arriving today by 5 pm\n\nTrack your parcel:\n${ORIGIN}/usps/9405511899223197428490?key=${KEY}\n`,
    );
  });

  it("keeps what only the private page may show out of what a mail shows", () => {
    const secret = input({ tracker: { signedBy: "MIA LONGNAME" }, rest: { order: orderOf(["Secret socks"]) } });
    const { html, text } = buildParcelSnippets(secret, { origin: ORIGIN });
    expect(`${html}${text}`).not.toMatch(/LONGNAME|Secret|28002/);
  });

  it("speaks the language it was asked for, from right to left where that is so, in link and picture too", () => {
    for (const { tag, dir } of LANGUAGES) {
      const { html, pageUrl, imageUrl } = parcel({ viewer: { lang: tag, langIsChosen: true } });
      expect(html).toContain(`<table role="presentation" lang="${tag}" dir="${dir}"`);
      expect(new URL(pageUrl).searchParams.get("lang")).toBe(tag);
      expect(new URL(imageUrl).searchParams.get("lang")).toBe(tag);
    }
  });

  it("is dark where that is asked for, with its picture", () => {
    const { html, imageUrl } = parcel({ viewer: { theme: "dark" } });
    expect(imageUrl).toMatch(/\.png\?w=400&theme=dark$/);
    const plate = readMail(html).find(({ name }) => name === "td")?.attributes.bgcolor ?? "";
    expect(contrastRatio(plate, "#000000")).toBeLessThan(contrastRatio(plate, "#ffffff"));
  });
});

describe("a preview", () => {
  it("shows the picture of this host or none, and gives no link away", () => {
    const { html, imageUrl } = parcel();
    const shown = previewHtml(html, { from: imageUrl, to: "/here.png" });
    expect(shown).toContain('src="/here.png"');
    expect(mailAround(shown, "dark")).not.toMatch(new RegExp(`${KEY}|${ORIGIN}/`));
  });
});

describe("ParcelDelivery", () => {
  it("tells Gmail and Outlook what is known, with the order for the recipient", () => {
    const { jsonLd } = parcel({ brand: { homeUrl: "https://fern.example/" }, rest: { order: orderOf(["Linen shirt", null]) } });
    expect(jsonLdOf(jsonLd)).toEqual({
      "@context": "https://schema.org",
      "@type": "ParcelDelivery",
      trackingNumber: "9405511899223197428490",
      trackingUrl: `${ORIGIN}/usps/9405511899223197428490?key=${KEY}`,
      carrier: { "@type": "Organization", name: "USPS" },
      deliveryStatus: { "@type": "DeliveryEvent", name: "Arriving today by 17:00" },
      expectedArrivalFrom: "2026-09-21",
      expectedArrivalUntil: "2026-09-21T17:00:00",
      deliveryAddress: {
        "@type": "PostalAddress",
        ...{ addressLocality: "SARCOXIE", addressRegion: "MO", postalCode: "64862", addressCountry: "US" },
      },
      itemShipped: [{ "@type": "Product", name: "Linen shirt", sku: "LS" }],
      partOfOrder: {
        "@type": "Order",
        orderNumber: "28002-A",
        merchant: { "@type": "Organization", name: "Fern & Fable", url: "https://fern.example/" },
      },
    });
  });

  it("makes up no date, no place, no item and no carrier", () => {
    const { jsonLd } = parcel({ tracker: { ...moving(null), destination: null }, brand: { hideCarrier: true } });
    const known = jsonLdOf(jsonLd);
    expect(Object.keys(known)).toEqual(["@context", "@type", "trackingNumber", "trackingUrl", "deliveryStatus", "partOfOrder"]);
    expect(known.partOfOrder).toEqual({ "@type": "Order", merchant: { "@type": "Organization", name: "Fern & Fable" } });
  });

  it("expects nothing of a parcel that has come or goes back", () => {
    for (const status of ["delivered", "return_to_sender"] as const) {
      const { jsonLd } = parcel({ tracker: { status, isFinal: status === "delivered", estimatedDelivery: promise("2026-09-21") } });
      expect(jsonLd).not.toContain("expectedArrival");
    }
  });

  it("stays inside its script, whatever things are called", () => {
    const names = ["</script><script>alert(1)</script>", "<!--", "\u2028", "{{ x }}", "*|X|*"];
    const { jsonLd } = parcel({ brand: { name: names.filter((name) => name !== "\u2028").join(" ") }, rest: { order: orderOf(names) } });
    expect(jsonLd.match(/<\/?script/g)).toHaveLength(2);
    expect(jsonLd).not.toMatch(/<!--|\u2028|\{\{|\*\|/);
    expect(jsonLdOf(jsonLd).itemShipped.map(({ name }: { name: string }) => name)).toEqual(names);
  });
});

describe("templates", () => {
  it.each(PLATFORMS.map(({ slug, carrier, number }) => ({ slug, carrier, number })))(
    "hold the placeholders of $slug in every link, and nothing else that it would read",
    ({ slug, carrier, number }) => {
      const { html, text, pageUrl, imageUrl } = template({ slug, name: LIQUID_NAME });
      expect(pageUrl).toBe(`${ORIGIN}/${carrier}/${number}`);
      expect(imageUrl).toBe(`${ORIGIN}/${carrier}/${number}.png?w=400`);
      const wrapper = PLATFORMS.find((each) => each.slug === slug);
      for (const [form, body] of [
        ["html", html],
        ["text", text],
      ] as const) {
        const own = body
          .replaceAll(`${carrier}/${number}`, "")
          .replace(wrapper?.[form].open ?? "", "")
          .replace(wrapper?.[form].close ?? "", "");
        expect(own).not.toMatch(/\{\{|\{%|\*\||\[\[|%%|<\?/);
      }
    },
  );

  it.each(PLATFORMS.map(({ slug, privateLink }) => ({ slug, placeholder: privateLink.placeholder })))(
    "lead to the private page where $slug can keep its link, and still show the public picture",
    ({ slug, placeholder }) => {
      const { html, text, pageUrl, imageUrl } = template({ slug, link: "private" });
      expect(pageUrl).toBe(placeholder);
      expect(html.split(`href="${placeholder}"`)).toHaveLength(5);
      expect(text).toContain(placeholder);
      expect(imageUrl).toMatch(/\.png\?w=400$/);
    },
  );

  it("have placeholders that stay within an attribute", () => {
    for (const { carrier, number, privateLink } of PLATFORMS) expect(`${carrier}${number}${privateLink.placeholder}`).not.toContain('"');
  });

  it("carry language and theme along", () => {
    const { pageUrl, imageUrl, html } = template({ slug: "any", lang: "de", theme: "dark" });
    expect(pageUrl).toBe(`${ORIGIN}/{{carrier}}/{{tracking_number}}?lang=de`);
    expect(imageUrl).toBe(`${ORIGIN}/{{carrier}}/{{tracking_number}}.png?w=400&lang=de&theme=dark`);
    expect(html).toContain("Wo Ihr Paket von Fern &#38; Fable ist");
  });

  it("have JSON-LD where the tool leaves scripts in mails, and it is JSON once filled", () => {
    expect(PLATFORMS.filter(({ slug }) => template({ slug }).jsonLd === null).map(({ slug }) => slug)).toEqual(["klaviyo", "mailchimp"]);
    const { jsonLd } = template({ slug: "any" });
    const filled = (jsonLd ?? "").replaceAll("{{carrier}}", "usps").replaceAll("{{tracking_number}}", "940");
    expect(jsonLdOf(filled)).toMatchObject({ trackingNumber: "940", trackingUrl: `${ORIGIN}/usps/940`, carrier: { name: "usps" } });
  });

  it.each(PLATFORMS.flatMap(({ name, carrierNames }) => Object.entries(carrierNames).map(([word, slug]) => ({ name, word, slug }))))(
    "of $name lead to $slug where it writes $word",
    ({ word, slug }) => {
      expect(parseTrackingPath({ carrier: word, trackingNumber: "9405511899223197428490" })).toMatchObject({ carrier: { slug } });
    },
  );

  it("take a plus for a plus, which is why a space must not become one", () => {
    expect(carrierFor("DHL Express")?.slug).toBe("dhl_express");
    expect(carrierFor("DHL+Express")).toBeNull();
  });
});

const EVERY_HTML: readonly (readonly [string, string])[] = [
  ...LANGUAGES.map(({ tag }) => [`a parcel in ${tag}`, parcel({ viewer: { lang: tag, langIsChosen: true } }).html] as const),
  ...BRANDS.map((brand) => [`a parcel of a shop in ${brand.colors.brand}`, parcel({ brand }).html] as const),
  ...PLATFORMS.map(({ slug }) => [`a template for ${slug}`, template({ slug }).html] as const),
];

describe("the HTML", () => {
  it.each(EVERY_HTML)("of %s is drawn by every mail program, or something stands in", (_, html) => {
    const { open = "", close = "" } = PLATFORMS.find((platform) => platform.html.open && html.startsWith(platform.html.open))?.html ?? {};
    expect(findUnsupported(withoutPlaceholders(html.replace(open, "").replace(close, "")))).toEqual([]);
  });

  it.each(EVERY_HTML)("of %s has less than 4 KB", (_, html) => {
    expect(Buffer.byteLength(html)).toBeLessThan(4096);
  });

  it.each(BRANDS)("has text that can be read, in a shop in $colors.brand", (brand) => {
    for (const theme of ["light", "dark"] as const) {
      const texts = listTexts(parcel({ brand, viewer: { theme } }).html);
      expect(texts).toHaveLength(4);
      for (const { color, ground, groundByAttributes } of texts) {
        expect(contrastRatio(color, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrastRatio(color, groundByAttributes)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it("lays out by tables that say so, and names its picture", () => {
    const elements = readMail(parcel().html);
    expect(elements.filter(({ name }) => name === "table").every(({ attributes }) => attributes.role === "presentation")).toBe(true);
    expect(elements.filter(({ name, attributes }) => name === "img" && attributes.alt && attributes.width)).toHaveLength(1);
  });

  it("has a button still where a tool takes the comments out", () => {
    const bare = parcel().html.replaceAll(/<!--[\s\S]*?-->/g, "");
    expect(bare).not.toContain("roundrect");
    expect(bare.split("Track your parcel")).toHaveLength(2);
  });
});

describe("the table of mail programs", () => {
  it("refuses what nobody looked up, and what nothing stands in for", () => {
    const complaints = findUnsupported(
      '<nav style="gap:1px"><p style="padding:2px;color:#ffffff;background-color:#000000">x</p><img height="2" style="height:auto"></nav>',
    );
    expect(complaints).toEqual([
      "<nav> on <nav>: nobody looked up who draws it",
      "gap on <nav>: nobody looked up who draws it",
      "padding on <p>: outlook_windows would need padding_that_word_reads",
      "background-color on <p>: gmx would need readable_without_ground",
      "height on <img>: outlook_windows, yahoo would need height_is_left_open",
    ]);
    expect(findUnsupported('<center style="v-text-anchor:middle"></center>')[0]).toContain(MAIL_CLIENTS[0]);
  });
});

describe("escaping", () => {
  const nasty = fc.string({ unit: fc.constantFrom(..."{}%|*[]<>?&\"'#/ a\u2028".split("")), maxLength: 30 });

  it("leaves no sign in markup that means anything to HTML, VML or a template", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const escaped = escapeMarkup(text);
        expect(escaped).not.toMatch(/[<>"'{}|*%[\]]|&(?!#\d+;)/);
        expect(escaped.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(code))).toBe(text);
      }),
    );
  });

  it("opens no placeholder in plain text, and loses no letter", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const escaped = escapePlain(text);
        expect(escaped).not.toMatch(/\{[{%#]|\*\||<[?%]|\[\[|%%/);
        expect(escaped.replaceAll("\u2060", "")).toBe(text);
      }),
    );
  });

  it("keeps JSON in its script and out of every template", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const escaped = escapeJson(text);
        expect(JSON.parse(escaped)).toBe(text);
        expect(escaped).not.toMatch(/[<>{}|*%[\]&'\u2028\u2029]/);
      }),
    );
  });

  it("lets no shop's name out of its place, on any platform", () => {
    const count = (html: string) => readMail(withoutPlaceholders(html)).length;
    fc.assert(
      fc.property(fc.constantFrom(...PLATFORMS.map(({ slug }) => slug)), nasty, (slug, nastyName) => {
        const name = nastyName.replaceAll("\u2028", "").trim() || "x";
        expect(count(template({ slug, name }).html)).toBe(count(template({ slug }).html));
      }),
      { numRuns: 40 },
    );
  });
});

/** As the tool fills them in. */
function withoutPlaceholders(html: string): string {
  return PLATFORMS.reduce((filled, { carrier, number }) => filled.replaceAll(carrier, "usps").replaceAll(number, "940"), html);
}

function orderOf(titles: readonly (string | null)[]): TrackingViewInput["order"] {
  const { tracker } = input();
  const items = titles.map((title, index) => ({ orderItemId: String(index), title, sku: "LS", quantity: 1 }));
  const here = { carrier: tracker.carrier, trackingNumber: tracker.trackingNumber, key: KEY, status: tracker.status };
  return { externalId: "28002-A", lineItems: items, parcels: [{ ...here, items, primary: true, isCurrent: true }] };
}
