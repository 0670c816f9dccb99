/** Files of parcels through the screens: what the columns are, the bar that moves, rows to mend, and whom it all is for. */
import type { Page } from "@playwright/test";
import { expect, expectGoodScreen, takePictures, test } from "./console.ts";

const ROWS = 10_000;

/** As many numbers of USPS as wanted, each with its right check digit. */
function uspsNumber(index: number): string {
  const digits = `94001001093${String(index).padStart(10, "0")}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

async function drop(page: Page, text: string, name = "parcels.csv"): Promise<void> {
  await page.goto("/admin/imports");
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

const bar = (page: Page) => page.getByRole("progressbar", { name: "Rows done" });
const doneOf = async (page: Page) => Number(await bar(page).getAttribute("aria-valuenow"));

test("an editor brings in 10,000 parcels, sees the bar move, and finds one of them", async ({ page, shop, server, runtime }) => {
  test.setTimeout(300_000);
  await shop.signIn(page, "editor");
  const lines = Array.from({ length: ROWS }, (_, index) => `#${index};mia${index}@shopper.example;${uspsNumber(index)};Tasse`);
  await drop(page, `Bestellnummer;E-Mail;Sendungsnummer;Artikel\n${lines.join("\n")}\n`, "versand.csv");

  await expect(page.getByRole("heading", { name: "versand.csv" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByLabel("Tracking number")).toHaveValue("2");
  await expect(page.getByText("We looked at 50 rows of 10,000, and can read them all.")).toBeVisible();
  await expect(page.getByText("Order #0 · mia0@shopper.example · 1 × Tasse")).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "import-columns");

  await page.getByRole("button", { name: "Import 10,000 rows" }).click();
  await expect(page.getByRole("heading", { name: "Parcels are going in" })).toBeVisible();
  await expect.poll(() => doneOf(page), { timeout: 60_000 }).toBeGreaterThan(0);
  const early = await doneOf(page);
  await expect(page.getByText(/a second · about|a second · a few/)).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => doneOf(page), { timeout: 60_000 }).toBeGreaterThan(early);
  expect(await doneOf(page)).toBeLessThan(ROWS);
  await takePictures(page, "import-running");

  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("heading", { name: "Waiting for you" })).toBeVisible();
  const held = await doneOf(page);
  await page.reload();
  await expect.poll(() => doneOf(page)).toBeGreaterThanOrEqual(held);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "All rows had their turn" })).toBeVisible({ timeout: 240_000 });
  await expect(page.getByText("10,000 of 10,000 rows")).toBeVisible();
  await takePictures(page, "import-done");

  const keys = await runtime.db.kysely
    .selectFrom("trackers")
    .select(["tracking_number", "private_key"])
    .where("merchant_id", "=", shop.id)
    .execute();
  expect(new Set(keys.map((row) => row.tracking_number)).size).toBe(ROWS);
  const key = keys.find((row) => row.tracking_number === uspsNumber(7777))?.private_key;
  await page.goto(`${server.origin}/tracking/${shop.slug}/usps/${uspsNumber(7777)}?key=${key}`);
  await expect(page.getByText("Order #7777")).toBeVisible();
  await expect(page.getByText("Tasse")).toBeVisible();
});

