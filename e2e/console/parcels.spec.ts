/** Parcels through the screens: found among others, looked into, their links revoked, deleted; a shopper who is forgotten. */
import type { Page } from "@playwright/test";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { ingest } from "#lib/shipments/ingest.ts";
import { saveOrder } from "#lib/shipments/save-order.ts";
import { searchParcels } from "#lib/shipments/search-parcels.ts";
import { easypostEvent, easypostTracker, LAS_VEGAS, SARCOXIE } from "#lib/testing/factories.ts";
import { expect, expectGoodScreen, type Shop, takePictures, test } from "./console.ts";

const MIAS = "9405511899223197428490";
const NOORS = "9400100109361129278357";
const ZED = "9205590164917312751089";

async function fill(runtime: Runtime, shop: Shop): Promise<void> {
  const caller = { merchantId: shop.id, mode: "production" } as const;
  const order = (external_id: string, tracking_number: string, customer_email: string) =>
    saveOrder(runtime, {
      caller,
      order: {
        external_id,
        customer_email,
        line_items: [{ order_item_id: "1", title: "Linen shirt", quantity: 2 }],
        parcels: [{ carrier: "usps", tracking_number, items: [{ order_item_id: "1", title: "Linen shirt", quantity: 2 }] }],
      },
    });
  const tell = (id: string, tracker: Parameters<typeof easypostTracker>[0]) =>
    ingest(runtime, { provider: "easypost", merchantSlug: shop.slug, body: JSON.stringify(easypostEvent(id, easypostTracker(tracker))) });
  await order("28002", MIAS, "mia@shopper.example");
  await order("28003", NOORS, "noor@shopper.example");
  await tell("evt_1", { trackingCode: MIAS, status: "delivered", scans: [LAS_VEGAS, SARCOXIE], signedBy: "M SHOPPER" });
  await tell("evt_2", { trackingCode: NOORS, status: "available_for_pickup" });
  await tell("evt_3", { trackingCode: ZED, status: "TELEPORTED", scans: [] });
}

const list = (page: Page) => page.getByRole("table", { name: "Parcels" });
const search = (page: Page) => page.getByLabel("Tracking number, order number or e-mail address");
const numbers = async (page: Page) =>
  (await list(page).getByRole("rowheader").getByRole("link").allTextContents()).map((text) => text.replaceAll(" ", ""));

test.beforeEach(async ({ runtime, shop }) => fill(runtime, shop));

test("a parcel is found by its number, its order and its shopper's address", async ({ page, shop }) => {
  await shop.signIn(page, "viewer");
  await page.goto("/admin/parcels");
  expect((await numbers(page)).toSorted()).toEqual([ZED, NOORS, MIAS].toSorted());
  await expect(list(page).getByText("Delivered", { exact: true }).first()).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "parcels");
  for (const text of ["9405 5118", "#28002", "MIA@shopper.example"]) {
    await search(page).fill(text);
    await search(page).press("Enter");
    await expect.poll(() => numbers(page), text).toEqual([MIAS]);
    await page.getByRole("link", { name: `“${text}” (remove)` }).click();
    await expect.poll(async () => (await numbers(page)).length).toBe(3);
  }
});

test("a list is narrowed down by choosing, and each choice can be taken back", async ({ page, shop }) => {
  await shop.signIn(page, "viewer");
  await page.goto("/admin/parcels");
  await page.getByLabel("Needs attention").selectOption("Somebody must act");
  await expect.poll(() => numbers(page)).toEqual([NOORS]);
  await expect(list(page).getByText("Remind the shopper to collect it before it goes back.")).toBeVisible();
  await page.getByLabel("Status").selectOption("Delivered");
  await expect(page.getByRole("heading", { name: "No parcel like this" })).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole("link", { name: "Somebody must act (remove)" }).click();
  await expect.poll(() => numbers(page)).toEqual([MIAS]);
  await expect(page).toHaveURL(/\/admin\/parcels\?status=delivered$/);
  await page.goBack();
  await expect(page.getByLabel("Needs attention")).toHaveValue("anybody");
});

