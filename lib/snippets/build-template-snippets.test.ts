import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carrierFor } from "#lib/carriers/catalog.ts";
import { parseTrackingPath } from "#lib/carriers/tracking-path.ts";
import { readMail } from "./client-support.testing.ts";
import { PLATFORMS } from "./platforms.data.ts";
import { ORIGIN, readJsonLd, template, withoutPlaceholders } from "./snippets.testing.ts";

const LIQUID_NAME = "{{ shop }} {% x %} *|EMAIL|* [[y]] %%z%% <?php";

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
    expect(readJsonLd(filled)).toMatchObject({ trackingNumber: "940", trackingUrl: `${ORIGIN}/usps/940`, carrier: { name: "usps" } });
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

  const nasty = fc.string({ unit: fc.constantFrom(..."{}%|*[]<>?&\"'#/ a\u2028".split("")), maxLength: 30 });

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
