import { expect, it } from "vitest";
import { findSession } from "#lib/accounts/find-session.ts";
import { listMemberships } from "#lib/accounts/list-memberships.ts";
import { findMerchantBySlug } from "#lib/merchants/find-merchant.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { MOST_SANDBOXES, openSandbox, SANDBOX_HOURS } from "./open-sandbox.ts";
import { SANDBOX_PARCELS } from "./sandbox-parcels.ts";

async function visit(test: TestDatabase) {
  const outcome = await openSandbox(test, { headers: new Headers({ "user-agent": "a browser" }) });
  if (outcome.kind !== "opened") throw new Error("not opened");
  const cookie = outcome.cookies.map((text) => text.split(";")[0]).join("; ");
  const openedBy = () => findSession(test, new Headers({ cookie }));
  return { ...outcome, openedBy };
}

async function parcelsOf(test: TestDatabase, slug: string) {
  const query = test.db.kysely.selectFrom("trackers").innerJoin("merchants", "merchants.id", "trackers.merchant_id");
  return query.select(["status", "mode", "private_key", "order_id"]).where("slug", "=", slug).execute();
}

describeOnEveryEngine("a visitor's sandbox", (open) => {
  it("is a shop in a demo's look for a day, and the visitor its owner, signed in", async () => {
    const test = await open();
    const { slug, openedBy } = await visit(test);
    const session = await openedBy();
    expect(session?.user.email).toMatch(/^visitor-\w+@demo\.invalid$/);
    const memberships = await listMemberships(test, session?.user.id ?? "usr_");
    const expiresAt = "2026-03-02T12:00:00Z";
    expect(memberships).toEqual([{ merchant: { id: expect.any(String), slug, name: expect.any(String), expiresAt }, role: "owner" }]);
    expect(slug).toMatch(/^try-\w{12}$/);
  });

  it("has parcels in every status, an order with items, and some in the test books", async () => {
    const test = await open();
    const { slug } = await visit(test);
    const parcels = await parcelsOf(test, slug);
    const production = new Set(parcels.filter(({ mode }) => mode === "production").map(({ status }) => status));
    expect(STATUSES.filter((status) => !production.has(status))).toEqual([]);
    expect(parcels.filter(({ mode }) => mode === "test").length).toBeGreaterThan(0);
    expect(parcels.filter(({ order_id }) => order_id !== null)).toHaveLength(2);
    expect(parcels.length).toBe(SANDBOX_PARCELS.length + 1);
  });

  it("shares nothing with another visitor's", async () => {
    const test = await open();
    const [one, other] = [await visit(test), await visit(test)];
    const keys = [...(await parcelsOf(test, one.slug)), ...(await parcelsOf(test, other.slug))].map(({ private_key }) => private_key);
    expect(new Set(keys).size).toBe(keys.length);
    expect((await one.openedBy())?.user.id).not.toBe((await other.openedBy())?.user.id);
  });

  it("does not always look the same", async () => {
    const test = await open();
    const names = new Set<string | undefined>();
    for (let visits = 0; visits < 6; visits += 1) names.add((await findMerchantBySlug(test, (await visit(test)).slug))?.brand.name);
    expect(names.size).toBeGreaterThan(1);
  });

  it("is gone after its day with everything in it, and so is the visitor; the shops stay", async () => {
    const test = await open();
    await createMerchant(test, "fern");
    const first = await visit(test);
    test.clock.advanceMinutes(60);
    const second = await visit(test);
    await test.runJobs();
    expect(await findMerchantBySlug(test, first.slug)).not.toBeNull();

    test.clock.advanceMinutes((SANDBOX_HOURS - 1) * 60);
    await test.runJobs();
    expect(await findMerchantBySlug(test, first.slug)).toBeNull();
    expect(await first.openedBy()).toBeNull();
    expect(await parcelsOf(test, first.slug)).toEqual([]);
    expect(await findMerchantBySlug(test, second.slug)).not.toBeNull();
    expect(await second.openedBy()).not.toBeNull();
    expect(await findMerchantBySlug(test, "fern")).not.toBeNull();
  });

  it("is not opened beyond a number of them, until some are over", async () => {
    const test = await open();
    const at = test.clock.now();
    const row = { is_default: 0, brand_version: 1, created_at: at, updated_at: at, brand: "{}", name: "Try" } as const;
    const rows = Array.from({ length: MOST_SANDBOXES }, (_, number) => ({
      ...row,
      id: `mrc_try${number}` as const,
      slug: `try-${number}`,
      expires_at: "2026-03-01T13:00:00Z" as typeof at,
    }));
    await test.db.kysely.insertInto("merchants").values(rows).execute();
    const headers = new Headers();
    expect(await openSandbox(test, { headers })).toEqual({ kind: "full" });
    test.clock.advanceMinutes(60);
    expect((await openSandbox(test, { headers })).kind).toBe("opened");
  });
});
