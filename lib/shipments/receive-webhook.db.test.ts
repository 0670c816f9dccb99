import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { createSource } from "#lib/sources/create-source.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, easypostEvent, easypostTracker, LAS_VEGAS, SARCOXIE, shipmentNotify } from "#lib/testing/factories.ts";
import type { Mode, ProviderName } from "#lib/tracking/snapshot.ts";
import { ingest } from "./ingest.ts";
import { processPayload } from "./process-payload.ts";
import { type ReceiveWebhookOutcome, receiveWebhook } from "./receive-webhook.ts";

const SECRET = "whispered";
const TOKEN = "a-token-of-some-length";

describeOnEveryEngine("receiving a webhook", (open) => {
  it("keeps it raw, and reads it afterwards", async () => {
    const test = await openShop(await open());
    const body = JSON.stringify(easypostEvent("evt_1", easypostTracker({})), null, 2);
    const outcome = await test.easypost(body);
    expect(outcome).toEqual({ kind: "received", payloadId: expect.stringMatching(/^pay_/) });
    expect(await test.payloads()).toEqual([{ outcome: "received", problem: null, mode: "production", body, body_encoding: "utf8" }]);
    expect(await test.trackers()).toEqual([]);

    expect(await test.runJobs()).toBeGreaterThan(0);
    expect(await test.payloads()).toEqual([{ outcome: "ingested", problem: null, mode: "production", body, body_encoding: "utf8" }]);
    expect(await test.trackers()).toMatchObject([{ status: "in_transit", version: 1 }]);
  });

  it("takes a repetition for what it is, before and after the first was read", async () => {
    const test = await openShop(await open());
    const event = easypostEvent("evt_1", easypostTracker({}));
    const first = await test.easypost(event);
    expect(await test.easypost(event)).toEqual({ ...first, kind: "duplicate" });
    await test.runJobs();
    const tracker = await test.trackers();
    expect(await test.easypost(event)).toEqual({ ...first, kind: "duplicate" });
    expect(await test.runJobs()).toBe(0);
    expect(await test.payloads()).toHaveLength(1);
    expect(await test.trackers()).toEqual(tracker);
    expect(await test.events()).toEqual(["tracker.created"]);
  });

  it("goes by the vendor's id: another body under a known one changes nothing", async () => {
    const test = await openShop(await open());
    await test.easypost(easypostEvent("evt_1", easypostTracker({})));
    await test.runJobs();
    expect((await test.easypost(easypostEvent("evt_1", easypostTracker({ status: "delivered" })))).kind).toBe("duplicate");
    await test.runJobs();
    expect(await test.trackers()).toMatchObject([{ status: "in_transit", version: 1 }]);
  });

  it("knows senders without ids by the bytes", async () => {
    const test = await openShop(await open());
    const track = (status: string) => ({
      event: "track_updated",
      test: false,
      data: { carrier: "usps", tracking_number: "9405511899223197428490", tracking_status: { status }, tracking_history: [] },
    });
    const kinds = [];
    for (const status of ["PRE_TRANSIT", "PRE_TRANSIT", "TRANSIT"]) kinds.push((await test.byToken("shippo", track(status))).kind);
    expect(kinds).toEqual(["received", "duplicate", "received"]);
  });

  it("lets one of many copies that come at once through", async () => {
    const test = await openShop(await open());
    const event = easypostEvent("evt_1", easypostTracker({}));
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => test.easypost(event)));
    expect(outcomes.filter(({ kind }) => kind === "received")).toHaveLength(1);
    expect(new Set(outcomes.map((outcome) => "payloadId" in outcome && outcome.payloadId)).size).toBe(1);
    await test.runJobs();
    expect(await test.payloads()).toHaveLength(1);
    expect(await test.events()).toEqual(["tracker.created"]);
  });

  it("ends the same however the news is shuffled, repeated and crowded together", async () => {
    const news = Array.from({ length: 8 }, (_, hour) =>
      easypostEvent(
        `evt_${hour}`,
        easypostTracker({
          status: hour === 7 ? "delivered" : "in_transit",
          updatedAt: `2026-03-01T0${hour}:30:00Z`,
          scans: [{ ...LAS_VEGAS, message: `Scan ${hour}`, datetime: `2026-02-28T0${hour}:00:00-08:00` }],
        }),
      ),
    );
    const documentAfter = async (waves: (typeof news)[]) => {
      const test = await openShop(await open());
      for (const wave of waves) {
        await Promise.all(wave.map((event) => test.easypost(event)));
        await test.runJobs();
      }
      expect(await test.payloads()).toHaveLength(news.length);
      const [tracker] = await test.db.kysely.selectFrom("trackers").select(["document", "status", "headers"]).execute();
      return tracker;
    };
    const inOrder = await documentAfter(news.map((event) => [event]));
    expect(inOrder?.status).toBe("delivered");
    expect(await documentAfter([news.toReversed(), news])).toEqual(inOrder);
    expect(
      await documentAfter(
        [
          [5, 2, 2, 7],
          [7, 0, 1],
          [6, 3, 4, 5],
        ].map((wave) => wave.map((index) => news[index] ?? {})),
      ),
    ).toEqual(inOrder);
  });

  it("reads a payload once, however often and at whatever moment it is told to", async () => {
    const test = await openShop(await open());
    const outcome = await test.easypost(easypostEvent("evt_1", easypostTracker({ scans: [LAS_VEGAS, SARCOXIE], status: "delivered" })));
    const payload = { merchantId: test.merchantId, payloadId: payloadIdOf(outcome) };
    await Promise.all([processPayload(test, payload), processPayload(test, payload), test.runJobs()]);
    expect(await processPayload(test, payload)).toEqual({ kind: "closed" });
    expect(await test.trackers()).toMatchObject([{ version: 1, status: "delivered" }]);
    expect(await test.events()).toEqual(["tracker.created"]);
    expect(await test.db.kysely.selectFrom("scans").select("key").execute()).toHaveLength(2);
  });

  it("goes on where it was cut short, and tells nobody twice", async () => {
    const test = await openShop(await open());
    const parcels = ["9400100109361129278357", "9400100109361129278358"].map((number) => ({ number, items: { mug: 1 } }));
    const outcome = await test.byToken("shipment_notify", shipmentNotify({ parcels }));
    await test.runJobs();
    await test.db.kysely.updateTable("payloads").set({ outcome: "received" }).execute();
    expect((await test.byToken("shipment_notify", shipmentNotify({ parcels }))).kind).toBe("duplicate");
    expect(await test.runJobs()).toBeGreaterThan(0);
    expect(await test.payloads()).toMatchObject([{ outcome: "ingested" }]);
    expect(await test.events()).toEqual(["tracker.created", "tracker.created"]);
    expect(await processPayload(test, { merchantId: test.merchantId, payloadId: payloadIdOf(outcome) })).toEqual({ kind: "closed" });
  });

  it("knows a delivery again that somebody took in by hand", async () => {
    const test = await openShop(await open());
    const event = easypostEvent("evt_1", easypostTracker({}));
    await ingest(test, { provider: "easypost", merchantSlug: "fern", body: JSON.stringify(event) });
    expect((await test.easypost(event)).kind).toBe("duplicate");
  });

  it.each([
    ["is no JSON", Buffer.from('{"object": "Event",\n  "result": }'), "line 2, column 13", "utf8"],
    ["is empty", Buffer.from(""), "the text ends", "utf8"],
    ["is no text", Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), "not UTF-8", "base64"],
    ["holds a NUL", Buffer.from('{"a":"\0"}'), "not JSON", "base64"],
    ["lacks its tracking number", Buffer.from('{"object":"Tracker","carrier":"USPS","status":"in_transit"}'), "tracking_code", "utf8"],
  ])("keeps a genuine one that %s, with the reason, byte for byte", async (_, bytes, problem, encoding) => {
    const test = await openShop(await open());
    expect((await test.easypost(bytes)).kind).toBe("received");
    await test.runJobs();
    const [payload, ...others] = await test.payloads();
    expect(others).toEqual([]);
    expect(payload).toMatchObject({ outcome: "invalid", problem: expect.stringContaining(problem), body_encoding: encoding });
    expect(Buffer.from(payload?.body ?? "", payload?.body_encoding)).toEqual(bytes);
    expect(await test.trackers()).toEqual([]);
  });

  it("does not swallow an event whose first delivery nobody could read", async () => {
    const test = await openShop(await open());
    const { tracking_code: _, ...incomplete } = easypostTracker({});
    await test.easypost(easypostEvent("evt_1", incomplete));
    await test.runJobs();
    const again = await test.easypost(easypostEvent("evt_1", easypostTracker({})));
    expect(again.kind).toBe("received");
    await test.runJobs();
    const payloads = await test.db.kysely.selectFrom("payloads").select(["id", "outcome", "problem"]).execute();
    expect(payloads.find(({ id }) => id === payloadIdOf(again))).toMatchObject({ outcome: "ingested", problem: null });
    expect(payloads.find(({ id }) => id !== payloadIdOf(again))).toMatchObject({
      outcome: "ignored",
      problem: expect.stringContaining(`delivered again as ${payloadIdOf(again)}`),
    });
    expect((await test.easypost(easypostEvent("evt_1", easypostTracker({})))).kind).toBe("duplicate");
  });

  it("lets one of many copies take the place of an unreadable one", async () => {
    const test = await openShop(await open());
    await test.easypost(easypostEvent("evt_1", {}));
    await test.runJobs();
    const good = easypostEvent("evt_1", easypostTracker({}));
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => test.easypost(good)));
    expect(outcomes.filter(({ kind }) => kind === "received")).toHaveLength(1);
    await test.runJobs();
    expect((await test.payloads()).map(({ outcome }) => outcome).sort()).toEqual(["ignored", "ingested"]);
  });

  it("takes in the parcels of an order that can be read, and notes the others", async () => {
    const test = await openShop(await open());
    const parcels = [
      { number: "9400100109361129278357", items: { mug: 1 } },
      { number: "???", items: { shirt: 1 } },
    ];
    await test.byToken("shipment_notify", shipmentNotify({ parcels }));
    await test.runJobs();
    expect(await test.payloads()).toMatchObject([
      { outcome: "ingested", problem: 'data.trackings.1.tracking_number: not a tracking number: "???"' },
    ]);
    expect(await test.trackers()).toMatchObject([{ tracking_number: "9400100109361129278357" }]);
  });

  it("refuses the others, counts them, and keeps nothing of them", async () => {
    const test = await openShop(await open());
    const body = JSON.stringify(easypostEvent("evt_1", easypostTracker({})));
    expect(await test.send("easypost", body, {})).toEqual({ kind: "refused", reason: "unsigned" });
    expect(await test.send("easypost", body, { "x-hmac-signature": "hmac-sha256-hex=00" })).toEqual({ kind: "refused", reason: "forged" });
    expect(await test.send("easypost", body, signSecondGeneration(body, "2026-03-01T11:50:00Z"))).toEqual({
      kind: "refused",
      reason: "stale",
    });
    expect([await test.payloads(), await test.runJobs()]).toEqual([[], 0]);
    const refusals = await test.db.kysely.selectFrom("source_refusals").select(["day", "reason", "count"]).orderBy("reason").execute();
    expect(refusals).toEqual(["forged", "stale", "unsigned"].map((reason) => ({ day: "2026-03-01", reason, count: 1 })));
  });

  it("refuses everything for a source without any secret", async () => {
    const test = await openShop(await open());
    await test.db.kysely
      .updateTable("sources")
      .set({ secrets: test.vault.seal("{}", "sources.secrets") })
      .execute();
    expect(await test.easypost(easypostEvent("evt_1", easypostTracker({})))).toEqual({ kind: "refused", reason: "not_configured" });
  });

  it("keeps two merchants apart, to whom the same event is sent", async () => {
    const database = await open();
    const fern = await openShop(database, { slug: "fern" });
    const night = await openShop(database, { slug: "night", secret: "another secret" });
    const event = easypostEvent("evt_1", easypostTracker({}));
    expect((await fern.easypost(event)).kind).toBe("received");
    expect((await night.easypost(event)).kind).toBe("received");
    expect(await night.send("easypost", JSON.stringify(event), sign(JSON.stringify(event), SECRET))).toEqual({
      kind: "refused",
      reason: "forged",
    });
    await database.runJobs();
    const trackers = await database.db.kysely.selectFrom("trackers").select(["merchant_id", "version"]).execute();
    expect(trackers).toHaveLength(2);
    expect(new Set(trackers.map((row) => row.merchant_id))).toEqual(new Set([fern.merchantId, night.merchantId]));
    const payloadId = payloadIdOf(await fern.easypost(event));
    expect(await processPayload(database, { merchantId: night.merchantId, payloadId }, { again: true })).toEqual({ kind: "not_found" });
  });

  it("does not let a source for tests touch real parcels", async () => {
    const test = await openShop(await open(), { mode: "test" });
    await test.easypost(easypostEvent("evt_1", easypostTracker({ mode: "production" })));
    await test.easypost(easypostEvent("evt_2", easypostTracker({ mode: "test" })));
    await test.runJobs();
    expect((await test.trackers()).map(({ mode }) => mode)).toEqual(["test"]);
    expect((await test.payloads()).map(({ outcome, problem }) => [outcome, problem]).sort()).toEqual([
      ["ignored", "it is about production, and came through a source for tests"],
      ["ingested", null],
    ]);
  });

  it("lets a source for production bring test parcels, as tests", async () => {
    const test = await openShop(await open());
    await test.easypost(easypostEvent("evt_1", easypostTracker({ mode: "test" })));
    await test.runJobs();
    expect((await test.trackers()).map(({ mode }) => mode)).toEqual(["test"]);
  });

  it("goes by the source's mode where the payload does not say its own, one body in two modes being two deliveries", async () => {
    const database = await open();
    const tracking = {
      resource_type: "API_TRACK",
      data: { tracking_number: "9405511899223197428490", carrier_code: "usps", status_code: "IT", events: [] },
    };
    const real = await openShop(database);
    await real.addSource("shipengine", "test", "sandbox");
    expect((await real.byToken("shipengine", tracking)).kind).toBe("received");
    expect((await real.byToken("shipengine", tracking, "sandbox")).kind).toBe("received");
    await database.runJobs();
    expect((await real.trackers()).map(({ mode }) => mode)).toEqual(["production", "test"]);
  });

  it("takes ids of any length", async () => {
    const test = await openShop(await open());
    const event = (id: string) => easypostEvent(id, easypostTracker({}));
    expect((await test.easypost(event("evt".repeat(5000)))).kind).toBe("received");
    expect((await test.easypost(event("evt".repeat(5000)))).kind).toBe("duplicate");
    expect((await test.easypost(event(`${"evt".repeat(5000)}x`))).kind).toBe("received");
    expect((await test.easypost(event("evt_\0\ud800"))).kind).toBe("received");
  });

  it.each([
    ["nobody", "easypost"],
    ["fern", "nothing"],
    ["fern", ""],
    ["\0", "easypost"],
    ["fern", "\ud800"],
    ["__proto__", "constructor"],
  ])("knows no address %j %j", async (merchantSlug, sourceSlug) => {
    const test = await openShop(await open());
    const webhook = { method: "POST", target: "/", headers: {}, body: Buffer.from("{}") };
    expect(await receiveWebhook(test, { merchantSlug, sourceSlug, webhook })).toEqual({ kind: "source_unknown" });
  });
});

