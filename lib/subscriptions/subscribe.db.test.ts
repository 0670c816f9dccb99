import { expect, it } from "vitest";
import type { SuppressionReason } from "#lib/db/schema.ts";
import { prune } from "#lib/retention/prune.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import { deleteTracker } from "#lib/shipments/delete-tracker.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { cancelSubscription } from "./cancel-subscription.ts";
import { changeSubscription } from "./change-subscription.ts";
import { confirmSubscription } from "./confirm-subscription.ts";
import { liftSuppression } from "./lift-suppression.ts";
import { MIA, openShop } from "./shopper.testing.ts";
import { addressDigest, openAddress } from "./subscriber-address.ts";
import { suppressAddress } from "./suppress-address.ts";
import { unsubscribe } from "./unsubscribe.ts";

const NUMBERS = [
  "9405511899223197428490",
  "9400100109361129278357",
  "9400100109361129278364",
  "9400100109361129278371",
  "9400100109361129278388",
];

const suppressions = (test: TestDatabase) => test.db.kysely.selectFrom("suppressions").selectAll().execute();

const suppress = (test: TestDatabase, merchantId: `mrc_${string}`, reason: SuppressionReason = "bounced") =>
  test.db.kysely.transaction().execute((trx) =>
    suppressAddress(trx, test, {
      merchantId,
      channel: "email",
      addressDigest: addressDigest(test, { merchantId, channel: "email", address: MIA }),
      addressHint: "m•••@shopper.example",
      reason,
    }),
  );

