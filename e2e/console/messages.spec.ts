import { startDnsServer, type TestDnsServer, type Zone } from "#lib/dns/dns-server.testing.ts";
import { type MailServer, startMailServer } from "#lib/mail/mail-server.testing.ts";
import { startServer } from "#lib/testing/server-process.ts";
import { test as consoleTest, expect, expectGoodScreen, SERVER_FIXTURE, takePictures } from "./console.ts";
import { sendMessages } from "./send-messages.ts";

interface World {
  dns: TestDnsServer;
  mails: MailServer;
}

/** DNS says what the test tells it, and mails go to a server of the test's own. */
const test = consoleTest.extend<object, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern.
    async ({}, use) => {
      const [dns, mails] = await Promise.all([startDnsServer(), startMailServer()]);
      await use({ dns, mails });
      await Promise.all([dns.close(), mails.close()]);
    },
    { scope: "worker" },
  ],
  server: [
    async ({ world: { dns, mails } }, use) => {
      const settings = { DNS_SERVERS: dns.address, SMTP_URL: mails.url, MAIL_FROM: "waymark@track.example" };
      const server = await startServer({ host: "localhost", settings });
      await use(server);
      await server.stop();
    },
    SERVER_FIXTURE,
  ],
});

test.describe.configure({ mode: "serial", timeout: 180_000 });

test("an owner proves a domain, writes from an address at it, and learns when it is lost", async ({ page, shop, world: { dns } }) => {
  await shop.signIn(page, "owner");
  await page.goto("/admin/messages/settings");
  await takePictures(page, "messages-settings-new");

  await page.getByRole("button", { name: "Add a domain" }).click();
  const name = page.getByLabel("Domain of your addresses");
  await name.fill("https://fern.example");
  await page.getByRole("button", { name: "Add the domain" }).click();
  await expect(name).toHaveAccessibleDescription(/without https/);
  await name.fill("hello@Fern.example");
  await page.getByRole("button", { name: "Add the domain" }).click();

  const panel = page.getByRole("region", { name: "fern.example" });
  await expect(panel.getByText("Waiting for DNS")).toBeVisible();
  const record = (await panel.getByText(/^v=DKIM1/).textContent()) ?? "";
  const at = `TXT ${(await panel.getByText(/^waymark-.*\._domainkey\./).textContent()) ?? ""}` as const;
  const publish = (value: string, others: Zone) => {
    const zone: Zone = { ...others };
    zone[at] = [value];
    dns.tell(zone);
  };
  publish(record.slice(0, -9), { "TXT fern.example": ["v=spf1 mx ~all", "v=spf1 a ~all"] });
  await panel.getByRole("button", { name: "Check now" }).click();
  await expect(panel.getByText("The record holds another key than ours.")).toBeVisible();
  await expect(panel.getByText("There are several SPF records")).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "messages-domain-wrong");

  publish(record, { "TXT _dmarc.fern.example": ["v=DMARC1; p=reject"] });
  await panel.getByRole("button", { name: "Check now" }).click();
  await expect(panel.getByText("Proven")).toBeVisible();

  await page.getByLabel("Mails come from").fill("parcels@other.example");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("Mails come from")).toHaveAccessibleDescription(/at a domain that is proven/);
  await page.getByLabel("Mails come from").fill("parcels@fern.example");
  await page.getByLabel("Delayed").uncheck();
  await page.getByLabel("From", { exact: true }).fill("22:15");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved. Messages that wait")).toBeVisible();

  await page.goto("/admin/messages");
  await expect(page.getByText("<parcels@fern.example>")).toBeVisible();
  await expect(page.getByText("fern.example, your own domain")).toBeVisible();
  await expect(page.getByText("22:15 to 08:00")).toBeVisible();
  await expect(page.getByText("Not offered")).toHaveCount(1);
});

