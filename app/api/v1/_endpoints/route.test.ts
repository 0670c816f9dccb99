import { expect, it } from "vitest";
import { findCaller } from "#lib/auth/find-caller.ts";
import { ingest } from "#lib/shipments/ingest.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { easypostTracker } from "#lib/testing/factories.ts";
import { createCheckedVisitor } from "../_standard/checked-visitor.testing.ts";

const UPS = "1Z999AA10123456784";

const openShop = (test: TestDatabase, mode: "test" | "production" = "test") => createCheckedVisitor(test).openShop("fern", mode);

describeOnEveryEngine("trackers in our API", (open) => {
  it("are registered once, found by number, carrier and status, and changed", async () => {
    const shop = await openShop(await open());
    const register = (body: object) => shop.call("POST", "/api/v1/trackers", { body });
    const first = await register({ tracking_number: "ez 2000 000002", carrier: "USPS", metadata: "order 7" });
    expect([first.status, first.json]).toMatchObject([
      201,
      { carrier: "usps", tracking_number: "EZ2000000002", status: "in_transit", mode: "test", metadata: "order 7", is_watched: true },
    ]);
    expect(first.json.public_url).toMatch(/\/usps\/EZ2000000002\?key=[\da-z]{32}$/);
    const again = await register({ tracking_number: "EZ2000000002", carrier: "usps" });
    expect([again.status, again.json.id]).toEqual([200, first.json.id]);

    await register({ tracking_number: "EZ4000000004", carrier: "usps" });
    const numbersOf = async (query: string) =>
      (await shop.call("GET", `/api/v1/trackers?${query}`)).json.data.map((row: { tracking_number: string }) => row.tracking_number);
    expect(await numbersOf("status=delivered")).toEqual(["EZ4000000004"]);
    expect(await numbersOf("tracking_number=EZ+2000000002")).toEqual(["EZ2000000002"]);
    expect(await numbersOf("carrier=UPS")).toEqual([]);
    expect(await numbersOf("created_until=2026-03-01T00:00:00-05:00")).toEqual([]);

    const change = async (body: object) => (await shop.call("PATCH", `/api/v1/trackers/${first.json.id}`, { body })).json;
    expect(await change({ is_watched: false })).toMatchObject({ is_watched: false, metadata: "order 7" });
    expect(await change({ metadata: null, is_watched: true })).toMatchObject({ is_watched: true, metadata: null });
    expect(await change({})).toMatchObject({ status: 422 });
  });

  it("come in pages, to the last one", async () => {
    const test = await open();
    const shop = await openShop(test);
    for (const number of ["1Z999AA10123456784", "9405511899223197428490", "EZ4000000004"]) {
      await shop.call("POST", "/api/v1/trackers", { body: { tracking_number: number, carrier: number.startsWith("1Z") ? "ups" : "usps" } });
      test.clock.advanceMinutes(1);
    }
    const newest = (await shop.call("GET", "/api/v1/trackers?limit=2")).json;
    expect(newest.data.map((row: { tracking_number: string }) => row.tracking_number)).toEqual(["EZ4000000004", "9405511899223197428490"]);
    expect(newest.has_more).toBe(true);
    const oldest = (await shop.call("GET", `/api/v1/trackers?limit=2&before=${newest.data[1].id}`)).json;
    expect([oldest.data.length, oldest.has_more]).toEqual([1, false]);
    const newer = (await shop.call("GET", `/api/v1/trackers?after=${oldest.data[0].id}`)).json;
    expect(newer.data).toEqual(newest.data);
  });

  it("ask for a carrier where the number does not tell it, and for a carrier that exists", async () => {
    const shop = await openShop(await open());
    const errorsOf = async (body: object) => (await shop.call("POST", "/api/v1/trackers", { body })).json.errors;
    expect(await errorsOf({ tracking_number: "QQQQ11112222" })).toMatchObject([{ path: "carrier" }]);
    expect(await errorsOf({ tracking_number: "12345678901234" })).toEqual([
      { path: "carrier", message: "is needed here: the number may be one of dhl_ecommerce" },
    ]);
    const nearMiss = await shop.call("POST", "/api/v1/trackers", { body: { tracking_number: "1Z999AA10123456785" } });
    expect(nearMiss.json.detail).toBe(
      "carrier: is needed here: the number has no carrier's format; if it is one of ups, look at it again: The last digit should be 4, not 5.",
    );
    expect(await errorsOf({ tracking_number: "!" })).toMatchObject([{ path: "tracking_number" }]);
    expect(await errorsOf({ tracking_number: UPS, carrier: "Owl Post" })).toEqual([
      { path: "carrier", message: 'no carrier is known as "Owl Post"; leave it out to find it by the number' },
    ]);
    expect((await shop.call("GET", "/api/v1/trackers?carrier=owl")).status).toBe(422);
  });

  it("take scans of one's own, tell of every slip in them, and are told as events", async () => {
    const test = await open();
    const shop = await openShop(test);
    const { json: tracker } = await shop.call("POST", "/api/v1/trackers", { body: { tracking_number: UPS } });
    const push = (scans: unknown) => shop.call("POST", `/api/v1/trackers/${tracker.id}/scans`, { body: { scans } });
    test.clock.advanceMinutes(1);
    const scan = {
      status: "out_for_delivery",
      message: "On the van",
      occurred_at: "2026-03-01T08:10:00-06:00",
      place: { city: "Chicago" },
    };
    expect((await push([scan])).json).toMatchObject({
      id: tracker.id,
      status: "out_for_delivery",
      scans: [
        { message: "On the van", place: { city: "Chicago" }, time: { kind: "instant", utc: "2026-03-01T14:10:00Z" }, source: "push" },
      ],
    });
    expect((await push([scan])).json.scans).toHaveLength(1);
    expect((await push([{ ...scan, status: "flown", place: { country: "Atlantis" } }])).json.errors).toMatchObject([
      { path: "scans.0.status" },
      { path: "scans.0.place.country" },
    ]);

    const { json: events } = await shop.call("GET", `/api/v1/events?tracker_id=${tracker.id}`);
    expect(events.data).toMatchObject([
      { type: "tracker.updated", previous: { scan_count: 0 }, tracker: { status: "out_for_delivery" } },
      { type: "tracker.created", previous: {} },
    ]);
    expect((await shop.call("GET", `/api/v1/events/${events.data[0].id}`)).json).toEqual(events.data[0]);
    expect((await shop.call("GET", "/api/v1/events?tracker_id=trk_nobody")).json.data).toEqual([]);
  });

  it("are gone once they are deleted", async () => {
    const shop = await openShop(await open());
    const { json: tracker } = await shop.call("POST", "/api/v1/trackers", { body: { tracking_number: UPS } });
    const path = `/api/v1/trackers/${tracker.id}`;
    expect((await shop.call("DELETE", path)).status).toBe(204);
    expect([(await shop.call("GET", path)).status, (await shop.call("DELETE", path)).status]).toEqual([404, 404]);
  });

  it("are asked about out of turn where there is a source to ask, and not too often", async () => {
    const shop = await openShop(await open(), "production");
    const { json: tracker } = await shop.call("POST", "/api/v1/trackers", { body: { tracking_number: UPS } });
    const check = () => shop.call("POST", `/api/v1/trackers/${tracker.id}/check`);
    expect((await check()).json).toMatchObject({ status: 409, code: "conflict", detail: expect.stringContaining("Connect one") });
    await shop.call("POST", "/api/v1/sources", { body: { provider: "easypost", secrets: { api_key: "EZAK_something_long" } } });
    expect((await check()).status).toBe(202);
  });
});

