import { expect, expectGoodScreen, takePictures, test } from "./console.ts";
import { fillShop } from "./fill-shop.ts";

test.describe.configure({ timeout: 120_000 });

test("a template is chosen, seen and copied", async ({ page, shop, runtime, context }) => {
  await fillShop(runtime, shop);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await shop.signIn(page, "viewer");
  await page.goto("/admin/snippets");
  await expect(page.getByRole("heading", { name: "Template: Shopify" })).toBeVisible();
  await page.getByRole("link", { name: "Klaviyo" }).click();
  await expect(page.getByRole("heading", { name: "Template: Klaviyo" })).toBeVisible();
  await page.getByLabel("Language").selectOption("de");
  await expect(page).toHaveURL(/platform=klaviyo.*lang=de/);

  const mail = page.frameLocator("iframe");
  await expect(mail.getByText("Paket verfolgen")).toBeVisible();
  await expect(mail.getByRole("img")).toHaveAttribute("src", `/tracking/${shop.slug}/usps/9405511899223197428490.png?w=400&lang=de`);
  await page.getByRole("radio", { name: "Pictures off" }).check();
  await expect(mail.getByRole("img", { name: /Wo Ihr Paket von Fern & Fable ist/ })).toHaveAttribute("src", "");

  await page.getByRole("button", { name: "Copy the HTML" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`/tracking/${shop.slug}/{{ event.extra.fulfillments.0.tracking_company|urlencode }}/`);
  await expect(page.getByRole("radio", { name: "JSON-LD", exact: true })).toHaveCount(0);
  await expectGoodScreen(page);
  await takePictures(page, "snippets");

  await page.getByRole("link", { name: "WooCommerce" }).click();
  await expect(page.getByRole("heading", { name: "Template: WooCommerce" })).toBeVisible();
  await page.getByLabel("Links lead to").selectOption("private");
  await expect(page).toHaveURL(/link=private/);
  await page.getByRole("radio", { name: "Link", exact: true }).check();
  await expect(page.locator("pre")).toHaveText("<?php echo esc_url( $order->get_meta( 'tracking_page' ) ); ?>");
});

test("a shop without parcels sees the snippet without its picture", async ({ page, shop }) => {
  await shop.signIn(page, "viewer");
  await page.goto("/admin/snippets");
  await expect(page.getByText("Once you follow a parcel, its picture shows here.")).toBeVisible();
  await expect(page.frameLocator("iframe").getByText("Track your parcel")).toBeVisible();
});

test("a parcel's own snippet holds its private link, for who may hand it out", async ({ page, shop, runtime }) => {
  const { trackerId } = await fillShop(runtime, shop);
  await shop.signIn(page, "editor");
  await page.goto(`/admin/parcels/${trackerId}?tab=mail`);
  await expect(page.locator("pre")).toContainText("?key=");
  await page.getByRole("radio", { name: "Image", exact: true }).check();
  await expect(page.locator("pre")).toHaveText(/\/usps\/9405511899223197428490\.png\?w=400$/);
  await expect(page.frameLocator('iframe[title="The snippet in a mail"]').getByText("Track your parcel")).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "parcel-mail");

  await shop.signIn(page, "viewer");
  await page.goto(`/admin/parcels/${trackerId}?tab=mail`);
  await expect(page.getByText("It holds the private link")).toBeVisible();
  expect(await page.content()).not.toContain("?key=");
});
