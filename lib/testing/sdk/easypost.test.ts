import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer, type TestServer } from "../server-process.ts";
import { runScenario, type Seen } from "./run-scenario.ts";

const USPS = "9405511899223197428490";

let server: TestServer;
let seen: Seen;

beforeAll(async () => {
  server = await startServer();
  const createKey = async (mode: string) => (await server.cli(["key", "create", "--mode", mode])).trim();
  seen = await runScenario("easypost", {
    origin: server.origin,
    testKey: await createKey("test"),
    productionKey: await createKey("production"),
  });
}, 120_000);

afterAll(() => server?.stop());

const codesOf = ({ trackers }: { trackers: { tracking_code: string }[] }) => trackers.map((tracker) => tracker.tracking_code);

describe("EasyPost's own client", () => {
  it.each([
    ["EZ1000000001", "pre_transit"],
    ["EZ2000000002", "in_transit"],
    ["EZ3000000003", "out_for_delivery"],
    ["EZ4000000004", "delivered"],
    ["EZ5000000005", "return_to_sender"],
    ["EZ6000000006", "failure"],
    ["EZ7000000007", "unknown"],
  ])("gets %s as %s, without any account", (code, status) => {
    const { returned: tracker } = seen[code];
    expect(tracker).toMatchObject({ object: "Tracker", mode: "test", tracking_code: code, status, carrier: "USPS" });
    expect(tracker.tracking_details.at(-1)).toMatchObject({ object: "TrackingDetail", status, source: "USPS" });
  });

  it("gets who signed for the delivered one, and a detail without time for the unknown one", () => {
    expect(seen.EZ4000000004.returned.signed_by).toBe("John Tester");
    expect(seen.EZ7000000007.returned.tracking_details).toEqual([expect.objectContaining({ datetime: null })]);
  });

  it("gets the same tracker for the same code, named carrier or not", () => {
    expect(seen["test code without carrier"].returned.id).toBe(seen.EZ4000000004.returned.id);
    expect(seen["created again"].returned.id).toBe(seen["carrier detected"].returned.id);
  });

  it("learns the carrier from the code, and the private link to the page", async () => {
    const { carrier, status, public_url, tracking_code } = seen["carrier detected"].returned;
    expect({ carrier, status, tracking_code }).toEqual({ carrier: "USPS", status: "unknown", tracking_code: USPS });
    const page = await fetch(public_url);
    expect(page.status).toBe(200);
    expect((await page.text()).includes("On the van")).toBe(true);
  });

  it("retrieves a tracker by its id, in its own mode only", () => {
    expect(seen.retrieved.returned).toMatchObject({ id: seen["carrier detected"].returned.id, tracking_code: USPS });
    expect(seen["retrieved in test mode"].threw).toMatchObject({ statusCode: 404, code: "TRACKER.NOT_FOUND" });
  });

  it("walks through pages of two until there are no more, and meets everyone once", () => {
    const pages = Object.entries(seen).flatMap(([step, { returned }]) =>
      /^trackers, (first|second|EZ\d+)/.test(step) ? [codesOf(returned)] : [],
    );
    expect(pages.map((codes) => codes.length)).toEqual([2, 2, 2, 1]);
    expect(pages.flat().sort()).toEqual([1, 2, 3, 4, 5, 6, 7].map((digit) => `EZ${digit}00000000${digit}`));
    expect(seen["trackers, beyond the last page"].threw.message).toBe("There are no more pages to retrieve.");
    expect(seen["trackers without a page size, next page"].threw.message).toBe("There are no more pages to retrieve.");
  });

  it("lists one code's trackers, and a batch of codes in their order", () => {
    expect(codesOf(seen["trackers of one code"].returned)).toEqual(["EZ3000000003"]);
    expect(codesOf(seen.batch.returned)).toEqual(["EZ4000000004", "EZ1000000001"]);
    expect(seen.batch.returned.has_more).toBe(false);
  });

  it("deletes a tracker, which is then not found", () => {
    expect(seen.deleted).toEqual({ returned: null });
    for (const step of ["deleted one retrieved", "deleted one deleted again"]) {
      expect(seen[step].threw).toMatchObject({ statusCode: 404, code: "TRACKER.NOT_FOUND", errors: [] });
    }
  });
});

