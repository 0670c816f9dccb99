import fc from "fast-check";
import { expect, it } from "vitest";
import { createEndpoint } from "#lib/notifications/create-endpoint.ts";
import { createSource } from "#lib/sources/create-source.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { easypostTracker, LAS_VEGAS, SARCOXIE, shipmentNotify } from "#lib/testing/factories.ts";
import { getTracker } from "./get-tracker.ts";
import { NUMBER, openBooks } from "./news.testing.ts";
import { setWatching } from "./set-watching.ts";

const MOVING = easypostTracker({ status: "in_transit", scans: [LAS_VEGAS], updatedAt: "2026-02-28T18:00:00Z" });
const DELIVERED = easypostTracker({
  status: "delivered",
  scans: [LAS_VEGAS, SARCOXIE],
  updatedAt: "2026-03-01T14:15:00Z",
  signedBy: "J DOE",
});

describeOnEveryEngine("news of a tracker", (open) => {
  const rowOf = ({ db }: TestDatabase) => db.kysely.selectFrom("trackers").selectAll().executeTakeFirstOrThrow();

  it("that makes it is an event, and so is news that changes it, with what was before", async () => {
    const test = await open();
    const { tell, events } = await openBooks(test);
    expect(await tell(MOVING)).toEqual(["created"]);
    test.clock.advanceMinutes(150);
    expect(await tell(DELIVERED)).toEqual(["updated"]);
    const [created, updated, ...others] = await events();
    expect(others).toEqual([]);
    expect(created).toMatchObject({
      type: "tracker.created",
      previous: {},
      createdAt: "2026-03-01T12:00:00Z",
      tracker: { tracker: { status: "in_transit", scans: [{}] } },
      deliveries: [],
    });
    expect(updated).toMatchObject({ type: "tracker.updated", tracker: { tracker: { status: "delivered", scans: [{}, {}] } } });
    expect(updated?.previous).toEqual({ status: "in_transit", substatus: "in_transit", signedBy: null, scanCount: 1 });
    expect(updated?.tracker.updatedAt).toBe("2026-03-01T14:30:00Z");
  });

  it("that comes again tells nobody", async () => {
    const test = await open();
    const { tell, events } = await openBooks(test);
    await tell(DELIVERED);
    expect(await tell(DELIVERED)).toEqual(["unchanged"]);
    expect(await tell(MOVING)).toEqual(["unchanged"]);
    expect(await events()).toHaveLength(1);
  });

  it("that is only a newer date of the same picture tells nobody", async () => {
    const test = await open();
    const { tell, events } = await openBooks(test);
    await tell(MOVING);
    expect(await tell({ ...MOVING, updated_at: "2026-03-01T11:59:00Z" })).toEqual(["updated"]);
    expect(await events()).toHaveLength(1);
  });

  it("reaches the endpoints of its merchant and mode, once each", async () => {
    const test = await open();
    const fern = await openBooks(test);
    const night = await openBooks(test, "night");
    const listen = async (caller: typeof fern.caller, path: string) => {
      const made = await createEndpoint(test, { caller, url: `https://shop.example/${path}`, format: "standard" });
      expect(made.kind).toBe("created");
    };
    await listen(fern.caller, "fern");
    await listen({ ...fern.caller, mode: "test" }, "fern-test");
    await listen(night.caller, "night");
    await fern.tell(MOVING);
    await fern.tell(MOVING);
    const [event] = await fern.events();
    expect(event?.deliveries).toEqual([{ id: expect.stringMatching(/^dlv_/), url: "https://shop.example/fern", isCompleted: false }]);
    expect(await test.db.kysely.selectFrom("event_deliveries").select("id").execute()).toHaveLength(1);
    expect(await test.jobs.count()).toMatchObject({ ready: 1 });
    expect(await night.events()).toEqual([]);
  });

  it("is an update of a tracker that was registered before", async () => {
    const test = await open();
    const { register, tell, events } = await openBooks(test);
    const { id } = await register();
    test.clock.advanceMinutes(5);
    expect(await tell(MOVING)).toEqual(["updated"]);
    const [created, updated] = await events();
    expect([created?.type, updated?.type]).toEqual(["tracker.created", "tracker.updated"]);
    expect(updated).toMatchObject({ tracker: { id }, previous: { status: "unknown", scanCount: 0 } });
    expect(await rowOf(test)).toMatchObject({ version: 2, fenced_before: "2025-11-28" });
  });

  it("of one that is not watched is taken in, but told to nobody", async () => {
    const test = await open();
    const { caller, register, tell, events } = await openBooks(test);
    const { id } = await register();
    expect(await setWatching(test, { caller, id, isWatched: false })).toMatchObject({ id, isWatched: false });
    expect(await tell(MOVING)).toEqual(["updated"]);
    expect((await getTracker(test, { caller, id }))?.tracker.status).toBe("in_transit");
    expect((await events()).map(({ type }) => type)).toEqual(["tracker.created"]);
    expect(await setWatching(test, { caller, id, isWatched: true })).toMatchObject({ isWatched: true });
    await tell(DELIVERED);
    expect(await events()).toHaveLength(2);
    expect(await setWatching(test, { caller: { ...caller, mode: "test" }, id, isWatched: false })).toBeNull();
  });

  it("sets when its source is asked next, and that it is asked no more once nobody watches", async () => {
    const test = await open();
    const { caller, register, tell } = await openBooks(test);
    const made = await createSource(test, { ...caller, provider: "easypost", secrets: { apiKey: "EZAK_key" } });
    expect(made).toMatchObject({ kind: "created", source: { isPolled: true } });
    const { id } = await register();
    expect(await rowOf(test)).toMatchObject({ source_id: expect.stringMatching(/^src_/), next_check_at: test.clock.now() });
    await tell(MOVING);
    const moving = await rowOf(test);
    expect(moving.next_check_at ?? "").toMatch(/^2026-03-01T1[45]:/);
    await setWatching(test, { caller, id, isWatched: false });
    expect((await rowOf(test)).next_check_at).toBeNull();
    await setWatching(test, { caller, id, isWatched: true });
    expect((await rowOf(test)).next_check_at).not.toBeNull();
    await tell(DELIVERED);
    test.clock.advanceMinutes(5 * 24 * 60);
    await tell({ ...DELIVERED, signed_by: "J. DOE", updated_at: "2026-03-06T08:00:00Z" });
    expect(await rowOf(test)).toMatchObject({ is_final: 1, source_id: expect.stringMatching(/^src_/) });
  });

  it("begins to watch each parcel of an order it brings", async () => {
    const test = await open();
    const { caller, tell } = await openBooks(test);
    await createSource(test, { ...caller, provider: "easypost", secrets: { apiKey: "EZAK_key" } });
    const parcels = [
      { number: "9400100109361129278357", items: { mug: 2 }, primary: true },
      { number: "9400100109361129278364", items: { shirt: 1 } },
    ];
    expect(await tell(shipmentNotify({ lineItems: { mug: 2, shirt: 1 }, parcels }), "shipment_notify")).toEqual(["created", "created"]);
    const rows = await test.db.kysely.selectFrom("trackers").select(["source_id", "next_check_at"]).execute();
    expect(rows.every(({ source_id, next_check_at }) => source_id !== null && next_check_at !== null)).toBe(true);
  });

  it("opens another tracker for the carrier's next parcel with the number", async () => {
    const test = await open();
    const { tell, events } = await openBooks(test);
    await tell(DELIVERED);
    test.clock.set("2026-07-01T12:00:00Z");
    const next = { ...LAS_VEGAS, datetime: "2026-06-30T09:30:00-07:00" };
    expect(await tell(easypostTracker({ scans: [next], updatedAt: "2026-06-30T18:00:00Z" }))).toEqual(["created"]);
    expect((await events()).map(({ type, tracker }) => [type, tracker.tracker.epoch])).toEqual([
      ["tracker.created", 1],
      ["tracker.created", 2],
    ]);
  });

  it("is undone with its events when the transaction fails", async () => {
    const test = await open();
    const { tell, events } = await openBooks(test);
    await tell(MOVING);
    const before = await rowOf(test);
    const broken = { ...test.jobs, enqueue: () => Promise.reject(new Error("no queue")) };
    const night = await openBooks({ ...test, jobs: broken }, "fern");
    await createEndpoint(test, { caller: night.caller, url: "https://shop.example/hook", format: "standard" });
    await expect(night.tell(DELIVERED)).rejects.toThrow("no queue");
    expect(await rowOf(test)).toEqual(before);
    expect(await events()).toHaveLength(1);
  });

  const told = [
    easypostTracker({ status: "pre_transit", scans: [], updatedAt: "2026-02-27T08:00:00Z" }),
    MOVING,
    DELIVERED,
    easypostTracker({ status: "delivered", scans: [SARCOXIE], updatedAt: "2026-03-01T15:00:00Z", signedBy: "J DOE" }),
    easypostTracker({ status: "in_transit", scans: [LAS_VEGAS], updatedAt: "2026-02-28T19:00:00Z" }),
  ];

  it.each([
    ["registered before", true],
    ["made by the news itself", false],
  ])("gives the same tracker in any order, %s, and an event for each change of it", { timeout: 120_000 }, async (_, isRegistered) => {
    const test = await open();
    const all = { minLength: told.length, maxLength: told.length };
    let shops = 0;
    const documents = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(told, all), fc.array(fc.constantFrom(...told), { maxLength: 4 }), async (order, repeats) => {
        shops += 1;
        const { caller, register, tell, events } = await openBooks(test, `shop-${shops}`);
        if (isRegistered) await register();
        const changes: string[] = [];
        for (const payload of [...order, ...repeats]) changes.push(...(await tell(payload)));
        const [row, ...others] = await test.db.kysely
          .selectFrom("trackers")
          .selectAll()
          .where("merchant_id", "=", caller.merchantId)
          .execute();
        expect(others).toEqual([]);
        documents.add(JSON.stringify([row?.document, row?.headers, row?.notes]));
        expect(changes.slice(told.length).every((change) => change === "unchanged")).toBe(true);
        const made = isRegistered ? 1 : 0;
        expect((await events()).length).toBeLessThanOrEqual(made + changes.filter((change) => change !== "unchanged").length);
        expect((await events()).filter(({ type }) => type === "tracker.created")).toHaveLength(1);
      }),
      { numRuns: 12 },
    );
    expect(documents.size).toBe(1);
  });

  it("from two sides at once makes one tracker, and one event of its making", async () => {
    const test = await open();
    const { tell, register, events } = await openBooks(test);
    await Promise.all([tell(MOVING), register(NUMBER), tell(DELIVERED), tell(MOVING), register(NUMBER)]);
    expect((await events()).filter(({ type }) => type === "tracker.created")).toHaveLength(1);
    expect(await rowOf(test)).toMatchObject({ status: "delivered", epoch: 1 });
    expect(await test.db.kysely.selectFrom("trackers").select("id").execute()).toHaveLength(1);
  });

  it("keeps no more than a thousand scans of a parcel, whoever tells how many", async () => {
    const test = await open();
    const { tell } = await openBooks(test);
    const scan = (index: number) => ({ ...LAS_VEGAS, datetime: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString() });
    for (const start of [0, 1400, 700]) {
      const scans = Array.from({ length: 700 }, (_, step) => scan(start + step));
      await tell(easypostTracker({ scans }));
    }
    expect(await test.db.kysely.selectFrom("scans").select("key").execute()).toHaveLength(1000);
  });
});
