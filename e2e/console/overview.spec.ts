/** The landing screen: what needs somebody, whether news comes in and goes out, and how much of it; and the log of who did what. */
import type { Page } from "@playwright/test";
import { createEndpoint } from "#lib/notifications/create-endpoint.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { newId } from "#lib/shared/ids.ts";
import { addParcel } from "./add-parcel.ts";
import { expect, expectGoodScreen, type Shop, takePictures, test } from "./console.ts";
import { openReceiver } from "./open-receiver.ts";

const BANNED = { number: "1Z999AA10123456784", status: "failure", substatus: "prohibited", daysAgo: 1 } as const;
const WAITING = { number: "1Z5R89390357567127", status: "available_for_pickup", substatus: "pickup_available", daysAgo: 3 } as const;
const SILENT = { number: "1Z8V92A70367203024", status: "in_transit", substatus: "departed_facility", daysAgo: 8 } as const;
const ARRIVED = { number: "1ZXX3150YW44070023", status: "delivered", substatus: "delivered", daysAgo: 2 } as const;

const work = (page: Page) => page.getByRole("table", { name: "Parcels that need somebody" });
const numbers = (page: Page) => work(page).getByRole("rowheader").getByRole("link").allTextContents();

async function addUnread(runtime: Runtime, shop: Shop) {
  const row = { provider: "easypost", source_id: null, tracker_id: null, is_answer: 0, mode: null, body_encoding: "utf8" } as const;
  await runtime.db.kysely
    .insertInto("payloads")
    .values({
      ...row,
      id: newId("pay", runtime.random),
      merchant_id: shop.id,
      received_at: runtime.clock.now(),
      outcome: "invalid",
      problem: "tracking_code: missing",
      body: "{}",
    })
    .execute();
}

test("a new shop is told what to do first", async ({ page, shop }) => {
  await shop.signIn(page, "owner");
  await page.goto("/admin");
  await expect(page.getByRole("heading", { name: "No parcels yet" })).toBeVisible();
  await expect(page.getByText("Everything works")).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "overview-new");
  await page.getByRole("link", { name: "Connect a source" }).click();
  await expect(page.getByRole("heading", { name: "Sources", level: 1 })).toBeVisible();
});

test("parcels that need somebody come by urgency; one that was seen to is gone, and can be brought back", async ({
  page,
  shop,
  rival,
  runtime,
}) => {
  for (const story of [SILENT, ARRIVED, WAITING, BANNED]) await addParcel(runtime, shop, story);
  await addParcel(runtime, rival, { ...BANNED, number: "1Z12345E0205271688" });
  await addParcel(runtime, shop, { ...WAITING, number: "1Z12345E6605272234", mode: "test" });
  await shop.signIn(page, "editor");
  await page.goto("/admin");
  expect(await numbers(page)).toEqual([BANNED.number, WAITING.number, SILENT.number]);
  await expect(work(page).getByText("The carrier may not carry the contents")).toBeVisible();
  await expect(work(page).getByText("Remind the shopper to collect it before it goes back.")).toBeVisible();
  await expect(page.getByText("1 for you")).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "overview-work");
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.getByRole("button", { name: `Done for ${WAITING.number}` }).click();
  await expect(work(page).getByText(WAITING.number)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(work(page).getByRole("link", { name: WAITING.number })).toBeVisible();

  await page.getByRole("button", { name: `Check now for ${SILENT.number}` }).click();
  await expect(page.getByText("None of your sources can be asked about this parcel.")).toBeVisible();

  await page.getByRole("link", { name: "Test", exact: true }).click();
  await expect(work(page).getByRole("link", { name: "1Z12345E6605272234" })).toBeVisible();
  expect(await numbers(page)).toHaveLength(1);
});

test("numbers are drawn, told apart without colour, and readable as a table", async ({ page, shop, runtime }) => {
  for (const story of [SILENT, ARRIVED, WAITING]) await addParcel(runtime, shop, story);
  await shop.signIn(page, "viewer");
  await page.goto("/admin");
  await expect(page.getByRole("img", { name: "Parcels registered and delivered" })).toBeVisible();
  await expect(page.getByText("Registered: 3")).toBeVisible();
  await page.getByText("Show the numbers").first().click();
  await expect(page.getByRole("table", { name: "Parcels registered and delivered, day by day" }).getByRole("row")).toHaveCount(31);
  await expectGoodScreen(page);
  const statuses = page.getByRole("table", { name: "Parcels by status" });
  await expect(statuses.getByRole("row", { name: "Delivered" })).toContainText("1");
  await expect(statuses.getByRole("link", { name: "Delivered" })).toHaveAttribute("href", "/admin/parcels?status=delivered");
});

