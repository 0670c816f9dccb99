import { expect, test } from "@playwright/test";
import { createStage } from "#lib/providers/test-numbers/stage.ts";
import { easyPostTracker } from "#lib/providers/test-numbers/vendor-payloads.ts";
import { systemClock } from "#lib/shared/clock.ts";
import { ingest } from "./demo.ts";

const stage = createStage(systemClock.now());
const moving = [
  [-2, "14:06", "lasVegas", "in_transit", "received_at_origin_facility", "Picked up"],
  [-1, "03:02", "kansasCity", "in_transit", "departed_facility", "Departed regional facility"],
] as const;
const delivered = [-1, "14:03", "sarcoxie", "delivered", "arrived_at_destination", "Delivered, front door"] as const;

test("the page brings the news by itself, once, and then stops asking", async ({ page }) => {
  const code = "9400100000000000000717";
  const base = { code, carrier: "USPS", origin: "lasVegas", destination: "sarcoxie" } as const;
  const [address] = ingest(
    "easypost",
    { ...easyPostTracker(stage, { ...base, scans: moving }), updated_at: stage.utc(-1, "10:00", "UTC") },
    "fern-and-fable",
  );
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes(".json")) asked.push(request.url());
  });
  await page.clock.install();
  await page.goto(address?.publicUrl ?? "");
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Delivered");
  await page.clock.runFor(20_000);
  await page.evaluate(() => window.scrollTo(0, 200));

  ingest("easypost", easyPostTracker(stage, { ...base, scans: [...moving, delivered] }), "fern-and-fable");
  await expect(async () => {
    await page.clock.runFor(60_000);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Delivered", { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByText("Delivered, front door").first()).toBeVisible();
  expect(await page.locator("h1").count()).toBe(1);

  const soFar = asked.length;
  expect(soFar).toBeGreaterThan(0);
  await page.clock.runFor(60 * 60_000);
  expect(asked.length).toBe(soFar);
});

test("a delivered parcel asks for nothing more", async ({ page }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.clock.install();
  await page.goto("/usps/9405511899223197428490");
  await page.clock.runFor(60 * 60_000);
  expect(requests.filter((url) => url.includes(".json") || url.includes("freshness"))).toEqual([]);
});
