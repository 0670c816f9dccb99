import type { Page } from "@playwright/test";
import { loadDraft } from "#lib/brands/load-draft.ts";
import { saveDraft } from "#lib/brands/save-draft.ts";
import { expect, test } from "./console.ts";

const RED = {
  version: 1,
  name: "Fern in red",
  colors: { brand: "#aa2211" },
  font: "fraunces",
  headerLinks: [{ label: "Shop", url: "https://fern.example/" }],
};

/** A page with the console's address and headers, whose own script does not put its body back meanwhile. */
async function inTheConsole(page: Page, body: string): Promise<void> {
  const address = "/admin/brand/matrix";
  await page.route(`**${address}`, async (route) => route.fulfill({ response: await route.fetch(), body: `<!doctype html>${body}` }));
  await page.goto(address);
}

test.beforeEach(async ({ runtime, shop }) => {
  const { revision } = await loadDraft(runtime, { merchantId: shop.id });
  await saveDraft(runtime, { merchantId: shop.id, userId: shop.users.editor.id, revision, brand: RED });
});

test("the preview is the page, drawn with the draft's colours and typeface inside the console's frame", async ({ page, shop }) => {
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await shop.signIn(page, "viewer");
  await inTheConsole(
    page,
    `<iframe name="trial" src="/admin/preview?merchant=${shop.slug}&of=draft&sample=delivered&tier=private"></iframe>`,
  );
  const frame = page.frameLocator("iframe[name=trial]");
  await expect(frame.getByRole("heading", { level: 1 })).toContainText("Delivered");
  await expect(frame.locator("html")).toHaveClass(/js/);
  const font = await frame
    .locator("h1")
    .evaluate((heading) => document.fonts.load(`16px ${getComputedStyle(heading).fontFamily}`).then((faces) => faces.length));
  expect(font).toBeGreaterThan(0);
  expect(problems).toEqual([]);
});

test("the preview shows the images for mails and shared links", async ({ page, shop }) => {
  await shop.signIn(page, "viewer");
  await page.goto(`/admin/preview?merchant=${shop.slug}&of=draft&sample=delivered&kind=image`);
  const widths = await page.locator("img").evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  expect(widths).toEqual([1120, 1120, 1120, 1200]);
});

test("a click in the preview leads nowhere", async ({ page, shop, context }) => {
  await shop.signIn(page, "viewer");
  await page.goto(`/admin/preview?merchant=${shop.slug}&of=draft&sample=shopper_must_act`);
  const address = page.url();
  await page.getByRole("link", { name: "Shop" }).first().click();
  await page.locator("main a[href^=http]").first().click();
  expect(page.url()).toBe(address);
  expect(context.pages()).toHaveLength(1);
});

test("another site's page cannot frame the preview, nor can another shop's people open it", async ({ page, shop, rival, request }) => {
  await rival.signIn(page, "owner");
  expect((await page.goto(`/admin/preview?merchant=${shop.slug}&of=draft`))?.status()).toBe(404);
  await shop.signIn(page, "viewer");
  const response = await page.goto(`/admin/preview?merchant=${shop.slug}&of=draft`);
  expect(response?.headers()["content-security-policy"]).toContain("frame-ancestors 'self'");
  expect((await request.get(`/admin/preview?merchant=${shop.slug}`)).status()).toBe(401);
});
