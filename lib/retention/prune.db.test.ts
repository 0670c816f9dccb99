import { expect, it } from "vitest";
import { formatInstant, type Instant } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { ingest } from "#lib/shipments/ingest.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, easypostTracker } from "#lib/testing/factories.ts";
import { prune } from "./prune.ts";

const DAYS = 90;
const pruned = (test: TestDatabase) => prune({ ...test, config: { retentionDays: DAYS } });
const daysAgo = (test: TestDatabase, days: number): Instant => formatInstant(Date.parse(test.clock.now()) - days * 86_400_000);

interface Aged {
  test: TestDatabase;
  merchantId: MerchantId;
  age: number;
}

async function addPayload({ test, merchantId, age }: Aged, id: string, outcome: "received" | "ingested" | "ignored" | "invalid") {
  const row = {
    id: `pay_${id}`,
    merchant_id: merchantId,
    provider: "easypost",
    mode: null,
    source_id: null,
    tracker_id: null,
    is_answer: 0,
    outcome,
  } as const;
  await test.db.kysely
    .insertInto("payloads")
    .values({ ...row, received_at: daysAgo(test, age), problem: null, body_encoding: "utf8", body: "{}" })
    .execute();
  const key = { merchant_id: merchantId, provider: "easypost", delivery_key: `key of ${id}`, payload_id: row.id } as const;
  await test.db.kysely.insertInto("deliveries").values(key).execute();
}

async function addEvent({ test, merchantId, age }: Aged, id: string, delivery?: { state: "pending" | "delivered"; isDisabled?: boolean }) {
  const created_at = daysAgo(test, age);
  const owned = { merchant_id: merchantId, mode: "production", created_at } as const;
  const { id: trackerId } = await test.db.kysely
    .selectFrom("trackers")
    .select("id")
    .where("merchant_id", "=", merchantId)
    .executeTakeFirstOrThrow();
  const eventId = `evt_${id}` as const;
  await test.db.kysely
    .insertInto("events")
    .values({ ...owned, id: eventId, tracker_id: trackerId, type: "tracker.updated", tracker_version: 2, previous: "{}", document: "{}" })
    .execute();
  if (!delivery) return;
  const endpointId = `hook_${id}` as const;
  await test.db.kysely
    .insertInto("endpoints")
    .values({
      ...owned,
      id: endpointId,
      url: "https://shop.example/hook",
      format: "standard",
      name: null,
      updated_at: created_at,
      disabled_at: delivery.isDisabled ? created_at : null,
      disabled_reason: null,
      failing_since: null,
      secret: null,
      previous_secret: null,
      previous_secret_until: null,
      headers: null,
    })
    .execute();
  await test.db.kysely
    .insertInto("event_deliveries")
    .values({
      id: `dlv_${id}`,
      merchant_id: merchantId,
      mode: "production",
      endpoint_id: endpointId,
      event_id: eventId,
      state: delivery.state,
      attempts: 1,
      created_at,
      next_attempt_at: null,
      leased_until: null,
      delivered_at: null,
    })
    .execute();
  const attempt = { delivery_id: `dlv_${id}`, attempt: 1, attempted_at: created_at, duration_ms: 1 } as const;
  await test.db.kysely
    .insertInto("delivery_attempts")
    .values({ ...attempt, http_status: 200, problem: null, answer: "" })
    .execute();
}

async function idsIn(
  test: TestDatabase,
  table: "payloads" | "events" | "event_deliveries" | "notices" | "audit_entries",
): Promise<string[]> {
  const rows = await test.db.kysely.selectFrom(table).select("id").orderBy("id").execute();
  return rows.map(({ id }) => id);
}

