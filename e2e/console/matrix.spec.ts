import type { Request } from "@playwright/test";
import { loadDraft } from "#lib/brands/load-draft.ts";
import { saveDraft } from "#lib/brands/save-draft.ts";
import { expect, expectGoodScreen, takePictures, test } from "./console.ts";

const cell = (name: string) => ({ name: `Look closer: ${name}` });

test("the matrix shows every status in every language, light and dark, a handful loading at once", async ({ page, shop }) => {
  let loading = 0;
  let most = 0;
  const isPage = (request: Request) => request.url().includes("/admin/preview?");
  page.on("request", (request) => {
    if (isPage(request)) loading += 1;
    most = Math.max(most, loading);
  });
  const settle = (request: Request) => {
    if (isPage(request)) loading -= 1;
  };
  page.on("requestfinished", settle);
  page.on("requestfailed", settle);
  await shop.signIn(page, "viewer");
  await page.goto("/admin/brand/matrix");
  await expect(page.getByRole("rowheader")).toHaveCount(10);
  await expect(page.getByRole("button", { name: /^Look closer/ })).toHaveCount(80);
  await expect(page.frameLocator("iframe").first().getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("button", cell("Tracking problem, Arabic, dark")).scrollIntoViewIfNeeded();
  const last = page.frameLocator('iframe[title="Tracking problem, Arabic, dark"]');
  await expect(last.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(last.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(most).toBeLessThanOrEqual(5);
  expect(await page.locator("iframe").count()).toBeLessThan(80);
});

test("what the matrix shows can be chosen, and sent to somebody", async ({ page, shop }) => {
  await shop.signIn(page, "viewer");
  await page.goto("/admin/brand/matrix");
  await page.getByRole("checkbox", { name: "Japanese" }).uncheck();
  await page.getByRole("checkbox", { name: "Arabic" }).uncheck();
  await page.getByRole("checkbox", { name: "Dark" }).uncheck();
  await page.getByText("Special cases too").click();
  await expect(page.getByRole("columnheader")).toHaveText(["English, light", "German, light"]);
  await expect(page).toHaveURL(/samples=all/);
  await page.reload();
  await expect(page.getByRole("columnheader")).toHaveText(["English, light", "German, light"]);
  await expect(page.getByRole("rowheader", { name: "Moved by two days" })).toBeVisible();
});

test("a page is looked at closely, and from there the next ones by arrow keys", async ({ page, shop }) => {
  await shop.signIn(page, "viewer");
  await page.goto("/admin/brand/matrix?lang=en&lang=de");
  await page.getByRole("button", cell("Delivered, English, light")).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading")).toHaveText("Delivered, English, light");
  await expect(dialog.frameLocator("iframe").getByRole("heading", { level: 1 })).toContainText("Delivered");
  await page.keyboard.press("ArrowRight");
  await expect(dialog.getByRole("heading")).toHaveText("Delivered, English, dark");
  await page.keyboard.press("ArrowUp");
  await expect(dialog.getByRole("heading")).toHaveText("Ready to collect, English, dark");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("the draft and what is published are shown apart", async ({ page, shop, runtime }) => {
  const { revision, published } = await loadDraft(runtime, { merchantId: shop.id });
  await saveDraft(runtime, {
    merchantId: shop.id,
    userId: shop.users.editor.id,
    revision,
    brand: { ...published.brand, wording: { en: { pre_transit: "Wrapped and waiting" } } },
  });
  await shop.signIn(page, "editor");
  await page.goto("/admin/brand/matrix?lang=en");
  const first = page.frameLocator('iframe[title="Label made, English, light"]').getByRole("heading", { level: 1 });
  await expect(first).toHaveText("Wrapped and waiting");
  await page.getByRole("group", { name: "Which brand" }).getByText("Published").click();
  await expect(first).not.toHaveText("Wrapped and waiting");
});

test("the matrix is good to look at", async ({ page, shop }) => {
  await shop.signIn(page, "owner");
  await page.goto("/admin/brand/matrix");
  await expect(page.frameLocator("iframe").first().getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await takePictures(page, "matrix");
  await expectGoodScreen(page);
});