describeOnEveryEngine("orders in our API", (open) => {
  it("are saved under the shop's own number, with what is in which parcel", async () => {
    const shop = await openShop(await open());
    const body = {
      placed_at: "2026-02-27T14:11:50Z",
      line_items: [{ order_item_id: "1", title: "Linen shirt", sku: "LS-M", quantity: 2 }],
      parcels: [{ tracking_number: UPS, primary: true, items: [{ order_item_id: "1", quantity: 2 }] }],
    };
    const { json: saved } = await shop.call("PUT", "/api/v1/orders/28002%2FA", { body });
    expect(saved).toMatchObject({
      external_id: "28002/A",
      placed_at: "2026-02-27T14:11:50Z",
      parcels: [{ carrier: "ups", tracking_number: UPS, is_primary: true, items: [{ order_item_id: "1", quantity: 2 }] }],
      advice: [],
    });
    const { advice: _, ...order } = saved;
    expect((await shop.call("GET", "/api/v1/orders/28002%2FA")).json).toEqual(order);
    expect((await shop.call("GET", "/api/v1/orders")).json).toEqual({ data: [order], has_more: false });
    expect(
      (await shop.call("PUT", "/api/v1/orders/28002%2FA", { body: { parcels: [{ tracking_number: "?" }] } })).json.errors,
    ).toMatchObject([{ path: "parcels.0.tracking_number" }]);
  });
});

