import { randomBytes } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { createStage } from "#lib/providers/test-numbers/stage.ts";
import { easyPostTracker } from "#lib/providers/test-numbers/vendor-payloads.ts";
import { systemClock } from "#lib/shared/clock.ts";
import { ingest, waymark } from "./demo.ts";
import { expectNoBarrier } from "./no-barriers.ts";

const NUMBER = "9405511899223197428490";
const WAYMARK = `http://localhost:${process.env.E2E_PORT ?? 3199}`;
const stage = createStage(systemClock.now());
const moving = [
  [-2, "14:06", "lasVegas", "in_transit", "received_at_origin_facility", "Picked up"],
  [-1, "03:02", "kansasCity", "in_transit", "departed_facility", "Departed regional facility"],
] as const;

/** As strict as a page can be that has the elements: nothing but the script and the frame, no style of anybody's. */
const POLICY = `default-src 'none'; script-src ${WAYMARK}; frame-src ${WAYMARK}; form-action ${WAYMARK}; base-uri 'none'`;

let body = "";
let own: Server;
let strangers: Server;
let slug = "";

/** A page of somebody's own: another origin than the server's, and than the other one's. */
async function openSite(): Promise<Server> {
  const server = createServer((_, response) => {
    const html = `<!doctype html><html lang="en"><head><title>Your order</title><meta name="viewport" content="width=device-width"></head><body><main><h1>Your order</h1>${body}</main></body></html>`;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const tracker = (attributes = "") =>
  `<waymark-tracker merchant="${slug}" carrier="USPS" number="${NUMBER}" ${attributes}></waymark-tracker>`;
const SCRIPT = `<script async src="${WAYMARK}/embed.js"></script>`;

async function show(page: Page, site: Server, content: string): Promise<void> {
  body = content;
  await page.goto(originOf(site));
}

const newsIn = (element: Locator) => element.locator("iframe").contentFrame();

/** By how much the news are taller and wider than their frame. */
const overflow = (element: Locator) =>
  newsIn(element)
    .locator("html")
    .evaluate((html) => [html.scrollHeight - window.innerHeight, html.scrollWidth - window.innerWidth]);

type Scans = Parameters<typeof easyPostTracker>[1]["scans"];

/** As the carrier tells it, now or at an hour of yesterday. */
function tell(scans: Scans, yesterdayAt?: string): void {
  const parcel = easyPostTracker(stage, { code: NUMBER, carrier: "USPS", origin: "lasVegas", destination: "sarcoxie", scans });
  ingest("easypost", { ...parcel, ...(yesterdayAt && { updated_at: stage.utc(-1, yesterdayAt, "UTC") }) }, slug);
}

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  [own, strangers] = await Promise.all([openSite(), openSite()]);
  slug = `embed-${randomBytes(4).toString("hex")}`;
  const brand = join(mkdtempSync(join(tmpdir(), "waymark-brand-")), "brand.json");
  writeFileSync(brand, JSON.stringify({ name: "Moss & Marrow", colors: { brand: "#1f5c46" }, embedOrigins: [originOf(own)] }));
  waymark("merchant", "create", slug, "--brand", brand);
  tell(moving, "10:00");
});

test.afterAll(() => {
  own.close();
  strangers.close();
});

test("a shop's own page shows the news as tall as they are, at any width, under the strictest policy", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await show(page, own, `${SCRIPT}${tracker()}${tracker('lang="de" theme="dark" id="german"')}${SCRIPT}<waymark-lookup></waymark-lookup>`);
  const [first, german] = [page.locator("waymark-tracker").first(), page.locator("#german")];
  await expect(newsIn(first).getByRole("heading", { level: 1 })).toBeVisible();
  await expect(newsIn(german).locator("html")).toHaveAttribute("lang", "de");
  await expect(newsIn(german).locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(first.getByRole("link", { name: `Track parcel ${NUMBER}` })).toBeHidden();

  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => overflow(first), `${width} px`).toEqual([0, 0]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  }
  const folded = (await first.boundingBox())?.height ?? 0;
  // Said by anybody else, even in the right words, it counts for nothing.
  await page.evaluate(() => window.postMessage({ type: "waymark:height", height: 5 }, "*"));
  await newsIn(first).getByRole("heading", { name: "Journey" }).click();
  await expect(newsIn(first).getByText("Departed regional facility").last()).toBeVisible();
  await expect.poll(async () => (await first.boundingBox())?.height).toBeGreaterThan(folded + 50);
  await expect.poll(() => overflow(first)).toEqual([0, 0]);
  await newsIn(first).getByRole("heading", { name: "Journey" }).click();
  await expect.poll(async () => (await first.boundingBox())?.height).toBe(folded);

  await expectNoBarrier(page, { width: 390, colorScheme: "light" });
  await expectNoBarrier(page, { width: 1280, colorScheme: "dark" });
  expect(complaints).toEqual([]);
});

