import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { DEMO_PARCELS } from "#lib/demo/demo-parcels.ts";
import { demoParcel, pathOf, privateUrls } from "./demo.ts";

const WIDTHS = [390, 1280] as const;
const SCHEMES = ["light", "dark"] as const;

const notices = [
  ["the look-up", "/"],
  ["a number not known yet", "/usps/9400111111111111111111"],
  ["an unknown carrier", "/pigeon/12345678"],
  ["a near miss", "/?number=9405511899223197428491"],
] as const;

const languages = ["de", "ja", "ar"].map((lang) => [`in ${lang}`, `/usps/9400100000000000000014?lang=${lang}`] as const);

const pages = [
  ...DEMO_PARCELS.map((parcel) => [`${parcel.merchant} · ${parcel.title}`, pathOf(parcel)] as const),
  ...notices,
  ...languages,
];

for (const [title, path] of pages) {
  test(`has no barrier: ${title}`, async ({ page }) => {
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) await expectNoBarrier(page, { path, width, colorScheme });
    }
  });
}

// Where there is much to read, there is much to check.
for (const look of [
  { width: 390, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const) {
  test(`has no barrier: the page of the API, ${look.colorScheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await expectNoBarrier(page, { path: "/api/v1", ...look });
  });
}

interface Look {
  path: string;
  width: number;
  colorScheme: (typeof SCHEMES)[number];
}

async function expectNoBarrier(page: Page, { path, width, colorScheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
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
