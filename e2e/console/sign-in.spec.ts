import type { Browser, Page } from "@playwright/test";
import { type MailServer, startMailServer } from "#lib/mail/mail-server.testing.ts";
import { startServer } from "#lib/testing/server-process.ts";
import { test as consoleTest, expect, expectGoodScreen, PASSWORD, SERVER_FIXTURE, type Shop, takePictures } from "./console.ts";

const NEW_PASSWORD = "nine loud otters slept in";

/** The server sends its mails to a real SMTP server of the test's own. */
const test = consoleTest.extend<object, { mail: MailServer }>({
  mail: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern.
    async ({}, use) => {
      const mail = await startMailServer();
      await use(mail);
      await mail.close();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ mail }, use) => {
      const server = await startServer({ host: "localhost", settings: { SMTP_URL: mail.url } });
      await use(server);
      await server.stop();
    },
    SERVER_FIXTURE,
  ],
});

/** Passwords are slow on purpose, and slower the first time. */
const expectSoon = expect.configure({ timeout: 20_000 });

/** The address without its query. */
const at = (path: string) => (url: URL) => url.pathname === path;

async function signIn(page: Page, shop: Shop, password = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail address").fill(shop.users.owner.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

const openElsewhere = async (browser: Browser, baseURL: string | undefined) =>
  (await browser.newContext(baseURL === undefined ? {} : { baseURL })).newPage();

test("the first owner comes by the printed link, once", async ({ page, browser, server, baseURL }) => {
  const link = (await server.cli(["setup"])).trim();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Set up Parcel tracking" })).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "join-set-up");

  await page.getByLabel("Your name").fill("Mia <b>Thornbury</b>");
  await page.getByLabel("E-mail address").fill("Mia@Fern.example");
  await page.getByLabel("Password", { exact: true }).fill("miathornbury1");
  await expectSoon(page.getByText("Not quite there.")).toBeVisible();
  await page.getByRole("button", { name: "Create the account and join" }).click();
  await expectSoon(page.getByText("This is too easy to guess.")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await expectSoon(page.getByText("Very good.")).toBeVisible();
  await page.getByRole("button", { name: "Create the account and join" }).click();

  await page.waitForURL(at("/admin"));
  await page.goto("/admin/team");
  await expect(page.getByText("Mia <b>Thornbury</b> (you)")).toBeVisible();
  const other = await openElsewhere(browser, baseURL);
  await other.goto(link);
  await expect(other.getByRole("heading", { name: "This invitation is not open" })).toBeVisible();
  await expectGoodScreen(other);
});

test("somebody signs in where they wanted to go, and out again", async ({ page, shop }) => {
  await page.goto("/admin/sign-in?next=/admin/team");
  await expectGoodScreen(page);
  await takePictures(page, "sign-in");
  await signIn(page, shop, "not the password");
  await expectSoon(page.getByText("That address and password do not go together.")).toBeVisible();
  await expectGoodScreen(page);
  await signIn(page, shop);
  await page.waitForURL(at("/admin/team"));
  await page.goto("/admin/sign-in");
  await page.waitForURL(at("/admin"));

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/admin/team");
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await page.waitForURL(at("/admin/sign-in"));
  await page.goto("/admin/team");
  await page.waitForURL(at("/admin/sign-in"));
});

test("an address cannot send anybody elsewhere after signing in", async ({ page, shop, server }) => {
  for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "/admin/../x"]) {
    await page.context().clearCookies();
    await page.goto(`/admin/sign-in?next=${encodeURIComponent(next)}`);
    await signIn(page, shop);
    await page.waitForURL(at("/admin"));
    expect(new URL(page.url()).origin).toBe(server.origin);
  }
});

test("the session's cookie is out of the reach of scripts and other sites", async ({ page, shop }) => {
  await page.goto("/admin/sign-in");
  await signIn(page, shop);
  await page.waitForURL(at("/admin"));
  const cookies = await page.context().cookies();
  expect(cookies).toEqual([
    expect.objectContaining({ name: "waymark.session_token", httpOnly: true, sameSite: "Lax", path: "/admin", domain: "localhost" }),
  ]);
  expect(await page.evaluate(() => document.cookie)).toBe("");
});

test("a forgotten password is replaced by a link in a mail, which signs out everywhere", async ({ page, browser, shop, mail, baseURL }) => {
  await shop.signIn(page, "owner");
  const other = await openElsewhere(browser, baseURL);
  await other.goto("/admin/sign-in");
  await other.getByRole("link", { name: "Forgot your password?" }).click();
  await expectGoodScreen(other);
  await takePictures(other, "forgot");
  for (const email of ["nobody@fern.example", shop.users.owner.email]) {
    await other.goto("/admin/forgot");
    await other.getByLabel("E-mail address").fill(email);
    await other.getByRole("button", { name: "Send me a link" }).click();
    await expect(other.getByText("Look into your mail")).toBeVisible();
  }
  await expect.poll(() => mail.mails.filter(({ to }) => to?.[0]?.address === shop.users.owner.email).length).toBe(1);
  expect(mail.mails.some(({ to }) => to?.[0]?.address === "nobody@fern.example")).toBe(false);

  const link = /http:\/\/localhost:\d+\/admin\/reset\/\w+/.exec(mail.mails.at(-1)?.text ?? "")?.[0] ?? "";
  await other.goto(link);
  await expectGoodScreen(other);
  await takePictures(other, "reset");
  await other.getByLabel("New password").fill(NEW_PASSWORD);
  await other.getByRole("button", { name: "Change the password" }).click();
  await expectSoon(other.getByText("Your password is changed")).toBeVisible();
  await signIn(other, shop, NEW_PASSWORD);
  await other.waitForURL(at("/admin"));

  await page.goto("/admin/account");
  await page.waitForURL(at("/admin/sign-in"));
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link works no more" })).toBeVisible();
});

