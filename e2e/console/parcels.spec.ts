import { registerTracker } from "#lib/shipments/register-tracker.ts";
import { expect, expectGoodScreen, takePictures, test } from "./console.ts";

const NUMBER = "9405511899223197428490";

test("a parcel is found by its number, and its private link revoked", async ({ page, shop, rival, runtime, browser }) => {
  const caller = { merchantId: shop.id, mode: "production" } as const;
  const parcel = await registerTracker(runtime, { caller, carrier: null, trackingNumber: NUMBER });
  if (parcel.kind !== "created") throw new Error(parcel.kind);
  const { id } = parcel.tracker;
  await shop.signIn(page, "editor");
  await page.goto("/admin/parcels");
  await page.getByRole("searchbox").fill("940551189922");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/940551189922/);
  await expectGoodScreen(page);
  await takePictures(page, "parcels");
  await page.getByRole("link", { name: "9405 5118 9922 3197 4284 90" }).click();
  await page.waitForURL(new RegExp(id));
  await expectGoodScreen(page);
  await takePictures(page, "parcel");

  const link = await page.getByRole("link", { name: "Open the page" }).getAttribute("href");
  const key = new URL(link ?? "").searchParams.get("key");
  expect(key).toMatch(/^\w{20,}$/);
  await page
    .getByRole("button", { name: /link/i })
    .filter({ hasText: /revoke|renew|new/i })
    .click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /revoke|renew|new/i })
    .click();
  await expect(page.getByRole("link", { name: "Open the page" })).not.toHaveAttribute("href", link ?? "");

  const stranger = await browser.newPage();
  await rival.signIn(stranger, "owner");
  expect((await stranger.goto(new URL(`/admin/parcels/${id}`, page.url()).href))?.status()).toBe(404);
  await stranger.close();
});