test("what ails the connections has its remedy beside it", async ({ page, shop, runtime }) => {
  const receiver = await openReceiver();
  const caller = { merchantId: shop.id, mode: "production" } as const;
  const made = await createEndpoint(runtime, { caller, url: receiver.url, format: "standard", name: "Warehouse" });
  if (made.kind !== "created") throw new Error(made.kind);
  receiver.answers(410, "moved away");
  await addParcel(runtime, shop, SILENT);
  await addUnread(runtime, shop);
  await shop.signIn(page, "owner");
  await expect(async () => {
    await page.goto("/admin");
    await expect(page.getByText("Endpoint “Warehouse” was switched off")).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.getByText("1 payload that nobody could read")).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "overview-health");

  await page.getByRole("button", { name: "Read them again" }).click();
  await expect(page.getByText("0 could be read this time, 1 not.")).toBeVisible();
  receiver.answers(200);
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByText("Endpoint “Warehouse” was switched off")).toHaveCount(0);
  await expect(page.getByText("1 event was given up")).toBeVisible();
  await page.getByRole("button", { name: "Send again now" }).click();
  await expect(page.getByText("1 event is sent again.")).toBeVisible();
  await expect.poll(() => receiver.received.length).toBe(2);
  await receiver.close();
});

test("a viewer looks and changes nothing, and who lost the role meanwhile is told", async ({ page, shop, runtime }) => {
  await addParcel(runtime, shop, WAITING);
  await shop.signIn(page, "viewer");
  await page.goto("/admin");
  await expect(work(page).getByRole("link", { name: WAITING.number })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Done/ })).toHaveCount(0);

  await shop.signIn(page, "editor");
  await page.goto("/admin");
  await shop.signIn(page, "viewer");
  await page.getByRole("button", { name: `Done for ${WAITING.number}` }).click();
  await expect(page.getByText("Only owners and editors may do this.")).toBeVisible();
  await page.reload();
  await expect(work(page).getByRole("link", { name: WAITING.number })).toBeVisible();
});

test("the audit log says who did what, narrows down, and is nobody else's", async ({ page, shop, rival, runtime }) => {
  const id = await addParcel(runtime, shop, WAITING);
  await shop.signIn(page, "owner");
  await page.goto("/admin/audit");
  await expect(page.getByRole("heading", { name: "Nothing has been done yet" })).toBeVisible();
  await expectGoodScreen(page);
  await page.goto("/admin/keys");
  await page.getByRole("button", { name: "Create a key" }).click();
  await page.getByLabel("Name").fill("Checkout");
  await page.getByRole("button", { name: "Create the key" }).click();
  await expect(page.getByText("The new key: copy it now")).toBeVisible();
  await shop.signIn(page, "editor");
  await page.goto("/admin");
  await page.getByRole("button", { name: `Done for ${WAITING.number}` }).click();
  await expect(work(page)).toHaveCount(0);

  await page.goto("/admin/audit");
  const entries = page.getByRole("main").getByRole("listitem");
  await expect(entries).toHaveCount(2);
  // Two of one second stand in either order.
  const ticked = entries.filter({ hasText: `${shop.users.editor.name} ticked a parcel off the list, or put it back` });
  await expect(ticked.getByRole("link", { name: "a parcel" })).toHaveAttribute("href", `/admin/parcels/${id}`);
  await expect(entries.filter({ hasText: "created an API key" })).toHaveCount(1);
  await expectGoodScreen(page);
  await takePictures(page, "audit");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByLabel("What").selectOption("key.create");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(entries).toHaveCount(1);
  await page.getByLabel("Who").selectOption({ label: shop.users.editor.name });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nothing of the kind" })).toBeVisible();

  await rival.signIn(page, "owner");
  await page.goto(`/admin/audit?person=${shop.users.owner.id}`);
  await expect(page.getByRole("heading", { name: "Nothing of the kind" })).toBeVisible();
});