test("rows that are wrong stay behind with the reason, to be mended and imported again", async ({ page, shop, server }) => {
  await shop.signIn(page, "editor");
  await drop(page, `tracking,order,comment\n${uspsNumber(1)},1,fine\n9.4E+21,2,=1+1\n${uspsNumber(2)},3,fine\n123,4,"short, too"\n`);
  await page.getByRole("button", { name: "Import 4 rows" }).click();
  await expect(page.getByRole("heading", { name: "All rows had their turn" })).toBeVisible({ timeout: 30_000 });
  const table = page.getByRole("table", { name: "Rows to mend" });
  await expect(table.getByRole("row")).toHaveCount(3);
  await expect(table.getByRole("row", { name: /Row 3/ })).toContainText("A spreadsheet has rounded this number to 9.4E+21");
  await expectGoodScreen(page);
  await takePictures(page, "import-problems");

  const href = (await page.getByRole("link", { name: "Download as CSV" }).getAttribute("href")) ?? "";
  const file = await page.request.get(server.origin + href);
  expect(file.headers()["content-disposition"]).toContain("rows-to-mend.csv");
  const text = await file.text();
  expect(text).toContain("tracking,order,comment,What is wrong\r\n9.4E+21,2,'=1+1,\"A spreadsheet");

  await drop(page, text.replace("9.4E+21", uspsNumber(3)).replace("123,4", `${uspsNumber(1)},4`));
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(page.getByRole("heading", { name: "All rows had their turn" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("definition").first()).toHaveText("1");
  await page.goto("/admin/imports");
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(3);
  await expectGoodScreen(page);
  await takePictures(page, "imports");
});

test("a column guessed wrong is corrected, and what cannot be is said at once", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await drop(page, `first,second,third\nA-1,x,${uspsNumber(1)}\nA-2,,${uspsNumber(2)}\n`);
  await expect(page.getByLabel("Tracking number")).toHaveValue("2");
  await page.getByLabel("Shopper’s e-mail").selectOption("1");
  await expect(page.getByLabel("Shopper’s e-mail")).toHaveAccessibleDescription(/kept with an order/);
  await page.getByLabel("Order number").selectOption("0");
  await expect(page.getByText("“x” is no e-mail address.")).toBeVisible();
  await page.getByLabel("Shopper’s e-mail").selectOption("");
  await expect(page.getByText("can read them all")).toBeVisible();
  await page.getByLabel("Tracking number").selectOption("");
  await expect(page.getByLabel("Tracking number")).toHaveAccessibleDescription("Say which column has the tracking numbers.");
  await expect(page.getByRole("button", { name: "Import 2 rows" })).toBeDisabled();
  await page.getByRole("button", { name: "Discard the file" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard the file" }).click();
  await expect(page.getByRole("heading", { name: "Cancelled" })).toBeVisible();
});

test("a file that is none is refused by name", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await drop(page, "PK\u0003\u0004…", "parcels.xlsx");
  await expect(page.getByText("This is a workbook, not a CSV file")).toBeVisible();
  await drop(page, "");
  await expect(page.getByText("The file is empty.")).toBeVisible();
  await expectGoodScreen(page);
});

test("a viewer looks and downloads, but brings nothing in; a rival sees nothing of it", async ({ page, shop, rival, server }) => {
  await shop.signIn(page, "editor");
  await drop(page, `tracking\n${uspsNumber(1)}\nwrong!\n`);
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(page.getByRole("heading", { name: "Rows to mend" })).toBeVisible({ timeout: 30_000 });
  const address = page.url();
  const download = (await page.getByRole("link", { name: "Download as CSV" }).getAttribute("href")) ?? "";

  await shop.signIn(page, "viewer");
  await page.goto(address);
  await expect(page.getByText("wrong!").first()).toBeVisible();
  await page.goto("/admin/imports");
  await expect(page.getByRole("link", { name: "parcels.csv" })).toBeVisible();
  await expect(page.locator("input[type=file]")).toHaveCount(0);
  const upload = { method: "POST", headers: { cookie: await shop.cookie("viewer"), origin: server.origin }, body: "tracking\n1" };
  expect((await fetch(`${server.origin}/admin/imports-files?merchant=${shop.slug}`, upload)).status).toBe(403);

  await rival.signIn(page, "owner");
  expect((await page.goto(address))?.status()).toBe(404);
  expect((await page.request.get(server.origin + download.replace(shop.slug, rival.slug))).status()).toBe(404);
  await page.goto("/admin/imports");
  await expect(page.getByText("No file has been imported yet")).toBeVisible();
});
