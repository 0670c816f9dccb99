import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Schema } from "#lib/db/schema.ts";
import { uspsNumber } from "#lib/sources/polling.testing.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, easypostEvent, easypostTracker, LAS_VEGAS, SARCOXIE, shipmentNotify } from "#lib/testing/factories.ts";
import type { MappingNote } from "#lib/tracking/snapshot.ts";
import { type IngestInput, type IngestOutcome, ingest, MAX_PAYLOAD_BYTES } from "./ingest.ts";

describeOnEveryEngine("ingesting a payload", (open) => {
  it("makes a tracker, and says where its pages are", async () => {
    const test = await open();
    const outcome = await take(test, easypostTracker({ status: "in_transit" }));
    expect(outcome.parcels).toEqual([
      {
        trackerId: expect.stringMatching(/^trk_/),
        carrier: "usps",
        trackingNumber: "9405511899223197428490",
        mode: "production",
        change: "created",
        status: "in_transit",
        path: "/usps/9405511899223197428490",
        privatePath: expect.stringMatching(/^\/usps\/9405511899223197428490\?key=[0-9a-z]{32}$/),
      },
    ]);
    expect(await rows(test, "trackers")).toMatchObject([
      { version: 1, status: "in_transit", is_final: 0, checked_at: "2026-03-01T12:00:00Z" },
    ]);
    expect(await rows(test, "payloads")).toMatchObject([{ outcome: "ingested", mode: "production", problem: null }]);
  });

  it("changes nothing when it comes again, except that we asked", async () => {
    const test = await open();
    const payload = easypostTracker({ scans: [LAS_VEGAS, SARCOXIE], status: "delivered" });
    await take(test, payload);
    const before = await rows(test, "trackers");
    const scansBefore = await rows(test, "scans");
    test.clock.advanceMinutes(30);
    expect((await take(test, payload)).parcels[0]?.change).toBe("unchanged");
    expect(await rows(test, "trackers")).toEqual([{ ...before[0], checked_at: test.clock.now() }]);
    expect(await rows(test, "scans")).toEqual(scansBefore);
  });

  it("counts the version up with news", async () => {
    const test = await open();
    await take(test, easypostTracker({ scans: [LAS_VEGAS] }));
    test.clock.advanceMinutes(90);
    const outcome = await take(
      test,
      easypostTracker({ scans: [LAS_VEGAS, SARCOXIE], status: "delivered", updatedAt: "2026-03-01T14:15:00Z" }),
    );
    expect(outcome.parcels[0]).toMatchObject({ change: "updated", status: "delivered" });
    expect(await rows(test, "trackers")).toMatchObject([{ version: 2, is_final: 1, updated_at: "2026-03-01T13:30:00Z" }]);
    expect(await rows(test, "scans")).toHaveLength(2);
  });

  it("ends the same whatever order the news comes in", async () => {
    const told = [
      easypostTracker({ status: "pre_transit", scans: [], updatedAt: "2026-02-27T08:00:00Z" }),
      easypostTracker({ status: "in_transit", scans: [LAS_VEGAS], updatedAt: "2026-02-28T18:00:00Z" }),
      easypostTracker({ status: "delivered", scans: [SARCOXIE], updatedAt: "2026-03-01T14:15:00Z", signedBy: "J DOE" }),
    ];
    const endAfter = async (payloads: readonly unknown[]) => {
      const test = await open();
      for (const payload of payloads) await take(test, payload);
      const [tracker] = await test.db.kysely.selectFrom("trackers").select(["document", "status", "headers", "notes"]).execute();
      return tracker;
    };
    const inOrder = await endAfter(told);
    expect(inOrder?.status).toBe("delivered");
    expect(await endAfter(told.toReversed())).toEqual(inOrder);
    expect(await endAfter([told[1], told[0], told[2], told[0], told[1]])).toEqual(inOrder);
  });

  it("knows a delivery it has had by the sender's own id", async () => {
    const test = await open();
    const event = easypostEvent("evt_1", easypostTracker({}));
    const first = await take(test, event);
    const second = await ingestJson(test, event);
    expect(second).toEqual({
      kind: "duplicate",
      payloadId: first.payloadId,
      parcels: first.parcels.map((parcel) => ({ ...parcel, change: "unchanged" })),
    });
    expect(await rows(test, "payloads")).toHaveLength(1);
  });

  it("finishes a delivery whose first try was cut short", async () => {
    const test = await open();
    const event = easypostEvent("evt_1", easypostTracker({}));
    const first = await take(test, event);
    await test.db.kysely.updateTable("payloads").set({ outcome: "received" }).execute();
    expect(await ingestJson(test, event)).toMatchObject({ kind: "ingested", payloadId: first.payloadId });
    expect(await rows(test, "payloads")).toMatchObject([{ id: first.payloadId, outcome: "ingested" }]);
  });

  it("keeps the parcels of one order together", async () => {
    const test = await open();
    const outcome = await take(
      test,
      shipmentNotify({
        orderId: "28002-A",
        lineItems: { mug: 2, shirt: 1, card: 1 },
        parcels: [
          { number: "9400100109361129278357", items: { mug: 2 }, primary: true, status: "delivered" },
          { number: "9400100109361129278358", items: { shirt: 1 } },
        ],
      }),
      { provider: "shipment_notify" },
    );
    expect(outcome.parcels.map((parcel) => parcel.status)).toEqual(["delivered", "in_transit"]);
    const [order, ...others] = await rows(test, "orders");
    expect(others).toEqual([]);
    expect(order).toMatchObject({ external_id: "28002-A", placed_at: "2026-02-27T14:11:50Z" });
    const trackers = await rows(test, "trackers");
    expect(trackers.map((row) => [row.order_id, row.is_primary, JSON.parse(row.parcel_items)[0].orderItemId])).toEqual([
      [order?.id, 1, "mug"],
      [order?.id, 0, "shirt"],
    ]);
  });

  it("lets the later picture of an order stand, whichever comes last", async () => {
    const parcel = (quantity: number) => [{ number: "9400100109361129278357", items: { mug: quantity } }];
    const early = shipmentNotify({ uuid: "u-1", timestamp: "2026-03-01T10:00:00.100000Z", lineItems: { mug: 9 }, parcels: parcel(9) });
    const late = shipmentNotify({ uuid: "u-2", timestamp: "2026-03-01T10:00:00.900000Z", lineItems: { mug: 2 }, parcels: parcel(2) });
    const itemsAfter = async (payloads: readonly unknown[]) => {
      const test = await open();
      for (const payload of payloads) await take(test, payload, { provider: "shipment_notify" });
      const [order] = await rows(test, "orders");
      const [tracker] = await rows(test, "trackers");
      return [order?.line_items, tracker?.parcel_items].map((text) => JSON.parse(text ?? "[]")[0].quantity);
    };
    expect(await itemsAfter([early, late])).toEqual([2, 2]);
    expect(await itemsAfter([late, early])).toEqual([2, 2]);
  });

  it("does not lose a scan when the same number arrives many times at once", async () => {
    const test = await open();
    const payloads = Array.from({ length: 12 }, (_, hour) =>
      easypostTracker({
        updatedAt: `2026-03-01T${String(hour).padStart(2, "0")}:30:00Z`,
        scans: [{ ...LAS_VEGAS, message: `Scan ${hour}`, datetime: `2026-02-28T${String(hour).padStart(2, "0")}:00:00-08:00` }],
      }),
    );
    const outcomes = await Promise.all(payloads.map((payload) => take(test, payload)));
    expect(outcomes.filter((outcome) => outcome.parcels[0]?.change === "created")).toHaveLength(1);
    const [tracker, ...others] = await rows(test, "trackers");
    expect(others).toEqual([]);
    expect(await rows(test, "scans")).toHaveLength(12);
    expect(JSON.parse(tracker?.document ?? "").scans).toHaveLength(12);
  });

  it("opens a new epoch for a number that comes back after months, and fences the old scans off", async () => {
    const test = await open();
    await take(test, easypostTracker({ scans: [LAS_VEGAS, SARCOXIE], status: "delivered", updatedAt: "2026-03-01T14:15:00Z" }));
    test.clock.set("2026-09-01T12:00:00Z");
    const reused = { ...LAS_VEGAS, datetime: "2026-08-31T09:30:00-07:00" };
    const outcome = await take(
      test,
      easypostTracker({ scans: [LAS_VEGAS, SARCOXIE, reused], status: "in_transit", updatedAt: "2026-09-01T10:00:00Z" }),
    );
    expect(outcome.parcels[0]).toMatchObject({ change: "created", status: "in_transit" });
    const trackers = await rows(test, "trackers");
    expect(trackers.map((row) => [row.epoch, row.status, JSON.parse(row.document).scans.length])).toEqual([
      [1, "delivered", 2],
      [2, "in_transit", 1],
    ]);
    expect(new Set(trackers.map((row) => row.private_key)).size).toBe(2);
  });

  it("keeps two merchants with the same number apart", async () => {
    const test = await open();
    await createMerchant(test, "fern");
    await createMerchant(test, "night");
    const order = shipmentNotify({ parcels: [{ number: "9400100109361129278357", items: { mug: 1 } }] });
    const event = { provider: "shipment_notify" } as const;
    const fern = await take(test, order, { ...event, merchantSlug: "fern" });
    const night = await take(test, order, { ...event, merchantSlug: "night" });
    expect([fern.parcels[0]?.change, night.parcels[0]?.change]).toEqual(["created", "created"]);
    expect(fern.parcels[0]?.trackerId).not.toBe(night.parcels[0]?.trackerId);
    expect(fern.parcels[0]?.privatePath).not.toBe(night.parcels[0]?.privatePath);
    expect(new Set((await rows(test, "orders")).map((row) => row.merchant_id)).size).toBe(2);
  });

  it("keeps test parcels and real ones apart", async () => {
    const test = await open();
    await take(test, easypostTracker({ mode: "test" }));
    await take(test, easypostTracker({ mode: "production" }));
    expect((await rows(test, "trackers")).map((row) => row.mode).sort()).toEqual(["production", "test"]);
  });

  it("notes a vendor's word that nobody knows, and counts it as unknown", async () => {
    const test = await open();
    const outcome = await take(test, easypostTracker({ status: "teleported" }));
    expect(outcome.parcels[0]?.status).toBe("unknown");
    expect(outcome.notes).toContainEqual({ field: "status", word: "teleported" } satisfies MappingNote);
  });

  it("stores nothing but the raw payload when it is not JSON, and says where", async () => {
    const test = await open();
    const body = '{"object": "Tracker",\n  "status": }';
    expect(await ingest(test, { provider: "easypost", merchantSlug: null, body })).toEqual({
      kind: "invalid",
      payloadId: expect.stringMatching(/^pay_/),
      issues: [{ path: "", message: expect.stringContaining("line 2, column 13") }],
    });
    expect(await rows(test, "payloads")).toMatchObject([
      { body, outcome: "invalid", problem: expect.stringContaining("line 2, column 13") },
    ]);
    expect(await rows(test, "trackers")).toEqual([]);
  });

  it("stores nothing but the raw payload when a field is missing, and says which", async () => {
    const test = await open();
    const { tracking_code: _, ...incomplete } = easypostTracker({});
    expect(await ingestJson(test, incomplete)).toMatchObject({ kind: "invalid", issues: [{ path: "tracking_code" }] });
    expect(await rows(test, "payloads")).toMatchObject([{ outcome: "invalid" }]);
    expect([await rows(test, "trackers"), await rows(test, "scans"), await rows(test, "orders")]).toEqual([[], [], []]);
  });

  it("keeps even a payload that no database would take as it is", async () => {
    const test = await open();
    expect(await ingest(test, { provider: "shippo", merchantSlug: null, body: "\0\0" })).toMatchObject({ kind: "invalid" });
    expect(await rows(test, "payloads")).toMatchObject([{ body: "\ufffd\ufffd" }]);
  });

  it("ignores genuine news that is not about tracking", async () => {
    const test = await open();
    const outcome = await ingestJson(test, { id: "evt_2", object: "Event", description: "batch.created", result: { object: "Batch" } });
    expect(outcome).toMatchObject({ kind: "ignored", reason: expect.stringContaining("batch.created") });
    expect(await rows(test, "payloads")).toMatchObject([{ outcome: "ignored" }]);
  });

  it("refuses what is larger than any provider sends, naming the limit", async () => {
    const test = await open();
    const body = `"${"x".repeat(MAX_PAYLOAD_BYTES)}"`;
    expect(await ingest(test, { provider: "easypost", merchantSlug: null, body })).toEqual({
      kind: "invalid",
      payloadId: null,
      issues: [{ path: "", message: expect.stringContaining("5 MB") }],
    });
    expect(await rows(test, "payloads")).toEqual([]);
  });

  it("stores nothing for a merchant that does not exist", async () => {
    const test = await open();
    expect(await ingestJson(test, easypostTracker({}), { merchantSlug: "nobody" })).toEqual({ kind: "merchant_unknown", slug: "nobody" });
    expect(await rows(test, "payloads")).toEqual([]);
  });

  it("lets others have their turn between two parcels of a payload", async () => {
    const test = await open();
    await createMerchant(test, "fern");
    const parcels = Array.from({ length: 20 }, (_, index) => ({ number: uspsNumber(index), items: {} }));
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 0);
    await ingest(test, { provider: "shipment_notify", merchantSlug: "fern", body: JSON.stringify(shipmentNotify({ parcels })) });
    clearInterval(timer);
    expect(turns).toBeGreaterThanOrEqual(10);
  });
});

function ingestJson(test: TestDatabase, payload: unknown, changes: Partial<IngestInput> = {}): Promise<IngestOutcome> {
  return ingest(test, { provider: "easypost", merchantSlug: null, body: JSON.stringify(payload), ...changes });
}

async function take(test: TestDatabase, payload: unknown, changes: Partial<IngestInput> = {}) {
  const outcome = await ingestJson(test, payload, changes);
  if (outcome.kind !== "ingested") throw new Error(`expected it to be ingested: ${JSON.stringify(outcome)}`);
  return outcome;
}

const ORDERED_BY = { trackers: "tracking_number, epoch", scans: "key", orders: "id", payloads: "id" } as const;

async function rows<Table extends keyof typeof ORDERED_BY>(test: TestDatabase, table: Table): Promise<Schema[Table][]> {
  const query = sql<Schema[Table]>`select * from ${sql.table(table)} order by ${sql.raw(ORDERED_BY[table])}`;
  return (await query.execute(test.db.kysely)).rows;
}
