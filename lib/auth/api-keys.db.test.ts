import { expect, it, vi } from "vitest";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { createApiKey } from "./create-api-key.ts";
import { findCaller } from "./find-caller.ts";
import { listApiKeys } from "./list-api-keys.ts";
import { revokeApiKey } from "./revoke-api-key.ts";

/** As soon as a busy machine may take. */
const SOON = { timeout: 20_000 };

describeOnEveryEngine("API keys", (open) => {
  async function openShop() {
    const test = await open();
    const shop = await createMerchant(test, "fern");
    const makeKey = (mode: "test" | "production", name = "Checkout") => createApiKey(test, { merchantId: shop.id, mode, name });
    return { test, shop, makeKey };
  }

  const lastUse = async (test: TestDatabase, merchantId: Parameters<typeof listApiKeys>[1]["merchantId"]) =>
    (await listApiKeys(test, { merchantId }))[0]?.lastUsedAt;

  it("say whom they were made for, and in which mode", async () => {
    const { test, shop, makeKey } = await openShop();
    const [testKey, liveKey] = [await makeKey("test"), await makeKey("production")];
    expect([testKey.key, liveKey.key]).toEqual([
      expect.stringMatching(/^wm_test_[\da-z]{32}$/),
      expect.stringMatching(/^wm_live_[\da-z]{32}$/),
    ]);
    expect(await findCaller(test, testKey.key)).toEqual({ merchantId: shop.id, merchantSlug: "fern", mode: "test", keyId: testKey.id });
    expect(await findCaller(test, liveKey.key)).toMatchObject({ mode: "production", keyId: liveKey.id });
  });

  it("are told once: the database holds no key, and lists show its end only", async () => {
    const { test, shop, makeKey } = await openShop();
    const { key } = await makeKey("test");
    const stored = await test.db.kysely.selectFrom("api_keys").selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(key.slice(8, 30));
    const [listed] = await listApiKeys(test, { merchantId: shop.id });
    expect(listed).toEqual({
      id: expect.stringMatching(/^key_/),
      mode: "test",
      name: "Checkout",
      hint: key.slice(-4),
      createdAt: "2026-03-01T12:00:00Z",
      lastUsedAt: null,
      revokedAt: null,
    });
  });

  it.each(["", "wm_test_", `wm_test_${"0".repeat(32)}`, `wm_test_${"0".repeat(31)}\0`, "\ud800", "x".repeat(100_000)])(
    "that nobody made open nothing (%#)",
    async (key) => {
      const { test } = await openShop();
      expect(await findCaller(test, key)).toBeNull();
    },
  );

  it("stop to work when they are revoked, and remember since when", async () => {
    const { test, shop, makeKey } = await openShop();
    const { id, key } = await makeKey("test");
    expect(await revokeApiKey(test, { merchantId: shop.id, id })).toBe("revoked");
    expect(await findCaller(test, key)).toBeNull();
    test.clock.advanceMinutes(5);
    expect(await revokeApiKey(test, { merchantId: shop.id, id })).toBe("revoked");
    expect(await listApiKeys(test, { merchantId: shop.id })).toMatchObject([{ id, revokedAt: "2026-03-01T12:00:00Z" }]);
  });

  it("are seen and revoked by their own merchant only, and by their own mode where one is named", async () => {
    const { test, shop, makeKey } = await openShop();
    const other = await createMerchant(test, "night");
    const { id, key } = await makeKey("production");
    expect(await listApiKeys(test, { merchantId: other.id })).toEqual([]);
    expect(await listApiKeys(test, { merchantId: shop.id, mode: "test" })).toEqual([]);
    expect(await revokeApiKey(test, { merchantId: other.id, id })).toBe("not_found");
    expect(await revokeApiKey(test, { merchantId: shop.id, id, mode: "test" })).toBe("not_found");
    expect(await findCaller(test, key)).not.toBeNull();
  });

  it("remember when they were last used, to the hour", async () => {
    const { test, shop, makeKey } = await openShop();
    const { key } = await makeKey("test");
    await findCaller(test, key);
    await vi.waitFor(async () => expect(await lastUse(test, shop.id)).toBe("2026-03-01T12:00:00Z"), SOON);

    test.clock.advanceMinutes(59);
    await findCaller(test, key);
    test.clock.advanceMinutes(1);
    expect(await lastUse(test, shop.id)).toBe("2026-03-01T12:00:00Z");
    await findCaller(test, key);
    await vi.waitFor(async () => expect(await lastUse(test, shop.id)).toBe("2026-03-01T13:00:00Z"), SOON);
  });

  it("work even where the date of their use cannot be written", async () => {
    const { test, makeKey } = await openShop();
    const { key } = await makeKey("test");
    const kysely = test.db.kysely.withPlugin({
      transformQuery({ node }) {
        if (node.kind === "UpdateQueryNode") throw new Error("disk full");
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    expect(await findCaller({ clock: test.clock, db: { ...test.db, kysely } }, key)).not.toBeNull();
  });
});
