import { startDnsServer, type TestDnsServer } from "#lib/dns/dns-server.testing.ts";
import { startServer } from "#lib/testing/server-process.ts";
import { test as consoleTest, expect, expectGoodScreen, SERVER_FIXTURE, takePictures } from "./console.ts";

const HOST = "track.fern.example";

/** DNS answers what the test tells it; nothing asks the world. */
const test = consoleTest.extend<object, { dns: TestDnsServer }>({
  dns: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern.
    async ({}, use) => {
      const dns = await startDnsServer();
      await use(dns);
      await dns.close();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ dns }, use) => {
      const server = await startServer({ host: "localhost", settings: { DNS_SERVERS: dns.address } });
      await use(server);
      await server.stop();
    },
    SERVER_FIXTURE,
  ],
});

test.describe.configure({ mode: "serial", timeout: 180_000 });
test.beforeEach(({ dns }) => dns.tell({}));

test("an owner adds a domain, learns what is missing, and has pages there once it is proven", async ({ page, shop, dns, server }) => {
  await shop.signIn(page, "owner");
  await page.goto("/admin/domains");
  await expect(page.getByRole("heading", { name: "Parcels at your own address" })).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "domains-none");

  const name = page.getByLabel("Name of your tracking pages");
  await name.fill("https://track.fern.example");
  await page.getByRole("button", { name: "Add the domain" }).click();
  await expect(name).toHaveAccessibleDescription(/without https/);
  await name.fill("Track.Fern.Example");
  await page.getByRole("button", { name: "Add the domain" }).click();

  const panel = page.getByRole("region", { name: HOST });
  await expect(panel.getByText("Waiting for DNS")).toBeVisible();
  await expect(panel.getByText(`There is no TXT record at _waymark.${HOST}.`)).toBeVisible();
  await expect(panel.getByText(`${HOST} points nowhere.`)).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "domains-pending");

  const proof = (await panel.getByText(/^waymark=/).textContent()) ?? "";
  dns.tell({ [`TXT _waymark.${HOST}`]: ["v=spf1 -all"], [`CNAME ${HOST}`]: ["localhost"] });
  await panel.getByRole("button", { name: "Check now" }).click();
  await expect(panel.getByText("none holds this value")).toBeVisible();
  await expect(panel.getByText("v=spf1 -all")).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "domains-wrong");

  dns.tell({ [`TXT _waymark.${HOST}`]: [proof], [`CNAME ${HOST}`]: ["localhost"] });
  await panel.getByRole("button", { name: "Check now" }).click();
  await expect(panel.getByText("In service", { exact: true })).toBeVisible();
  await takePictures(page, "domains-active");

  const asked = await page.request.get(`${server.origin}/api/domains/ask?domain=${HOST}`);
  expect(asked.status()).toBe(200);
  const ownPage = await page.request.get(`${server.origin}/`, { headers: { host: HOST } });
  expect(await ownPage.text()).toContain(shop.name.replace("&", "&amp;"));

  await panel.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove the domain" }).click();
  await expect(panel).toBeHidden();
  expect((await page.request.get(`${server.origin}/api/domains/ask?domain=${HOST}`)).status()).toBe(404);
});

test("a lost domain shows until when its pages go on", async ({ page, shop, dns, runtime }) => {
  await shop.signIn(page, "owner");
  await page.goto("/admin/domains");
  await page.getByLabel("Name of your tracking pages").fill(HOST);
  await page.getByRole("button", { name: "Add the domain" }).click();
  const panel = page.getByRole("region", { name: HOST });
  const proof = (await panel.getByText(/^waymark=/).textContent()) ?? "";
  dns.tell({ [`TXT _waymark.${HOST}`]: [proof], [`CNAME ${HOST}`]: ["localhost"] });
  await panel.getByRole("button", { name: "Check now" }).click();
  await expect(panel.getByText("In service", { exact: true })).toBeVisible();
  dns.tell({ [`CNAME ${HOST}`]: ["localhost"] });
  await panel.getByRole("button", { name: "Check now" }).click();
  await expect(panel.getByText(/Its pages go on until/)).toBeVisible();
  const notices = await runtime.db.kysely.selectFrom("notices").select("kind").where("merchant_id", "=", shop.id).execute();
  expect(notices).toEqual([{ kind: "domain.lost" }]);
  await expectGoodScreen(page);
  await takePictures(page, "domains-lost");
});

test("editors and viewers see domains and change none, and a rival sees none", async ({ page, shop, rival }) => {
  await shop.signIn(page, "owner");
  await page.goto("/admin/domains");
  await page.getByLabel("Name of your tracking pages").fill(HOST);
  await page.getByRole("button", { name: "Add the domain" }).click();
  await expect(page.getByRole("region", { name: HOST })).toBeVisible();
  for (const role of ["editor", "viewer"] as const) {
    await shop.signIn(page, role);
    await page.goto("/admin/domains");
    await expect(page.getByRole("region", { name: HOST })).toBeVisible();
    await expect(page.getByRole("button", { name: /Add|Check now|Remove/ })).toHaveCount(0);
  }
  await rival.signIn(page, "owner");
  await page.goto("/admin/domains");
  await expect(page.getByRole("heading", { name: "Parcels at your own address" })).toBeVisible();
  await expect(page.getByText(HOST)).toHaveCount(0);
});
