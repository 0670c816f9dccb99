import { expect, test } from "@playwright/test";
import { DEMO_PARCELS } from "#lib/demo/demo-parcels.ts";
import { demoParcel, pathOf, tellNow } from "./demo.ts";
import { expectNoBarriers, LOOKS, PLAIN_LOOKS } from "./no-barriers.ts";

/** A shop's colours are the same on all of its pages: one is looked at in every light at every width, the others on a phone in the light or on a desk in the dark. */
const firstOfShops = new Set(
  DEMO_PARCELS.filter(({ merchant }, at) => DEMO_PARCELS.findIndex((parcel) => parcel.merchant === merchant) === at),
);

test.describe("every demo parcel", () => {
  for (const [at, parcel] of DEMO_PARCELS.entries()) {
    test(`makes no noise, asks nobody else and has no barrier: ${parcel.merchant} · ${parcel.title}`, async ({ page, context }) => {
      const elsewhere: string[] = [];
      const complaints: string[] = [];
      page.on("request", (request) => {
        if (new URL(request.url()).hostname !== "localhost") elsewhere.push(request.url());
      });
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));

      const answer = await page.goto(pathOf(parcel));
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
      expect(elsewhere).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await context.cookies()).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);

      await expectNoBarriers(page, { looks: firstOfShops.has(parcel) ? LOOKS : PLAIN_LOOKS.slice(at % 2, (at % 2) + 1) });
    });
  }
});

test.describe("the answer", () => {
  test("says that a parcel arrives today, and by when", async ({ page }) => {
    const parcel = demoParcel("9400100000000000000014");
    tellNow(parcel);
    await page.goto(pathOf(parcel));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/today by \d/i);
  });

  test("calls a parcel that came back to the shop returned, whatever the vendor says", async ({ page }) => {
    await page.goto(pathOf(demoParcel("9400100000000000000021")));
    await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Delivered");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/shop|sender/i);
  });

  test("keeps the first promise and says by how much it moved", async ({ page }) => {
    await page.goto(pathOf(demoParcel("1ZWAY0000300000057")));
    await expect(page.getByRole("main")).toContainText(/2 days/);
  });

  test("says what is needed and gives a button for it", async ({ page }) => {
    const notice = DEMO_PARCELS.find(({ title }) => title === "address_issue");
    await page.goto(pathOf(notice ?? demoParcel("")));
    await expect(
      page
        .getByRole("main")
        .getByRole("link", { name: /address/i })
        .first(),
    ).toHaveAttribute("href", /^https:/);
  });
});

test.describe("honest time", () => {
  test("shows local time with its zone and UTC beside it, with the day where it differs", async ({ page }) => {
    await page.goto("/usps/9405511899223197428490");
    const journey = page.getByRole("main");
    await expect(journey).toContainText(/2:03\s*pm/i);
    await expect(journey).toContainText("CDT");
    await expect(journey).toContainText("19:03 UTC");
    await expect(journey).toContainText(/02:41 UTC,\s*(17 Sep|Sep 17)/);
  });

  test("says that no time was given for a scan of which only the day is known", async ({ page }) => {
    await page.goto("/usps/9405511899223197428490");
    await expect(page.getByRole("main")).toContainText(/no time given/i);
  });

  test("does not make up a zone", async ({ page }) => {
    const parcel = demoParcel("1ZWAY0000300000066");
    await page.goto(pathOf(parcel));
    await expect(page.getByRole("main")).toContainText(/time zone unknown/i);
    await expect(page.getByRole("main")).not.toContainText("14:48 UTC");
  });

  test("marks a scan in the hour that happened twice", async ({ request }) => {
    const { events } = await (await request.get("/usps/9400100000000000000069.json")).json();
    const local = events.map((event: { time: { local: string } }) => event.time.local.slice(0, 16));
    expect(local.slice(0, 4)).toEqual(["2024-11-03T15:20", "2024-11-03T02:10", "2024-11-03T01:30", "2024-11-03T01:50"]);
    const utc = events.slice(2, 4).map((event: { time: { utc: string } }) => event.time.utc);
    expect(utc).toEqual(["2024-11-03T07:30:00Z", "2024-11-03T06:50:00Z"]);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("everything can be read, earlier scans included", async ({ page }) => {
    const parcel = demoParcel("1ZWAY0000300000048");
    await page.goto(pathOf(parcel));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const earlier = page.locator("summary").first();
    await earlier.click();
    await expect(page.getByText("Los Angeles").last()).toBeVisible();
  });

  test("a number can be looked up", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("textbox").fill("9405511899223197428490");
    await page.getByRole("main").getByRole("button").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Delivered");
  });
});

test.describe("comfort", () => {
  test("copies the tracking number", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/usps/9405511899223197428490");
    await page.getByRole("button", { name: /copy/i }).first().click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("9405511899223197428490");
  });

  test("prints on paper without controls", async ({ page }) => {
    await page.goto("/usps/9405511899223197428490");
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("button", { name: /copy/i }).first()).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});
