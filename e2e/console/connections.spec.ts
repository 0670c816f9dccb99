/** Keys, sources and endpoints: made, tried, replaced and taken away on the screen, and felt by whoever uses them. */
import type { Page } from "@playwright/test";
import { addParcel } from "./add-parcel.ts";
import { expect, expectGoodScreen, takePictures, test } from "./console.ts";
import { openReceiver } from "./open-receiver.ts";

const PARCEL = { number: "1Z999AA10123456784", status: "in_transit", substatus: "in_transit", daysAgo: 0 } as const;

const dialog = (page: Page) => page.getByRole("dialog");
const wide = (page: Page) => page.setViewportSize({ width: 1280, height: 900 });
const askApi = (page: Page, key: string) => page.request.get("/api/v1/trackers", { headers: { authorization: `Bearer ${key}` } });

test("a key is shown once, opens the API, and is refused once it is revoked", async ({ page, shop, rival }) => {
  await shop.signIn(page, "owner");
  await page.goto("/admin/keys");
  await expect(page.getByRole("heading", { name: "No API keys" })).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "keys-none");
  await wide(page);
  await page.getByRole("button", { name: "Create a key" }).click();
  await dialog(page).getByRole("button", { name: "Create the key" }).click();
  await expect(dialog(page).getByText("Give it a name, to know it by later.")).toBeVisible();
  await dialog(page).getByLabel("Name").fill("Checkout");
  await dialog(page).getByRole("button", { name: "Create the key" }).click();
  const key =
    (await dialog(page)
      .getByText(/^wm_live_/)
      .textContent()) ?? "";
  expect((await askApi(page, key)).status()).toBe(200);
  await expectGoodScreen(page);
  await takePictures(page, "keys-made");
  await wide(page);
  await dialog(page).getByRole("button", { name: "I have copied it" }).click();

  await page.reload();
  const row = page.getByRole("row", { name: "Checkout" });
  await expect(row).toContainText(key.slice(-4));
  await expect(row.getByText("just now").last()).toBeVisible();
  await expect(page.getByText(key)).toHaveCount(0);
  await expectGoodScreen(page);
  await takePictures(page, "keys");
  await wide(page);
  await page.getByRole("button", { name: "Revoke “Checkout”" }).click();
  await dialog(page).getByRole("button", { name: "Revoke the key" }).click();
  await expect(row.getByText("Revoked")).toBeVisible();
  expect((await askApi(page, key)).status()).toBe(401);

  await shop.signIn(page, "editor");
  await page.goto("/admin/keys");
  await expect(page.getByRole("button", { name: "Create a key" })).toHaveCount(0);
  await rival.signIn(page, "owner");
  await page.goto("/admin/keys");
  await expect(page.getByRole("heading", { name: "No API keys" })).toBeVisible();
});

test("a source is connected, its webhooks taken or refused, its secret replaced", async ({ page, shop, rival }) => {
  await shop.signIn(page, "owner");
  await page.goto("/admin/sources");
  await expect(page.getByRole("heading", { name: "No sources yet" })).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole("button", { name: "Connect a source" }).click();
  await dialog(page).getByLabel("Who sends news").selectOption("shipment_notify");
  await dialog(page).getByLabel("Token").fill("short");
  await dialog(page).getByRole("button", { name: "Connect" }).click();
  await expect(dialog(page).getByText(/^Must have at least 16 characters/)).toBeVisible();
  await dialog(page).getByLabel("Token").fill("");
  await expectGoodScreen(page);
  await takePictures(page, "sources-connect");
  await wide(page);
  await dialog(page).getByRole("button", { name: "Connect" }).click();
  const address =
    (await dialog(page)
      .getByText(/\?token=/)
      .textContent()) ?? "";
  await takePictures(page, "sources-connected");
  await wide(page);
  await dialog(page).getByRole("button", { name: "I have entered it" }).click();

  const event = { event: { uuid: "1", name: "order_placed" }, data: {} };
  expect((await page.request.post(address, { data: event })).ok()).toBe(true);
  expect((await page.request.post(`${address}x`, { data: event })).ok()).toBe(false);
  await page.getByRole("link", { name: "shipment-notify" }).click();
  await expect(page.getByText("Its signature or token is not the one we know")).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("platform webhook order_placed")).toBeVisible({ timeout: 500 });
  }).toPass();
  await expectGoodScreen(page);
  await takePictures(page, "source");
  await wide(page);
  await page.getByRole("button", { name: /^Read again/ }).click();
  await expect(page.getByText("Read, and left alone: platform webhook order_placed.")).toBeVisible();

  await page.getByRole("button", { name: "Replace the secret" }).click();
  await dialog(page).getByRole("button", { name: "Replace it" }).click();
  await expect(dialog(page).getByText(/\?token=/)).not.toHaveText(address);
  await dialog(page).getByRole("button", { name: "I have entered it" }).click();
  await expect(page.getByText("Old secret ends")).toBeVisible();
  expect((await page.request.post(address, { data: { ...event, event: { ...event.event, uuid: "2" } } })).ok()).toBe(true);

  await rival.signIn(page, "owner");
  expect((await page.goto("/admin/sources/shipment-notify"))?.status()).toBe(404);

  await shop.signIn(page, "owner");
  await page.goto("/admin/sources/shipment-notify");
  await page.getByRole("button", { name: "Switch off" }).click();
  await dialog(page).getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByText("It takes no webhooks, and its API is left alone.")).toBeVisible();
  expect((await page.request.post(address, { data: event })).ok()).toBe(false);
  await page.getByRole("button", { name: "Delete" }).click();
  await dialog(page)
    .getByLabel(/Type “shipment-notify”/)
    .fill("shipment-notify");
  await dialog(page).getByRole("button", { name: "Delete the source" }).click();
  await expect(page.getByRole("heading", { name: "No sources yet" })).toBeVisible();
});

