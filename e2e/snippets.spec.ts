import { expect, type Page, test } from "@playwright/test";
import { buildParcelSnippets } from "#lib/snippets/build-parcel-snippets.ts";
import { mailAround } from "#lib/snippets/preview-html.ts";
import { LANGUAGES } from "#lib/view/languages.ts";
import { sampleInput } from "#lib/view/sample-input.ts";

/** Of the demo, so that its picture is there. */
const PARCEL = "9400100000000000000014";
const WIDTHS = [375, 600] as const;
const LOOKS = [
  { paper: "light", theme: null },
  { paper: "dark", theme: null },
  { paper: "dark", theme: "dark" },
] as const;

interface Mail {
  lang: string;
  locale: string;
  origin: string | undefined;
  width: number;
  look: (typeof LOOKS)[number];
}

/** A snippet in a mail, as a mail program that draws everything shows it. */
async function openMail(page: Page, { lang, locale, origin = "", width, look: { paper, theme } }: Mail) {
  const viewer = { lang, locale, langIsChosen: lang !== "en", theme, tier: "private", key: "0123456789abcdefghjkmnpqrstvwxyz" } as const;
  const { html } = buildParcelSnippets(sampleInput({ tracker: { trackingNumber: PARCEL }, viewer }), { origin });
  await page.setViewportSize({ width, height: 760 });
  await page.setContent(mailAround(html, paper), { waitUntil: "load" });
  return { picture: page.locator("img"), button: page.locator("table table a") };
}

for (const look of LOOKS) {
  test(`a snippet says the status and leads to the page with pictures off, in a ${look.paper} mail${look.theme ? " and dark itself" : ""}`, async ({
    page,
    baseURL,
  }) => {
    await page.route(/\.png/, (route) => route.abort());
    for (const { tag: lang, locales } of LANGUAGES) {
      for (const width of WIDTHS) {
        const { picture, button } = await openMail(page, { lang, locale: locales[0], origin: baseURL, width, look });
        const words = await picture.getAttribute("alt");
        expect(words?.length).toBeGreaterThan(10);
        // What stands in for a picture is drawn by the browser, and takes the room its letters take.
        const [said, pressed] = [await picture.boundingBox(), await button.boundingBox()];
        expect(said?.height).toBeGreaterThanOrEqual(20);
        expect(said?.height).toBeLessThan(160);
        expect(pressed?.height).toBeGreaterThanOrEqual(44);
        await expect(button).toBeVisible();
        expect(await sideways(page)).toBeLessThanOrEqual(0);
        await takePicture(page, `off-${look.paper}-${look.theme ?? "own"}-${lang}-${width}`);
      }
    }
  });
}

test("a snippet shows its picture as wide as the mail allows", async ({ page, baseURL }) => {
  for (const look of LOOKS) {
    for (const width of WIDTHS) {
      const { picture } = await openMail(page, { lang: "en", locale: "en-US", origin: baseURL, width, look });
      const drawn = await picture.evaluate((image: HTMLImageElement) => ({ is: image.naturalWidth, shown: image.clientWidth }));
      expect(drawn).toEqual({ is: 2 * 400, shown: Math.min(400, width - 2 * 20 - 2 * 16) });
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      await takePicture(page, `on-${look.paper}-${look.theme ?? "own"}-${width}`);
    }
  }
});

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Pictures to look at, taken when asked for: `SCREENSHOTS=1`. */
async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `e2e/screenshots/snippets/${name}.png`, fullPage: true });
}
