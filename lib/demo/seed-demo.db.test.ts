import { expect, it } from "vitest";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import type { DemoParcel } from "./demo-parcel.ts";
import { DEMO_PARCELS } from "./demo-parcels.ts";
import { seedDemo } from "./seed-demo.ts";

/** What a visitor could notice of every demo parcel, by shop, carrier and number. */
async function booksOf({ db }: TestDatabase) {
  const rows = await db.kysely
    .selectFrom("trackers")
    .innerJoin("merchants", "merchants.id", "trackers.merchant_id")
    .select(["slug", "carrier", "tracking_number", "private_key", "version", "status", "document", "checked_at"])
    .execute();
  return new Map(rows.map((row) => [`${row.slug} ${row.carrier} ${row.tracking_number}`, row]));
}

const nameOf = (parcel: DemoParcel) => `${parcel.merchant} ${parcel.carrier} ${parcel.trackingNumber}`;
const DATED = DEMO_PARCELS.filter(({ isDated }) => isDated).map(nameOf);
const MOVING = "fern-and-fable usps 9400100000000000000014";

describeOnEveryEngine("the demo", (open) => {
  it("is all there after the first seeding, and a second one changes nothing", { timeout: 120_000 }, async () => {
    const test = await open();
    await seedDemo(test);
    const first = await booksOf(test);
    expect(DEMO_PARCELS.map(nameOf).filter((name) => !first.has(name))).toEqual([]);

    test.clock.advanceMinutes(60);
    expect(await seedDemo(test)).toEqual({ told: 0, kept: DEMO_PARCELS.length });
    expect(await booksOf(test)).toEqual(first);
  });

  it("is told anew on another day under the same keys, while parcels of fixed days stay", { timeout: 120_000 }, async () => {
    const test = await open();
    await seedDemo(test);
    const first = await booksOf(test);

    test.clock.advanceMinutes(24 * 60);
    const again = await seedDemo(test);
    expect(again.told).toBeGreaterThan(0);
    expect(again.kept).toBe(DATED.length);
    const second = await booksOf(test);
    const keysOf = (books: typeof first) => [...books].map(([name, row]) => [name, row.private_key, row.status]).sort();
    expect(keysOf(second)).toEqual(keysOf(first));
    for (const name of DATED) expect(second.get(name), name).toEqual(first.get(name));
  });

  it("moves its scans along with the days, and keeps none of the day before", { timeout: 120_000 }, async () => {
    const test = await open();
    await seedDemo(test);
    const countScans = () =>
      test.db.kysely
        .selectFrom("scans")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
    const before = await countScans();
    const first = (await booksOf(test)).get(MOVING);

    test.clock.advanceMinutes(3 * 24 * 60);
    await seedDemo(test);
    const second = (await booksOf(test)).get(MOVING);
    expect(second?.document).not.toBe(first?.document);
    expect(second?.version).toBe((first?.version ?? 0) + 1);
    expect(Number((await countScans()).count)).toBe(Number(before.count));
  });
});
