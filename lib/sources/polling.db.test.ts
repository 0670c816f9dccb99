import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createHttpClient } from "#lib/http/create-http-client.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import { epochMsOf } from "#lib/shared/clock.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import { deleteTracker } from "#lib/shipments/delete-tracker.ts";
import { setWatching } from "#lib/shipments/set-watching.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { createFakeProviderServer, type FakeProviderServer } from "#lib/testing/fake-provider-server.ts";
import { POLLED_PROVIDERS, type PolledProvider, type VendorStatus, vendorBody } from "#lib/testing/vendor-bodies.ts";
import { checkTracker } from "./check-tracker.ts";
import { deleteSource } from "./delete-source.ts";
import { findDueTrackers } from "./find-due-trackers.ts";
import { startPolling, uspsNumber } from "./polling.testing.ts";
import { updateSource } from "./update-source.ts";

const NUMBER = uspsNumber(1);
const HOUR = 60;

let server: FakeProviderServer;
beforeAll(async () => {
  server = await createFakeProviderServer();
});
afterAll(() => server.close());
afterEach(() => {
  server.forget();
});

function tell(provider: PolledProvider, trackingNumber: string, status: VendorStatus, at = "2026-03-01T11:00:00Z") {
  server.tell(provider, trackingNumber, vendorBody(provider, { trackingNumber, status, at }));
}

const asked = () => server.requests.map(({ method, target }) => `${method} ${target}`);

