import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { demoParcel, privateUrls } from "./demo.ts";
import { expectNoBarrier, expectNoBarriers } from "./no-barriers.ts";

const notices = [
  ["the look-up", "/"],
  ["a number not known yet", "/usps/9400111111111111111111"],
  ["an unknown carrier", "/pigeon/12345678"],
  ["a near miss", "/?number=9405511899223197428491"],
] as const;

const languages = ["de", "ja", "ar"].map((lang) => [`in ${lang}`, `/usps/9400100000000000000014?lang=${lang}`] as const);

for (const [title, path] of [...notices, ...languages]) {
  test(`has no barrier: ${title}`, async ({ page }) => {
    await page.goto(path);
    await expectNoBarriers(page);
  });
}

/** The calls of a group look alike, and so do objects: two of each speak for the rest, which takes a tenth of the time. */
function keepTwoOfEach(): void {
  for (const section of document.querySelectorAll("main > section")) {
    for (const article of [...section.querySelectorAll(":scope > article")].slice(2)) article.remove();
  }
}

for (const look of [
  { width: 390, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const) {
  test(`has no barrier: the page of the API, ${look.colorScheme}`, async ({ page }) => {
    await page.goto("/api/v1");
    await page.evaluate(keepTwoOfEach);
    await expect(page.locator("main > section > article").first()).toBeVisible();
    await expectNoBarrier(page, look);
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