test("somebody keeps their account: name, password, sessions", async ({ page, browser, shop, baseURL }) => {
  await page.goto("/admin/sign-in?next=/admin/account");
  await signIn(page, shop);
  await page.waitForURL(at("/admin/account"));
  const phone = await openElsewhere(browser, baseURL);
  await phone.goto("/admin/sign-in?next=/admin/account");
  await signIn(phone, shop);
  await phone.waitForURL(at("/admin/account"));

  await page.reload();
  const sessions = page.getByRole("table", { name: "Sessions" });
  await expect(sessions.getByText("This one")).toHaveCount(1);
  await expect(sessions.getByRole("row").filter({ hasText: "Chrome on Linux" })).toHaveCount(2);
  await expectGoodScreen(page);
  await takePictures(page, "account");
  await page.setViewportSize({ width: 1280, height: 900 });

  const name = page.getByLabel("Name", { exact: true });
  await name.fill("<img src=x onerror=alert(1)> Mia");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your name is saved.")).toBeVisible();
  await expect(page.getByText("<img src=x onerror=alert(1)> Mia").first()).toBeVisible();

  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out everywhere else.")).toBeVisible();
  await expect(sessions.getByRole("row").filter({ hasText: "Chrome on Linux" })).toHaveCount(1);
  await phone.reload();
  await phone.waitForURL(at("/admin/sign-in"));

  await page.getByLabel("Password so far").fill("not the password");
  await page.getByLabel("New password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Change the password" }).click();
  await expectSoon(page.getByText("This is not your password.")).toBeVisible();
  await page.getByLabel("Password so far").fill(PASSWORD);
  await page.getByRole("button", { name: "Change the password" }).click();
  await expectSoon(page.getByText("Your password is changed")).toBeVisible();
  await expect(page.getByLabel("Password so far")).toHaveValue("");
  await expect(sessions.getByText("This one")).toHaveCount(1);
});

test("a passkey is added, named, used and deleted", async ({ page, shop }) => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  });
  await page.goto("/admin/sign-in?next=/admin/account");
  await signIn(page, shop);
  await page.waitForURL(at("/admin/account"));
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("The passkey is added.")).toBeVisible();
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("My laptop");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("My laptop", { exact: true })).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "account-passkey");
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await page.waitForURL(at("/admin/sign-in"));
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL(at("/admin"));
  await page.goto("/admin/account");
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("The passkey is deleted.")).toBeVisible();

  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await page.waitForURL(at("/admin/sign-in"));
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByText("That passkey is not known here.")).toBeVisible();
});

test("the library answers its passkey ceremonies, and nothing else it could", async ({ request }) => {
  for (const path of [
    "sign-up/email",
    "sign-in/email",
    "get-session",
    "list-sessions",
    "revoke-sessions",
    "change-password",
    "update-user",
    "delete-user",
    "request-password-reset",
    "reset-password",
    "passkey/list-user-passkeys",
    "passkey/delete-passkey",
    "ok",
    "error",
    "sign-out",
    "start-session",
    "passkey/verify-authentication/",
    "Passkey/verify-authentication",
  ]) {
    for (const method of ["GET", "POST"]) {
      const answer = await request.fetch(`/admin/auth/${path}`, {
        method,
        headers: { "sec-fetch-site": "same-origin" },
        ...(method === "POST" && { data: { email: "mia@fern.example" } }),
      });
      expect(`${method} ${path} ${answer.status()}`).toBe(`${method} ${path} 404`);
    }
  }
  const options = await request.get("/admin/auth/passkey/generate-authenticate-options");
  expect(await options.json()).toEqual({ challenge: expect.any(String), timeout: 60000, userVerification: "preferred", rpId: "localhost" });
  expect((await request.get("/admin/auth/passkey/generate-register-options")).status()).toBe(401);
});

test("another site cannot sign anybody in or out, or change anything", async ({ request, server, shop, page }) => {
  await shop.signIn(page, "owner");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const evil: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: server.origin, "sec-fetch-site": "cross-site" },
    {},
  ];
  for (const headers of evil) {
    const post = (path: string) => request.post(path, { headers: { cookie, ...headers }, data: {}, maxRedirects: 0 });
    for (const path of [
      "/admin/auth/passkey/verify-registration",
      "/admin/auth/passkey/verify-authentication",
      "/admin/auth/password-rating",
    ]) {
      expect(`${path} ${(await post(path)).status()}`).toBe(`${path} 403`);
    }
  }
  const html = await (await page.goto("/admin/account"))?.text();
  const action = /name="(\$ACTION_ID_\w+)"/.exec(html ?? "")?.[1] ?? "";
  expect(action).not.toBe("");
  const forged = await request.post("/admin/account", {
    headers: { cookie, origin: "https://evil.example" },
    multipart: { [action]: "" },
    maxRedirects: 0,
  });
  expect(forged.status()).toBeGreaterThanOrEqual(400);
  await page.goto("/admin/account");
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
});