test("secrets are taken and never shown again", async ({ page, shop, world: { dns } }) => {
  dns.tell({});
  await shop.signIn(page, "owner");
  await page.goto("/admin/messages/settings");
  await page.getByRole("button", { name: "Set a Twilio account" }).click();
  await page.getByLabel("Account SID").fill("AC12");
  await page.getByLabel("Auth token").fill("0123456789abcdef0123456789abcdef");
  await page.getByLabel("Number, name or messaging service").fill("+1 (415) 555-0100");
  const save = page.getByRole("dialog").getByRole("button", { name: "Save" });
  await save.click();
  await expect(page.getByLabel("Account SID")).toHaveAccessibleDescription(/AC and 32/);
  await page.getByLabel("Account SID").fill("AC0123456789abcdef0123456789abcdef");
  await save.click();
  await expect(page.getByText("SMS go out from +14155550100.")).toBeVisible();
  expect(await page.content()).not.toContain("0123456789abcdef");

  const reports = page.getByRole("region", { name: "Bounces and complaints" });
  const addressOf = async () => (await reports.getByText(/\/api\/mail-reports\/./).textContent()) ?? "";
  const first = await addressOf();
  await reports.getByRole("button", { name: "Make a new address" }).click();
  await page.getByRole("button", { name: "Make it" }).click();
  await expect.poll(addressOf).not.toBe(first);
  await expectGoodScreen(page);
  await takePictures(page, "messages-settings-set");
});

test("every mail can be looked at, and one sent to oneself alone", async ({ page, shop, world: { mails } }) => {
  await shop.signIn(page, "editor");
  await page.goto("/admin/messages/preview");
  const mail = page.frameLocator("iframe");
  await expect(mail.getByRole("heading", { level: 1 })).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "messages-preview");
  for (const name of ["Needs the shopper", "العربية", "Dark", "Phone"]) {
    const link = page.getByRole("link", { name, exact: true });
    await link.click();
    await expect(link).toHaveAttribute("aria-current", "page");
  }
  await expect(page).toHaveURL(/of=needs_you.*scheme=dark.*width=phone.*lang=ar/);
  await expect(mail.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(mail.locator(".wm-card").first()).not.toHaveCSS("background-color", "rgb(255, 255, 255)");
  await takePictures(page, "messages-preview-ar");

  await page.getByRole("button", { name: "Send me a test" }).click();
  await expect(page.getByText(`Sent to ${shop.users.editor.email}.`)).toBeVisible();
  expect(mails.mails.at(-1)).toMatchObject({
    from: { name: "Fern & Fable", address: "waymark@track.example" },
    to: [{ address: shop.users.editor.email }],
    subject: expect.stringMatching(/^\[Test\] /),
    attachments: [{ mimeType: "image/png", contentId: "<parcel>" }],
  });
  expect(mails.mails.at(-1)?.html).toContain('src="cid:parcel"');
});

test("what was sent is seen without whose address it is, and a suppressed address can be lifted", async ({
  page,
  shop,
  rival,
  runtime,
}) => {
  await sendMessages(runtime, shop);
  await shop.signIn(page, "viewer");
  await page.goto("/admin/messages");
  const sent = page.getByRole("table", { name: "Messages, newest first" });
  await expect(sent.getByText("m•••@shopper.example").first()).toBeVisible();
  await expect(sent.getByText("The mail server did not take it.")).toBeVisible();
  expect(await page.content()).not.toContain("mia@shopper.example");
  await expect(page.getByRole("button", { name: /^Lift/ })).toHaveCount(0);
  await expectGoodScreen(page);
  await takePictures(page, "messages");

  await shop.signIn(page, "editor");
  await page.goto("/admin/messages");
  // What its owner said themselves is not the shop's to lift.
  await expect(page.getByRole("button", { name: /^Lift/ })).toHaveCount(1);
  await page.getByRole("button", { name: /^Lift\b.*b•••@shopper\.example/ }).click();
  await page.getByRole("button", { name: "Lift it" }).click();
  await expect(page.getByText("b•••@shopper.example can be written to again.")).toBeVisible();
  await expect(page.getByRole("cell", { name: "Nothing arrives there" })).toHaveCount(0);
  await expect(page.getByRole("cell", { name: "Marked as junk" })).toBeVisible();

  await rival.signIn(page, "owner");
  await page.goto("/admin/messages");
  await expect(page.getByText("No messages yet")).toBeVisible();
  expect(await page.content()).not.toContain("shopper.example");
});
