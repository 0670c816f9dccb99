import { expect, it } from "vitest";
import { openShop } from "#lib/notifications/shop.testing.ts";
import { DAY_MS, type Instant, plusMs } from "#lib/shared/clock.ts";
import { deleteTracker } from "#lib/shipments/delete-tracker.ts";
import { setWatching } from "#lib/shipments/set-watching.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { aScan, timeWithOffset } from "#lib/testing/snapshots.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";
import { countWork, FORGOTTEN_AFTER_DAYS, listWork, SILENT_AFTER_DAYS } from "./list-work.ts";
import { settleParcel } from "./settle-parcel.ts";

describeOnEveryEngine("the work to do", (open) => {
  async function openWork(slug = "fern") {
    const test = await open();
    const shop = await openShop(test, slug);
    let made = 0;
    const list = (page: { limit?: number; after?: string } = {}) => listWork(test, { caller: shop.caller, limit: 20, ...page });
    return {
      test,
      list,
      caller: shop.caller,
      hasNews: shop.hasNews,
      /** A parcel, and the days ago on which it came to be so. */
      async parcel(status: Status, substatus: Substatus, daysAgo: number) {
        made += 1;
        const since = plusMs(test.clock.now(), -daysAgo * DAY_MS);
        const time = timeWithOffset(`${since.slice(0, 19)}+00:00`);
        const { id } = await shop.hasNews(`1Z999AA1012345${String(made).padStart(4, "0")}`, {
          status,
          substatus,
          scans: [aScan({ status, substatus, time })],
        });
        await test.db.kysely.updateTable("trackers").set({ updated_at: since }).where("id", "=", id).execute();
        return id;
      },
      kinds: async () => (await list()).items.map(({ kind, substatus }) => `${kind}: ${substatus}`),
    };
  }

  it("begins with what the shop must do, then the shopper, then what nobody has heard of; the longest waiting first", async () => {
    const { parcel, list } = await openWork();
    const silent = await parcel("in_transit", "departed_facility", 8);
    const shopper = await parcel("in_transit", "address_issue", 1);
    const longer = await parcel("available_for_pickup", "pickup_available", 3);
    const shops = await parcel("failure", "prohibited", 0);
    expect((await list()).items.map(({ trackerId }) => trackerId)).toEqual([shops, longer, shopper, silent]);
  });

  it("says who must act, on what, and since when", async () => {
    const { parcel, list } = await openWork();
    await parcel("available_for_pickup", "pickup_available", 3);
    expect((await list()).items).toMatchObject([
      { kind: "shopper", status: "available_for_pickup", substatus: "pickup_available", since: "2026-02-26T12:00:00Z", orderNumber: null },
    ]);
  });

  it("goes on page after page, whatever kind the next parcel is of, and ends", async () => {
    const { parcel, list } = await openWork();
    const expected = [
      await parcel("failure", "outside_service", 2),
      await parcel("failure", "prohibited", 2),
      await parcel("in_transit", "notice_left", 2),
      await parcel("pre_transit", "label_created", 9),
      await parcel("in_transit", "in_transit", 8),
    ];
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await list({ limit: 2, ...(after && { after }) });
      seen.push(...page.items.map(({ trackerId }) => trackerId));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(expected.length);
    expect(seen.slice(0, 2).sort()).toEqual(expected.slice(0, 2).sort());
    expect(seen.slice(2)).toEqual(expected.slice(2));
  });

  it("begins anew where a link to a page has been mangled", async () => {
    const { parcel, list } = await openWork();
    const id = await parcel("failure", "prohibited", 1);
    for (const after of ["nonsense", "shop~yesterday~trk_1", "shop~2026-03-01T12:00:00Z~1' or 1=1", "\0"]) {
      expect((await list({ after })).items).toMatchObject([{ trackerId: id }]);
    }
  });

  it("leaves out what is on time, what has arrived, and what was forgotten long ago", async () => {
    const { parcel, kinds } = await openWork();
    await parcel("in_transit", "in_transit", SILENT_AFTER_DAYS - 1);
    await parcel("delivered", "delivered", 10);
    await parcel("in_transit", "in_transit", FORGOTTEN_AFTER_DAYS + 1);
    await parcel("failure", "prohibited", FORGOTTEN_AFTER_DAYS + 1);
    expect(await kinds()).toEqual([]);
  });

  it("leaves out what nobody wants to hear of, and what was deleted", async () => {
    const { test, caller, parcel, kinds } = await openWork();
    await setWatching(test, { caller, id: await parcel("failure", "prohibited", 1), isWatched: false });
    await deleteTracker(test, { caller, id: await parcel("failure", "outside_service", 1) });
    expect(await kinds()).toEqual([]);
  });

  it("is done once somebody has seen to it, until there is news, or they think better of it", async () => {
    const { test, caller, parcel, kinds, hasNews } = await openWork();
    const id = await parcel("in_transit", "address_issue", 1);
    const silent = await parcel("in_transit", "in_transit", 9);
    for (const each of [id, silent]) expect(await settleParcel(test, { caller, id: each, isSettled: true })).toBe("settled");
    expect(await kinds()).toEqual([]);
    await settleParcel(test, { caller, id: silent, isSettled: false });
    expect(await kinds()).toEqual(["silent: in_transit"]);
    await hasNews("1Z999AA10123450001", {
      substatus: "notice_left",
      asOf: "2026-03-03T09:00:00Z" as Instant,
      scans: [aScan({ substatus: "notice_left", time: timeWithOffset("2026-03-03T09:00:00-05:00") })],
    });
    expect(await kinds()).toEqual(["shopper: notice_left", "silent: in_transit"]);
  });

  it("is counted by kind", async () => {
    const { test, caller, parcel } = await openWork();
    await parcel("failure", "prohibited", 1);
    await parcel("in_transit", "notice_left", 1);
    await parcel("in_transit", "address_issue", 1);
    expect(await countWork(test, { caller })).toEqual({ shop: 1, shopper: 2, silent: 0 });
  });

  it("is each shop's own, and each mode's", async () => {
    const { test, caller, parcel } = await openWork();
    const id = await parcel("failure", "prohibited", 1);
    const { caller: rival } = await openShop(test, "rival");
    for (const other of [rival, { ...caller, mode: "test" as const }]) {
      expect(await listWork(test, { caller: other, limit: 20 })).toEqual({ items: [], next: null });
      expect(await countWork(test, { caller: other })).toEqual({ shop: 0, shopper: 0, silent: 0 });
      expect(await settleParcel(test, { caller: other, id, isSettled: true })).toBe("not_found");
    }
    expect((await listWork(test, { caller, limit: 20 })).items).toHaveLength(1);
  });
});
