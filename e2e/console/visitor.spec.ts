import type { Page } from "@playwright/test";
import { closeSandboxes } from "#lib/demo/close-sandboxes.ts";
import { startServer } from "#lib/testing/server-process.ts";
import { test as consoleTest, expect, expectGoodScreen, SERVER_FIXTURE, takePictures } from "./console.ts";

const test = consoleTest.extend<object, object>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern.
    async ({}, use) => {
      const server = await startServer({ host: "localhost", settings: { DEMO: "on" } });
      await use(server);
      await server.stop();
    },
    SERVER_FIXTURE,
  ],
});

// All of them come from one address, which may open five shops an hour.
test.describe.configure({ mode: "serial", timeout: 180_000 });

async function enter(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Try the console" }).click();
  await page.waitForURL("**/admin");
}

test("a visitor of the demo has a console of their own by one click, with work to do in it", async ({ page }) => {
  await page.goto("/");
  await takePictures(page, "visitor-front");
  await enter(page);
  await expect(page.getByText("This shop is yours to play with.")).toBeVisible();
  await expect(page.getByText("Everything works")).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "visitor-console");
});

test("it takes no script", async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin });
  const page = await context.newPage();
  await page.goto("/admin/sign-in");
  await takePictures(page, "visitor-sign-in");
  await page.getByRole("button", { name: "Try the console" }).click();
  await expect(page).toHaveURL(/\/admin$/);
  await expect(page.getByText("This shop is yours to play with.")).toBeVisible();
  await context.close();
});

test("what a visitor does stays in their shop: no domain, and nothing of another's", async ({ page, browser, server, runtime }) => {
  await enter(page);
  await page.goto("/admin/domains");
  await page.getByLabel("Name of your tracking pages").fill("track.visitor.example");
  await page.getByRole("button", { name: "Add the domain" }).click();
  await expect(page.getByText(/cannot have a domain of its own.*Run Waymark yourself/)).toBeVisible();
  await takePictures(page, "visitor-refused");
  expect(await runtime.db.kysely.selectFrom("domains").selectAll().execute()).toEqual([]);

  const context = await browser.newContext({ baseURL: server.origin });
  const other = await context.newPage();
  await enter(other);
  const shops = await runtime.db.kysely.selectFrom("merchants").select("slug").where("expires_at", "is not", null).execute();
  expect(new Set(shops.map(({ slug }) => slug)).size).toBe(shops.length);
  const sessionShops = await runtime.db.kysely.selectFrom("memberships").select("user_id").execute();
  expect(new Set(sessionShops.map(({ user_id }) => user_id)).size).toBe(shops.length);
  await context.close();
});

test("a visitor's day ends: shop, person and session are gone", async ({ page, runtime }) => {
  await enter(page);
  await runtime.db.kysely.updateTable("merchants").set({ expires_at: runtime.clock.now() }).where("expires_at", "is not", null).execute();
  await closeSandboxes(runtime);
  expect(await runtime.db.kysely.selectFrom("users").select("email").where("email", "like", "visitor-%").execute()).toEqual([]);
  await page.goto("/admin");
  await expect(page).toHaveURL(/\/admin\/sign-in/);
});

test("too many from one address are told to come back later", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Try the console" }).click();
  await expect(page.getByText(/Five shops an hour are enough/)).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "visitor-often");
});
