import { expect, it } from "vitest";
import { type CarrierSlug, findCarrier } from "#lib/carriers/catalog.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, easypostTracker } from "#lib/testing/factories.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { deleteTracker } from "./delete-tracker.ts";
import { findTracker } from "./find-tracker.ts";
import { getTracker } from "./get-tracker.ts";
import { listEvents } from "./list-events.ts";
import { openBooks } from "./news.testing.ts";
import { type RegisterTrackerInput, registerTracker } from "./register-tracker.ts";
import { setWatching } from "./set-watching.ts";

const NUMBER = "9405511899223197428490";
const slug = (word: string) => findCarrier(word)?.slug ?? ("" as CarrierSlug);
const USPS = slug("usps");

describeOnEveryEngine("registering a tracker", (open) => {
  async function openShop(mode: Mode = "production") {
    const test = await open();
    const merchant = await createMerchant(test, "fern");
    const caller = { merchantId: merchant.id, mode };
    const register = (input: Partial<RegisterTrackerInput> = {}) =>
      registerTracker(test, { caller, carrier: USPS, trackingNumber: NUMBER, ...input });
    return { test, caller, register };
  }

  async function registered(outcome: Promise<Awaited<ReturnType<typeof registerTracker>>>) {
    const done = await outcome;
    if (done.kind !== "created" && done.kind !== "existing") throw new Error(`not registered: ${JSON.stringify(done)}`);
    return done;
  }

  const count = async ({ db }: TestDatabase, table: "trackers" | "events") =>
    (await db.kysely.selectFrom(table).selectAll().execute()).length;

  it("makes one that nobody has told anything of, with its private link, and an event", async () => {
    const { test, caller, register } = await openShop();
    const { kind, tracker, advice } = await registered(register({ trackingNumber: "9405 5118 9922 3197 4284 90" }));
    expect({ kind, advice }).toEqual({ kind: "created", advice: [] });
    expect(tracker).toMatchObject({
      id: expect.stringMatching(/^trk_/),
      mode: "production",
      tracker: { status: "unknown", substatus: "unknown", epoch: 1, trackingNumber: NUMBER, scans: [] },
      publicUrl: expect.stringMatching(/^http:\/\/localhost:3000\/tracking\/fern\/usps\/9405511899223197428490\?key=[0-9a-z]{32}$/),
      metadata: null,
      isWatched: true,
    });
    expect(await listEvents(test, { caller, page: { limit: 10 } })).toMatchObject({
      rows: [{ type: "tracker.created", previous: {}, tracker }],
    });
  });

  it("finds the same one again, and takes new metadata for it", async () => {
    const { test, register } = await openShop();
    const first = await registered(register({ metadata: "Order 1" }));
    test.clock.advanceMinutes(60);
    const again = await registered(register());
    expect(again).toMatchObject({ kind: "existing", tracker: first.tracker });
    expect((await registered(register({ metadata: "Order 2" }))).tracker).toMatchObject({ id: first.tracker.id, metadata: "Order 2" });
    expect((await registered(register({ metadata: null }))).tracker.metadata).toBeNull();
    expect(await count(test, "events")).toBe(1);
  });

  it("keeps metadata that a database could not", async () => {
    const { register } = await openShop();
    expect((await registered(register({ metadata: "a\0b\ud800" }))).tracker.metadata).toBe("a\ufffdb\ufffd");
  });

  it("is one tracker for two who come at once", async () => {
    const { test, register } = await openShop();
    const outcomes = await Promise.all([register(), register(), register()].map(registered));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["created", "existing", "existing"]);
    expect(new Set(outcomes.map(({ tracker }) => tracker.id)).size).toBe(1);
    expect(await count(test, "events")).toBe(1);
  });

  it("opens another tracker after one was deleted, with a link of its own", async () => {
    const { test, caller, register } = await openShop();
    const first = await registered(register());
    await deleteTracker(test, { caller, id: first.tracker.id });
    const second = await registered(register());
    expect(second).toMatchObject({ kind: "created", tracker: { tracker: { epoch: 2 } } });
    expect(second.tracker.id).not.toBe(first.tracker.id);
    expect(second.tracker.publicUrl).not.toBe(first.tracker.publicUrl);
  });

  it("opens another tracker for a number that has been silent for three months", async () => {
    const { test, caller, register } = await openShop();
    const first = await registered(register());
    test.clock.set("2026-05-31T12:00:00Z");
    expect(await register()).toMatchObject({ kind: "existing" });
    test.clock.set("2026-06-01T12:00:00Z");
    const second = await registered(register());
    expect(second).toMatchObject({ kind: "created", tracker: { tracker: { epoch: 2 } } });
    expect((await findTracker(test, { caller, carrier: USPS, trackingNumber: NUMBER }))?.id).toBe(second.tracker.id);
    expect((await getTracker(test, { caller, id: first.tracker.id }))?.id).toBe(first.tracker.id);
  });

  it("detects the carrier where none is named", async () => {
    const { register } = await openShop();
    expect(await register({ carrier: null })).toMatchObject({ kind: "created", tracker: { tracker: { carrier: "usps" } } });
  });

  it.each([
    ["!!", { kind: "number_malformed" }],
    ["9405511899223197428491", { kind: "carrier_undetected", nearMisses: [{ carrier: "usps" }] }],
    ["ABCD", { kind: "carrier_undetected", nearMisses: [] }],
    ["C1234567890", { kind: "carrier_ambiguous", candidates: ["amazon"] }],
  ])("says why it cannot tell the carrier of %s, and makes nothing", async (trackingNumber, expected) => {
    const { test, register } = await openShop();
    expect(await register({ carrier: null, trackingNumber })).toMatchObject(expected);
    expect(await count(test, "trackers")).toBe(0);
  });

  it("puts a test number into its documented state at once, in test mode", async () => {
    const { test, caller, register } = await openShop("test");
    const outcome = await registered(register({ carrier: null, trackingNumber: "EZ4000000004" }));
    expect(outcome).toMatchObject({
      kind: "created",
      tracker: { mode: "test", tracker: { carrier: "usps", status: "delivered", signedBy: "John Tester" } },
    });
    expect(await listEvents(test, { caller, page: { limit: 10 } })).toMatchObject({
      rows: [{ type: "tracker.created", tracker: { tracker: { status: "delivered" } } }],
    });
    expect(await register({ carrier: null, trackingNumber: "ez4000000004" })).toMatchObject({ kind: "existing", tracker: outcome.tracker });
    const others = { carrier: slug("fedex"), trackingNumber: "EZ3000000003" };
    expect(await register(others)).toMatchObject({ tracker: { tracker: { carrier: "fedex", status: "out_for_delivery" } } });
  });

  it("puts a test number into its state again after it was deleted, and when it is used again", async () => {
    const { test, caller, register } = await openShop("test");
    const number = { carrier: null, trackingNumber: "SHIPPO_DELIVERED" };
    const first = await registered(register(number));
    await deleteTracker(test, { caller, id: first.tracker.id });
    const second = await registered(register(number));
    expect(second).toMatchObject({ kind: "created", tracker: { tracker: { status: "delivered", epoch: 2 } } });
    test.clock.set("2026-08-01T12:00:00Z");
    const third = await registered(register(number));
    expect(third).toMatchObject({ kind: "created", tracker: { tracker: { status: "delivered", epoch: 3 } } });
    expect(third.tracker.tracker.scans).toHaveLength(second.tracker.tracker.scans.length);
  });

  it("takes a test number for an ordinary one in production", async () => {
    const { register } = await openShop();
    expect(await register({ trackingNumber: "EZ4000000004" })).toMatchObject({ tracker: { tracker: { status: "unknown" } } });
  });

  it("keeps merchants and modes apart", async () => {
    const { test, caller, register } = await openShop();
    const { tracker } = await registered(register());
    const other = await createMerchant(test, "night");
    for (const stranger of [
      { merchantId: other.id, mode: "production" },
      { merchantId: caller.merchantId, mode: "test" },
    ] as const) {
      expect(await getTracker(test, { caller: stranger, id: tracker.id })).toBeNull();
      expect(await findTracker(test, { caller: stranger, carrier: USPS, trackingNumber: NUMBER })).toBeNull();
      expect(await listEvents(test, { caller: stranger, page: { limit: 10 } })).toMatchObject({ rows: [] });
      expect(await deleteTracker(test, { caller: stranger, id: tracker.id })).toBe("not_found");
    }
    const own = await registered(register({ caller: { merchantId: other.id, mode: "production" } }));
    expect(own).toMatchObject({ kind: "created", tracker: { publicUrl: expect.stringContaining("/tracking/night/usps/") } });
    expect(own.tracker.id).not.toBe(tracker.id);
  });

  it("of a parcel that was watched no more watches it again, in whatever dialect", async () => {
    const test = await open();
    const { caller, register, tell, events } = await openBooks(test);
    const { id } = await register();
    await setWatching(test, { caller, id, isWatched: false });
    expect(await register()).toMatchObject({ id, isWatched: true });
    await tell(easypostTracker({}));
    expect((await events()).map(({ type }) => type)).toEqual(["tracker.created", "tracker.updated"]);
  });
});
