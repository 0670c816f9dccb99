import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { setWatching } from "#lib/shipments/set-watching.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { createFakeProviderServer, type FakeProviderServer } from "#lib/testing/fake-provider-server.ts";
import { vendorBody } from "#lib/testing/vendor-bodies.ts";
import { deleteSource } from "./delete-source.ts";
import { startPolling, uspsNumber } from "./polling.testing.ts";
import { updateSource } from "./update-source.ts";

let server: FakeProviderServer;
beforeAll(async () => {
  server = await createFakeProviderServer();
});
afterAll(() => server.close());
afterEach(() => server.forget());

describeOnEveryEngine("a source that comes or goes", (open) => {
  async function openFern() {
    const database = await open();
    const fern = await createMerchant(database, "fern");
    const polling = startPolling(database, server);
    const sourceOf = async (id: Parameters<typeof polling.trackerOf>[0]) => (await polling.trackerOf(id)).source_id;
    const tell = (provider: "easypost" | "shippo", index: number) =>
      server.tell(provider, uspsNumber(index), vendorBody(provider, { trackingNumber: uspsNumber(index), status: "in_transit" }));
    return { fern, polling, sourceOf, tell };
  }

  it("is asked about the parcels that were registered before it, at once, and about nobody else's", async () => {
    const { fern, polling, sourceOf, tell } = await openFern();
    const night = await createMerchant({ ...polling.runtime }, "night");
    const early = await polling.register(fern, uspsNumber(1));
    const strange = await polling.register(night, uspsNumber(2));
    const trial = await polling.register(fern, uspsNumber(3), { mode: "test" });
    const sample = await polling.register(fern, "EZ2000000002", { mode: "test" });
    tell("shippo", 1);
    const source = await polling.addSource(fern, "shippo", "key_of_fern");
    await polling.comeRound();
    expect(await polling.trackerOf(early.id)).toMatchObject({ source_id: source, status: "in_transit" });
    await polling.addSource(fern, "shippo", "key_of_fern", { mode: "test", slug: "trial" });
    await polling.comeRound();
    expect([await sourceOf(strange.id), await sourceOf(sample.id)]).toEqual([null, null]);
    expect(await sourceOf(trial.id)).not.toBeNull();
    expect(server.requests.map(({ target }) => target).join()).not.toContain(uspsNumber(2));
  });

  it("takes over many parcels, batch by batch", async () => {
    const { fern, polling } = await openFern();
    for (let index = 0; index < 230; index += 1) await polling.register(fern, uspsNumber(index));
    server.fail("rate_limited");
    await polling.addSource(fern, "shippo", "key_of_fern");
    await polling.comeRound();
    const rows = await polling.runtime.db.kysely.selectFrom("trackers").select(["source_id", "next_check_at"]).execute();
    expect(rows.filter(({ source_id, next_check_at }) => source_id === null || next_check_at === null)).toEqual([]);
  });

  it.each(["switched off", "deleted", "polled no more"])("leaves its parcels to another where it is %s", async (how) => {
    const { fern, polling, sourceOf, tell } = await openFern();
    const first = await polling.addSource(fern, "easypost", "key_of_fern");
    const second = await polling.addSource(fern, "shippo", "key_of_fern");
    const { id } = await polling.register(fern, uspsNumber(1));
    expect(await sourceOf(id)).toBe(first);
    const key = { merchantId: fern.id, source: first };
    if (how === "deleted") expect(await deleteSource(polling.runtime, key)).toBe("deleted");
    else {
      const changes = how === "switched off" ? { isDisabled: true } : { isPolled: false };
      expect((await updateSource(polling.runtime, { ...key, changes })).kind).toBe("updated");
    }
    tell("shippo", 1);
    await polling.comeRound();
    expect(await polling.trackerOf(id)).toMatchObject({ source_id: second, status: "in_transit" });
  });

  it("finds its parcels again when it is switched on again", async () => {
    const { fern, polling, sourceOf, tell } = await openFern();
    const source = await polling.addSource(fern, "shippo", "key_of_fern");
    const { id } = await polling.register(fern, uspsNumber(1));
    const change = (isDisabled: boolean) => updateSource(polling.runtime, { merchantId: fern.id, source, changes: { isDisabled } });
    await change(true);
    await polling.comeRound();
    expect(await sourceOf(id)).toBeNull();
    tell("shippo", 1);
    await change(false);
    await polling.comeRound();
    expect(await polling.trackerOf(id)).toMatchObject({ source_id: source, status: "in_transit" });

    await change(true);
    await change(false);
    await polling.comeRound();
    expect(await sourceOf(id)).toBe(source);
  });

  it("is asked about a parcel that is watched again since", async () => {
    const { fern, polling, sourceOf, tell } = await openFern();
    const { id } = await polling.register(fern, uspsNumber(1));
    const caller = { merchantId: fern.id, mode: "production" } as const;
    await setWatching(polling.runtime, { caller, id, isWatched: false });
    const source = await polling.addSource(fern, "shippo", "key_of_fern");
    await polling.comeRound();
    expect(await sourceOf(id)).toBeNull();
    tell("shippo", 1);
    await setWatching(polling.runtime, { caller, id, isWatched: true });
    await polling.comeRound();
    expect(await polling.trackerOf(id)).toMatchObject({ source_id: source, status: "in_transit" });
  });
});