describeOnEveryEngine("pruning", (open) => {
  it("deletes payloads older than the retention with their keys, but never one that nobody has read", async () => {
    const test = await open();
    for (const slug of ["fern", "moss"]) {
      const { id: merchantId } = await createMerchant(test, slug);
      for (const outcome of ["received", "ingested", "ignored", "invalid"] as const) {
        await addPayload({ test, merchantId, age: DAYS + 1 }, `${slug}_old_${outcome}`, outcome);
        await addPayload({ test, merchantId, age: DAYS - 1 }, `${slug}_new_${outcome}`, outcome);
      }
    }
    await pruned(test);
    const kept = ["fern", "moss"].flatMap((slug) =>
      ["new_ignored", "new_ingested", "new_invalid", "new_received", "old_received"].map((rest) => `pay_${slug}_${rest}`),
    );
    expect(await idsIn(test, "payloads")).toEqual(kept);
    const keys = await test.db.kysely.selectFrom("deliveries").select("payload_id").orderBy("payload_id").execute();
    expect(keys.map((row) => row.payload_id)).toEqual(kept);
  });

  it("deletes old events and how they were delivered, but none that an endpoint still waits for", async () => {
    const test = await open();
    const { id: merchantId } = await createMerchant(test, "fern");
    await ingest(test, { provider: "easypost", body: JSON.stringify(easypostTracker({})), merchantSlug: "fern" });
    await test.db.kysely.deleteFrom("events").execute();
    const [old, recent] = [
      { test, merchantId, age: DAYS + 1 },
      { test, merchantId, age: DAYS - 1 },
    ] as const;
    await addEvent(old, "old_untold");
    await addEvent(old, "old_delivered", { state: "delivered" });
    await addEvent(old, "old_pending", { state: "pending" });
    await addEvent(old, "old_switched_off", { state: "pending", isDisabled: true });
    await addEvent(recent, "new_delivered", { state: "delivered" });
    await pruned(test);
    expect(await idsIn(test, "events")).toEqual(["evt_new_delivered", "evt_old_pending"]);
    expect(await idsIn(test, "event_deliveries")).toEqual(["dlv_new_delivered", "dlv_old_pending"]);
    const attempts = await test.db.kysely.selectFrom("delivery_attempts").select("delivery_id").orderBy("delivery_id").execute();
    expect(attempts.map((row) => row.delivery_id)).toEqual(["dlv_new_delivered", "dlv_old_pending"]);
  });

  it("deletes notices long resolved, and keeps those that are open however old", async () => {
    const test = await open();
    const { id: merchant_id } = await createMerchant(test, "fern");
    const notice = {
      merchant_id,
      mode: "production",
      kind: "endpoint.failing",
      message: "It fails.",
      created_at: daysAgo(test, 400),
    } as const;
    await test.db.kysely
      .insertInto("notices")
      .values([
        { ...notice, id: "ntc_long_resolved", subject: "hook_1", resolved_at: daysAgo(test, DAYS + 1) },
        { ...notice, id: "ntc_open", subject: "hook_1", resolved_at: null },
        { ...notice, id: "ntc_resolved", subject: "hook_1", resolved_at: daysAgo(test, 1) },
      ])
      .execute();
    await pruned(test);
    expect(await idsIn(test, "notices")).toEqual(["ntc_open", "ntc_resolved"]);
  });

  it("forgets who did what after a year", async () => {
    const test = await open();
    const { id: merchant_id } = await createMerchant(test, "fern");
    const entry = { merchant_id, user_id: null, actor: "the command line", action: "key.create", subject: null } as const;
    for (const [id, days] of [
      ["aud_last_year", 366],
      ["aud_this_year", 364],
    ] as const) {
      await test.db.kysely
        .insertInto("audit_entries")
        .values({ ...entry, id, at: daysAgo(test, days), outcome: "done", details: "{}" })
        .execute();
    }
    await pruned(test);
    expect(await idsIn(test, "audit_entries")).toEqual(["aud_this_year"]);
  });

  it("goes on in another job where there is much to delete", async () => {
    const test = await open();
    const { id: merchant_id } = await createMerchant(test, "fern");
    const row = {
      merchant_id,
      provider: "easypost",
      mode: null,
      source_id: null,
      tracker_id: null,
      is_answer: 0,
      outcome: "ingested",
      problem: null,
    } as const;
    const received_at = daysAgo(test, DAYS + 1);
    for (let batch = 0; batch < 101; batch += 1) {
      const rows = Array.from({ length: 100 }, (_, index) => ({ ...row, id: `pay_${batch}_${index}` as const }));
      await test.db.kysely
        .insertInto("payloads")
        .values(rows.map((each) => ({ ...each, received_at, body_encoding: "utf8" as const, body: "{}" })))
        .execute();
    }
    await pruned(test);
    expect(await idsIn(test, "payloads")).toHaveLength(100);
    expect(await test.runJobs()).toBeGreaterThan(0);
    expect(await idsIn(test, "payloads")).toEqual([]);
  });
});
