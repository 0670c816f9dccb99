import { describe, expect, it } from "vitest";
import { contrastRatio } from "#lib/branding/oklch-color.ts";
import { LANGUAGES } from "#lib/view/languages.ts";
import { buildParcelSnippets } from "./build-parcel-snippets.ts";
import { readMail } from "./client-support.testing.ts";
import { KEY, ORIGIN, orderOf, parcel, privateInput } from "./snippets.testing.ts";

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
    const secret = privateInput({ tracker: { signedBy: "MIA LONGNAME" }, rest: { order: orderOf(["Secret socks"]) } });
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
