import { describe, expect, it } from "vitest";
import { contrastRatio } from "#lib/branding/oklch-color.ts";
import { findUnsupported, listTexts } from "#lib/snippets/client-support.testing.ts";
import { renderShopperMail } from "./render-shopper-mail.ts";
import { SAMPLE_KINDS, sampleMail } from "./shopper-mails.testing.ts";

/** Without the head: what is only there is no loss where it is left out. */
async function bodyOf(kind: (typeof SAMPLE_KINDS)[number], lang: string): Promise<string> {
  const { html } = await renderShopperMail(sampleMail(kind, lang));
  return html.slice(html.indexOf("<body"), html.lastIndexOf("</html>"));
}

describe.each(SAMPLE_KINDS.flatMap((kind) => ["en", "ar"].map((lang) => ({ kind, lang }))))(
  "a mail of $kind in $lang",
  ({ kind, lang }) => {
    it("is drawn by every mail program, or something stands in", async () => {
      expect(new Set(findUnsupported(await bodyOf(kind, lang)))).toEqual(new Set());
    });

    it("can be read, where grounds are left out as well", async () => {
      const texts = listTexts(await bodyOf(kind, lang));
      expect(texts.length).toBeGreaterThan(5);
      const faint = texts.filter(({ color, ground, groundByAttributes }) =>
        [ground, groundByAttributes].some((behind) => contrastRatio(color, behind) < 4.5),
      );
      expect(faint).toEqual([]);
    });
  },
);
