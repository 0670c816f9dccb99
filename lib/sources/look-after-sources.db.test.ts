import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { listLastHeard } from "#lib/db/queries/source-payloads.ts";
import type { PayloadOutcome } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { newId, type SourceId } from "#lib/shared/ids.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { explainQueries } from "#lib/testing/explain-queries.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { createFakeProviderServer, type FakeProviderServer } from "#lib/testing/fake-provider-server.ts";
import { listRefusals } from "./list-refusals.ts";
import { listSourcePayloads } from "./list-source-payloads.ts";
import { getSource } from "./list-sources.ts";
import { startPolling } from "./polling.testing.ts";
import { testSource } from "./test-source.ts";
import { updateSource } from "./update-source.ts";

let server: FakeProviderServer;
beforeAll(async () => {
  server = await createFakeProviderServer();
});
afterAll(() => server.close());
afterEach(() => server.forget());

const KEY = "EZAK-not-a-real-key";

describeOnEveryEngine("a source that is asked whether it works", (open) => {
  async function openSource(provider: "easypost" | "shippo" | "shipengine" = "easypost") {
    const database = await open();
    const fern = await createMerchant(database, "fern");
    const { runtime, addSource } = startPolling(database, server);
    const source = await addSource(fern, provider, KEY);
    const key = { merchantId: fern.id, source };
    return {
      database,
      runtime,
      key,
      test: () => testSource(runtime, key),
      health: async () => (await getSource(runtime, key))?.health,
      openNotices: () => runtime.db.kysely.selectFrom("notices").select("kind").where("resolved_at", "is", null).execute(),
    };
  }

  it.each(["easypost", "shippo", "shipengine"] as const)("says so: %s answers, of a parcel that nobody knows", async (provider) => {
    const { test, health } = await openSource(provider);
    expect(await test()).toEqual({ kind: "answered", tookMs: expect.any(Number) });
    expect(await health()).toMatchObject({ failures: 0, lastSuccessAt: "2026-03-01T12:00:00Z" });
    expect(server.requests.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("says what is wrong, and has its merchant told", async () => {
    const { test, health, openNotices } = await openSource();
    server.fail("unauthorized");
    expect(await test()).toMatchObject({ kind: "failed", problem: expect.stringContaining("EasyPost") });
    expect(await health()).toMatchObject({ pausedUntil: expect.any(String), lastProblem: expect.stringContaining("EasyPost") });
    expect(await openNotices()).toEqual([{ kind: "source.unauthorized" }]);
  });

  it("is no longer left alone once it answers again", async () => {
    const { test, health, openNotices } = await openSource();
    server.fail("unauthorized");
    await test();
    server.fail(null);
    expect(await test()).toMatchObject({ kind: "answered" });
    expect(await health()).toMatchObject({ failures: 0, pausedUntil: null, lastProblem: null });
    expect(await openNotices()).toEqual([]);
  });

  it("is not asked while it wants us to wait", async () => {
    const { test } = await openSource();
    server.fail("rate_limited");
    const told = await test();
    expect(told).toMatchObject({ kind: "must_wait", until: expect.stringMatching(/^2026-03-01T12:0/) });
    server.fail(null);
    expect(await test()).toEqual(told);
    expect(server.requests).toHaveLength(1);
  });

  it("can be asked while it is switched off, and stays so", async () => {
    const { runtime, key, test } = await openSource();
    await updateSource(runtime, { ...key, changes: { isDisabled: true } });
    expect(await test()).toMatchObject({ kind: "answered" });
    expect(await getSource(runtime, key)).toMatchObject({ disabledAt: "2026-03-01T12:00:00Z" });
  });

  it("has to have a key for that, and to be one's own", async () => {
    const { database, runtime, key, test } = await openSource();
    const rival = await createMerchant(database, "rival");
    expect(await testSource(runtime, { ...key, merchantId: rival.id })).toEqual({ kind: "not_found" });
    await updateSource(runtime, { ...key, changes: { secrets: { apiKey: null } } });
    expect(await test()).toEqual({ kind: "no_api" });
    expect(server.requests).toEqual([]);
  });
});

describeOnEveryEngine("what came through a source", (open) => {
  async function openSource() {
    const test = await open();
    const fern = await createMerchant(test, "fern");
    const sourceId = await startPolling(test, server).addSource(fern, "easypost", KEY);
    const add = (receivedAt: string, outcome: PayloadOutcome = "ingested", source_id: SourceId | null = sourceId) =>
      test.db.kysely
        .insertInto("payloads")
        .values({
          id: newId("pay", test.random),
          merchant_id: fern.id,
          provider: "easypost",
          source_id,
          tracker_id: null,
          is_answer: 0,
          mode: "production",
          received_at: receivedAt as Instant,
          outcome,
          problem: outcome === "invalid" ? "tracking_code: missing" : null,
          body_encoding: "utf8",
          body: '{"name":"somebody"}',
        })
        .execute();
    const list = (page: object = {}) => listSourcePayloads(test, { merchantId: fern.id, sourceId, page: { limit: 2, ...page } });
    return { test, fern, sourceId, add, list };
  }

  it("is listed newest first, page by page, and never with what it says", async () => {
    const { add, list } = await openSource();
    for (const at of ["10:00", "11:00", "12:00"]) await add(`2026-03-01T${at}:00Z`, at === "11:00" ? "invalid" : "ingested");
    await add("2026-03-01T13:00:00Z", "ingested", null);
    const first = await rowsOf(list());
    expect(first.map(({ receivedAt, outcome, problem }) => [receivedAt, outcome, problem])).toEqual([
      ["2026-03-01T12:00:00Z", "ingested", null],
      ["2026-03-01T11:00:00Z", "invalid", "tracking_code: missing"],
    ]);
    expect(JSON.stringify(first)).not.toContain("somebody");
    const older = await rowsOf(list({ beforeId: first.at(-1)?.id }));
    expect(older.map(({ receivedAt }) => receivedAt)).toEqual(["2026-03-01T10:00:00Z"]);
    expect(await rowsOf(list({ afterId: older[0]?.id }))).toEqual(first);
  });

  it("is its own merchant's only", async () => {
    const { test, add, sourceId } = await openSource();
    await add("2026-03-01T10:00:00Z");
    const rival = await createMerchant(test, "rival");
    expect(await rowsOf(listSourcePayloads(test, { merchantId: rival.id, sourceId, page: { limit: 5 } }))).toEqual([]);
    expect(await listRefusals(test, { merchantId: rival.id, sourceId })).toEqual([]);
  });

  it("is read along one index, however much it is", async () => {
    const { test, fern, sourceId } = await openSource();
    const plan = await explainQueries(test, (kysely) =>
      listSourcePayloads(
        { db: { ...test.db, kysely: kysely as typeof test.db.kysely } },
        { merchantId: fern.id, sourceId, page: { limit: 5 } },
      ),
    );
    expect(plan).toMatch(/\bpayloads_by_source\b/);
    expect(plan).not.toMatch(/sort|temp b-tree/i);
    const books = { merchantId: fern.id, mode: "production" } as const;
    expect(await explainQueries(test, (kysely) => listLastHeard(kysely, books))).toMatch(/\bpayloads_by_source\b/);
  });

  it("is told apart from what was refused, day by day", async () => {
    const { test, fern, sourceId } = await openSource();
    const refused = (day: string, reason: string, count: number) => ({ source_id: sourceId, day: day as never, reason, count });
    await test.db.kysely
      .insertInto("source_refusals")
      .values([refused("2026-02-28", "forged", 2), refused("2026-03-01", "unsigned", 1), refused("2026-01-30", "stale", 9)])
      .execute();
    expect(await listRefusals(test, { merchantId: fern.id, sourceId })).toEqual([
      { on: "2026-03-01", reason: "unsigned", count: 1 },
      { on: "2026-02-28", reason: "forged", count: 2 },
    ]);
  });
});

async function rowsOf(page: ReturnType<typeof listSourcePayloads>) {
  const found = await page;
  if (found.kind !== "page") throw new Error(found.kind);
  return found.rows;
}
