/** What specs of the console start from: the built server on an empty database of its own, and shops made anew for every test. */
import { randomBytes } from "node:crypto";
import { test as base, expect, type Page } from "@playwright/test";
import { addMember } from "#lib/accounts/add-member.ts";
import { createUser } from "#lib/accounts/create-user.ts";
import { startSession } from "#lib/accounts/start-session.ts";
import { readConfig } from "#lib/config/config.ts";
import { upsertMerchant } from "#lib/merchants/upsert-merchant.ts";
import { createRuntime, type Runtime } from "#lib/runtime/runtime.ts";
import type { MerchantId, UserId } from "#lib/shared/ids.ts";
import { ROLES, type Role } from "#lib/shared/role.ts";
import { startServer, type TestServer } from "#lib/testing/server-process.ts";
import { expectNoBarriers, PLAIN_LOOKS } from "../no-barriers.ts";

export { expect };

/** Good enough for every rule that passwords are held to. */
export const PASSWORD = "turquoise-walnut-ferry-42";

export interface Shop {
  slug: string;
  name: string;
  id: MerchantId;
  users: Readonly<Record<Role, { id: UserId; email: string; name: string }>>;
  /** The `Cookie` header of a session, for requests without a browser. */
  cookie(role: Role): Promise<string>;
  /** Gives the browser a session; the screens of sign-in have a spec of their own. */
  signIn(page: Page, role: Role): Promise<void>;
}

interface ServerFixtures {
  server: TestServer;
  /** The server's database, for what a test needs and no screen is about. */
  runtime: Runtime;
}

interface ShopFixtures {
  shop: Shop;
  /** Another shop on the same server: it must never see anything of `shop`. */
  rival: Shop;
}

/** One to a process that tests. However long it takes to start, no test has less time for it. */
export const SERVER_FIXTURE = { scope: "worker", timeout: 120_000 } as const;

export const test = base.extend<ShopFixtures, ServerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern.
    async ({}, use) => {
      const server = await startServer({ host: "localhost" });
      await use(server);
      await server.stop();
    },
    SERVER_FIXTURE,
  ],
  runtime: [
    async ({ server }, use) => {
      const config = readConfig({ DATA_DIR: server.dataDir, PUBLIC_ORIGIN: server.origin, DEMO: "off", ALLOW_PRIVATE_TARGETS: "on" });
      const runtime = await createRuntime(config);
      await use(runtime);
      await runtime.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => use(server.origin),
  shop: async ({ runtime, server }, use) => use(await openShop(runtime, server.origin, "Fern & Fable")),
  rival: async ({ runtime, server }, use) => use(await openShop(runtime, server.origin, "Rival Goods")),
});

async function openShop(runtime: Runtime, origin: string, name: string): Promise<Shop> {
  const slug = `shop-${randomBytes(5).toString("hex")}`;
  const outcome = await upsertMerchant(runtime, { slug, brand: { version: 1, name, colors: { brand: "#1f5c46" } } });
  if (outcome.kind !== "saved") throw new Error(`The shop was not made: ${JSON.stringify(outcome)}`);
  const { id } = outcome.merchant;
  const members = await Promise.all(ROLES.map(async (role) => [role, await hire(runtime, { slug, id, role })] as const));
  const users = Object.fromEntries(members) as Shop["users"];
  const cookiesOf = async (role: Role) => {
    const { cookies } = await startSession(runtime, { userId: users[role].id, headers: new Headers({ "user-agent": "e2e" }) });
    return cookies.map((cookie) => readCookie(cookie, origin));
  };
  return {
    slug,
    name,
    id,
    users,
    cookie: async (role) => (await cookiesOf(role)).map((cookie) => `${cookie.name}=${cookie.value}`).join("; "),
    async signIn(page, role) {
      await page.context().clearCookies();
      await page.context().addCookies(await cookiesOf(role));
    },
  };
}

async function hire(runtime: Runtime, { slug, id, role }: { slug: string; id: MerchantId; role: Role }) {
  const person = { email: `${role}@${slug}.example`, name: `${role} of ${slug}` };
  // Passwords are slow on purpose, and only owners sign in with theirs.
  const created = await createUser(runtime, { ...person, password: role === "owner" ? PASSWORD : null });
  if (created.kind !== "created") throw new Error(`The user was not made: ${JSON.stringify(created)}`);
  await addMember(runtime, { merchantId: id, userId: created.userId, role });
  return { ...person, id: created.userId };
}

function readCookie(cookie: string, origin: string) {
  const [pair = ""] = cookie.split(";");
  const cut = pair.indexOf("=");
  return { name: pair.slice(0, cut), value: pair.slice(cut + 1), url: origin };
}

export const SCHEMES = ["light", "dark"] as const;
export const WIDTHS = [390, 1280] as const;

/** Holds a screen to what every screen owes: nothing for axe to find, no sideways scroll, at both widths, light and dark. */
export async function expectGoodScreen(page: Page): Promise<void> {
  await expectNoBarriers(page, { exclude: ["iframe"], looks: PLAIN_LOOKS });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `sideways scroll at ${width} px`).toBeLessThanOrEqual(0);
  }
}

/** Pictures to look at, taken when asked for: `SCREENSHOTS=1`. */
export async function takePictures(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return;
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      // What a change of scheme sets in motion comes to rest.
      await page.waitForTimeout(200);
      await page.screenshot({ path: `e2e/screenshots/console/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
}
