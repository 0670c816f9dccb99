import { expect, it } from "vitest";
import { receiveWebhook } from "#lib/shipments/receive-webhook.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, easypostTracker } from "#lib/testing/factories.ts";
import { type CreateSourceInput, createSource } from "./create-source.ts";
import { deleteSource } from "./delete-source.ts";
import { getSource, listSources } from "./list-sources.ts";
import { rotateToken } from "./rotate-token.ts";
import { readStoredSecrets } from "./stored-secrets.testing.ts";
import { updateSource } from "./update-source.ts";

const TOKEN = "a-token-of-some-length";

describeOnEveryEngine("a merchant's sources", (open) => {
  it("are made with a webhook address, a slug and a secret, told once", async () => {
    const test = await open();
    const { merchantId } = await fern(test);
    const { source, made } = await create(test, { merchantId, provider: "shipment_notify" });
    expect(made).toEqual({ name: "token", value: expect.stringMatching(/^[0-9a-z]{32}$/) });
    expect(source).toEqual({
      id: expect.stringMatching(/^src_/),
      slug: "shipment-notify",
      provider: "shipment_notify",
      mode: "production",
      createdAt: test.clock.now(),
      updatedAt: test.clock.now(),
      disabledAt: null,
      isPolled: false,
      webhookUrl: "http://localhost:3000/api/hooks/fern/shipment-notify",
      secrets: { apiKey: false, webhookSecret: false, token: true, acceptPublishedKeys: false, previousUntil: null },
      health: { failures: 0, pausedUntil: null, lastSuccessAt: null, lastProblem: null, refusals: {} },
    });
    expect(await readStoredSecrets(test, source.id)).toEqual({ token: made?.value });
  });

  it("have numbers behind their slugs where the name is taken, also when two are made at once", async () => {
    const test = await open();
    const { merchantId } = await fern(test);
    const made = await Promise.all([1, 2, 3].map(() => create(test, { merchantId, provider: "easypost" })));
    expect(made.map(({ source }) => source.slug).sort()).toEqual(["easypost", "easypost-2", "easypost-3"]);
  });

  it("get the secret that their provider knows how to use, unless they bring one", async () => {
    const test = await open();
    const { merchantId } = await fern(test);
    const madeFor = async (input: Partial<CreateSourceInput> & Pick<CreateSourceInput, "provider">) =>
      (await create(test, { merchantId, ...input })).made?.name ?? null;
    expect(await madeFor({ provider: "easypost" })).toBe("webhookSecret");
    expect(await madeFor({ provider: "shippo" })).toBe("token");
    expect(await madeFor({ provider: "shipengine" })).toBe("token");
    expect(await madeFor({ provider: "easypost", secrets: { webhookSecret: "whispered" } })).toBeNull();
    expect(await madeFor({ provider: "shippo", secrets: { webhookSecret: "whispered" } })).toBeNull();
    expect(await madeFor({ provider: "shipengine", secrets: { acceptPublishedKeys: true } })).toBeNull();
    expect(await madeFor({ provider: "shipengine", secrets: { acceptPublishedKeys: false } })).toBe("token");
  });

  it("are polled by themselves where there is a key for it", async () => {
    const test = await open();
    const { merchantId } = await fern(test);
    const secrets = { apiKey: "EZTK-0123456789" };
    expect((await create(test, { merchantId, provider: "easypost", secrets })).source.isPolled).toBe(true);
    expect((await create(test, { merchantId, provider: "easypost", secrets, isPolled: false })).source.isPolled).toBe(false);
    expect((await create(test, { merchantId, provider: "easypost" })).source.isPolled).toBe(false);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["a provider nobody knows", { provider: "fedex" }, "provider: must be one of easypost, shippo, shipengine, shipment_notify"],
    ["our own API", { provider: "push" }, "provider: must be one of easypost"],
    ["no mode", { mode: "live" }, "mode: must be test or production"],
    ["a slug for nobody's address", { slug: "My Shop!" }, "slug: must be 1 to 40 lower-case letters"],
    ["a short token", { provider: "shippo", secrets: { token: "abc" } }, "secrets.token: must have at least 16 characters"],
    ["a token with spaces", { provider: "shippo", secrets: { token: "a token of some length" } }, "secrets.token: must be letters"],
    ["a secret of control characters", { secrets: { webhookSecret: "12345678\0" } }, "secrets.webhookSecret: must have neither"],
    ["half a surrogate pair", { secrets: { webhookSecret: "12345678\ud800" } }, "secrets.webhookSecret: must have neither"],
    ["a secret that is no text", { secrets: { webhookSecret: 12345678 } }, "secrets.webhookSecret: must be text"],
    ["secrets that are none", { secrets: [] }, "secrets: must be an object"],
    [
      "a secret nobody knows",
      { secrets: { passphrase: "x" } },
      "secrets: has no passphrase; there are apiKey, webhookSecret, token, acceptPublishedKeys",
    ],
    [
      "a token for EasyPost",
      { secrets: { token: TOKEN } },
      "secrets.token: is nothing to a source of easypost, which takes a webhook secret, an API key",
    ],
    ["polling without a key", { isPolled: true }, "isPolled: needs an API key among the secrets"],
    ["polling whom nobody can ask", { provider: "shipment_notify", isPolled: true }, "isPolled: must be false: shipment_notify has no API"],
  ])("are not made of %s", async (_, input, problem) => {
    const test = await open();
    const { merchantId } = await fern(test);
    const outcome = await createSource(test, { merchantId, provider: "easypost", mode: "test", ...input } as CreateSourceInput);
    if (outcome.kind !== "invalid") return expect.fail(outcome.kind);
    expect(outcome.issues.map(({ path, message }) => `${path}: ${message}`).join("\n")).toContain(problem);
    expect(await listSources(test, { merchantId })).toEqual([]);
  });

  it("are not made twice under one slug", async () => {
    const test = await open();
    const { merchantId } = await fern(test);
    await create(test, { merchantId, provider: "easypost", slug: "main" });
    expect(await createSource(test, { merchantId, provider: "shippo", mode: "test", slug: "main" })).toEqual({
      kind: "slug_taken",
      slug: "main",
    });
  });

  it("keep their secrets to themselves: neither lists nor rows show them", async () => {
    const test = await open();
    const { merchantId } = await fern(test);
    const secrets = { apiKey: "EZTK-0123456789", webhookSecret: "whispered" };
    const { source } = await create(test, { merchantId, provider: "easypost", secrets });
    await rotateToken(test, { merchantId, source: source.slug });
    const rows = await test.db.kysely.selectFrom("sources").selectAll().execute();
    const shown = JSON.stringify([await listSources(test, { merchantId }), await getSource(test, { merchantId, source: source.id }), rows]);
    for (const secret of Object.values(secrets)) expect(shown).not.toContain(secret);
  });

  it("can be changed one thing at a time, and lose what is set to null", async () => {
    const test = await open();
    const { merchantId } = await fern(test);
    const { source } = await create(test, { merchantId, provider: "easypost", secrets: { webhookSecret: "whispered" } });
    const change = (changes: Parameters<typeof updateSource>[1]["changes"]) =>
      updateSource(test, { merchantId, source: source.slug, changes });

    expect(await change({ secrets: { apiKey: "EZTK-0123456789" } })).toMatchObject({
      kind: "updated",
      source: { isPolled: true, secrets: { apiKey: true, webhookSecret: true } },
    });
    expect(await change({ isPolled: false })).toMatchObject({ source: { isPolled: false, secrets: { apiKey: true } } });
    expect(await change({ isDisabled: true })).toMatchObject({ source: { disabledAt: test.clock.now(), isPolled: false } });
    expect(await change({ isDisabled: false, secrets: { apiKey: null } })).toMatchObject({
      source: { disabledAt: null, secrets: { apiKey: false } },
    });
    expect(await change({ isPolled: true })).toMatchObject({ kind: "invalid", issues: [{ path: "isPolled" }] });
    expect(await readStoredSecrets(test, source.id)).toEqual({ webhookSecret: "whispered" });
  });

  it("are asked again at once under a new key, whatever went wrong with the old one", async () => {
    const test = await open();
    const { merchantId } = await fern(test);
    const { source } = await create(test, { merchantId, provider: "easypost", secrets: { apiKey: "EZTK-0123456789" } });
    const trouble = { failures: 9, paused_until: test.clock.now(), last_problem: "the key is wrong" };
    await test.db.kysely.updateTable("sources").set(trouble).execute();
    const health = async (secrets: { apiKey?: string; webhookSecret?: string }) => {
      const outcome = await updateSource(test, { merchantId, source: source.slug, changes: { secrets } });
      return outcome.kind === "updated" ? outcome.source.health.failures : outcome;
    };
    expect(await health({ webhookSecret: "whispered" })).toBe(9);
    expect(await health({ apiKey: "EZTK-9876543210" })).toBe(0);
  });

  it("accept the old secret for a day after a rotation, and then the new one only", async () => {
    const test = await open();
    const { merchantId } = await fern(test);
    const { source, made } = await create(test, { merchantId, provider: "shippo" });
    const rotated = await rotateToken(test, { merchantId, source: source.slug });
    if (rotated.kind !== "rotated") return expect.fail(rotated.kind);
    expect(rotated).toMatchObject({ secret: { name: "token" }, previousUntil: "2026-03-02T12:00:00Z" });
    expect(rotated.secret.value).not.toBe(made?.value);

    const kindWith = async (token: string | undefined) => (await send(test, "fern", source.slug, `?token=${token}`)).kind;
    expect([await kindWith(made?.value), await kindWith(rotated.secret.value)]).toEqual(["received", "duplicate"]);
    test.clock.advanceMinutes(24 * 60);
    expect([await kindWith(made?.value), await kindWith(rotated.secret.value)]).toEqual(["refused", "duplicate"]);
  });

  it("rotate to a secret of the merchant's choice, and to none that will not do", async () => {
    const test = await open();
    const { merchantId } = await fern(test);
    const { source } = await create(test, { merchantId, provider: "easypost" });
    const rotate = (value: string) => rotateToken(test, { merchantId, source: source.id, value });
    expect(await rotate("whispered")).toMatchObject({ kind: "rotated", secret: { name: "webhookSecret", value: "whispered" } });
    expect(await rotate("short")).toMatchObject({ kind: "invalid", issues: [{ path: "secrets.webhookSecret" }] });
    expect((await readStoredSecrets(test, source.id))?.webhookSecret).toBe("whispered");
  });

  it("take no webhooks while they are switched off", async () => {
    const test = await open();
    const { merchantId } = await fern(test);
    const { source } = await create(test, { merchantId, provider: "shippo", secrets: { token: TOKEN } });
    const kind = async () => (await send(test, "fern", source.slug, `?token=${TOKEN}`)).kind;
    await updateSource(test, { merchantId, source: source.slug, changes: { isDisabled: true } });
    expect(await kind()).toBe("source_unknown");
    await updateSource(test, { merchantId, source: source.slug, changes: { isDisabled: false } });
    expect(await kind()).toBe("received");
  });

  it("leave what they told behind when they are deleted", async () => {
    const test = await open();
    const { merchantId } = await fern(test);
    const { source } = await create(test, { merchantId, provider: "shippo", secrets: { token: TOKEN } });
    await send(test, "fern", source.slug, `?token=${TOKEN}`);
    await send(test, "fern", source.slug, "?token=wrong");
    await test.runJobs();
    await test.db.kysely.updateTable("trackers").set({ source_id: source.id, next_check_at: test.clock.now() }).execute();

    expect(await deleteSource(test, { merchantId, source: source.slug })).toBe("deleted");
    expect(await deleteSource(test, { merchantId, source: source.slug })).toBe("not_found");
    expect(await readStoredSecrets(test, source.id)).toBeNull();
    expect(await test.db.kysely.selectFrom("trackers").select(["source_id", "next_check_at"]).execute()).toEqual([
      { source_id: null, next_check_at: null },
    ]);
    expect(await test.db.kysely.selectFrom("payloads").select(["source_id", "outcome"]).execute()).toEqual([
      { source_id: null, outcome: "ingested" },
    ]);
    expect((await send(test, "fern", source.slug, `?token=${TOKEN}`)).kind).toBe("source_unknown");
  });

  it("count what they refused in the last seven days, by reason", async () => {
    const test = await open();
    const { merchantId } = await fern(test);
    const { source } = await create(test, { merchantId, provider: "shippo", secrets: { token: TOKEN } });
    const refusals = async () => (await getSource(test, { merchantId, source: source.id }))?.health.refusals;
    await Promise.all(["?token=wrong", "?token=", "", "?token=guess"].map((query) => send(test, "fern", source.slug, query)));
    expect(await refusals()).toEqual({ forged: 3, unsigned: 1 });
    test.clock.advanceMinutes(6 * 24 * 60);
    await send(test, "fern", source.slug, "");
    expect(await refusals()).toEqual({ forged: 3, unsigned: 2 });
    test.clock.advanceMinutes(24 * 60);
    expect(await refusals()).toEqual({ unsigned: 1 });
  });

  it("are nobody else's: neither another merchant's nor the other mode's", async () => {
    const test = await open();
    const { merchantId } = await fern(test);
    const night = (await createMerchant(test, "night")).id;
    const { source } = await create(test, { merchantId, provider: "shippo", secrets: { token: TOKEN } });
    await create(test, { merchantId: night, provider: "shippo", slug: "own" });
    await send(test, "fern", source.slug, "");

    for (const foreign of [{ merchantId: night }, { merchantId, mode: "test" } as const]) {
      for (const word of [source.id, source.slug]) {
        const key = { ...foreign, source: word };
        expect(await getSource(test, key)).toBeNull();
        expect(await updateSource(test, { ...key, changes: { isDisabled: true } })).toEqual({ kind: "not_found" });
        expect(await rotateToken(test, key)).toEqual({ kind: "not_found" });
        expect(await deleteSource(test, key)).toBe("not_found");
      }
    }
    expect((await listSources(test, { merchantId: night })).map(({ slug, health }) => [slug, health.refusals])).toEqual([["own", {}]]);
    expect(await listSources(test, { merchantId, mode: "test" })).toEqual([]);
    expect(await getSource(test, { merchantId, source: source.slug })).toMatchObject({
      disabledAt: null,
      health: { refusals: { unsigned: 1 } },
    });
    expect((await send(test, "night", source.slug, `?token=${TOKEN}`)).kind).toBe("source_unknown");
  });

  it("are not found under words no database would take", async () => {
    const test = await open();
    const { merchantId } = await fern(test);
    for (const source of ["", "\0", "\ud800", "'; drop table sources", "x".repeat(10_000)]) {
      expect(await getSource(test, { merchantId, source })).toBeNull();
    }
  });
});

async function fern(test: TestDatabase) {
  return { merchantId: (await createMerchant(test, "fern")).id };
}

async function create(test: TestDatabase, input: Omit<CreateSourceInput, "mode"> & Partial<CreateSourceInput>) {
  const outcome = await createSource(test, { mode: "production", ...input });
  if (outcome.kind !== "created") throw new Error(`expected a source: ${JSON.stringify(outcome)}`);
  return outcome;
}

const SHIPPO_TRACK = {
  event: "track_updated",
  test: false,
  data: {
    carrier: "usps",
    tracking_number: easypostTracker({}).tracking_code,
    tracking_status: { status: "TRANSIT" },
    tracking_history: [],
  },
};

function send(test: TestDatabase, merchantSlug: string, sourceSlug: string, query: string) {
  const target = `/api/hooks/${merchantSlug}/${sourceSlug}${query}`;
  const body = Buffer.from(JSON.stringify(SHIPPO_TRACK));
  return receiveWebhook(test, { merchantSlug, sourceSlug, webhook: { method: "POST", target, headers: {}, body } });
}
