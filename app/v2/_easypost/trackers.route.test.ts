import { expect, it } from "vitest";
import { createSource } from "#lib/sources/create-source.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { FORM, openApi, track, trackedId, UPS, USPS } from "./open-api.testing.ts";

describeOnEveryEngine("POST /v2/trackers", (open) => {
  it("answers 201 for a new one, and 200 without fees for the same again", async () => {
    const shop = await openApi(await open()).openShop("fern", "production");
    const created = await track(shop, UPS, "UPS");
    const again = await track(shop, "1z 999 aa1 0123456784", "ups");
    expect([created.status, again.status]).toEqual([201, 200]);
    expect(again.json.id).toBe(created.json.id);
    expect(created.json).toMatchObject({
      object: "Tracker",
      mode: "production",
      tracking_code: UPS,
      carrier: "UPS",
      status: "unknown",
      status_detail: "unknown",
      tracking_details: [],
      fees: [{ object: "Fee", amount: "0.00000" }],
    });
    expect(created.json.public_url).toMatch(/^http.+\/ups\/1Z999AA10123456784\?key=\w{20,}$/);
    expect(again.json).not.toHaveProperty("fees");
  });

  it("finds the carrier by the code where none is given", async () => {
    const shop = await openApi(await open()).openShop("fern", "production");
    expect((await track(shop, USPS)).json).toMatchObject({ carrier: "USPS", tracking_code: USPS });
  });

  it("says in a header what stands in the way of news, since EasyPost's Tracker has no room for it", async () => {
    const test = await open();
    const shop = await openApi(test).openShop("fern", "production");
    expect((await track(shop, USPS)).headers.has("x-waymark-advice")).toBe(false);
    await createSource(test, {
      merchantId: shop.merchant.id,
      provider: "shippo",
      mode: "production",
      secrets: { apiKey: "shippo_live_1" },
    });
    const restricted = await track(shop, "ABC123456789", "AustraliaPost");
    expect([restricted.status, restricted.json.carrier]).toEqual([201, "AustraliaPost"]);
    expect(restricted.headers.get("x-waymark-advice")).toMatch(/^[\x20-\x7e]*Australia Post[\x20-\x7e]*\.$/);
  });

  it("takes forms", async () => {
    const shop = await openApi(await open()).openShop("fern");
    const form = "tracker[tracking_code]=EZ4000000004&tracker[carrier]=UPS";
    const created = await shop.call("POST", "/v2/trackers", { body: form, headers: FORM });
    expect([created.status, created.json.status, created.json.signed_by, created.json.carrier]).toEqual([
      201,
      "delivered",
      "John Tester",
      "UPS",
    ]);
    const batch = await shop.call("POST", "/v2/trackers/batch", { body: "tracking_codes[]=EZ4000000004", headers: FORM });
    expect(batch.json.trackers.map((tracker: { id: string }) => tracker.id)).toEqual([created.json.id]);
  });

  it.each([
    [undefined, "PARAMETER.REQUIRED", "tracker"],
    [{}, "PARAMETER.REQUIRED", "tracker"],
    [[], "PARAMETER.REQUIRED", "tracker"],
    [{ tracker: "EZ1000000001" }, "PARAMETER.REQUIRED", "tracker"],
    [{ tracker: { carrier: "UPS" } }, "PARAMETER.REQUIRED", "tracking_code"],
    [{ tracker: { tracking_code: "  " } }, "PARAMETER.REQUIRED", "tracking_code"],
    [{ tracker: { tracking_code: 9.4e21 } }, "PARAMETER.INVALID", "tracking_code"],
    [{ tracker: { tracking_code: "<script>" } }, "TRACKER.INVALID_PARAMS", "tracking_code"],
    [{ tracker: { tracking_code: UPS, carrier: "Acme Rockets" } }, "TRACKER.UNSUPPORTED_CARRIER", "carrier"],
    [{ tracker: { tracking_code: "1Z999AA10123456785", carrier: "UPS" } }, "TRACKER.CARRIER_CODE_MISMATCH", "tracking_code"],
    [{ tracker: { tracking_code: "1Z999AA10123456785" } }, "TRACKER.NO_CARRIER_FOR_CODE", "tracking_code"],
  ])("refuses %j as %s", async (body, code, field) => {
    const shop = await openApi(await open()).openShop("fern", "production");
    const answer = await shop.call("POST", "/v2/trackers", body === undefined ? {} : { body });
    expect(answer.status).toBe(422);
    expect(answer.json).toEqual({
      error: { code, message: expect.stringMatching(/\.$/), errors: [{ field, message: expect.any(String) }] },
    });
  });

  it("names the carriers that may have the code where there are several", async () => {
    const shop = await openApi(await open()).openShop("fern", "production");
    const { status, json } = await track(shop, "987654321010");
    expect([status, json.error.code]).toEqual([422, "TRACKER.MULTIPLE_CARRIERS_FOR_CODE"]);
    expect(json.error.errors.length).toBeGreaterThan(1);
    expect(json.error.errors[0]).toEqual({ field: "carrier", message: "may be FedEx" });
  });

  it("keeps test codes and real ones apart", async () => {
    const { openShop } = openApi(await open());
    const inTest = await track(await openShop("fern", "test"), UPS, "UPS");
    expect([inTest.status, inTest.json.error.code]).toEqual([422, "TRACKER.CREATE.ERROR"]);
    expect(inTest.json.error.message).toMatch(/^In test mode, only test tracking numbers are valid/);
    const inProduction = await track(await openShop("fern", "production"), "EZ1000000001", "USPS");
    expect([inProduction.status, inProduction.json.error.code]).toEqual([422, "TRACKER.INVALID_TEST_CODE"]);
  });
});