const sign = (body: string | Uint8Array, secret: string) => ({
  "x-hmac-signature": `hmac-sha256-hex=${createHmac("sha256", secret).update(body).digest("hex")}`,
});

function signSecondGeneration(body: string, timestamp: string) {
  const path = "/api/hooks/fern/easypost";
  const hex = createHmac("sha256", SECRET).update(`${timestamp}POST${path}${body}`).digest("hex");
  return { "x-timestamp": timestamp, "x-path": path, "x-hmac-signature-v2": `hmac-sha256-hex=${hex}` };
}

function payloadIdOf(outcome: ReceiveWebhookOutcome) {
  if (!("payloadId" in outcome)) throw new Error(`it was not kept: ${JSON.stringify(outcome)}`);
  return outcome.payloadId;
}

const bytesOf = (body: unknown) => (Buffer.isBuffer(body) ? body : Buffer.from(typeof body === "string" ? body : JSON.stringify(body)));

/** A merchant with a source of each kind, and what came of the webhooks they got. */
async function openShop(
  test: TestDatabase,
  { slug = "fern", mode = "production", secret = SECRET }: { slug?: string; mode?: Mode; secret?: string } = {},
) {
  const merchantId = (await createMerchant(test, slug)).id;
  const addSource = async (provider: ProviderName, sourceMode: Mode, sourceSlug: string) => {
    const secrets = provider === "easypost" ? { webhookSecret: secret } : { token: TOKEN };
    const outcome = await createSource(test, { merchantId, provider, mode: sourceMode, slug: sourceSlug, secrets });
    if (outcome.kind !== "created") throw new Error(JSON.stringify(outcome));
  };
  for (const provider of ["easypost", "shippo", "shipengine"] as const) await addSource(provider, mode, provider);
  await addSource("shipment_notify", mode, "shipment-notify");

  const send = (sourceSlug: string, body: unknown, headers: Record<string, string>) => {
    const target = `/api/hooks/${slug}/${sourceSlug}`;
    const webhook = { method: "POST", target, headers, body: bytesOf(body) };
    return receiveWebhook(test, { merchantSlug: slug, sourceSlug, webhook });
  };
  const { kysely } = test.db;
  return {
    ...test,
    merchantId,
    addSource,
    send,
    easypost: (body: unknown) => send("easypost", body, sign(bytesOf(body), secret)),
    byToken: (provider: ProviderName, body: unknown, sourceSlug = provider.replaceAll("_", "-")) =>
      send(sourceSlug, body, { authorization: `Bearer ${TOKEN}` }),
    payloads: () => kysely.selectFrom("payloads").select(["outcome", "problem", "mode", "body", "body_encoding"]).execute(),
    trackers: () => kysely.selectFrom("trackers").select(["tracking_number", "status", "mode", "version"]).orderBy("mode").execute(),
    events: async () => (await kysely.selectFrom("events").select("type").execute()).map(({ type }) => type),
  };
}