describe("what EasyPost's own client throws", () => {
  it.each([
    ["no tracking code", 422, "PARAMETER.REQUIRED", "tracking_code"],
    ["bad tracking code", 422, "TRACKER.INVALID_PARAMS", "tracking_code"],
    ["bad carrier", 422, "TRACKER.UNSUPPORTED_CARRIER", "carrier"],
    ["mistyped code", 422, "TRACKER.CARRIER_CODE_MISMATCH", "tracking_code"],
    ["code of several", 422, "TRACKER.MULTIPLE_CARRIERS_FOR_CODE", "carrier"],
    ["page of nothing", 422, "PARAMETER.INVALID", "page_size"],
    ["webhook without url", 422, "PARAMETER.REQUIRED", "webhook"],
    ["webhook to nowhere", 422, "WEBHOOK.INVALID", "url"],
    ["brand with a bad colour", 422, "BRAND.INVALID", "color"],
    ["brand with a picture", 422, "BRAND.INVALID", "logo"],
  ])("for %s is %i %s, with the field", (step, statusCode, code, field) => {
    const { threw } = seen[step];
    expect(threw).toMatchObject({ statusCode, code, message: expect.stringMatching(/\.$|carrier$/) });
    expect(threw.errors[0]).toEqual({ field, message: expect.any(String) });
  });

  it.each([
    ["code of nobody", 422, "TRACKER.NO_CARRIER_FOR_CODE"],
    ["real code in test mode", 422, "TRACKER.CREATE.ERROR"],
    ["test code in production", 422, "TRACKER.INVALID_TEST_CODE"],
    ["bad key", 403, "APIKEY.INACTIVE"],
    ["brand updated in test mode", 403, "MODE.UNAUTHORIZED"],
    ["no such address", 404, "NOT_FOUND"],
    ["no such method", 405, "METHOD_NOT_ALLOWED"],
    ["no such payload", 404, "PAYLOAD.NOT_FOUND"],
    ["event retrieved in test mode", 404, "NOT_FOUND"],
    ["deleted webhook retrieved", 404, "NOT_FOUND"],
  ])("for %s is %i %s", (step, statusCode, code) => {
    expect(seen[step].threw).toMatchObject({ statusCode, code, errors: [] });
  });

  it("is of one class for each status, as its users catch them", () => {
    const threw = Object.values(seen).flatMap((step) => (step.threw?.statusCode ? [step.threw] : []));
    const classesOf = Map.groupBy(threw, ({ statusCode }) => statusCode);
    const names = [...classesOf.values()].map((errors) => [...new Set(errors.map(({ name }) => name))]);
    expect(names.map((classes) => classes.length)).toEqual(names.map(() => 1));
    expect(new Set(names.flat()).size).toBe(names.length);
  });
});

describe("webhooks by EasyPost's own client", () => {
  it("are created, retrieved, changed, listed and deleted, in their own mode", () => {
    const { returned: created } = seen["webhook created"];
    expect(created).toMatchObject({ object: "Webhook", mode: "production", disabled_at: null });
    expect(created.custom_headers).toEqual([expect.objectContaining({ name: "X-Shop", value: "fern" })]);
    expect(seen["webhook retrieved"].returned).toMatchObject({ id: created.id, url: created.url });
    expect(seen["webhook updated"].returned.custom_headers).toEqual([expect.objectContaining({ value: "night" })]);
    const ids = seen["webhooks listed"].returned.webhooks.map(({ id }: { id: string }) => id);
    expect(ids.sort()).toEqual([created.id, seen["spare webhook created"].returned.id].sort());
    expect(seen["webhooks listed in test mode"].returned.webhooks).toEqual([]);
    expect(seen["webhook deleted"]).toEqual({ returned: null });
  });

  it("deliver events that its own validator accepts, a whole weight among them", () => {
    expect(seen["webhook of the creation"].returned).toMatchObject({ description: "tracker.created", previous_attributes: {} });
    const { returned: event } = seen["webhook of the update"];
    expect(event).toMatchObject({
      object: "Event",
      mode: "production",
      description: "tracker.updated",
      previous_attributes: { status: "unknown", status_detail: "unknown", weight: null },
      created_at: expect.stringMatching(/T\d\d:\d\d:\d\d\.\d{3}Z$/),
      result: { object: "Tracker", tracking_code: USPS, status: "out_for_delivery", weight: 16 },
      shopHeader: "night",
    });
    expect(event.text).toContain('"weight":16.0,');
  });

  it("are refused by its validator when the secret is another", () => {
    expect(seen["webhook with another secret"].threw.message).toMatch(/secret mismatch/);
  });
});

describe("events by EasyPost's own client", () => {
  it("are listed newest first, page by page", () => {
    const [first] = seen["events listed"].returned.events;
    const [second] = seen["events, next page"].returned.events;
    expect([first.description, second.description]).toEqual(["tracker.updated", "tracker.created"]);
    expect(first.id).toBe(seen["webhook of the update"].returned.id);
    expect([seen["events listed"].returned.has_more, seen["events, next page"].returned.has_more]).toEqual([true, false]);
  });

  it("say that they were delivered, and where to", () => {
    expect(seen["event retrieved"].returned).toMatchObject({
      status: "completed",
      pending_urls: [],
      completed_urls: [seen["webhook created"].returned.url],
    });
  });

  it("have a payload for each attempt: what was sent, and what was answered", () => {
    const { returned: payloads } = seen["payloads listed"];
    expect(payloads).toHaveLength(1);
    expect(payloads[0]).toMatchObject({
      object: "Payload",
      request_url: seen["webhook created"].returned.url,
      response_code: 200,
      response_body: "thanks",
    });
    expect(JSON.parse(payloads[0].request_body)).toMatchObject({ id: seen["webhook of the update"].returned.id, result: { weight: 16 } });
    expect(seen["payload retrieved"].returned).toEqual(payloads[0]);
  });
});

describe("the user by EasyPost's own client", () => {
  it("is the merchant, found without knowing its id", () => {
    expect(seen.user.returned).toMatchObject({ object: "User", id: expect.stringMatching(/^user_/) });
    expect(seen["user by id"].returned).toEqual(seen.user.returned);
  });

  it("gets a new brand, which the pages show", async () => {
    const { returned: brand } = seen["brand updated"];
    expect(brand).toMatchObject({ object: "Brand", color: "#123456", theme: "theme2", logo_href: "https://fern.example/" });
    expect(brand.user_id).toBe(seen.user.returned.id);
    const page = await (await fetch(seen["carrier detected"].returned.public_url)).text();
    expect(page.includes('href="https://fern.example/"')).toBe(true);
  });
});