describeOnEveryEngine("polling", (open) => {
  async function openFern() {
    const database = await open();
    const fern = await createMerchant(database, "fern");
    return { fern, polling: startPolling(database, server) };
  }

  async function sourceOf(polling: ReturnType<typeof startPolling>, merchant: Merchant) {
    return polling.runtime.db.kysely.selectFrom("sources").selectAll().where("merchant_id", "=", merchant.id).executeTakeFirstOrThrow();
  }

  async function openNotices(polling: ReturnType<typeof startPolling>, merchant: Merchant) {
    return polling.runtime.db.kysely
      .selectFrom("notices")
      .select(["kind", "message"])
      .where("merchant_id", "=", merchant.id)
      .where("resolved_at", "is", null)
      .orderBy("kind")
      .execute();
  }

  it.each(POLLED_PROVIDERS)("brings %s's news of a new parcel at once, and every change after that", async (provider) => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, provider, "key_of_fern");
    tell(provider, NUMBER, "in_transit");
    const { id } = await polling.register(fern, NUMBER);
    await polling.comeRound();
    expect(await polling.trackerOf(id)).toMatchObject({ status: "in_transit", check_failures: 0 });

    tell(provider, NUMBER, "out_for_delivery", "2026-03-01T14:00:00Z");
    await polling.liveThrough(4 * HOUR);
    expect((await polling.trackerOf(id)).status).toBe("out_for_delivery");

    tell(provider, NUMBER, "delivered", "2026-03-01T16:10:00Z");
    await polling.liveThrough(HOUR);
    expect((await polling.trackerOf(id)).status).toBe("delivered");
    const events = await polling.runtime.db.kysely.selectFrom("events").select("type").orderBy("type").execute();
    expect(events.map(({ type }) => type)).toEqual(["tracker.created", ...Array(3).fill("tracker.updated")]);
  });

  it("has a provider follow a parcel the first time only, and asks for it after that", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "shipengine", "key_of_fern");
    tell("shipengine", NUMBER, "in_transit");
    await polling.register(fern, NUMBER);
    await polling.liveThrough(4 * HOUR);
    const query = `carrier_code=usps&tracking_number=${NUMBER}`;
    expect(asked()).toEqual([`POST /v1/tracking/start?${query}`, `GET /v1/tracking?${query}`, `GET /v1/tracking?${query}`]);
  });

  it("keeps an answer once, however often it is given, and yet knows that it was asked", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "shippo", "key_of_fern");
    tell("shippo", NUMBER, "in_transit");
    const { id } = await polling.register(fern, NUMBER);
    await polling.liveThrough(12 * HOUR);
    expect(server.requests.length).toBeGreaterThanOrEqual(3);
    const payloads = await polling.runtime.db.kysely.selectFrom("payloads").select(["outcome", "mode"]).execute();
    expect(payloads).toEqual([{ outcome: "ingested", mode: "production" }]);
    const tracker = await polling.trackerOf(id);
    expect(tracker.checked_at).toBe(tracker.asked_at);
    expect(epochMsOf(tracker.checked_at)).toBeGreaterThan(epochMsOf(tracker.updated_at));
  });

  it("goes on asking for a parcel that the provider does not know yet", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "shippo", "key_of_fern");
    const { id } = await polling.register(fern, NUMBER);
    await polling.comeRound();
    expect(await polling.trackerOf(id)).toMatchObject({ status: "unknown", check_failures: 0 });
    tell("shippo", NUMBER, "in_transit");
    await polling.liveThrough(5 * HOUR);
    expect((await polling.trackerOf(id)).status).toBe("in_transit");
  });

  it("ends two days after delivery", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "easypost", "key_of_fern");
    tell("easypost", NUMBER, "delivered");
    const { id } = await polling.register(fern, NUMBER);
    await polling.comeRound();
    for (let hours = 0; hours < 60; hours += 4) {
      polling.runtime.clock.advanceMinutes(4 * HOUR);
      await polling.comeRound();
    }
    const count = server.requests.length;
    expect(count).toBeGreaterThanOrEqual(4);
    expect((await polling.trackerOf(id)).next_check_at).toBeNull();
    polling.runtime.clock.advanceMinutes(30 * 24 * HOUR);
    await polling.comeRound();
    expect(server.requests).toHaveLength(count);
  });

  it.each(["deleted", "unwatched"])("asks no more for a tracker that is %s", async (how) => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "easypost", "key_of_fern");
    tell("easypost", NUMBER, "in_transit");
    const { id } = await polling.register(fern, NUMBER);
    await polling.comeRound();
    const caller = { merchantId: fern.id, mode: "production" } as const;
    if (how === "deleted") await deleteTracker(polling.runtime, { caller, id });
    else await setWatching(polling.runtime, { caller, id, isWatched: false });
    const count = server.requests.length;
    polling.runtime.clock.advanceMinutes(7 * 24 * HOUR);
    await polling.comeRound();
    expect(server.requests).toHaveLength(count);
  });

  it("leaves a whole source alone for as long as it says, and then goes on with all its parcels", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "easypost", "key_of_fern");
    const ids: TrackerId[] = [];
    for (let index = 0; index < 5; index += 1) {
      tell("easypost", uspsNumber(index), "in_transit");
      ids.push((await polling.register(fern, uspsNumber(index))).id);
    }
    server.fail("rate_limited");
    await polling.comeRound();
    expect(server.requests).toHaveLength(1);
    expect((await sourceOf(polling, fern)).failures).toBe(0);

    server.fail(null);
    await polling.liveThrough(1);
    expect(server.requests).toHaveLength(1);
    await polling.liveThrough(3);
    for (const id of ids) expect((await polling.trackerOf(id)).status).toBe("in_transit");
    expect(await sourceOf(polling, fern)).toMatchObject({ last_problem: null, paused_until: null });
  });

  it("opens the circuit after five failures, shows the last word meanwhile, and closes it when the provider is back", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "shippo", "key_of_fern");
    tell("shippo", NUMBER, "in_transit");
    const { id } = await polling.register(fern, NUMBER);
    await polling.comeRound();
    const before = await polling.trackerOf(id);

    server.fail("broken");
    await polling.liveThrough(12 * HOUR);
    expect((await sourceOf(polling, fern)).failures).toBeGreaterThanOrEqual(5);
    expect(await openNotices(polling, fern)).toEqual([
      {
        kind: "source.unavailable",
        message: expect.stringMatching(/^Shippo answered with HTTP status 500\. The source "shippo" failed 5 times/),
      },
    ]);
    const during = await polling.trackerOf(id);
    expect(during).toMatchObject({ document: before.document, version: before.version, checked_at: before.checked_at });
    expect(server.requests.length).toBeLessThan(20);

    server.fail(null);
    tell("shippo", NUMBER, "delivered", "2026-03-01T20:00:00Z");
    await polling.liveThrough(7 * HOUR);
    expect(await polling.trackerOf(id)).toMatchObject({ status: "delivered", check_failures: 0 });
    expect(await sourceOf(polling, fern)).toMatchObject({ failures: 0, paused_until: null, last_problem: null });
    expect(await openNotices(polling, fern)).toEqual([]);
  });

  it("tries a failing source with one parcel at a time", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "shippo", "key_of_fern");
    for (let index = 0; index < 20; index += 1) await polling.register(fern, uspsNumber(index));
    server.fail("broken");
    await polling.comeRound();
    polling.runtime.clock.advanceMinutes(1);
    await polling.comeRound();
    const count = server.requests.length;
    expect(count).toBe(5);
    polling.runtime.clock.advanceMinutes(20);
    await polling.comeRound();
    expect(server.requests).toHaveLength(count + 1);
  });

  it("tells the merchant of a key that is not accepted, and goes on as soon as it is replaced", async () => {
    const { fern, polling } = await openFern();
    const sourceId = await polling.addSource(fern, "easypost", "key_of_fern");
    tell("easypost", NUMBER, "in_transit");
    const { id } = await polling.register(fern, NUMBER);
    await polling.register(fern, uspsNumber(2));
    server.fail("unauthorized");
    await polling.liveThrough(30);
    expect(server.requests).toHaveLength(1);
    expect(await openNotices(polling, fern)).toEqual([
      { kind: "source.unauthorized", message: expect.not.stringContaining("key_of_fern") },
    ]);

    server.fail(null);
    await updateSource(polling.runtime, { merchantId: fern.id, source: sourceId, changes: { secrets: { apiKey: "new_key_of_fern" } } });
    await polling.liveThrough(75);
    expect((await polling.trackerOf(id)).status).toBe("in_transit");
    expect(server.requests.at(-1)?.apiKey).toBe("new_key_of_fern");
    expect(await openNotices(polling, fern)).toMatchObject([{ kind: "source.unsupported" }]);
  });

  it("gives a parcel that one provider cannot follow to the next, and tells the merchant once", async () => {
    const { fern, polling } = await openFern();
    const first = await polling.addSource(fern, "easypost", "key_of_fern");
    const second = await polling.addSource(fern, "shippo", "key_of_fern");
    tell("shippo", NUMBER, "in_transit");
    tell("shippo", uspsNumber(2), "in_transit");
    const { id } = await polling.register(fern, NUMBER);
    const { id: other } = await polling.register(fern, uspsNumber(2));
    expect((await polling.trackerOf(id)).source_id).toBe(first);
    await polling.liveThrough(2);
    for (const tracker of [id, other]) expect(await polling.trackerOf(tracker)).toMatchObject({ status: "in_transit", source_id: second });
    expect(await openNotices(polling, fern)).toEqual([
      { kind: "source.unsupported", message: expect.stringContaining("EasyPost does not accept this tracking number.") },
    ]);
  });

  it("gives up a parcel that nobody can follow", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "easypost", "key_of_fern");
    const { id } = await polling.register(fern, NUMBER);
    await polling.liveThrough(2);
    expect(await polling.trackerOf(id)).toMatchObject({ source_id: null, next_check_at: null, status: "unknown" });
  });

  it("asks each merchant's and each mode's own source, and no other", async () => {
    const database = await open();
    const polling = startPolling(database, server);
    const fern = await createMerchant(database, "fern");
    const volt = await createMerchant(database, "volt");
    await polling.addSource(fern, "shippo", "key_of_fern");
    await polling.addSource(fern, "shippo", "test_key_of_fern", { mode: "test" });
    await polling.addSource(volt, "shippo", "key_of_volt");
    tell("shippo", NUMBER, "in_transit");
    await polling.register(fern, NUMBER);
    await polling.register(fern, NUMBER, { mode: "test" });
    const { id } = await polling.register(volt, NUMBER);
    await polling.liveThrough(1);
    expect(server.requests.map(({ apiKey }) => apiKey).sort()).toEqual(["key_of_fern", "key_of_volt", "test_key_of_fern"]);

    server.requests.length = 0;
    await checkTracker(polling.runtime, { merchantId: fern.id, trackerId: id });
    expect(server.requests).toEqual([]);
  });

  it("asks nobody about the parcels of a source that is deleted or switched off", async () => {
    const { fern, polling } = await openFern();
    const [off, gone] = [await polling.addSource(fern, "shippo", "key_of_fern"), await polling.addSource(fern, "easypost", "key_of_fern")];
    const { id } = await polling.register(fern, NUMBER);
    await updateSource(polling.runtime, { merchantId: fern.id, source: off, changes: { isDisabled: true } });
    await deleteSource(polling.runtime, { merchantId: fern.id, source: gone });
    polling.runtime.clock.advanceMinutes(24 * HOUR);
    await polling.comeRound();
    await checkTracker(polling.runtime, { merchantId: fern.id, trackerId: id });
    expect(server.requests).toEqual([]);

    await updateSource(polling.runtime, { merchantId: fern.id, source: off, changes: { isDisabled: false } });
    await deleteSource(polling.runtime, { merchantId: fern.id, source: off });
    await polling.comeRound();
    expect(server.requests).toEqual([]);
    expect(await polling.trackerOf(id)).toMatchObject({ source_id: null, next_check_at: null });
  });

  it("keeps to a provider's rate, however many parcels are due", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "shippo", "test_key_of_fern", { mode: "test" });
    for (let index = 0; index < 60; index += 1) await polling.register(fern, uspsNumber(index), { mode: "test" });
    for (let round = 0; round < 3; round += 1) await findDueTrackers(polling.runtime);
    for (let second = 0; second < 59; second += 1) {
      polling.runtime.clock.set(`2026-03-01T12:00:${String(second).padStart(2, "0")}Z`);
      await polling.comeRound();
    }
    expect(server.requests.length).toBeGreaterThan(30);
    expect(server.requests.length).toBeLessThanOrEqual(80);
  });

  it("is shared by two processes without asking anything twice", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "easypost", "key_of_fern");
    for (let index = 0; index < 30; index += 1) {
      tell("easypost", uspsNumber(index), "in_transit");
      await polling.register(fern, uspsNumber(index));
    }
    await Promise.all([findDueTrackers(polling.runtime), findDueTrackers(polling.runtime), findDueTrackers(polling.runtime)]);
    polling.runtime.clock.advanceMinutes(1);
    await Promise.all([polling.comeRound(), polling.comeRound()]);
    await polling.liveThrough(2);
    expect(new Set(server.requests.map(({ body }) => body)).size).toBe(30);
    expect(server.requests).toHaveLength(30);
  });

  it("asks once where a job runs twice", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "easypost", "key_of_fern");
    tell("easypost", NUMBER, "in_transit");
    const { id } = await polling.register(fern, NUMBER);
    for (let run = 0; run < 2; run += 1) await checkTracker(polling.runtime, { merchantId: fern.id, trackerId: id });
    expect(server.requests).toHaveLength(1);
  });

  it("makes a check again that nobody finished", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "easypost", "key_of_fern");
    tell("easypost", NUMBER, "in_transit");
    const { id } = await polling.register(fern, NUMBER);
    const idle = { ...polling.runtime, jobs: { enqueue: async () => undefined } };
    await findDueTrackers(idle);
    await polling.liveThrough(14);
    expect(server.requests).toEqual([]);
    await polling.liveThrough(2);
    expect((await polling.trackerOf(id)).status).toBe("in_transit");
  });

  it("survives an answer that nobody can read: it is kept, and the tracker asked about again", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "shipengine", "key_of_fern");
    server.tell("shipengine", NUMBER, { tracking_number: { oops: true }, events: [1, 2] });
    const { id } = await polling.register(fern, NUMBER);
    await polling.comeRound();
    const [payload] = await polling.runtime.db.kysely.selectFrom("payloads").select(["outcome", "problem"]).execute();
    expect(payload).toEqual({ outcome: "invalid", problem: expect.stringContaining("tracking_number") });
    expect((await polling.trackerOf(id)).next_check_at).not.toBeNull();
  });

  it("reaches providers at the addresses of the operator's settings, though they are private", async () => {
    const { fern, polling } = await openFern();
    expect(polling.runtime.config.allowPrivateTargets).toBe(false);
    const http = createHttpClient({ allowPrivateTargets: false });
    expect((await http.request({ method: "GET", url: server.shippoUrl, timeoutMs: 1000 })).kind).toBe("refused_target");
    await http.close();
    await polling.addSource(fern, "shippo", "key_of_fern");
    tell("shippo", NUMBER, "in_transit");
    const { id } = await polling.register(fern, NUMBER);
    await polling.comeRound();
    expect((await polling.trackerOf(id)).status).toBe("in_transit");
  });

  it("keeps what it is told with the parcel it asked about, whatever the provider calls the carrier", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "easypost", "key_of_fern");
    const body = vendorBody("easypost", { trackingNumber: NUMBER, status: "in_transit" });
    server.tell("easypost", NUMBER, { ...body, carrier: "FedEx" });
    const { id } = await polling.register(fern, NUMBER);
    await polling.comeRound();
    expect(await polling.trackerOf(id)).toMatchObject({ carrier: "usps", status: "in_transit" });
    expect(await polling.runtime.db.kysely.selectFrom("trackers").select("id").execute()).toHaveLength(1);
  });

  it.each([
    ["of another number", { tracking_code: uspsNumber(7) }, /was asked about/],
    ["of the other mode", { mode: "test" }, /look at the source's API key/],
  ])("takes an answer %s for a problem, and nobody's news", async (_, changes, problem) => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "easypost", "key_of_fern");
    server.tell("easypost", NUMBER, { ...vendorBody("easypost", { trackingNumber: NUMBER, status: "in_transit" }), ...changes });
    const { id } = await polling.register(fern, NUMBER);
    await polling.comeRound();
    expect((await polling.trackerOf(id)).status).toBe("unknown");
    expect(await polling.runtime.db.kysely.selectFrom("trackers").select("id").execute()).toHaveLength(1);
    const payloads = await polling.runtime.db.kysely.selectFrom("payloads").select(["outcome", "problem"]).execute();
    expect(payloads).toEqual([{ outcome: "invalid", problem: expect.stringMatching(problem) }]);
  });

  it("does not have EasyPost make a second tracker, and bill it, because it was away for a while", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "easypost", "key_of_fern");
    tell("easypost", NUMBER, "in_transit");
    const { id } = await polling.register(fern, NUMBER);
    await polling.comeRound();
    server.fail("broken");
    await polling.liveThrough(4 * HOUR);
    expect((await polling.trackerOf(id)).check_failures).toBeGreaterThan(0);
    server.fail(null);
    await polling.liveThrough(6 * HOUR);
    expect((await polling.trackerOf(id)).check_failures).toBe(0);
    expect(asked().filter((call) => call.startsWith("POST"))).toHaveLength(1);
  });
});
