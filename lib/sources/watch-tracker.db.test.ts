import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { createFakeProviderServer, type FakeProviderServer } from "#lib/testing/fake-provider-server.ts";
import { vendorBody } from "#lib/testing/vendor-bodies.ts";
import { startPolling, uspsNumber } from "./polling.testing.ts";
import { requestCheck } from "./request-check.ts";

const NUMBER = uspsNumber(1);

let server: FakeProviderServer;
beforeAll(async () => {
  server = await createFakeProviderServer();
});
afterAll(() => server.close());
afterEach(() => {
  server.forget();
});

describeOnEveryEngine("registering a parcel", (open) => {
  async function openFern() {
    const database = await open();
    const fern = await createMerchant(database, "fern");
    return { fern, polling: startPolling(database, server) };
  }

  it("says what Shippo wants before it follows a carrier's parcels", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "shippo", "key_of_fern");
    const { advice } = await polling.register(fern, "1234567890123456", { carrier: "canada_post" as CarrierSlug });
    expect(advice).toEqual(["Shippo follows Canada Post parcels only where the label was bought through Shippo."]);
  });

  it("says that no source can follow a carrier's parcels", async () => {
    const { fern, polling } = await openFern();
    await polling.addSource(fern, "easypost", "key_of_fern");
    const { id, advice } = await polling.register(fern, "GOPHR1234567", { carrier: "gophr" as CarrierSlug });
    expect(advice).toEqual([expect.stringContaining("must come by webhook")]);
    expect((await polling.trackerOf(id)).source_id).toBeNull();
  });

  it("says nothing where nothing stands in the way, and where nobody is asked at all", async () => {
    const { fern, polling } = await openFern();
    expect((await polling.register(fern, uspsNumber(2))).advice).toEqual([]);
    await polling.addSource(fern, "easypost", "key_of_fern");
    expect((await polling.register(fern, NUMBER)).advice).toEqual([]);
  });
});

describeOnEveryEngine("a check that somebody asks for", (open) => {
  async function openFern() {
    const database = await open();
    const fern = await createMerchant(database, "fern");
    return { fern, polling: startPolling(database, server), caller: { merchantId: fern.id, mode: "production" } as const };
  }

  it("is made at once, and again five minutes later", async () => {
    const { fern, polling, caller } = await openFern();
    await polling.addSource(fern, "shippo", "key_of_fern");
    const { id } = await polling.register(fern, NUMBER);
    await polling.comeRound();
    polling.runtime.clock.advanceMinutes(2);
    expect(await requestCheck(polling.runtime, { caller, id })).toEqual({ kind: "too_soon", retryAfterSeconds: 180 });
    polling.runtime.clock.advanceMinutes(3);

    server.tell("shippo", NUMBER, vendorBody("shippo", { trackingNumber: NUMBER, status: "delivered" }));
    expect(await requestCheck(polling.runtime, { caller, id })).toEqual({ kind: "queued" });
    expect(await requestCheck(polling.runtime, { caller, id })).toEqual({ kind: "queued" });
    await polling.comeRound();
    expect(server.requests).toHaveLength(2);
    expect((await polling.trackerOf(id)).status).toBe("delivered");
  });

  it("waits as long as the source has to be left alone", async () => {
    const { fern, polling, caller } = await openFern();
    await polling.addSource(fern, "shippo", "key_of_fern");
    const { id } = await polling.register(fern, NUMBER);
    server.fail("rate_limited");
    await polling.comeRound();
    const outcome = await requestCheck(polling.runtime, { caller, id });
    expect(outcome).toEqual({ kind: "too_soon", retryAfterSeconds: expect.any(Number) });
    if (outcome.kind === "too_soon") expect(outcome.retryAfterSeconds).toBeGreaterThanOrEqual(90);
  });

  it("finds the source that was added since", async () => {
    const { fern, polling, caller } = await openFern();
    const { id } = await polling.register(fern, NUMBER);
    expect(await requestCheck(polling.runtime, { caller, id })).toEqual({ kind: "no_source" });
    await polling.addSource(fern, "shippo", "key_of_fern");
    server.tell("shippo", NUMBER, vendorBody("shippo", { trackingNumber: NUMBER, status: "in_transit" }));
    expect(await requestCheck(polling.runtime, { caller, id })).toEqual({ kind: "queued" });
    await polling.comeRound();
    expect((await polling.trackerOf(id)).status).toBe("in_transit");
  });

  it("is nobody's but the tracker's own merchant's, in its own mode", async () => {
    const { fern, polling, caller } = await openFern();
    const volt = await createMerchant(polling.runtime as Parameters<typeof createMerchant>[0], "volt");
    await polling.addSource(fern, "shippo", "key_of_fern");
    const { id } = await polling.register(fern, NUMBER);
    for (const stranger of [
      { merchantId: volt.id, mode: "production" as const },
      { merchantId: fern.id, mode: "test" as const },
    ]) {
      expect(await requestCheck(polling.runtime, { caller: stranger, id })).toEqual({ kind: "not_found" });
    }
    for (const typed of ["", "trk_", "\0", "\ud800", "'; drop table trackers", id.toUpperCase()]) {
      expect(await requestCheck(polling.runtime, { caller, id: typed })).toEqual({ kind: "not_found" });
    }
  });
});