describeOnEveryEngine("asking for news of a parcel", (open) => {
  it("on the private page begins at once, and once only, however often and in whatever spelling", async () => {
    const test = await open();
    const shop = await openShop(test);
    expect(await shop.wish({ topics: ["shipped", "delivered"], timeZone: "Europe/Berlin" })).toMatchObject({ kind: "subscribed" });
    test.clock.advanceMinutes(5);
    expect(await shop.wish({ address: "Mia@Shopper.example", lang: "de" })).toMatchObject({ kind: "subscribed" });
    const { row } = await shop.only();
    expect(row).toMatchObject({ state: "active", origin: "private_page", topics: '["delivered"]', lang: "de", time_zone: "Europe/Berlin" });
    expect(row.created_at).not.toBe(row.updated_at);
    expect(await shop.messages()).toEqual([]);
  });

  it("keeps the address sealed and masked, to be read by who sends alone", async () => {
    const test = await open();
    const shop = await openShop(test);
    await shop.wish();
    await shop.wish({ channel: "sms", address: "+15551234711" });
    const [mail, sms] = await shop.subscriptions().then((rows) => rows.toSorted((a, b) => (a.channel < b.channel ? -1 : 1)));
    expect([mail?.address_hint, sms?.address_hint]).toEqual(["m•••@shopper.example", "•••4711"]);
    expect(JSON.stringify([mail, sms])).not.toMatch(/mia|5551234711/i);
    expect([mail && openAddress(test, mail), sms && openAddress(test, sms)]).toEqual([MIA, "+15551234711"]);
  });

  it("on the public page waits until the address itself confirms it", async () => {
    const test = await open();
    const shop = await openShop(test);
    expect(await shop.inPublic()).toEqual({ kind: "to_confirm" });
    const { row, ref } = await shop.only();
    expect(row).toMatchObject({ state: "pending", origin: "public_page" });
    expect(await shop.messages()).toMatchObject([
      { kind: "confirmation", state: "waiting", subscription_id: row.id, due_at: test.clock.now() },
    ]);
    expect(await test.jobs.count()).toMatchObject({ ready: 1 });
    expect([await confirmSubscription(test, ref), await confirmSubscription(test, ref)]).toEqual(["confirmed", "confirmed"]);
    expect((await shop.only()).row).toMatchObject({ state: "active", confirmed_at: test.clock.now() });
  });

  it("in public is answered alike for an address that is new, known, or written to no more", async () => {
    const test = await open();
    const shop = await openShop(test);
    await shop.wish();
    expect(await shop.inPublic({ topics: ["shipped"] })).toEqual({ kind: "to_confirm" });
    expect((await shop.only()).row).toMatchObject({ state: "active", topics: '["delivered"]' });
    await suppress(test, shop.merchantId);
    expect(await shop.inPublic()).toEqual({ kind: "to_confirm" });
    expect((await shop.only()).row).toMatchObject({ state: "ended", ended_reason: "bounced" });
    expect(await shop.messages()).toEqual([]);
  });

  it("asks an address to confirm once an hour for a parcel, and three times a day for all of a shop's", async () => {
    const test = await open();
    const shop = await openShop(test);
    const asked = async () => (await shop.messages()).length;
    const send = () => test.db.kysely.updateTable("messages").set({ state: "sent", due_at: null }).execute();
    const parcels: TrackerId[] = [];
    for (const number of NUMBERS) parcels.push(await shop.register(number));
    await shop.inPublic();
    await send();
    await shop.inPublic();
    expect(await asked()).toBe(1);
    test.clock.advanceMinutes(61);
    await shop.inPublic();
    expect(await asked()).toBe(2);
    for (const trackerId of parcels.slice(1)) expect(await shop.inPublic({ trackerId })).toEqual({ kind: "to_confirm" });
    expect(await asked()).toBe(3);
    const night = await openShop(test, "night");
    await night.inPublic();
    expect(await night.messages()).toHaveLength(1);
    await send();
    test.clock.advanceMinutes(24 * 60);
    await shop.inPublic();
    expect(await asked()).toBe(4);
  });

  it("counts every spelling of a mailbox as the one it is", async () => {
    const test = await open();
    const shop = await openShop(test);
    const parcels = [shop.parcel.id, ...(await Promise.all(NUMBERS.slice(1).map(shop.register)))];
    for (const [n, trackerId] of parcels.entries())
      for (const address of [`vic.tim+${n}@gmail.com`, `Victim@GMAIL.com`, `v.i.c.t.i.m+${n}x@googlemail.com`])
        expect(await shop.inPublic({ address, trackerId })).toEqual({ kind: "to_confirm" });
    expect(await shop.messages()).toHaveLength(3);
    expect(new Set((await shop.messages()).map(({ tracker_id }) => tracker_id)).size).toBe(3);
  });

  it("asked for at once by many is one subscription, and no more mails than one alone would cause", async () => {
    const test = await open();
    const shop = await openShop(test);
    await Promise.all([shop.wish(), shop.wish(), shop.wish()]);
    await shop.only();
    const parcels: TrackerId[] = [];
    for (const number of NUMBERS) parcels.push(await shop.register(number));
    const to = { address: "noa@shopper.example" };
    await Promise.all([...parcels, ...parcels].map((trackerId) => shop.inPublic({ ...to, trackerId })));
    expect(await shop.messages()).toHaveLength(3);
  });

  it("goes on, for who said stop, only if the address itself says so", async () => {
    const test = await open();
    const shop = await openShop(test);
    await shop.wish();
    const { ref } = await shop.only();
    await unsubscribe(test, ref, { fromAll: false });
    expect((await shop.only()).row).toMatchObject({ state: "ended", ended_reason: "unsubscribed" });
    expect(await shop.wish({ origin: "api" })).toEqual({ kind: "ended_by_shopper" });
    expect([await shop.wish(), await shop.wish()]).toEqual([{ kind: "to_confirm" }, { kind: "to_confirm" }]);
    expect(await shop.wish({ origin: "api" })).toEqual({ kind: "ended_by_shopper" });
    expect(await confirmSubscription(test, ref)).toBe("confirmed");
    expect((await shop.only()).row).toMatchObject({ state: "active", ended_reason: null });
  });

  it.each<[string, (test: TestDatabase, shop: Awaited<ReturnType<typeof openShop>>) => Promise<unknown>]>([
    ["their shop ends it meanwhile", async (test, { caller, only }) => cancelSubscription(test, { caller, id: (await only()).row.id })],
    ["mails came back meanwhile", (test, { merchantId }) => suppress(test, merchantId, "bounced")],
    [
      "nobody confirms it",
      async (test, shop) => {
        test.clock.advanceMinutes(8 * 24 * 60);
        await prune({ ...test, config: { retentionDays: 90 } });
        expect(await shop.wish()).toEqual({ kind: "to_confirm" });
      },
    ],
  ])("stays ended for who said stop, whatever strangers ask and though %s", async (_, happen) => {
    const test = await open();
    const shop = await openShop(test);
    await shop.wish();
    const { ref, row } = await shop.only();
    await unsubscribe(test, ref, { fromAll: false });
    await shop.inPublic();
    await happen(test, shop);
    await liftSuppression(test, { merchantId: shop.merchantId, addressDigest: row.address_digest });
    expect(await shop.wish({ origin: "api" })).toEqual({ kind: "ended_by_shopper" });
    expect(await changeSubscription(test, ref, { topics: ["shipped"], lang: "en", timeZone: null })).toBe("changed");
  });

  it("is for ten at most, and not for a parcel that is gone", async () => {
    const test = await open();
    const shop = await openShop(test);
    for (let n = 0; n < 10; n++) await shop.wish({ address: `n${n}@shopper.example` });
    expect([await shop.wish(), await shop.wish({ origin: "api" })]).toEqual([{ kind: "full" }, { kind: "full" }]);
    expect(await shop.wish({ address: "n3@shopper.example" })).toMatchObject({ kind: "subscribed" });
    await deleteTracker(test, { caller: shop.caller, id: shop.parcel.id });
    expect(await shop.wish()).toEqual({ kind: "over" });
    expect(await shop.subscriptions()).toEqual([]);
  });

  it("is not full for its shopper, nor for the shop, because strangers asked for it in public", async () => {
    const test = await open();
    const shop = await openShop(test);
    for (let n = 0; n < 10; n++) expect(await shop.inPublic({ address: `n${n}@stranger.example` })).toEqual({ kind: "to_confirm" });
    expect(await shop.inPublic({ address: "n10@stranger.example" })).toEqual({ kind: "to_confirm" });
    expect(await shop.subscriptions()).toHaveLength(10);
    expect(await shop.wish()).toMatchObject({ kind: "subscribed" });
    expect(await shop.wish({ origin: "api", address: "noa@shopper.example" })).toMatchObject({ kind: "subscribed" });
  });

  it("ends where no more news will come", async () => {
    const test = await open();
    const shop = await openShop(test);
    await shop.tell(shop.trackerPayload({ status: "delivered", scans: [] }));
    await test.db.kysely.updateTable("trackers").set({ is_final: 1 }).execute();
    expect([await shop.wish(), await shop.inPublic()]).toEqual([{ kind: "over" }, { kind: "over" }]);
  });
});