describeOnEveryEngine("the brand in our API", (open) => {
  it("is read and replaced as a whole, and held to its rules", async () => {
    const shop = await openShop(await open(), "production");
    const { json: brand } = await shop.call("GET", "/api/v1/brand");
    expect(brand).toMatchObject({ version: 1, name: "Shop fern", layout: "classic" });
    const saved = await shop.call("PUT", "/api/v1/brand", { body: { ...brand, name: "Fern & Fable", layout: "banner" } });
    expect(saved.json).toMatchObject({ name: "Fern & Fable", layout: "banner" });
    expect((await shop.call("GET", "/api/v1/brand")).json).toEqual(saved.json);
    const wrong = await shop.call("PUT", "/api/v1/brand", { body: { ...brand, colors: { brand: "red" }, colour: "red" } });
    expect(wrong.json.errors.map(({ path }: { path: string }) => path)).toEqual(["colors.brand", "colour"]);
  });

  it("shows the shop's own pictures and what comes with Waymark, and no other shop's", async () => {
    const shop = await openShop(await open(), "production");
    const { json: brand } = await shop.call("GET", "/api/v1/brand");
    const put = (icon: string) => shop.call("PUT", "/api/v1/brand", { body: { ...brand, icon: { url: icon, width: 64, height: 64 } } });
    const file = `${"0".repeat(64)}.png`;
    const refused = await put(`/uploads/night/${file}`);
    expect([refused.status, refused.json.errors]).toEqual([422, [{ path: "icon.url", message: "must be an image uploaded to this shop" }]]);
    expect((await put(`/uploads/fern/${file}`)).status).toBe(200);
    expect((await put("/brands/fern-and-fable/icon.svg")).status).toBe(200);
  });
});

describeOnEveryEngine("payloads in our API", (open) => {
  it("are listed where they could not be read, and read again by id", async () => {
    const test = await open();
    const shop = await openShop(test, "production");
    const { tracking_code: _, ...incomplete } = easypostTracker({});
    for (let count = 0; count < 3; count++) {
      await ingest(test, { provider: "easypost", merchantSlug: "fern", body: JSON.stringify({ ...incomplete, weight: count }) });
    }
    const { json: page } = await shop.call("GET", "/api/v1/payloads?limit=2");
    expect(page).toMatchObject({
      data: [{ provider: "easypost", outcome: "invalid", problem: expect.stringContaining("tracking_code") }, { outcome: "invalid" }],
      has_more: true,
    });
    const { json: rest } = await shop.call("GET", `/api/v1/payloads?limit=2&after=${page.data[1].id}`);
    expect([rest.data.length, rest.has_more]).toEqual([1, false]);
    expect((await shop.call("GET", "/api/v1/payloads?outcome=received")).json.data).toEqual([]);

    const ids = [rest.data[0].id, "pay_nobody"];
    expect((await shop.call("POST", "/api/v1/payloads/replay", { body: { ids } })).json.data).toEqual([
      { id: ids[0], outcome: "invalid", problem: expect.stringContaining("tracking_code") },
      { id: "pay_nobody", outcome: "not_found", problem: null },
    ]);
    const night = await createCheckedVisitor(test).openShop("night", "production");
    expect((await night.call("POST", "/api/v1/payloads/replay", { body: { ids } })).json.data).toMatchObject([
      { outcome: "not_found" },
      { outcome: "not_found" },
    ]);
    expect((await night.call("GET", "/api/v1/payloads")).json.data).toEqual([]);
  });
});

describeOnEveryEngine("keys in our API", (open) => {
  it("are made, told once, listed without being told, and revoked", async () => {
    const test = await open();
    const shop = await openShop(test, "production");
    const { json: made } = await shop.call("POST", "/api/v1/keys", { body: { name: " Checkout " } });
    expect(made).toMatchObject({ name: "Checkout", mode: "production", hint: made.key.slice(-4), last_used_at: null });
    expect(await findCaller(test, made.key)).toMatchObject({ merchantSlug: "fern", mode: "production" });
    const listed = await shop.call("GET", "/api/v1/keys");
    expect(listed.json.data).toHaveLength(2);
    expect(listed.text).not.toContain(made.key);
    expect((await shop.call("DELETE", `/api/v1/keys/${made.id}`)).status).toBe(204);
    expect(await findCaller(test, made.key)).toBeNull();
    expect((await shop.call("POST", "/api/v1/keys", { body: { name: " " } })).json.errors).toEqual([
      { path: "name", message: "must not be empty" },
    ]);
  });
});
