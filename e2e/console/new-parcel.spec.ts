/** Adding parcels by hand: the carrier is told while one types, and each number is answered. */
import { expect, expectGoodScreen, takePictures, test } from "./console.ts";

const USPS = "9400100109361129278357";
const MISTYPED = "9400100109361129278358";

test("one parcel with its order: detected, added, and known the next time", async ({ page, shop, runtime }) => {
  await shop.signIn(page, "editor");
  await page.goto("/admin/parcels/new");
  await expect(page.getByText("Nobody will be asked for news of these parcels")).toBeVisible();
  await page.getByLabel("Tracking numbers").fill("9400 1001 0936 1129 2783 57");
  await expect(page.getByText("Ready", { exact: true })).toBeVisible();
  await expect(page.getByText("United States Postal Service, told by the number")).toBeVisible();
  await page.getByLabel("Shopper’s e-mail").fill("mia@shopper.example");
  await page.getByRole("button", { name: "Add the parcel" }).click();
  await expect(page.getByLabel("Order number")).toHaveAccessibleDescription(/kept with an order/);
  await page.getByLabel("Order number").fill("#1001");
  await page.getByRole("button", { name: "Say what is in it" }).click();
  await page.getByLabel("Name of item 1").fill("Linen shirt");
  await page.getByLabel("Quantity of item 1").fill("2");
  await expectGoodScreen(page);
  await takePictures(page, "new-parcel");
  await page.getByRole("button", { name: "Add the parcel" }).click();
  await expect(page.getByText("The parcel is added")).toBeVisible();
  await takePictures(page, "new-parcel-added");
  const order = await runtime.db.kysely.selectFrom("orders").selectAll().where("merchant_id", "=", shop.id).executeTakeFirstOrThrow();
  expect(order.external_id).toBe("#1001");
  expect(JSON.stringify(order)).not.toContain("mia@");

  await page.getByRole("button", { name: "Add more" }).click();
  await page.getByLabel("Tracking numbers").fill(USPS);
  await expect(page.getByText("Here already")).toBeVisible();
  await expect(page.getByRole("link", { name: "Open the parcel" })).toHaveAttribute("href", /\/admin\/parcels\/trk_/);
  await page.getByRole("button", { name: "Add the parcel" }).click();
  await expect(page.getByText("Was here already")).toBeVisible();
});

test("many at once: each is answered, a near miss by the digit that is wrong, a choice by its carriers", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await page.goto("/admin/parcels/new");
  await page.getByLabel("Tracking numbers").fill([USPS, MISTYPED, "401234567893", "ABCD", "!"].join("\n"));
  await expect(page.getByText(/The last digit should be 7, not 8/)).toBeVisible();
  await expect(page.getByText("No tracking number", { exact: true })).toBeVisible();
  await expect(page.getByText("4 numbers will be left out")).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "new-parcels");

  const choice = page.getByRole("listitem").filter({ has: page.getByLabel("Carrier of 401234567893") });
  await choice.getByRole("button").first().click();
  await expect(choice.getByText("Ready")).toBeVisible();
  await page.getByLabel("Carrier of ABCD").fill("Owl Post");
  await expect(page.getByText("“Owl Post” is no carrier we know")).toBeVisible();
  await page.getByLabel("Carrier of ABCD").fill("GLS");
  await expect(page.getByText("2 numbers will be left out")).toBeVisible();
  await page.getByRole("button", { name: "Add 3 parcels" }).click();
  await expect(page.getByText("3 parcels are added")).toBeVisible();
  await expect(page.getByText("Left out")).toHaveCount(2);
  await expectGoodScreen(page);
  await takePictures(page, "new-parcels-added");
});

test("test numbers stand in their state at once, in books of their own", async ({ page, shop, server }) => {
  await shop.signIn(page, "owner");
  await page.goto("/admin/parcels/new?mode=test");
  await page.getByLabel("Tracking numbers").fill("EZ4000000004");
  await expect(page.getByText("Ready", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Add the parcel" }).click();
  await expect(page.getByText("The parcel is added")).toBeVisible();
  const tracking = await page.request.get(`${server.origin}/tracking/${shop.slug}/usps/EZ4000000004`);
  expect(await tracking.text()).toContain("Delivered");
});

test("a viewer cannot add any", async ({ page, shop }) => {
  await shop.signIn(page, "viewer");
  expect((await page.goto("/admin/parcels/new"))?.status()).toBe(403);
});