describeOnEveryEngine("a shopper who wants no more", (open) => {
  it("is told nothing of this parcel, and no confirmation either that still waits", async () => {
    const test = await open();
    const shop = await openShop(test);
    await shop.inPublic();
    const { ref } = await shop.only();
    await unsubscribe(test, ref, { fromAll: false });
    await unsubscribe(test, ref, { fromAll: false });
    expect(await shop.messages()).toMatchObject([{ state: "dropped", due_at: null }]);
    expect(await confirmSubscription(test, ref)).toBe("ended");
    expect(await suppressions(test)).toEqual([]);
    expect(await shop.wish({ address: "noa@shopper.example" })).toMatchObject({ kind: "subscribed" });
  });

  it("of anything from this shop, is written to by other shops alone", async () => {
    const test = await open();
    const [fern, night] = [await openShop(test, "fern"), await openShop(test, "night")];
    const second = await fern.register(NUMBERS[1] ?? "");
    await fern.wish();
    const { ref } = await fern.only();
    await fern.wish({ trackerId: second });
    await night.wish();
    await unsubscribe(test, ref, { fromAll: true });
    expect((await fern.subscriptions()).map(({ ended_reason }) => ended_reason)).toEqual(["stopped", "stopped"]);
    expect(await fern.wish({ origin: "api" })).toEqual({ kind: "ended_by_shopper" });
    expect((await night.only()).row).toMatchObject({ state: "active" });
    expect(await suppressions(test)).toMatchObject([{ merchant_id: fern.merchantId, reason: "stopped" }]);
  });

  it.each(["stopped", "complained"] as const)("and has %s is written to again by nobody's wish but their own", async (reason) => {
    const test = await open();
    const shop = await openShop(test);
    await shop.wish();
    const { ref, row } = await shop.only();
    await suppress(test, shop.merchantId, reason);
    const lifting = { merchantId: shop.merchantId, addressDigest: row.address_digest };
    expect(await liftSuppression(test, lifting)).toEqual({ kind: "own_word" });
    const others = [await shop.inPublic(), await shop.wish({ origin: "api" })];
    expect(others).toEqual([{ kind: "to_confirm" }, { kind: "ended_by_shopper" }]);
    expect([await shop.messages(), (await shop.only()).row.state]).toEqual([[], "ended"]);

    // With the parcel's key they are asked, but no oftener than they can bear.
    const second = await shop.register(NUMBERS[1] ?? "");
    expect([await shop.wish({ trackerId: second }), await shop.wish()]).toEqual([{ kind: "to_confirm" }, { kind: "to_confirm" }]);
    expect(await shop.messages()).toMatchObject([{ kind: "confirmation", state: "waiting", tracker_id: second }]);
    expect(await suppressions(test)).toMatchObject([{ reason }]);
    const [asked] = await shop.messages();
    if (!asked) throw new Error("nobody was asked");
    expect(await confirmSubscription(test, { merchantId: shop.merchantId, id: asked.subscription_id })).toBe("confirmed");
    expect(await suppressions(test)).toEqual([]);
    expect(await shop.wish({ origin: "api", trackerId: second })).toMatchObject({ kind: "subscribed" });
    // The other parcel's news had been ended by them, and stays so for the shop.
    expect(await shop.wish({ origin: "api" })).toEqual({ kind: "ended_by_shopper" });
    expect(await changeSubscription(test, ref, { topics: ["shipped"], lang: "en", timeZone: null })).toBe("changed");
  });

  it("and thinks again soon is asked at once, though they were asked just before they said so", async () => {
    const test = await open();
    const shop = await openShop(test);
    await shop.inPublic();
    const { ref } = await shop.only();
    expect(await confirmSubscription(test, ref)).toBe("confirmed");
    await test.db.kysely.updateTable("messages").set({ state: "sent", due_at: null }).execute();
    test.clock.advanceMinutes(5);
    await unsubscribe(test, ref, { fromAll: true });
    test.clock.advanceMinutes(5);
    for (let n = 0; n < 2; n++) {
      expect(await shop.wish()).toEqual({ kind: "to_confirm" });
      await test.db.kysely.updateTable("messages").set({ state: "sent", due_at: null }).execute();
    }
    expect(await shop.messages()).toHaveLength(2);
  });

  it("said so in words that outweigh the shop's, whoever spoke first", async () => {
    const test = await open();
    const shop = await openShop(test);
    for (const reason of ["by_merchant", "stopped", "by_merchant", "bounced"] as const) await suppress(test, shop.merchantId, reason);
    expect(await suppressions(test)).toMatchObject([{ reason: "stopped" }]);
  });

  it("is not asked again where mails come back, nor by SMS", async () => {
    const test = await open();
    const shop = await openShop(test);
    await shop.inPublic();
    const { ref } = await shop.only();
    const number = { channel: "sms", address: "+15551234711" } as const;
    await test.db.kysely.transaction().execute(async (trx) => {
      const texted = { merchantId: shop.merchantId, channel: "sms", addressHint: "•••4711", reason: "stopped" } as const;
      await suppressAddress(trx, test, { ...texted, addressDigest: addressDigest(test, { merchantId: shop.merchantId, ...number }) });
    });
    expect(await shop.wish(number)).toEqual({ kind: "suppressed" });
    await suppress(test, shop.merchantId);
    expect(await confirmSubscription(test, ref)).toBe("ended");
    expect(await shop.wish()).toEqual({ kind: "suppressed" });
  });

  it("may think again, by the link that was mailed to them, but not where mails come back before their shop lifts that", async () => {
    const test = await open();
    const [shop, night] = [await openShop(test), await openShop(test, "night")];
    await shop.wish();
    const { ref, row } = await shop.only();
    const again = () => changeSubscription(test, ref, { topics: ["shipped"], lang: "ja", timeZone: null });
    await unsubscribe(test, ref, { fromAll: true });
    expect(await again()).toBe("changed");
    expect((await shop.only()).row).toMatchObject({ state: "active", topics: '["shipped"]', lang: "ja", ended_at: null });
    expect(await suppressions(test)).toEqual([]);
    await suppress(test, shop.merchantId);
    expect([await again(), await suppressions(test)]).toMatchObject(["ended", [{ reason: "bounced" }]]);
    expect(await liftSuppression(test, { merchantId: night.merchantId, addressDigest: row.address_digest })).toEqual({ kind: "not_found" });
    const lifting = { merchantId: shop.merchantId, addressDigest: row.address_digest };
    expect([await liftSuppression(test, lifting), await liftSuppression(test, lifting)]).toEqual([
      { kind: "lifted", addressHint: "m•••@shopper.example" },
      { kind: "not_found" },
    ]);
  });

  it("has an address that two shops know by different names", async () => {
    const test = await open();
    const shops = [await openShop(test, "fern"), await openShop(test, "night")];
    for (const shop of shops) await shop.wish();
    for (const column of ["address_digest", "mailbox_digest"] as const)
      expect(new Set((await Promise.all(shops.map((shop) => shop.only()))).map(({ row }) => row[column])).size).toBe(2);
  });

  it("can be met only by their own shop, whoever knows the id", async () => {
    const test = await open();
    const [fern, night] = [await openShop(test, "fern"), await openShop(test, "night")];
    await fern.inPublic();
    const { row } = await fern.only();
    const theirs = { merchantId: night.merchantId, id: row.id };
    expect(await confirmSubscription(test, theirs)).toBe("not_found");
    expect(await changeSubscription(test, theirs, { topics: [], lang: "de", timeZone: null })).toBe("not_found");
    for (const fromAll of [true, false]) await unsubscribe(test, theirs, { fromAll });
    expect((await fern.only()).row).toEqual(row);
    expect(await suppressions(test)).toEqual([]);
  });
});
