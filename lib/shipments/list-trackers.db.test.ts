import { expect, it } from "vitest";
import type { Page, PageRequest } from "#lib/shared/page.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { easypostTracker, LAS_VEGAS } from "#lib/testing/factories.ts";
import { deleteTracker } from "./delete-tracker.ts";
import { listEvents } from "./list-events.ts";
import { listTrackers } from "./list-trackers.ts";
import { openBooks, USPS } from "./news.testing.ts";

const numberOf = (index: number) => `TEST${String(index).padStart(4, "0")}`;

describeOnEveryEngine("a list of trackers", (open) => {
  /** Numbers 1 to `count`, of which each three were made in the same second. */
  async function openShelf(count: number) {
    const test = await open();
    const books = await openBooks(test);
    const night = await openBooks(test, "night");
    for (let index = 1; index <= count; index++) {
      await books.register(numberOf(index));
      await night.register(numberOf(index));
      if (index % 3 === 0) test.clock.advanceMinutes(1);
    }
    const list = (page: PageRequest, filter: Omit<Parameters<typeof listTrackers>[1], "caller" | "page"> = {}) =>
      listTrackers(test, { caller: books.caller, page, ...filter });
    return { test, ...books, night, list };
  }

  const idsOf = <Row extends { id: string }>(page: Page<Row>) => (page.kind === "page" ? page.rows.map(({ id }) => id) : []);

  it("goes newest first through pages that neither leave out nor repeat, and says rightly whether there are more", async () => {
    const { list } = await openShelf(7);
    const all = await list({ limit: 100 });
    if (all.kind !== "page") throw new Error("no page");
    expect(all.hasMore).toBe(false);
    expect(all.rows).toHaveLength(7);
    const ages = all.rows.map(({ createdAt }) => createdAt);
    expect(ages).toEqual(ages.toSorted().toReversed());
    for (const limit of [1, 2, 3, 6, 7]) {
      const seen: string[] = [];
      for (let page = await list({ limit }); page.kind === "page"; page = await list({ limit, beforeId: seen.at(-1) ?? "" })) {
        seen.push(...idsOf(page));
        expect(page.hasMore).toBe(seen.length < 7);
        if (!page.hasMore) break;
      }
      expect(seen).toEqual(idsOf(all));
    }
  });

  it("goes back to what is newer, page by page", async () => {
    const { list } = await openShelf(7);
    const all = idsOf(await list({ limit: 100 }));
    const newer = await list({ limit: 2, afterId: all[4] ?? "" });
    expect([idsOf(newer), newer.kind === "page" && newer.hasMore]).toEqual([all.slice(2, 4), true]);
    const newest = await list({ limit: 2, afterId: all[2] ?? "" });
    expect([idsOf(newest), newest.kind === "page" && newest.hasMore]).toEqual([all.slice(0, 2), false]);
    expect(await list({ limit: 2, afterId: all[0] ?? "" })).toEqual({ kind: "page", rows: [], hasMore: false });
    expect(idsOf(await list({ limit: 9, afterId: all[5] ?? "", beforeId: all[1] ?? "" }))).toEqual(all.slice(2, 5));
  });

  it("keeps to the days asked for: from the first moment on, until before the last", async () => {
    const { list } = await openShelf(9);
    const all = await list({ limit: 100 });
    const ages = all.kind === "page" ? all.rows.map(({ createdAt }) => createdAt) : [];
    const middle = ages[4];
    if (!middle) throw new Error("no middle");
    const during = await list({ limit: 100, createdFrom: middle, createdUntil: ages[0] ?? middle });
    expect(idsOf(during)).toEqual(idsOf(all).slice(3, 6));
  });

  it("filters by carrier, number and status", async () => {
    const { tell, list } = await openShelf(3);
    await tell(easypostTracker({ trackingCode: numberOf(2), carrier: "UPS", scans: [LAS_VEGAS] }));
    const numbers = async (filter: Parameters<typeof list>[1]) => {
      const page = await list({ limit: 9 }, filter);
      return page.kind === "page" ? page.rows.map(({ tracker }) => `${tracker.carrier} ${tracker.trackingNumber}`).sort() : [];
    };
    expect(await numbers({ trackingNumber: "test 0002" })).toEqual(["ups TEST0002", "usps TEST0002"]);
    expect(await numbers({ trackingNumber: numberOf(2), carrier: USPS })).toEqual(["usps TEST0002"]);
    expect(await numbers({ status: "in_transit" })).toEqual(["ups TEST0002"]);
    expect(await numbers({ trackingNumber: "!" })).toEqual([]);
  });

  it("leaves deleted ones out, though they still mark a place", async () => {
    const { test, caller, list } = await openShelf(5);
    const all = idsOf(await list({ limit: 100 }));
    await deleteTracker(test, { caller, id: all[2] ?? "" });
    expect(idsOf(await list({ limit: 100 }))).toEqual(all.filter((id) => id !== all[2]));
    expect(idsOf(await list({ limit: 100, beforeId: all[2] ?? "" }))).toEqual(all.slice(3));
  });

  it("does not know a cursor that is nobody's, another merchant's, or of the other mode", async () => {
    const { test, caller, night, list } = await openShelf(3);
    const [other] = idsOf(await listTrackers(test, { caller: night.caller, page: { limit: 1 } }));
    const [own] = idsOf(await list({ limit: 1 }));
    for (const id of ["", "trk_nobody", "trk_\0", "\ud800", other ?? ""]) {
      expect(await list({ limit: 1, beforeId: id })).toEqual({ kind: "cursor_unknown" });
      expect(await list({ limit: 1, afterId: id })).toEqual({ kind: "cursor_unknown" });
    }
    const testCaller = { ...caller, mode: "test" } as const;
    expect(await listTrackers(test, { caller: testCaller, page: { limit: 1, beforeId: own ?? "" } })).toEqual({ kind: "cursor_unknown" });
    expect(await listTrackers(test, { caller: testCaller, page: { limit: 9 } })).toEqual({ kind: "page", rows: [], hasMore: false });
  });

  it("of events goes by the same rules", async () => {
    const { test, caller, night } = await openShelf(4);
    const list = (page: PageRequest, trackerId?: string) => listEvents(test, { caller, page, trackerId });
    const all = await list({ limit: 100 });
    expect(all.kind === "page" && [all.rows.length, all.hasMore]).toEqual([4, false]);
    const ids = idsOf(all);
    expect(idsOf(await list({ limit: 2 }))).toEqual(ids.slice(0, 2));
    expect(idsOf(await list({ limit: 2, beforeId: ids[1] ?? "" }))).toEqual(ids.slice(2));
    expect(idsOf(await list({ limit: 2, afterId: ids[3] ?? "" }))).toEqual(ids.slice(1, 3));
    const trackerId = all.kind === "page" ? all.rows[1]?.tracker.id : undefined;
    expect(idsOf(await list({ limit: 9 }, trackerId))).toEqual([ids[1]]);
    const [other] = idsOf(await listEvents(test, { caller: night.caller, page: { limit: 1 } }));
    expect(await list({ limit: 1, beforeId: other ?? "" })).toEqual({ kind: "cursor_unknown" });
    expect(idsOf(await list({ limit: 9 }, "trk_\0"))).toEqual([]);
  });
});