describeOnEveryEngine("a tracker at /v2/trackers/:id", (open) => {
  it("is found by its id, with its fees before its carrier detail", async () => {
    const shop = await openApi(await open()).openShop("fern");
    const id = await trackedId(shop, "EZ2000000002");
    const { status, json } = await shop.call("GET", `/v2/trackers/${id}`);
    expect([status, json.id, json.status]).toEqual([200, id, "in_transit"]);
    expect(Object.keys(json).slice(-3)).toEqual(["fees", "carrier_detail", "public_url"]);
  });

  it("is gone for good once it is deleted", async () => {
    const shop = await openApi(await open()).openShop("fern");
    const id = await trackedId(shop, "EZ2000000002");
    const deleted = await shop.call("DELETE", `/v2/trackers/${id}`);
    expect([deleted.status, deleted.json]).toEqual([200, { success: true }]);
    for (const method of ["GET", "DELETE"] as const) {
      const { status, json } = await shop.call(method, `/v2/trackers/${id}`);
      expect([status, json.error.code]).toEqual([404, "TRACKER.NOT_FOUND"]);
    }
    expect((await shop.call("GET", "/v2/trackers")).json.trackers).toEqual([]);
  });

  it("is nobody else's, and not the other mode's", async () => {
    const { openShop } = openApi(await open());
    const id = await trackedId(await openShop("fern", "test"), "EZ1000000001");
    for (const stranger of [await openShop("night", "test"), await openShop("fern", "production")]) {
      expect((await stranger.call("GET", `/v2/trackers/${id}`)).status).toBe(404);
      expect((await stranger.call("DELETE", `/v2/trackers/${id}`)).status).toBe(404);
      expect((await stranger.call("GET", "/v2/trackers")).json.trackers).toEqual([]);
      expect((await stranger.call("GET", "/v2/events")).json.events).toEqual([]);
      const batch = await stranger.call("POST", "/v2/trackers/batch", { body: { tracking_codes: ["EZ1000000001"] } });
      expect(batch.json.trackers).toEqual([]);
    }
  });

  it("is not found under what is no id at all", async () => {
    const shop = await openApi(await open()).openShop("fern");
    for (const id of ["trk_nobody", "%00", "%F0%9F%92%A9", "a%2Fb", "x".repeat(300)]) {
      expect((await shop.call("GET", `/v2/trackers/${id}`)).status, id).toBe(404);
    }
  });
});

