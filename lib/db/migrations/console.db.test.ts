import { expect, it } from "vitest";
import { trackerColumn } from "#lib/db/json-columns.ts";
import { openBooks } from "#lib/shipments/news.testing.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { easypostTracker } from "#lib/testing/factories.ts";
import { PROVIDERS } from "#lib/tracking/snapshot.ts";
import { SUBSTATUSES, type Substatus } from "#lib/tracking/substatus.ts";
import { urgencyOf } from "#lib/tracking/urgency.ts";
import { describeParcels } from "./0003-console.ts";

describeOnEveryEngine("parcels from before there was a console", (open) => {
  it("need whoever their substatus needs", async () => {
    const test = await open();
    const { register } = await openBooks(test);
    const { kysely } = test.db;
    const words = Object.keys(SUBSTATUSES) as Substatus[];
    const { id } = await register();
    const told: [Substatus, number][] = [];
    for (const substatus of words) {
      await kysely.updateTable("trackers").set({ substatus, urgency: 0 }).where("id", "=", id).execute();
      await describeParcels(kysely);
      const row = await kysely.selectFrom("trackers").select(["urgency", "urgent_since"]).executeTakeFirstOrThrow();
      told.push([substatus, row.urgency]);
      expect(row.urgent_since !== null, substatus).toBe(row.urgency > 0);
    }
    expect(told).toEqual(words.map((word) => [word, urgencyOf(word)]));
  });

  it.each(PROVIDERS)("have news from whoever told it, whatever the scans say: %s", async (provider) => {
    const test = await open();
    const { tell, register } = await openBooks(test);
    await register("9400100109361129278357");
    await tell(easypostTracker({ status: "delivered" }));
    const { kysely } = test.db;
    const row = await kysely.selectFrom("trackers").select(["id", "document"]).where("status", "=", "delivered").executeTakeFirstOrThrow();
    const tracker = trackerColumn.read(row.document);
    const document = trackerColumn.write({ ...tracker, vendor: { ...tracker.vendor, provider } });
    await kysely.updateTable("trackers").set({ document }).where("id", "=", row.id).execute();
    await kysely.updateTable("trackers").set({ told_by: null, delivered_on: null }).execute();
    await describeParcels(kysely);
    expect(await kysely.selectFrom("trackers").select(["status", "told_by", "delivered_on"]).orderBy("status").execute()).toEqual([
      { status: "delivered", told_by: provider, delivered_on: "2026-03-01" },
      { status: "unknown", told_by: null, delivered_on: null },
    ]);
  });
});
