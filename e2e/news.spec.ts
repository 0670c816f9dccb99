import { createHmac } from "node:crypto";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { createStage } from "#lib/providers/test-numbers/stage.ts";
import { easyPostTracker } from "#lib/providers/test-numbers/vendor-payloads.ts";
import { systemClock } from "#lib/shared/clock.ts";
import { waymark } from "./demo.ts";

const MERCHANT = "fern-and-fable";
const stage = createStage(systemClock.now());

test("a signed webhook is on the page a moment later; a forged one never is", async ({ page, request }) => {
  const code = "9400100000000000000731";
  const secret = "sïgned by EasyPost";
  const slug = "news-spec";
  waymark("source", "add", "easypost", "--merchant", MERCHANT, "--mode", "production", "--slug", slug, "--webhook-secret", secret);
  const hook = `/api/hooks/${MERCHANT}/${slug}`;
  const event = (id: string, status: string, detail: string, message: string) =>
    JSON.stringify({
      id: `evt_${id}`,
      object: "Event",
      mode: "production",
      description: "tracker.updated",
      previous_attributes: {},
      result: easyPostTracker(stage, { code, carrier: "USPS", scans: [[-1, "14:03", "sarcoxie", status, detail, message]] }),
    });

  const forged = event("forged", "delivered", "arrived_at_destination", "Delivered, front door");
  expect((await send(request, hook, forged, "another secret")).status()).toBe(401);
  const genuine = event("genuine", "out_for_delivery", "out_for_delivery", "Out for delivery");
  expect((await send(request, hook, genuine, secret)).status()).toBe(200);
  expect(await (await send(request, hook, genuine, secret)).json()).toEqual({ received: true, duplicate: true });

  await expect(async () => {
    await page.goto(`/usps/${code}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Out for delivery", { timeout: 500 });
  }).toPass({ timeout: 15_000 });
});

test("a tracker made through EasyPost's API opens as the shop's own page", async ({ page, request }) => {
  const key = waymark("key", "create", "--merchant", MERCHANT, "--mode", "test").trim();
  const authorization = `Basic ${Buffer.from(`${key}:`).toString("base64")}`;
  const answer = await request.post("/v2/trackers", {
    headers: { authorization },
    data: { tracker: { tracking_code: "EZ4000000004", carrier: "USPS" } },
  });
  const tracker = (await answer.json()) as { status: string; signed_by: string; public_url: string };
  expect(tracker).toMatchObject({ status: "delivered", signed_by: "John Tester" });

  await page.goto(tracker.public_url);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Delivered");
  await expect(page.getByRole("main")).toContainText("John Tester");
  await page.goto(tracker.public_url.split("?")[0] ?? "");
  await expect(page.getByRole("main")).not.toContainText("John Tester");
});

test("a parcel that was registered a moment ago is friendly about it", async ({ page, request }) => {
  const key = waymark("key", "create", "--merchant", MERCHANT, "--mode", "production").trim();
  const data = { carrier: "ups", tracking_number: "1Z999AA10123456784" };
  const answer = await request.post("/api/v1/trackers", { headers: { authorization: `Bearer ${key}` }, data });
  expect(answer.status()).toBe(201);
  const { public_url } = (await answer.json()) as { public_url: string };
  await page.goto(public_url);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Not in the carrier’s system yet");
});

test("the page of the API makes no noise and asks nobody else", async ({ page }) => {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on("request", (asked) => {
    if (new URL(asked.url()).hostname !== "localhost") elsewhere.push(asked.url());
  });
  page.on("console", (message) => complaints.push(message.text()));
  await page.goto("/api/v1");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The API");
  await page.getByRole("link", { name: "Follow a parcel" }).first().click();
  await expect(page.getByRole("heading", { name: "Follow a parcel" })).toBeInViewport();
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

function send(request: APIRequestContext, path: string, body: string, secret: string) {
  const signature = createHmac("sha256", secret.normalize("NFKD")).update(body).digest("hex");
  return request.post(path, {
    headers: { "content-type": "application/json", "x-hmac-signature": `hmac-sha256-hex=${signature}` },
    data: body,
  });
}
