import { expect, test } from "@playwright/test";

const path = "/usps/9405511899223197428490";

test.describe("languages", () => {
  for (const [lang, dir, delivered] of [
    ["en", "ltr", /Delivered/],
    ["de", "ltr", /[Zz]ugestellt|[Gg]eliefert/],
    ["ja", "ltr", /お届け|配達/],
    ["ar", "rtl", /تسليم|وصل/],
  ] as const) {
    test(`speaks ${lang} when the link asks for it`, async ({ page }) => {
      await page.goto(`${path}?lang=${lang}`);
      await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${lang}`));
      await expect(page.locator("html")).toHaveAttribute("dir", dir);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(delivered);
    });
  }

  test("speaks the browser's language otherwise", async ({ request }) => {
    const html = await (await request.get(path, { headers: { "accept-language": "fr-FR,de-AT;q=0.9,en;q=0.5" } })).text();
    expect(html).toMatch(/<html[^>]* lang="de/);
  });

  test("keeps to the languages the merchant allows", async ({ request }) => {
    const html = await (await request.get(`/tracking/voltline/fedex/794600000000?lang=ar`)).text();
    expect(html).not.toMatch(/<html[^>]* dir="rtl"/);
  });

  test("mirrors the page from right to left", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${path}?lang=ar`);
    const [journey, details] = await Promise.all([page.locator("h1").boundingBox(), page.locator("dl").first().boundingBox()]);
    expect(journey && details && details.x < journey.x).toBe(true);
  });

  test("switches by a plain link that keeps theme and key", async ({ page }) => {
    await page.goto(`${path}?theme=dark&key=wrong`);
    const link = page.getByRole("link", { name: "Deutsch" });
    await expect(link).toHaveAttribute("href", /lang=de/);
    await expect(link).toHaveAttribute("href", /theme=dark/);
  });
});
