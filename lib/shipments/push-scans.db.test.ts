import fc from "fast-check";
import { expect, it } from "vitest";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { easypostTracker, LAS_VEGAS } from "#lib/testing/factories.ts";
import { getTracker } from "./get-tracker.ts";
import { openBooks } from "./news.testing.ts";
import { pushScans } from "./push-scans.ts";

const PICKED_UP = { status: "in_transit", substatus: "picked_up", message: "Picked up", occurred_at: "2026-03-01T08:00:00-06:00" };
const OUT = { status: "out_for_delivery", message: "On the van", occurred_at: "2026-03-01T09:00:00-06:00" };
const DONE = { status: "delivered", message: "Handed over", occurred_at: "2026-03-01T10:00:00-06:00", signer: "A. Shopper" };

describeOnEveryEngine("pushing scans", (open) => {
  async function openShop() {
    const test = await open();
    const books = await openBooks(test);
    const { id } = await books.register();
    const push = (report: unknown) => pushScans(test, { caller: books.caller, id, report });
    return { test, ...books, id, push };
  }

  it("moves the tracker, tells its merchant, and answers it as it is now", async () => {
    const { push, events, id } = await openShop();
    expect(await push({ scans: [PICKED_UP, OUT], estimated_delivery: { on: "2026-03-01", until: "18:00" } })).toMatchObject({
      kind: "taken",
      change: "updated",
      tracker: {
        id,
        tracker: {
          status: "out_for_delivery",
          vendor: { provider: "push" },
          estimatedDelivery: { on: "2026-03-01", from: null, until: "18:00" },
          scans: [{ message: "On the van" }, { message: "Picked up", substatus: "picked_up" }],
        },
      },
    });
    expect((await events()).map(({ type, previous }) => [type, previous.status])).toContainEqual(["tracker.updated", "unknown"]);
  });

  it("ends the same in any order, with repetitions, one by one or all together", { timeout: 60_000 }, async () => {
    const test = await open();
    const endings = new Set<string>();
    let shops = 0;
    const reports = [{ scans: [PICKED_UP] }, { scans: [OUT] }, { scans: [DONE] }];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(reports, { minLength: 3 }),
        fc.array(fc.constantFrom(...reports), { maxLength: 3 }),
        async (...lists) => {
          shops += 1;
          const { caller, register } = await openBooks(test, `shop-${shops}`);
          const { id } = await register();
          for (const report of lists.flat()) expect(await pushScans(test, { caller, id, report })).toMatchObject({ kind: "taken" });
          endings.add(JSON.stringify((await getTracker(test, { caller, id }))?.tracker));
        },
      ),
      { numRuns: 8 },
    );
    expect(endings.size).toBe(1);
    expect([...endings][0]).toContain('"status":"delivered"');
  });

  it("tells nobody of the same report twice", async () => {
    const { push, events } = await openShop();
    await push({ scans: [DONE] });
    expect(await push({ scans: [DONE] })).toMatchObject({ kind: "taken", change: "unchanged" });
    expect(await events()).toHaveLength(2);
  });

  it("stays with the tracker that was named, whatever its carrier's next parcel is", async () => {
    const { test, caller, push, tell, id } = await openShop();
    await push({ scans: [DONE] });
    test.clock.set("2026-08-01T12:00:00Z");
    const next = { ...LAS_VEGAS, datetime: "2026-07-30T09:30:00-07:00" };
    expect(await tell(easypostTracker({ scans: [next], updatedAt: "2026-07-31T08:00:00Z" }))).toEqual(["created"]);
    const late = { status: "delivered", substatus: "proof_of_delivery", message: "Signature", occurred_at: "2026-07-31" };
    expect(await push({ scans: [late] })).toMatchObject({ kind: "taken", tracker: { id, tracker: { epoch: 1 } } });
    expect((await getTracker(test, { caller, id }))?.tracker.scans).toHaveLength(2);
  });

  it.each([
    [null, ["(payload)"]],
    ["delivered", ["(payload)"]],
    [[], ["(payload)"]],
    [{}, ["scans"]],
    [{ carrier: "usps", tracking_number: "1Z999AA10123456784", scans: [OUT] }, ["carrier", "tracking_number"]],
    [{ scans: [{ ...OUT, occurred_at: "2026-03-03T00:00:00Z" }] }, ["scans.0.occurred_at"]],
    [{ scans: [OUT], as_of: "2031-01-01T00:00:00Z" }, ["as_of"]],
    [{ scans: [{ ...OUT, status: "flown" }] }, ["scans.0.status"]],
    [{ scans: "many" }, ["scans"]],
  ])("refuses %j where the slip stands, and keeps nothing", async (report, paths) => {
    const { test, push, events } = await openShop();
    const outcome = await push(report);
    expect(outcome.kind === "invalid" && outcome.issues.map(({ path }) => path)).toEqual(paths);
    expect(await events()).toHaveLength(1);
    expect(await test.db.kysely.selectFrom("scans").selectAll().execute()).toEqual([]);
  });

  it("never fails on JSON from anywhere", { timeout: 60_000 }, async () => {
    const { push } = await openShop();
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.record({
        scans: fc.array(
          fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.record({ status: fc.constant("in_transit"), occurred_at: fc.string() })),
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (report) => {
        expect(["taken", "invalid"]).toContain((await push(report)).kind);
      }),
      { numRuns: 100 },
    );
  });

  it("is for the tracker's own merchant and mode", async () => {
    const { test, caller, id } = await openShop();
    const night = await openBooks(test, "night");
    const report = { scans: [OUT] };
    for (const stranger of [night.caller, { ...caller, mode: "test" } as const]) {
      expect(await pushScans(test, { caller: stranger, id, report })).toEqual({ kind: "not_found" });
    }
    expect(await pushScans(test, { caller, id: "trk_\0", report })).toEqual({ kind: "not_found" });
  });
});
