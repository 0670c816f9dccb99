import { expect, it } from "vitest";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { trackerPageQuery } from "#lib/db/queries/trackers.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { explainQueries } from "#lib/testing/explain-queries.ts";
import { createMerchant, easypostTracker, LAS_VEGAS, SARCOXIE, shipmentNotify } from "#lib/testing/factories.ts";
import { ingest } from "./ingest.ts";
import { loadTrackingPage } from "./load-tracking-page.ts";

const USPS = "usps" as CarrierSlug;
const MUG = "9400100109361129278357";
const SHIRT = "9400100109361129278358";

describeOnEveryEngine("loading a tracking page", (open) => {
  it("shows the public what the parcel did, without the order", async () => {
    const { test, page } = await shopWithAnOrder(open);
    const found = await page(MUG, null);
    expect(found).toMatchObject({
      kind: "found",
      tier: "public",
      order: null,
      key: null,
      tracker: { trackingNumber: MUG, status: "delivered" },
    });
    expect(found).toMatchObject({ checkedAt: test.clock.now(), updatedAt: test.clock.now() });
  });

  it("shows the order and its other parcels to whoever has the key", async () => {
    const { page, keyOf } = await shopWithAnOrder(open);
    const key = await keyOf(MUG);
    expect(await page(MUG, key)).toMatchObject({
      kind: "found",
      tier: "private",
      key,
      order: {
        externalId: "28002-A",
        lineItems: [
          { orderItemId: "mug", quantity: 2 },
          { orderItemId: "shirt", quantity: 1 },
        ],
        parcels: [
          {
            carrier: "usps",
            trackingNumber: MUG,
            key,
            primary: true,
            isCurrent: true,
            status: "delivered",
            items: [{ orderItemId: "mug", quantity: 2 }],
          },
          { carrier: "usps", trackingNumber: SHIRT, key: await keyOf(SHIRT), primary: false, isCurrent: false, status: "in_transit" },
        ],
      },
    });
  });

  it.each(["", "wrong", "../../etc/passwd", "\0"])("shows the public page for the key %j", async (key) => {
    const { page } = await shopWithAnOrder(open);
    expect(await page(MUG, key)).toEqual(await page(MUG, null));
  });

  it("does not open one parcel with another's key", async () => {
    const { page, keyOf } = await shopWithAnOrder(open);
    expect(await page(MUG, await keyOf(SHIRT))).toMatchObject({ tier: "public", order: null });
  });

  it("shows another merchant nothing, and tells it nothing either", async () => {
    const { test, page, keyOf } = await shopWithAnOrder(open);
    const other = await createMerchant(test, "night");
    const load = async (trackingNumber: string, key: string | null) =>
      loadTrackingPage(test, { merchantId: other.id, carrier: USPS, trackingNumber, key });
    expect((await page(MUG, null)).kind).toBe("found");
    expect(await load(MUG, null)).toEqual(await load("9400100109361129270000", null));
    expect(await load(MUG, await keyOf(MUG))).toEqual({ kind: "not_yet_known" });
  });

  it("changes its revision with the parcel's news", async () => {
    const { test, page } = await shopWithAnOrder(open);
    const before = await page(MUG, null);
    await ingest(test, {
      provider: "easypost",
      merchantSlug: "fern",
      body: JSON.stringify(easypostTracker({ trackingCode: MUG, status: "delivered", scans: [LAS_VEGAS, SARCOXIE] })),
    });
    const after = await page(MUG, null);
    expect(after.kind === "found" && before.kind === "found" && after.revision !== before.revision).toBe(true);
  });

  it("changes a private revision, but no public one, with the news of another parcel of the order", async () => {
    const { test, page, keyOf } = await shopWithAnOrder(open);
    const key = await keyOf(MUG);
    const revisions = async () => {
      const pages = await Promise.all([page(MUG, null), page(MUG, key)]);
      return pages.map((found) => (found.kind === "found" ? found.revision : null));
    };
    const [publicBefore, privateBefore] = await revisions();
    const news = easypostTracker({ trackingCode: SHIRT, status: "out_for_delivery", updatedAt: "2026-03-01T11:59:00Z" });
    await ingest(test, { provider: "easypost", merchantSlug: "fern", body: JSON.stringify(news) });
    const [publicAfter, privateAfter] = await revisions();
    expect(publicAfter).toBe(publicBefore);
    expect(privateAfter).not.toBe(privateBefore);
  });

  it("shows the real parcel before a test one with the same number, and the latest epoch of it", async () => {
    const { test, page } = await shopWithAnOrder(open);
    const tell = (changes: Parameters<typeof easypostTracker>[0]) =>
      ingest(test, { provider: "easypost", merchantSlug: "fern", body: JSON.stringify(easypostTracker(changes)) });
    await tell({ mode: "test", status: "failure" });
    expect(await page("9405511899223197428490", null)).toMatchObject({ tracker: { mode: "test" } });
    await tell({ mode: "production", status: "delivered", scans: [SARCOXIE] });
    expect(await page("9405511899223197428490", null)).toMatchObject({ tracker: { mode: "production", epoch: 1 } });
    test.clock.set("2026-09-01T12:00:00Z");
    await tell({ mode: "production", updatedAt: "2026-09-01T10:00:00Z", scans: [{ ...LAS_VEGAS, datetime: "2026-08-31T09:30:00-07:00" }] });
    expect(await page("9405511899223197428490", null)).toMatchObject({ tracker: { mode: "production", epoch: 2, status: "in_transit" } });
  });

  it("is one look-up in an index, without sorting", async () => {
    const { test, merchantId } = await shopWithAnOrder(open);
    const plan = await explainQueries(test, (db) => trackerPageQuery(db, { merchantId, carrier: USPS, trackingNumber: MUG }).execute());
    expect(plan).toContain("trackers_identity");
    expect(plan).not.toMatch(/sort|temp b-tree|scan trackers|seq scan/i);
  });
});

async function shopWithAnOrder(open: () => Promise<TestDatabase>) {
  const test = await open();
  const { id: merchantId } = await createMerchant(test, "fern");
  const order = shipmentNotify({
    lineItems: { mug: 2, shirt: 1 },
    parcels: [
      { number: SHIRT, items: { shirt: 1 } },
      { number: MUG, items: { mug: 2 }, primary: true, status: "delivered" },
    ],
  });
  const outcome = await ingest(test, { provider: "shipment_notify", merchantSlug: "fern", body: JSON.stringify(order) });
  expect(outcome.kind).toBe("ingested");
  return {
    test,
    merchantId,
    page: (trackingNumber: string, key: string | null) => loadTrackingPage(test, { merchantId, carrier: USPS, trackingNumber, key }),
    keyOf: async (trackingNumber: string) => {
      const query = test.db.kysely.selectFrom("trackers").select("private_key").where("tracking_number", "=", trackingNumber);
      return (await query.executeTakeFirstOrThrow()).private_key;
    },
  };
}
