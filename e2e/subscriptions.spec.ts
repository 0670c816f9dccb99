import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type MailServer, startMailServer } from "#lib/mail/mail-server.testing.ts";
import { createStage } from "#lib/providers/test-numbers/stage.ts";
import { systemClock } from "#lib/shared/clock.ts";
import { startServer, type TestServer } from "#lib/testing/server-process.ts";
import { demoParcel, pathOf } from "./demo.ts";
import { expectNoBarriers, PLAIN_LOOKS } from "./no-barriers.ts";

const OUT_FOR_DELIVERY = demoParcel("9400100000000000000014");

let mails: MailServer;
let server: TestServer;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  mails = await startMailServer();
  server = await startServer({ host: "localhost", settings: { DEMO: "on", SMTP_URL: mails.url } });
  const { provider, merchant, payloads } = OUT_FOR_DELIVERY;
  for (const payload of payloads(createStage(systemClock.now()))) {
    const file = join(server.dataDir, "payload.json");
    writeFileSync(file, JSON.stringify(payload));
    await server.cli(["ingest", provider, file, "--merchant", merchant]);
  }
});

test.afterAll(async () => {
  await server.stop();
  await mails.close();
});

async function ask(page: Page, email: string): Promise<void> {
  await page.goto(`${server.origin}${pathOf(OUT_FOR_DELIVERY)}`);
  await page.getByText("Get updates on this parcel").click();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Delays").uncheck();
  await page.getByRole("button", { name: "Notify me" }).click();
}

/** The link of that kind in the latest mail to an address. */
async function linkTo(email: string, kind: "confirm" | "unsubscribe"): Promise<string> {
  const find = () => mails.mails.findLast(({ to }) => to?.some(({ address }) => address === email));
  await expect.poll(find, { timeout: 20_000 }).toBeTruthy();
  return new RegExp(`http://\\S+/preferences/[\\da-z]{64}/${kind}`).exec(find()?.text ?? "")?.[0] ?? "";
}

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("a shopper asks for news, confirms by mail, chooses what of, and ends it", async ({ page, request }) => {
    await ask(page, "mia@shopper.example");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your inbox");
    const link = await linkTo("mia@shopper.example", "confirm");

    for (const method of ["GET", "HEAD", "GET"]) expect((await request.fetch(link, { method })).status()).toBe(200);
    await page.goto(link);
    await page.getByRole("button", { name: "Yes, send me updates" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You will hear from us");

    await page.getByRole("link", { name: "Change your updates" }).click();
    await expect(page.getByText("Updates on this parcel go to m•••@shopper.example.")).toBeVisible();
    await expect(page.getByLabel("Delivery")).toBeChecked();
    await expect(page.getByLabel("Delays")).not.toBeChecked();
    await page.getByLabel("Delays").check();
    await page.getByLabel("Language of the messages").selectOption("Deutsch");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gespeichert");
    await expect(page.getByLabel("Verspätung")).toBeChecked();

    const oneClick = { form: { "List-Unsubscribe": "One-Click" }, maxRedirects: 0 };
    expect((await request.post(link.replace(/confirm$/, "unsubscribe"), oneClick)).status()).toBe(200);
    await page.goto(link);
    await expect(page.getByText("Zurzeit gehen keine Neuigkeiten an m•••@shopper.example.")).toBeVisible();
  });
});

test("what is typed wrong is said beside it, and the clock of who asks is known", async ({ page }) => {
  await page.goto(`${server.origin}${pathOf(OUT_FOR_DELIVERY)}`);
  await page.getByText("Get updates on this parcel").click();
  const email = page.getByLabel("E-mail address");
  await email.evaluate((input: HTMLInputElement) => {
    input.type = "text";
    input.value = "mia at home";
  });
  const [posted] = await Promise.all([
    page.waitForRequest((sent) => sent.method() === "POST"),
    page.getByRole("button", { name: "Notify me" }).click(),
  ]);
  expect(posted.postData()).toContain("time_zone=Asia%2FTokyo");
  await expect(email).toHaveValue("mia at home");
  await expect(email).toHaveAccessibleDescription(/does not look like an e-mail address/);
});

test("every page of it is open to everybody, at any width, in the light and in the dark", async ({ page }) => {
  const look = () => expectNoBarriers(page, { looks: PLAIN_LOOKS });
  await page.goto(`${server.origin}${pathOf(OUT_FOR_DELIVERY)}`);
  await page.getByText("Get updates on this parcel").click();
  await look();
  await ask(page, "noa@shopper.example");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your inbox");
  await look();
  const link = await linkTo("noa@shopper.example", "confirm");
  for (const at of [`${link}?lang=ar`, link.replace(/confirm$/, "unsubscribe"), `${server.origin}/preferences/nobody`]) {
    await page.goto(at);
    await look();
  }
  await page.goto(link);
  await page.getByRole("button", { name: "Yes, send me updates" }).click();
  await page.getByRole("link", { name: "Change your updates" }).click();
  await expect(page.getByRole("button", { name: "Save" })).toBeVisible();
  await look();
});