test("the list works without a script", async ({ browser, shop, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin });
  const page = await context.newPage();
  await shop.signIn(page, "viewer");
  await page.goto("/admin/parcels");
  await page.getByLabel("Status").selectOption("Ready to collect");
  await page.getByRole("button", { name: "Search" }).click();
  await expect.poll(() => numbers(page)).toEqual([NOORS]);
  await context.close();
});

async function open(page: Page, number: string): Promise<void> {
  await page.goto(`/admin/parcels?q=${number}`);
  await list(page).getByRole("rowheader").getByRole("link").click();
  await expect(page.getByText("What the shopper reads")).toBeVisible();
}

test("one parcel is seen as the shopper sees it, beside what each vendor said", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await open(page, MIAS);
  await expect(page.getByText("EasyPost says “delivered”, which we read as “Delivered”.")).toBeVisible();
  const scans = page.getByRole("list", { name: "Scans from EasyPost" });
  await expect(scans.getByText("Delivered, In/At Mailbox")).toBeVisible();
  await expect(scans.getByText("Sarcoxie, MO, US. The carrier gave the offset.")).toBeVisible();
  const shown = page.frameLocator("iframe");
  await expect(shown.getByText("Order 28002").first()).toBeVisible();
  await page.getByRole("button", { name: "Without it" }).click();
  await expect(shown.getByText("Delivered, In/At Mailbox").first()).toBeVisible();
  await expect(shown.getByText("28002")).toHaveCount(0);
  await expectGoodScreen(page);
  await takePictures(page, "parcel");

  await page.getByRole("link", { name: "Raw payloads" }).click();
  await page.getByRole("link", { name: /^Show pay_/ }).click();
  await expect(page.getByText(`"tracking_code": "${MIAS}"`)).toBeVisible();
  await expectGoodScreen(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toMatch(/^pay_\w+\.json$/);
  await page.getByRole("link", { name: "Events", exact: true }).click();
  await expect(page.getByText("Registered: No news yet")).toBeVisible();
  await page.getByRole("link", { name: "Order", exact: true }).click();
  await expect(page.getByText("mia@shopper.example")).toBeVisible();
  await expectGoodScreen(page);
});

test("a word that nobody knows is named, and is no good news", async ({ page, shop }) => {
  await shop.signIn(page, "viewer");
  await open(page, ZED);
  await expect(page.getByText("Words that nobody knows yet")).toBeVisible();
  await expect(page.getByText("TELEPORTED").first()).toBeVisible();
});

test("a revoked link shows the public page at once, and the new one the private page", async ({ page, shop, runtime }) => {
  await shop.signIn(page, "editor");
  const keyNow = async () =>
    (
      await runtime.db.kysely
        .selectFrom("trackers")
        .select("private_key")
        .where("merchant_id", "=", shop.id)
        .where("tracking_number", "=", MIAS)
        .executeTakeFirstOrThrow()
    ).private_key;
  const old = await keyNow();
  const visit = async (key: string) => (await page.request.get(`/tracking/${shop.slug}/usps/${MIAS}?key=${key}`)).text();
  expect(await visit(old)).toContain("28002");
  await open(page, MIAS);
  await page.getByRole("button", { name: "Revoke the private link" }).click();
  await page.getByRole("button", { name: "Revoke it, make a new one" }).click();
  await expect(page.getByText("The old link shows the public page now.")).toBeVisible();
  const fresh = await keyNow();
  expect(fresh).not.toBe(old);
  expect(await visit(old)).not.toContain("28002");
  expect(await visit(fresh)).toContain("28002");
  await expect(page.getByRole("link", { name: "Open the page" })).toHaveAttribute("href", new RegExp(`key=${fresh}$`));
});

