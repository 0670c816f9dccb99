/** A screen on a slow line: what is done on it before its scripts are there. */
import type { Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./console.ts";

/** Opens a screen whose scripts come only when told to. */
async function openEarly(page: Page, address: string): Promise<() => void> {
  const { promise: told, resolve: bringScripts } = Promise.withResolvers<void>();
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await told;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "domcontentloaded" });
  return bringScripts;
}

test("what is typed, chosen and pressed before a screen listens is done once it does", async ({ page, shop }) => {
  await shop.signIn(page, "owner");
  const bringScripts = await openEarly(page, "/admin/messages/settings");
  await page.getByLabel("Delayed").uncheck();
  await page.getByLabel("From", { exact: true }).fill("22:15");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  bringScripts();
  await expect(page.getByText("Saved. Messages that wait")).toBeVisible();
  await expect(page.getByLabel("Delayed")).not.toBeChecked();
  await page.reload();
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("22:15");
  await expect(page.getByLabel("Delayed")).not.toBeChecked();
});

test("a field that answers while one types answers to what was typed before", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  const bringScripts = await openEarly(page, "/admin/parcels/new");
  await page.getByLabel("Tracking numbers").fill("9400 1001 0936 1129 2783 57");
  bringScripts();
  await expect(page.getByText("United States Postal Service, told by the number")).toBeVisible();
});

test("a password never gets into an address, however early one signs in", async ({ page, shop }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const bringScripts = await openEarly(page, "/admin/sign-in");
  await page.getByLabel("E-mail address").fill(shop.users.owner.email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  bringScripts();
  await page.waitForURL((url) => url.pathname === "/admin");
  expect(asked.filter((url) => url.includes(PASSWORD))).toEqual([]);
});
