import { expect, it } from "vitest";
import type { MerchantId, PayloadId } from "#lib/shared/ids.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, easypostEvent, easypostTracker, shipmentNotify } from "#lib/testing/factories.ts";
import type { ProviderName } from "#lib/tracking/snapshot.ts";
import { ingest } from "./ingest.ts";
import { listPayloads } from "./list-payloads.ts";
import { type ReplayInput, replayPayloads } from "./replay-payloads.ts";

describeOnEveryEngine("replaying payloads", (open) => {
  it("takes in, after a fix, what nobody could read before", async () => {
    const test = await open();
    const { id, merchantId } = await keepUnreadable(test, "fern");
    expect(await replay(test, { merchantId, which: { filter: "invalid" } })).toEqual([
      { payloadId: id, outcome: "invalid", problem: expect.stringContaining("tracking_code") },
    ]);
    await mend(test, id);
    expect(await replay(test, { merchantId, which: { filter: "invalid" } })).toEqual([
      { payloadId: id, outcome: "ingested", problem: null },
    ]);
    expect(await replay(test, { merchantId, which: { filter: "invalid" } })).toEqual([]);
    expect(await outcomes(test)).toEqual(["ingested"]);
    expect(await test.db.kysely.selectFrom("trackers").select("status").execute()).toEqual([{ status: "in_transit" }]);
  });

  it("changes nothing about what was read well", async () => {
    const test = await open();
    const { merchantId, ids } = await keep(test, "fern", [easypostEvent("evt_1", easypostTracker({}))]);
    const trackers = () => test.db.kysely.selectFrom("trackers").select(["version", "document", "updated_at"]).execute();
    const events = () => test.db.kysely.selectFrom("events").selectAll().execute();
    const before = [await trackers(), await events()];
    test.clock.advanceMinutes(60);
    expect(await replay(test, { merchantId, which: { ids } })).toEqual([{ payloadId: ids[0], outcome: "ingested", problem: null }]);
    expect([await trackers(), await events()]).toEqual(before);
  });

  it("finishes what nobody came to read", async () => {
    const test = await open();
    const { merchantId, ids } = await keep(test, "fern", [easypostEvent("evt_1", easypostTracker({}))]);
    await test.db.kysely.updateTable("payloads").set({ outcome: "received" }).execute();
    expect(await replay(test, { merchantId, which: { filter: "received" } })).toMatchObject([{ payloadId: ids[0], outcome: "ingested" }]);
    expect(await outcomes(test)).toEqual(["ingested"]);
  });

  it("looks again at what was taken in by half", async () => {
    const test = await open();
    const parcels = ["9400100109361129278357", "???"].map((number) => ({ number, items: {} }));
    const { merchantId, ids } = await keep(test, "fern", [shipmentNotify({ parcels })], "shipment_notify");
    expect(await listPayloads(test, { merchantId, filter: "invalid", limit: 10 })).toEqual([
      {
        id: ids[0],
        provider: "shipment_notify",
        source: null,
        mode: "production",
        receivedAt: test.clock.now(),
        outcome: "ingested",
        problem: expect.stringContaining("data.trackings.1.tracking_number"),
      },
    ]);
    expect(await replay(test, { merchantId, which: { filter: "invalid" } })).toMatchObject([
      { outcome: "ingested", problem: expect.stringContaining("data.trackings.1.tracking_number") },
    ]);
  });

  it("goes through more than one batch, each payload once", async () => {
    const test = await open();
    const broken = Array.from({ length: 103 }, (_, index) => easypostEvent(`evt_${index}`, {}));
    const { merchantId } = await keep(test, "fern", broken);
    const replayed = await replay(test, { merchantId, which: { filter: "invalid" } });
    expect(new Set(replayed.map(({ payloadId }) => payloadId)).size).toBe(103);
    expect(replayed).toHaveLength(103);
  });

  it("goes on after one that breaks something of ours, and leaves that as it was", async () => {
    const test = await open();
    const { merchantId } = await keepUnreadable(test, "fern");
    const { id } = await keepUnreadable(test, "fern");
    await mend(test, id);
    const jobs = { enqueue: () => Promise.reject(new Error("the queue is gone")) };
    await test.db.kysely.insertInto("endpoints").values(endpointOf(merchantId)).execute();
    const replayed = await replay({ ...test, jobs } as never, { merchantId, which: { filter: "invalid" } });
    expect(replayed.map(({ outcome }) => outcome).sort()).toEqual(["failed", "invalid"]);
    expect(replayed.find(({ outcome }) => outcome === "failed")).toEqual({
      payloadId: id,
      outcome: "failed",
      problem: "the queue is gone",
    });
    expect(await outcomes(test)).toEqual(["invalid", "invalid"]);
    expect(await test.db.kysely.selectFrom("trackers").select("id").execute()).toEqual([]);
  });

  it("stays with its merchant: another one's payloads are neither listed nor read", async () => {
    const test = await open();
    const { id } = await keepUnreadable(test, "fern");
    const night = await createMerchant(test, "night");
    await mend(test, id);
    for (const which of [{ ids: [id] }, { filter: "invalid" }] as const) {
      expect(await replay(test, { merchantId: night.id, which })).toEqual([]);
    }
    expect(await listPayloads(test, { merchantId: night.id, filter: "invalid", limit: 10 })).toEqual([]);
    expect(await outcomes(test)).toEqual(["invalid"]);
  });

  it.each([[[]], [["pay_unknown"]], [["\0", "\ud800", "'"]]])("finds nothing under %j", async (ids) => {
    const test = await open();
    const { merchantId } = await keepUnreadable(test, "fern");
    expect(await replay(test, { merchantId, which: { ids } })).toEqual([]);
  });
});

async function replay(test: TestDatabase, input: ReplayInput) {
  return Array.fromAsync(replayPayloads(test, input));
}

async function keep(test: TestDatabase, merchantSlug: string, payloads: readonly unknown[], provider: ProviderName = "easypost") {
  const merchant = await createMerchant(test, merchantSlug);
  const ids: PayloadId[] = [];
  for (const payload of payloads) {
    const outcome = await ingest(test, { provider, merchantSlug, body: JSON.stringify(payload) });
    if (!("payloadId" in outcome) || outcome.payloadId === null) throw new Error(JSON.stringify(outcome));
    ids.push(outcome.payloadId);
  }
  return { merchantId: merchant.id, ids };
}

async function keepUnreadable(test: TestDatabase, merchantSlug: string) {
  const { tracking_code: _, ...incomplete } = easypostTracker({});
  const { merchantId, ids } = await keep(test, merchantSlug, [incomplete]);
  return { merchantId, id: ids[0] as PayloadId };
}

/** A reader that has been mended, seen from the other side: the payload is one that it can read. */
async function mend(test: TestDatabase, id: PayloadId) {
  await test.db.kysely
    .updateTable("payloads")
    .set({ body: JSON.stringify(easypostTracker({})) })
    .where("id", "=", id)
    .execute();
}

async function outcomes(test: TestDatabase) {
  return (await test.db.kysely.selectFrom("payloads").select("outcome").execute()).map(({ outcome }) => outcome);
}

const endpointOf = (merchantId: MerchantId) =>
  ({
    id: "hook_1",
    merchant_id: merchantId,
    mode: "production",
    url: "https://shop.example/hooks",
    format: "standard",
    name: null,
    created_at: "2026-03-01T12:00:00Z",
    updated_at: "2026-03-01T12:00:00Z",
    disabled_at: null,
    disabled_reason: null,
    failing_since: null,
    secret: null,
    previous_secret: null,
    previous_secret_until: null,
    headers: null,
  }) as never;