test("whatever the elements say may change, and what is linked opens beside the shop's page", async ({ page, context }) => {
  await show(page, own, `${tracker()}${SCRIPT}`);
  const element = page.locator("waymark-tracker");
  await expect(newsIn(element).getByRole("heading", { level: 1 })).toBeVisible();
  await element.evaluate((node) => {
    node.setAttribute("number", "9400111111111111111111");
    node.setAttribute("lang", "ja");
  });
  await expect(newsIn(element).locator("html")).toHaveAttribute("lang", "ja");
  await expect(newsIn(element).getByText("94001111")).toHaveCount(0);
  await expect.poll(() => overflow(element)).toEqual([0, 0]);
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);

  await element.evaluate((node, number) => node.setAttribute("number", number), NUMBER);
  const opened = context.waitForEvent("page");
  await newsIn(element).getByRole("link").last().click();
  await expect(await opened).toHaveURL(`${WAYMARK}/tracking/${slug}/usps/${NUMBER}?lang=ja`);
  expect(await (await opened).evaluate(() => [window.opener, document.referrer])).toEqual([null, ""]);
  expect(page.url()).toBe(`${originOf(own)}/`);

  await element.evaluate((node) => node.removeAttribute("carrier"));
  await expect(element.getByRole("link")).toHaveAttribute("href", `${WAYMARK}/tracking/${slug}?number=${NUMBER}&lang=ja`);
});

test("on anybody else's page the browser refuses, and a plain link stays", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await show(
    page,
    strangers,
    `${tracker('id="own"')}<waymark-tracker carrier="usps" number="9405511899223197428490"><a href="/mine">My words</a></waymark-tracker>${SCRIPT}`,
  );
  const link = page.locator("#own").getByRole("link", { name: `Track parcel ${NUMBER}` });
  await expect.poll(() => complaints.join()).toContain("frame-ancestors");
  await expect(link).toBeVisible();
  await expect(page.getByRole("link", { name: "My words" })).toBeVisible();
  await expect(newsIn(page.locator("#own")).getByRole("heading", { level: 1 })).toHaveCount(0);
  await link.click();
  await expect(page).toHaveURL(`${WAYMARK}/tracking/${slug}/usps/${NUMBER}?lang=en`);
});

test("the form of a shop's page leads to the parcel, wherever it is styled and whoever carries it", async ({ page, context }) => {
  await show(page, own, `${SCRIPT}<waymark-lookup merchant="${slug}" lang="de" target="_blank"></waymark-lookup>`);
  await page.getByLabel("Sendungsnummer").fill("9405 5118 9922 3197 4284 90");
  const opened = context.waitForEvent("page");
  await page.getByRole("button", { name: "Verfolgen" }).click();
  await expect(await opened).toHaveURL(`${WAYMARK}/tracking/${slug}/usps/${NUMBER}?lang=de`);
});

test("the embed itself has no barriers and tells its news without a script", async ({ browser, page }) => {
  const embed = `${WAYMARK}/tracking/${slug}/embed/usps/${NUMBER}`;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(embed);
  await expect(plain.getByText("Departed regional facility").last()).toBeHidden();
  await plain.getByRole("heading", { name: "Journey" }).click();
  await expect(plain.getByText("Departed regional facility").last()).toBeVisible();
  await context.close();

  await page.goto(embed);
  await page.getByRole("heading", { name: "Journey" }).click();
  await expectNoBarrier(page, { width: 320, colorScheme: "light" });
  await expectNoBarrier(page, { width: 720, colorScheme: "dark" });
});

test("news come into an embed by themselves, and nothing of the page with them", async ({ page }) => {
  await page.clock.install();
  await page.goto(`${WAYMARK}/tracking/${slug}/embed/usps/${NUMBER}`);
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Delivered");
  tell([...moving, [-1, "14:03", "sarcoxie", "delivered", "arrived_at_destination", "Delivered, front door"]]);
  await expect(async () => {
    await page.clock.runFor(60_000);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Delivered", { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByRole("link", { name: "Open the full tracking page" })).toBeVisible();
  await expect(page.locator("header, footer, nav")).toHaveCount(0);
});