describeOnEveryEngine("a list of trackers", (open) => {
  const codes = ["EZ1000000001", "EZ2000000002", "EZ3000000003"];
  async function openList(test: TestDatabase) {
    const shop = await openApi(test).openShop("fern");
    for (const code of codes) {
      await track(shop, code);
      test.clock.advanceMinutes(1);
    }
    const list = async (query: string) => (await shop.call("GET", `/v2/trackers${query}`)).json;
    const codesOf = ({ trackers }: { trackers: { tracking_code: string }[] }) => trackers.map((tracker) => tracker.tracking_code);
    return { shop, list, codesOf };
  }

  it("goes page by page, the newest first", async () => {
    const { list, codesOf } = await openList(await open());
    const first = await list("?page_size=2");
    expect([codesOf(first), first.has_more]).toEqual([["EZ3000000003", "EZ2000000002"], true]);
    const second = await list(`?page_size=2&before_id=${first.trackers[1].id}`);
    expect([codesOf(second), second.has_more]).toEqual([["EZ1000000001"], false]);
  });

  it("can be narrowed to a code, a carrier and a time", async () => {
    const { list, codesOf } = await openList(await open());
    const [, middle] = (await list("")).trackers;
    expect(codesOf(await list("?tracking_code=ez2000000002"))).toEqual(["EZ2000000002"]);
    expect(codesOf(await list("?carrier=usps"))).toHaveLength(3);
    expect(codesOf(await list("?carrier=UPS"))).toEqual([]);
    expect(codesOf(await list("?carrier=Acme"))).toEqual([]);
    expect(codesOf(await list(`?start_datetime=${middle.created_at}`))).toEqual(["EZ3000000003", "EZ2000000002"]);
    expect(codesOf(await list(`?end_datetime=${middle.created_at}`)).at(-1)).toBe("EZ1000000001");
  });

  it("says what is wrong with a page that cannot be", async () => {
    const { shop } = await openList(await open());
    const size = await shop.call("GET", "/v2/trackers?page_size=1000");
    expect([size.status, size.json.error.code, size.json.error.errors[0].field]).toEqual([422, "PARAMETER.INVALID", "page_size"]);
    expect((await shop.call("GET", "/v2/trackers?before_id=trk_nobody")).status).toBe(404);
  });

  it("answers a batch in the order of its codes, and leaves out what is not there", async () => {
    const { shop, codesOf } = await openList(await open());
    const body = { tracking_codes: ["EZ3000000003", "EZ7000000007", "!", "EZ1000000001", "ez3000000003"] };
    const batch = await shop.call("POST", "/v2/trackers/batch", { body });
    expect([batch.status, codesOf(batch.json), batch.json.has_more]).toEqual([200, ["EZ3000000003", "EZ1000000001"], false]);
  });

  it.each([
    ["nothing", undefined, "PARAMETER.REQUIRED"],
    ["no codes", [], "PARAMETER.REQUIRED"],
    ["a code of nothing", [null], "PARAMETER.REQUIRED"],
    ["one code that is no list", "EZ1000000001", "PARAMETER.INVALID"],
    ["more codes than a page holds", Array(101).fill("EZ1000000001"), "PARAMETER.INVALID"],
  ])("refuses a batch of %s", async (_, tracking_codes, code) => {
    const shop = await openApi(await open()).openShop("fern");
    const answer = await shop.call("POST", "/v2/trackers/batch", { body: { tracking_codes } });
    expect([answer.status, answer.json.error.code]).toEqual([422, code]);
    expect(answer.json.error.errors[0].field).toMatch(/^tracking_codes/);
  });
});