test("a sample event shows what the endpoint answers: 500, then 200", async ({ page, shop }) => {
  const receiver = await openReceiver();
  await shop.signIn(page, "owner");
  await page.goto("/admin/endpoints");
  await expect(page.getByRole("heading", { name: "No endpoints yet" })).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole("button", { name: "Add an endpoint" }).click();
  await dialog(page).getByLabel("Address").fill("nowhere");
  await dialog(page).getByRole("button", { name: "Add the endpoint" }).click();
  await expect(dialog(page).getByLabel("Address")).toHaveAttribute("aria-invalid", "true");
  await dialog(page).getByLabel("Address").fill(receiver.url);
  await dialog(page).getByLabel("Name").fill("Warehouse");
  await expectGoodScreen(page);
  await takePictures(page, "endpoints-add");
  await wide(page);
  await dialog(page).getByRole("button", { name: "Add the endpoint" }).click();
  await expect(dialog(page).getByText(/^whsec_/)).toBeVisible();
  await dialog(page).getByRole("button", { name: "I have copied it" }).click();
  await expectGoodScreen(page);
  await takePictures(page, "endpoints");
  await wide(page);

  await page.getByRole("link", { name: "Warehouse" }).click();
  receiver.answers(500, "the shelf is full");
  await page.getByRole("button", { name: "Send a sample event" }).click();
  await expect(page.getByText("Not accepted")).toBeVisible();
  await expect(page.getByText("the shelf is full")).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "endpoint-refused");
  await wide(page);
  receiver.answers(200);
  await page.getByRole("button", { name: "Send a sample event" }).click();
  await expect(page.getByText(/^Answered 200 after/)).toBeVisible();
  expect(receiver.received).toHaveLength(2);
  expect(receiver.received[1]).toContain("EZ2000000002");
  await receiver.close();
});

test("the delivery log keeps every attempt, and sends again what is asked for", async ({ page, shop, rival, runtime }) => {
  const receiver = await openReceiver();
  receiver.answers(503, "closed for stocktaking");
  await shop.signIn(page, "owner");
  await page.goto("/admin/endpoints");
  await page.getByRole("button", { name: "Add an endpoint" }).click();
  await dialog(page).getByLabel("Address").fill(receiver.url);
  await dialog(page).getByRole("button", { name: "Add the endpoint" }).click();
  await dialog(page).getByRole("button", { name: "I have copied it" }).click();
  await addParcel(runtime, shop, PARCEL);
  await page.getByRole("link", { name: /^127\.0\.0\.1/ }).click();
  await expect(page.getByRole("heading", { name: "Delivery log" })).toBeVisible();
  const log = page.getByRole("region", { name: "Delivery log" });
  await expect(async () => {
    await page.reload();
    await expect(log.getByText(/\d attempts?: it answered 503/)).toBeVisible({ timeout: 500 });
  }).toPass();
  await log.getByText(/\d attempts?:/).click();
  await expect(log.getByText("closed for stocktaking").first()).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "endpoint-log");
  await wide(page);
  const address = page.url();

  receiver.answers(200, "thank you");
  await log.getByRole("button", { name: /^Send again/ }).click();
  await expect(page.getByText("It is sent again.")).toBeVisible();
  await expect(async () => {
    await page.goto(`${address}?state=delivered`);
    await expect(log.getByText(/attempts: accepted/)).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goto(`${address}?state=failed`);
  await expect(log.getByText("None of these")).toBeVisible();

  await shop.signIn(page, "viewer");
  await page.goto(address);
  await expect(page.getByText("127.0.0.1").first()).toBeVisible();
  await expect(page.getByText("/hooks")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Send|Switch|Delete|Replace/ })).toHaveCount(0);
  await rival.signIn(page, "owner");
  expect((await page.goto(address))?.status()).toBe(404);

  await shop.signIn(page, "owner");
  await page.goto(address);
  await page.getByRole("button", { name: "Delete" }).click();
  await dialog(page).getByRole("button", { name: "Delete the endpoint" }).click();
  await expect(page.getByRole("heading", { name: "No endpoints yet" })).toBeVisible();
  await receiver.close();
});
