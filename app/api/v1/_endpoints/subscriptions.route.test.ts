import { expect, it } from "vitest";
import { provideTestServices } from "#app/_server/visit.testing.ts";
import { unsubscribe } from "#lib/subscriptions/unsubscribe.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createCheckedVisitor } from "../_standard/checked-visitor.testing.ts";

const MIA = "mia@shopper.example";

/** Two shops on one installation that can send mails, each with a parcel. */
async function openShops(database: TestDatabase) {
  const test = { ...database, config: { ...database.config, smtpUrl: "smtp://127.0.0.1:2525" } };
  const { openShop } = createCheckedVisitor(test);
  const open = async (slug: string) => {
    const { call } = await openShop(slug, "production");
    const { json: tracker } = await call("POST", "/api/v1/trackers", { body: { tracking_number: "1Z999AA10123456784" } });
    const path = `/api/v1/trackers/${tracker.id}/subscriptions`;
    return { call, path, subscribe: (body: object) => call("POST", path, { body }), list: async () => (await call("GET", path)).json.data };
  };
  return { test, fern: await open("fern"), night: await open("night") };
}

describeOnEveryEngine("subscriptions in our API", (open) => {
  it("begin at once by the merchant's word, once for an address, and never tell it again", async () => {
    const { fern } = await openShops(await open());
    const first = await fern.subscribe({ address: MIA, topics: ["delivered"] });
    expect([first.status, first.json]).toMatchObject([
      201,
      { state: "active", origin: "api", channel: "email", address_hint: "m•••@shopper.example", topics: ["delivered"], lang: "en" },
    ]);
    const again = await fern.subscribe({ address: "MIA@shopper.example", lang: "de" });
    expect(again.json).toMatchObject({ id: first.json.id, lang: "de" });
    expect(again.json.topics).toHaveLength(5);
    expect(await fern.list()).toEqual([again.json]);
    expect(JSON.stringify([first.json, await fern.list()])).not.toMatch(/mia@/i);
    expect((await fern.call("DELETE", `/api/v1/subscriptions/${first.json.id}`)).status).toBe(204);
    expect(await fern.list()).toMatchObject([{ state: "ended", ended_reason: "by_merchant" }]);
    expect((await fern.subscribe({ address: MIA })).json).toMatchObject({ id: first.json.id, state: "active" });
  });

  it("tell all that is wrong with a wish, and what stands in its way", async () => {
    const { test, fern } = await openShops(await open());
    expect((await fern.subscribe({ address: "mia", topics: [], lang: "xx" })).json.errors).toMatchObject([{ path: "topics" }]);
    expect((await fern.subscribe({ address: "mia", lang: "xx" })).json.errors).toMatchObject([{ path: "address" }, { path: "lang" }]);
    expect((await fern.subscribe({ address: "+15551234567", channel: "sms" })).json).toMatchObject({ code: "conflict" });
    provideTestServices(test);
    const { json } = await fern.subscribe({ address: MIA });
    await unsubscribe(test, { merchantId: await merchantOf(test, json.id), id: json.id }, { fromAll: false });
    expect((await fern.subscribe({ address: MIA })).json).toMatchObject({
      code: "conflict",
      detail: expect.stringContaining("The shopper wanted no more"),
    });
    provideTestServices({ ...test, config: { ...test.config, smtpUrl: null } });
    expect((await fern.subscribe({ address: MIA })).json).toMatchObject({
      code: "conflict",
      detail: expect.stringContaining("no way to send"),
    });
  });

  it("are nobody else's: not to be seen, begun, ended or lifted by another shop", async () => {
    const { fern, night } = await openShops(await open());
    const { json: theirs } = await fern.subscribe({ address: MIA });
    const { json: suppressed } = await fern.call("POST", "/api/v1/suppressions", { body: { address: "noa@shopper.example" } });
    const answers = [
      await night.call("GET", fern.path),
      await night.call("POST", fern.path, { body: { address: MIA } }),
      await night.call("DELETE", `/api/v1/subscriptions/${theirs.id}`),
      await night.call("DELETE", `/api/v1/suppressions/${suppressed.id}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await night.call("GET", "/api/v1/suppressions")).json.data).toEqual([]);
    expect((await night.subscribe({ address: "noa@shopper.example" })).status).toBe(201);
    expect(await fern.list()).toMatchObject([{ id: theirs.id, state: "active" }]);
  });

  it("end with the address they go to, until its suppression is lifted", async () => {
    const { fern } = await openShops(await open());
    await fern.subscribe({ address: MIA });
    const { json: suppression } = await fern.call("POST", "/api/v1/suppressions", { body: { address: MIA } });
    expect(suppression).toMatchObject({ reason: "by_merchant", address_hint: "m•••@shopper.example" });
    expect(await fern.list()).toMatchObject([{ state: "ended", ended_reason: "by_merchant" }]);
    expect((await fern.subscribe({ address: MIA })).json).toMatchObject({ code: "conflict" });
    expect((await fern.call("DELETE", `/api/v1/suppressions/${suppression.id}`)).status).toBe(204);
    expect((await fern.call("DELETE", `/api/v1/suppressions/${suppression.id}`)).status).toBe(404);
    expect((await fern.subscribe({ address: MIA })).status).toBe(201);
    expect((await fern.call("POST", "/api/v1/suppressions", { body: { address: "mia" } })).json.errors).toMatchObject([
      { path: "address" },
    ]);
  });

  it("that their shopper stopped for good are nobody else's to begin again", async () => {
    const { test, fern } = await openShops(await open());
    provideTestServices(test);
    const { json } = await fern.subscribe({ address: MIA });
    await unsubscribe(test, { merchantId: await merchantOf(test, json.id), id: json.id }, { fromAll: true });
    const { json: suppressed } = await fern.call("GET", "/api/v1/suppressions");
    expect(suppressed.data).toMatchObject([{ reason: "stopped" }]);
    const refused = [await fern.call("DELETE", `/api/v1/suppressions/${suppressed.data[0].id}`), await fern.subscribe({ address: MIA })];
    expect(refused.map(({ status, json: { detail } }) => [status, detail])).toEqual([
      [409, expect.stringContaining("only they can take that back")],
      [409, expect.stringContaining("only they can begin it again")],
    ]);
    expect((await fern.call("GET", "/api/v1/suppressions")).json).toEqual(suppressed);
  });

  it("list suppressed addresses page by page", async () => {
    const { test, fern } = await openShops(await open());
    for (let n = 0; n < 3; n++) {
      await fern.call("POST", "/api/v1/suppressions", { body: { address: `n${n}@shop${n}.example` } });
      test.clock.advanceMinutes(1);
    }
    const hints = (page: { data: { address_hint: string }[] }) => page.data.map(({ address_hint }) => address_hint);
    const { json: newest } = await fern.call("GET", "/api/v1/suppressions?limit=2");
    expect([hints(newest), newest.has_more]).toEqual([["n•••@shop2.example", "n•••@shop1.example"], true]);
    const { json: rest } = await fern.call("GET", `/api/v1/suppressions?before=${newest.data[1].id}`);
    expect([hints(rest), rest.has_more]).toEqual([["n•••@shop0.example"], false]);
    expect(hints((await fern.call("GET", `/api/v1/suppressions?after=${rest.data[0].id}`)).json)).toEqual(hints(newest));
    expect((await fern.call("GET", "/api/v1/suppressions?before=sup_nobody")).status).toBe(422);
  });
});

describeOnEveryEngine("a test key in our API", (open) => {
  it("neither keeps real shoppers from being told, nor lifts what keeps them", async () => {
    const { call } = await createCheckedVisitor(await open()).openShop("fern", "test");
    for (const [method, path] of [
      ["POST", "/api/v1/suppressions"],
      ["DELETE", "/api/v1/suppressions/sup_ab12"],
    ] as const) {
      const { status, json } = await call(method, path, method === "POST" ? { body: { address: MIA } } : {});
      expect([status, json]).toMatchObject([403, { code: "mode_forbidden" }]);
    }
    expect((await call("GET", "/api/v1/suppressions")).json.data).toEqual([]);
  });
});

const merchantOf = async (test: TestDatabase, id: `sub_${string}`) =>
  (await test.db.kysely.selectFrom("subscriptions").select("merchant_id").where("id", "=", id).executeTakeFirstOrThrow()).merchant_id;
