import { expect, it } from "vitest";
import { insertPayload } from "#lib/db/queries/payloads.ts";
import { createEndpoint } from "#lib/notifications/create-endpoint.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { easypostEvent, easypostTracker, LAS_VEGAS, SARCOXIE, shipmentNotify } from "#lib/testing/factories.ts";
import { deleteTracker } from "./delete-tracker.ts";
import { findTracker } from "./find-tracker.ts";
import { getEvent } from "./get-event.ts";
import { getTracker } from "./get-tracker.ts";
import { ingest } from "./ingest.ts";
import { listTrackerPayloads } from "./inspect-tracker.ts";
import { listTrackers } from "./list-trackers.ts";
import { loadTrackingPage } from "./load-tracking-page.ts";
import { NUMBER, openBooks, USPS } from "./news.testing.ts";
import { processPayload } from "./process-payload.ts";
import { pushScans } from "./push-scans.ts";
import { setWatching } from "./set-watching.ts";

const DELIVERED = easypostTracker({ status: "delivered", scans: [LAS_VEGAS, SARCOXIE], signedBy: "J DOE" });
const TABLES = ["scans", "events", "event_deliveries", "delivery_attempts"] as const;

const OTHER = "9400100109361129278357";

describeOnEveryEngine("deleting a tracker", (open) => {
  const countAll = async ({ db }: TestDatabase) =>
    Promise.all(TABLES.map(async (table) => (await db.kysely.selectFrom(table).selectAll().execute()).length));

  async function openDelivered() {
    const test = await open();
    const books = await openBooks(test);
    await createEndpoint(test, { caller: books.caller, url: "https://shop.example/hook", format: "standard" });
    await books.tell(DELIVERED);
    const page = await listTrackers(test, { caller: books.caller, page: { limit: 1 } });
    const [tracker] = page.kind === "page" ? page.rows : [];
    if (!tracker) throw new Error("no tracker");
    return { test, ...books, tracker };
  }

  it("takes away its scans, its events and everything personal", async () => {
    const { test, caller, tracker } = await openDelivered();
    expect(await countAll(test)).toEqual([2, 1, 1, 0]);
    test.clock.advanceMinutes(10);
    expect(await deleteTracker(test, { caller, id: tracker.id })).toBe("deleted");
    expect(await countAll(test)).toEqual([0, 0, 0, 0]);
    const row = await test.db.kysely.selectFrom("trackers").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      id: tracker.id,
      deleted_at: "2026-03-01T12:10:00Z",
      created_at: "2026-03-01T12:00:00Z",
      status: "unknown",
      headers: "[]",
      notes: "[]",
      parcel_items: "[]",
      route_map: null,
      metadata: null,
      order_id: null,
      source_id: null,
      next_check_at: null,
    });
    expect(JSON.stringify(row)).not.toMatch(/SARCOXIE|LAS VEGAS|J DOE/);
    expect(tracker.publicUrl).not.toContain(row.private_key);
  });

  it("leaves nothing of its number but a mark that nobody can read", async () => {
    const { test, caller, tracker } = await openDelivered();
    const night = await openBooks(test, "night");
    await night.tell(DELIVERED);
    await deleteTracker(test, { caller, id: tracker.id });
    const rows = await test.db.kysely.selectFrom("trackers").selectAll().where("merchant_id", "=", caller.merchantId).execute();
    expect(JSON.stringify(rows)).not.toContain(NUMBER);
    await deleteTracker(test, { caller: night.caller, id: (await night.register()).id });
    const marks = await test.db.kysely.selectFrom("trackers").select("tracking_number").execute();
    expect(new Set(marks.map((row) => row.tracking_number)).size).toBe(2);
  });

  it("hides it from every look-up, and cannot be done twice", async () => {
    const { test, caller, tracker, events } = await openDelivered();
    const [event] = await events();
    await deleteTracker(test, { caller, id: tracker.id });
    expect(await getTracker(test, { caller, id: tracker.id })).toBeNull();
    expect(await findTracker(test, { caller, carrier: USPS, trackingNumber: NUMBER })).toBeNull();
    expect(await listTrackers(test, { caller, page: { limit: 9 } })).toEqual({ kind: "page", rows: [], hasMore: false });
    expect(await getEvent(test, { caller, id: event?.id ?? "" })).toBeNull();
    expect(await setWatching(test, { caller, id: tracker.id, isWatched: true })).toBeNull();
    const report = { scans: [{ status: "in_transit", occurred_at: "2026-03-01" }] };
    expect(await pushScans(test, { caller, id: tracker.id, report })).toEqual({ kind: "not_found" });
    expect(await deleteTracker(test, { caller, id: tracker.id })).toBe("not_found");
  });

  it("makes its page one of a number nobody registered, whatever key one has", async () => {
    const { test, caller, tracker } = await openDelivered();
    const key = new URL(tracker.publicUrl).searchParams.get("key");
    const visit = () => loadTrackingPage(test, { merchantId: caller.merchantId, carrier: USPS, trackingNumber: NUMBER, key });
    expect(await visit()).toMatchObject({ kind: "found", tier: "private" });
    await deleteTracker(test, { caller, id: tracker.id });
    expect(await visit()).toEqual({ kind: "not_yet_known" });
  });

  it("is not undone by late news", async () => {
    const { test, caller, tracker, tell, events } = await openDelivered();
    await deleteTracker(test, { caller, id: tracker.id });
    expect(await tell({ ...DELIVERED, updated_at: "2026-03-02T08:00:00Z" })).toEqual(["deleted"]);
    const next = { ...LAS_VEGAS, datetime: "2026-02-28T09:30:00-08:00" };
    expect(await tell(easypostTracker({ scans: [next], updatedAt: "2027-03-02T08:00:00Z" }))).toEqual(["deleted"]);
    const parcels = [{ number: NUMBER, items: { mug: 1 } }];
    expect(await tell(shipmentNotify({ lineItems: { mug: 1 }, parcels }), "shipment_notify")).toEqual(["deleted"]);
    expect(await events()).toEqual([]);
    expect(await countAll(test)).toEqual([0, 0, 0, 0]);
    expect(await test.db.kysely.selectFrom("trackers").select("status").execute()).toEqual([{ status: "unknown" }]);
  });

  it("leaves the one that is registered after it the whole journey", async () => {
    const { test, caller, tracker, tell, register } = await openDelivered();
    await deleteTracker(test, { caller, id: tracker.id });
    const again = await register();
    expect(again.id).not.toBe(tracker.id);
    expect(await tell(DELIVERED)).toEqual(["updated"]);
    expect((await getTracker(test, { caller, id: again.id }))?.tracker).toMatchObject({ status: "delivered", scans: [{}, {}] });
  });

  it("leaves other merchants' trackers of the number alone", async () => {
    const { test, caller, tracker } = await openDelivered();
    const night = await openBooks(test, "night");
    await night.tell(DELIVERED);
    expect(await deleteTracker(test, { caller: night.caller, id: tracker.id })).toBe("not_found");
    await deleteTracker(test, { caller, id: tracker.id });
    expect(await night.events()).toHaveLength(1);
    expect(await findTracker(test, { caller: night.caller, carrier: USPS, trackingNumber: NUMBER })).toMatchObject({
      tracker: { status: "delivered" },
    });
  });

  it("takes the raw payloads about it alone away, and keeps none that come late", async () => {
    const test = await open();
    const { caller, register } = await openBooks(test);
    const bodies = () => test.db.kysely.selectFrom("payloads").select(["body"]).execute();
    const takeIn = (payload: unknown, provider: "easypost" | "shipment_notify" = "easypost") =>
      ingest(test, { provider, merchantSlug: "fern", body: JSON.stringify(payload) });
    const { id } = await register();
    await takeIn(easypostEvent("evt_1", DELIVERED));
    await takeIn(easypostEvent("evt_2", easypostTracker({ trackingCode: OTHER })));
    const both = [NUMBER, OTHER].map((number) => ({ number, items: {} }));
    await takeIn(shipmentNotify({ parcels: both }), "shipment_notify");
    await deleteTracker(test, { caller, id });
    await takeIn(easypostEvent("evt_3", { ...DELIVERED, updated_at: "2026-03-02T08:00:00Z" }));
    const late = shipmentNotify({ uuid: "late", parcels: both });
    await takeIn(late, "shipment_notify");
    const left = (await bodies()).map(({ body }) => body);
    expect(left).toHaveLength(2);
    expect(left.filter((body) => body.includes(OTHER))).toHaveLength(2);
    expect(await test.db.kysely.selectFrom("deliveries").select("payload_id").execute()).toHaveLength(2);
  });

  it("lets go of the payloads that tell of others as well, which stay theirs", async () => {
    const test = await open();
    const { caller, register } = await openBooks(test);
    const [first, second] = [await register(), await register(OTHER)];
    const parcels = [NUMBER, OTHER].map((number) => ({ number, items: {} }));
    await ingest(test, { provider: "shipment_notify", merchantSlug: "fern", body: JSON.stringify(shipmentNotify({ parcels })) });
    const told = (id: string) => listTrackerPayloads(test, { caller, id });
    expect(await told(first.id)).toMatchObject([{ isShared: true, outcome: "ingested" }]);
    await deleteTracker(test, { caller, id: first.id });
    expect([await told(first.id), await told(second.id)]).toMatchObject([[], [{ isShared: true }]]);
  });

  it("keeps no answer to what was asked about it before", async () => {
    const test = await open();
    const { caller, register } = await openBooks(test);
    const { id } = await register();
    const now = test.clock.now();
    const body = JSON.stringify(DELIVERED);
    const answer = {
      id: "pay_1",
      merchant_id: caller.merchantId,
      provider: "easypost",
      source_id: null,
      tracker_id: id,
      is_answer: 1,
    } as const;
    await deleteTracker(test, { caller, id });
    await insertPayload(test.db.kysely, { ...answer, mode: "production", received_at: now, body_encoding: "utf8", body });
    expect(await processPayload(test, { merchantId: caller.merchantId, payloadId: "pay_1" })).toMatchObject({ kind: "ignored" });
    expect(await test.db.kysely.selectFrom("payloads").select("id").execute()).toEqual([]);
  });
});
