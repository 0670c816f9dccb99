import { expect, it } from "vitest";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { createSource } from "#lib/sources/create-source.ts";
import { uspsNumber } from "#lib/sources/polling.testing.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { createMerchant, easypostEvent, easypostTracker, shipmentNotify } from "#lib/testing/factories.ts";
import { deleteTracker } from "./delete-tracker.ts";
import { ingest } from "./ingest.ts";
import { registerTracker } from "./register-tracker.ts";
import { saveOrder } from "./save-order.ts";

const PARCELS = Array.from({ length: 12 }, (_, index) => uspsNumber(index));

describeOnEveryEngine("parcels that many tell of at the same time", (open) => {
  /** From `start` on, round the ring, so that everybody's parcels cross everybody else's. */
  const ring = (start: number, count: number) => Array.from({ length: count }, (_, step) => PARCELS[(start + step * 5) % 12] ?? "");

  it("keep nobody waiting for ever, and lose nothing", async () => {
    const test = await open();
    const merchant = await createMerchant(test, "fern");
    const caller = { merchantId: merchant.id, mode: "production" } as const;
    const source = await createSource(test, { ...caller, provider: "easypost", secrets: { apiKey: "key_of_fern" } });
    expect(source.kind).toBe("created");

    const work: Promise<unknown>[] = [];
    for (let round = 0; round < 24; round += 1) {
      const numbers = ring(round, 4);
      const parcels = numbers.map((tracking_number) => ({ carrier: "usps", tracking_number }));
      work.push(saveOrder(test, { caller, order: { external_id: `order-${round % 6}`, parcels } }));
      work.push(registerTracker(test, { caller, carrier: "usps" as CarrierSlug, trackingNumber: numbers[1] ?? "" }));
      const shipped = shipmentNotify({
        uuid: `event-${round}`,
        orderId: `order-${round % 6}`,
        parcels: numbers.toReversed().map((number) => ({ number, items: {} })),
      });
      work.push(ingest(test, { provider: "shipment_notify", merchantSlug: "fern", body: JSON.stringify(shipped) }));
      const moved = easypostEvent(`evt_${round}`, easypostTracker({ trackingCode: numbers[2] ?? "" }));
      work.push(ingest(test, { provider: "easypost", merchantSlug: "fern", body: JSON.stringify(moved) }));
    }
    await Promise.all(work);

    const trackers = await test.db.kysely.selectFrom("trackers").select(["id", "source_id", "next_check_at", "status"]).execute();
    expect(trackers).toHaveLength(PARCELS.length);
    expect(trackers.filter(({ source_id, next_check_at }) => source_id === null || next_check_at === null)).toEqual([]);
    const created = await test.db.kysely.selectFrom("events").select("tracker_id").where("type", "=", "tracker.created").execute();
    expect(new Set(created.map(({ tracker_id }) => tracker_id)).size).toBe(PARCELS.length);
    expect(created).toHaveLength(PARCELS.length);
    const payloads = await test.db.kysely.selectFrom("payloads").select("outcome").execute();
    expect(payloads.map(({ outcome }) => outcome)).toEqual(Array(48).fill("ingested"));

    expect(await Promise.all(trackers.map(({ id }) => deleteTracker(test, { caller, id })))).toEqual(trackers.map(() => "deleted"));
  });
});
