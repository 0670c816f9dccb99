import { expect, it } from "vitest";
import { createEndpoint } from "#lib/notifications/create-endpoint.ts";
import { DAY_MS } from "#lib/shared/clock.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { easypostEvent, easypostTracker, LAS_VEGAS, SARCOXIE, shipmentNotify } from "#lib/testing/factories.ts";
import { deleteTracker } from "./delete-tracker.ts";
import { ingest } from "./ingest.ts";
import { getTrackerPayload, inspectTracker, listTrackerEvents, listTrackerPayloads } from "./inspect-tracker.ts";
import { NUMBER, openBooks } from "./news.testing.ts";

const OTHER = "9400100109361129278357";
const DELIVERED = easypostTracker({
  status: "delivered",
  scans: [LAS_VEGAS, SARCOXIE],
  signedBy: "J DOE",
  updatedAt: "2026-03-01T15:00:00Z",
});

describeOnEveryEngine("a parcel with all that is known of it", (open) => {
  async function openShop(test: TestDatabase, slug = "fern") {
    const { caller, register, tell } = await openBooks(test, slug);
    const takeIn = (payload: unknown, provider: "easypost" | "shipment_notify" = "easypost") =>
      ingest(test, { provider, merchantSlug: slug, body: JSON.stringify(payload) });
    const { id } = await register();
    const input = { caller, id };
    return { caller, id, input, tell, takeIn, register };
  }

  it("has both links, what vendors said, each scan with when it came in, and its order", async () => {
    const test = await open();
    const { input, takeIn } = await openShop(test);
    await takeIn(easypostEvent("evt_1", easypostTracker({})));
    test.clock.advanceMinutes(60);
    await takeIn(easypostEvent("evt_2", DELIVERED));
    await takeIn(shipmentNotify({ orderId: "28002-A", parcels: [{ number: NUMBER, items: { mug: 1 } }] }), "shipment_notify");
    const parcel = await inspectTracker(test, input);
    expect(parcel).toMatchObject({
      tracker: { status: "delivered", signedBy: "J DOE" },
      publicLink: expect.stringMatching(new RegExp(`/tracking/fern/usps/${NUMBER}$`)),
      privateLink: expect.stringMatching(new RegExp(`/tracking/fern/usps/${NUMBER}\\?key=\\w{32}$`)),
      laterId: null,
      asking: null,
      order: { externalId: "28002-A" },
    });
    expect(new Set(parcel?.headers.map(({ provider }) => provider))).toEqual(new Set(["easypost", "shipment_notify"]));
    expect(parcel?.scans.map(({ scan, receivedAt }) => [scan.place.city, receivedAt]).toSorted()).toEqual([
      ["LAS VEGAS", "2026-03-01T12:00:00Z"],
      ["SARCOXIE", "2026-03-01T13:00:00Z"],
    ]);
  });

  it("has what was received, newest first, also where it tells of other parcels", async () => {
    const test = await open();
    const { input, takeIn } = await openShop(test);
    await takeIn(easypostEvent("evt_1", easypostTracker({})));
    test.clock.advanceMinutes(1);
    const both = [NUMBER, OTHER].map((number) => ({ number, items: {} }));
    await takeIn(shipmentNotify({ parcels: both }), "shipment_notify");
    await takeIn(easypostEvent("evt_3", easypostTracker({ trackingCode: OTHER })));
    const payloads = await listTrackerPayloads(test, input);
    expect(payloads).toMatchObject([
      { provider: "shipment_notify", isShared: true, outcome: "ingested", receivedAt: "2026-03-01T12:01:00Z" },
      { provider: "easypost", isShared: false, outcome: "ingested", receivedAt: "2026-03-01T12:00:00Z" },
    ]);
    for (const { id: payloadId } of payloads) {
      const raw = await getTrackerPayload(test, { ...input, payloadId });
      expect(raw?.text).toContain(NUMBER);
      expect(Buffer.from(raw?.bytes ?? []).toString()).toBe(raw?.text);
    }
    const [notOurs] = await test.db.kysely.selectFrom("payloads").select("id").where("body", "like", "%evt_3%").execute();
    expect(await getTrackerPayload(test, { ...input, payloadId: notOurs?.id ?? "" })).toBeNull();
  });

  it("links a payload of several parcels to each once, however often it is read", async () => {
    const test = await open();
    const { input, takeIn } = await openShop(test);
    const both = [NUMBER, OTHER, NUMBER].map((number) => ({ number, items: {} }));
    await takeIn(shipmentNotify({ parcels: both }), "shipment_notify");
    await takeIn(shipmentNotify({ parcels: both }), "shipment_notify");
    expect(await listTrackerPayloads(test, input)).toHaveLength(1);
    expect(await test.db.kysely.selectFrom("payload_trackers").selectAll().execute()).toHaveLength(2);
  });

  it("has what happened, newest first, and who was told", async () => {
    const test = await open();
    const { caller, input, takeIn } = await openShop(test);
    await createEndpoint(test, { caller, url: "https://shop.example/hook", format: "standard" });
    test.clock.advanceMinutes(1);
    await takeIn(easypostEvent("evt_2", DELIVERED));
    expect(await listTrackerEvents(test, input)).toMatchObject([
      {
        type: "tracker.updated",
        status: "delivered",
        previous: { status: "unknown" },
        deliveries: [{ url: "https://shop.example/hook", state: "pending", attempts: 0 }],
      },
      { type: "tracker.created", status: "unknown", previous: {}, deliveries: [] },
    ]);
  });

  it("knows which later parcel has its number by now", async () => {
    const test = await open();
    const { input, takeIn, register } = await openShop(test);
    await takeIn(easypostEvent("evt_1", DELIVERED));
    test.clock.advanceMinutes((200 * DAY_MS) / 60_000);
    const later = await register();
    expect(later.id).not.toBe(input.id);
    expect(await inspectTracker(test, input)).toMatchObject({ laterId: later.id });
    expect(await inspectTracker(test, { ...input, id: later.id })).toMatchObject({ laterId: null });
    await deleteTracker(test, { caller: input.caller, id: later.id });
    expect(await inspectTracker(test, input)).toMatchObject({ laterId: null });
  });

  it("is nobody else's, and of one mode, and gone once it is deleted", async () => {
    const test = await open();
    const mine = await openShop(test);
    const theirs = await openShop(test, "night");
    await mine.takeIn(easypostEvent("evt_1", DELIVERED));
    const [payload] = await listTrackerPayloads(test, mine.input);
    const seen = async (caller: typeof mine.caller, id: string) => [
      await inspectTracker(test, { caller, id }),
      await getTrackerPayload(test, { caller, id, payloadId: payload?.id ?? "" }),
      ...(await listTrackerPayloads(test, { caller, id })),
      ...(await listTrackerEvents(test, { caller, id })),
    ];
    const nothing = [null, null];
    expect(await seen(theirs.caller, mine.id)).toEqual(nothing);
    expect(await seen({ ...mine.caller, mode: "test" }, mine.id)).toEqual(nothing);
    expect(await seen(mine.caller, "trk_none")).toEqual(nothing);
    expect(await getTrackerPayload(test, { ...theirs.input, payloadId: payload?.id ?? "" })).toBeNull();
    await deleteTracker(test, { caller: mine.caller, id: mine.id });
    expect(await seen(mine.caller, mine.id)).toEqual(nothing);
  });
});
