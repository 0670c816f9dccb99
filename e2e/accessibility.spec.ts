import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { DEMO_PARCELS } from "#lib/demo/demo-parcels.ts";
import { demoParcel, pathOf, privateUrls } from "./demo.ts";

const WIDTHS = [390, 1280] as const;
const SCHEMES = ["light", "dark"] as const;

const notices = [
  ["the look-up", "/"],
  ["a number not known yet", "/usps/9400111111111111111111"],
  ["an unknown carrier", "/pigeon/12345678"],
  ["a near miss", "/?number=9405511899223197428491"],
  ["the page of the API", "/api/v1"],
] as const;

const languages = ["de", "ja", "ar"].map((lang) => [`in ${lang}`, `/usps/9400100000000000000014?lang=${lang}`] as const);

const pages = [
  ...DEMO_PARCELS.map((parcel) => [`${parcel.merchant} · ${parcel.title}`, pathOf(parcel)] as const),
  ...notices,
  ...languages,
];

for (const [title, path] of pages) {
  test(`has no barrier: ${title}`, async ({ page }) => {
    // Where there is much to read, there is much to check.
    if (path === "/api/v1") test.setTimeout(180_000);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        const { violations, passes } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
          .analyze();
        expect(passes.length).toBeGreaterThan(10);
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(" | ")}`,
        );
        expect(found, `${width} px, ${colorScheme}`).toEqual([]);
      }
    }
  });
}

test("has no barrier: the private page of an order", async ({ page }) => {
  const [url] = privateUrls(demoParcel("9400100109361129278357"));
  await page.goto(url ?? "");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("can be used by keyboard alone", async ({ page }) => {
  await page.goto("/usps/9400100000000000000014");
  await page.keyboard.press("Tab");
  const skip = page.locator(":focus");
  await expect(skip).toBeInViewport();
  await skip.press("Enter");
  expect(new URL(page.url()).hash).not.toBe("");
});

test("fits a screen of 320 px and large text", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of ["/usps/9400100000000000000014", "/ups/1ZWAY0000300000048", "/usps/9400100000000000000014?lang=de", "/", "/api/v1"]) {
    await page.goto(path);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