test("a parcel is left alone, followed again, read again and deleted", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await open(page, NOORS);
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByText("None of your sources can be asked about this parcel.")).toBeVisible();
  await page.getByRole("button", { name: "Stop following" }).click();
  await expect(page.getByText("Not followed", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Follow again" }).click();
  await expect(page.getByText("Not followed", { exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: "Raw payloads" }).click();
  await page.getByRole("button", { name: "Read all again" }).click();
  await expect(page.getByText("1 read again, 0 not readable.")).toBeVisible();
  const address = page.url();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete the parcel" }).click();
  await expect(page).toHaveURL(/\/admin\/parcels$/);
  await expect.poll(async () => (await numbers(page)).toSorted()).toEqual([ZED, MIAS].toSorted());
  expect((await page.goto(address))?.status()).toBe(404);
});

test("an owner sees what would go before a shopper is erased, and then nothing of them is left", async ({ page, shop, runtime }) => {
  await shop.signIn(page, "owner");
  await page.goto("/admin/parcels");
  await page.getByRole("link", { name: "Erase a shopper" }).click();
  const whom = page.getByLabel("E-mail address or order number");
  await whom.fill("28002");
  await page.getByRole("button", { name: "Show what would go" }).click();
  await page.getByRole("button", { name: "Look up the shopper instead" }).click();
  await expect(whom).toHaveValue("mia@shopper.example");
  await page.getByRole("button", { name: "Show what would go" }).click();
  await expect(page.getByText("1: 28002")).toBeVisible();
  await expect(page.getByText(`1: ${MIAS}`)).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "erase");
  await page.getByRole("button", { name: "Erase this shopper" }).click();
  await page.getByLabel("Type “erase” to go on").fill("erase");
  await page.getByRole("button", { name: "Erase", exact: true }).click();
  await expect(page.getByText("1 order, 1 parcel, 1 raw payload.")).toBeVisible({ timeout: 20_000 });
  const caller = { merchantId: shop.id, mode: "production" } as const;
  const left = await searchParcels(runtime, { caller, query: "", filter: {}, cursor: null, limit: 9 });
  expect(left.parcels.map(({ tracker }) => tracker.trackingNumber).toSorted()).toEqual([ZED, NOORS].toSorted());
  expect(
    JSON.stringify(await runtime.db.kysely.selectFrom("audit_entries").selectAll().where("merchant_id", "=", shop.id).execute()),
  ).not.toMatch(/mia@|28002/);
});

test("a viewer sees a parcel, and has no button to change it", async ({ page, shop }) => {
  await shop.signIn(page, "viewer");
  await open(page, MIAS);
  for (const name of ["Check now", "Stop following", "Delete", "Revoke the private link", "Copy private link"]) {
    await expect(page.getByRole("button", { name }), name).toHaveCount(0);
  }
  await page.getByRole("link", { name: "Raw payloads" }).click();
  await expect(page.getByRole("button", { name: "Read all again" })).toHaveCount(0);
  expect((await page.goto("/admin/parcels/erase"))?.status()).toBe(403);
});

test("another shop finds none of it", async ({ page, shop, rival }) => {
  await shop.signIn(page, "owner");
  await open(page, MIAS);
  const address = page.url();
  await rival.signIn(page, "owner");
  expect((await page.goto(address))?.status()).toBe(404);
  for (const query of [MIAS, "28002", "mia@shopper.example"]) {
    await page.goto(`/admin/parcels?q=${encodeURIComponent(query)}`);
    await expect(page.getByRole("heading", { name: "No parcel like this" })).toBeVisible();
  }
  await page.goto("/admin/parcels/erase");
  await page.getByLabel("E-mail address or order number").fill("mia@shopper.example");
  await page.getByRole("button", { name: "Show what would go" }).click();
  await expect(page.getByText("Nobody here has this address")).toBeVisible();
});
