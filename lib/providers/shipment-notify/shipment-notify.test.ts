import { describe, expect, it } from "vitest";
import { samples, snapshotsOf, valueAt, withValueAt } from "../contract.samples.ts";
import { shipmentNotify } from "./index.ts";

const { payload } = samples.shipment_notify;

function read(path?: string, value?: unknown) {
  return snapshotsOf(shipmentNotify.read(path === undefined ? payload : withValueAt(payload, path, value)));
}

describe("a shipment_notify", () => {
  it("gives a snapshot for every parcel of the order", () => {
    expect(read()).toMatchObject([
      { provider: "shipment_notify", mode: "production", carrier: "usps", trackingNumber: "9400100109361129278357", scans: [], notes: [] },
      { provider: "shipment_notify", mode: "production", carrier: "usps", trackingNumber: "9400100109361129278358", scans: [], notes: [] },
    ]);
    expect(shipmentNotify.read(payload)).toMatchObject({ deliveryKey: "0b9a9b1e-2222-4de1-adb1-2f12e1adc62f" });
  });

  it("the event's own word is newer than the order's list; parcels it is not about keep theirs", () => {
    expect(read().map(({ status }) => status)).toEqual(["delivered", "pre_transit"]);
  });

  it("speaks EasyPost's words", () => {
    expect(read("event.tracking.tracking_status", "return_to_sender")[0]).toMatchObject({ status: "return_to_sender", notes: [] });
    expect(read("event.tracking.tracking_status", "canceled")[0]).toMatchObject({ status: "cancelled", notes: [] });
    expect(read("event.tracking.tracking_status", "teleported")[0]).toMatchObject({
      status: "unknown",
      notes: [{ field: "status", word: "teleported" }],
    });
  });

  it("puts every parcel into the order, with its items", () => {
    const lineItems = [
      { orderItemId: "28002-A-001", title: null, sku: "UNPT1B00M", quantity: 3 },
      { orderItemId: "28002-A-002", title: null, sku: "UNPT1B00L", quantity: 2 },
    ];
    const order = { externalId: "28002-A", placedAt: "2022-01-07T14:11:50Z", lineItems, customerEmail: "erika@shopper.example" };
    expect(read().map((snapshot) => snapshot.order)).toEqual([
      { ...order, parcel: { items: [lineItems[0]], primary: true } },
      { ...order, parcel: { items: [lineItems[1]], primary: false } },
    ]);
  });

  it("a shipped item that no line of the order names is still shipped", () => {
    expect(read("data.line_items.0.order_item_id", "196953049")[0]?.order?.parcel.items).toEqual([
      { orderItemId: "28002-A-001", title: null, sku: null, quantity: 3 },
    ]);
  });

  it("is as of the event, though `created_at` can be later than the event's timestamp", () => {
    expect(read()[0]?.asOf).toMatch(/^2022-07-08T13:24:00/);
  });

  it("has six decimals, with Z or +00:00", () => {
    expect(read("event.timestamp", "2022-07-08T13:24:00.128774+00:00")[0]?.asOf).toBe(read()[0]?.asOf);
  });

  it("of a test order is test mode", () => {
    expect(read("data.test_order", true).map(({ mode }) => mode)).toEqual(["test", "test"]);
  });

  it("of an order that does not say so has its source's mode", () => {
    const reading = shipmentNotify.read(withValueAt(payload, "data.test_order", null), { mode: "test" });
    expect(snapshotsOf(reading).map(({ mode }) => mode)).toEqual(["test", "test"]);
  });

  it("about a parcel the list does not hold yet adds it", () => {
    const news = { tracking_number: "9405511899223197428490", tracking_status: "in_transit", carrier_code: "USPS", shipped_items: [] };
    expect(read("event.tracking", news).map(({ trackingNumber }) => trackingNumber)).toEqual([
      "9400100109361129278357",
      "9400100109361129278358",
      "9405511899223197428490",
    ]);
    expect(read("data.trackings", [])).toMatchObject([{ trackingNumber: "9400100109361129278357", order: { parcel: { primary: true } } }]);
  });

  it("merges by the number, however it is spaced, and lists no parcel twice", () => {
    expect(read("event.tracking.tracking_number", "9400 1001 0936 1129 2783 57").map(({ status }) => status)).toEqual([
      "delivered",
      "pre_transit",
    ]);
  });

  it("sends the wrong tracking_url for the second parcel: links are never taken from it", () => {
    expect(JSON.stringify(read())).not.toContain("carrier.example");
  });

  it("keeps the shopper's e-mail address, and nothing else of them", () => {
    const addresses = (email: unknown) => {
      const reading = shipmentNotify.read(withValueAt(payload, "data.address.email", email));
      return reading.kind === "snapshots" ? reading.snapshots.map(({ order }) => order?.customerEmail) : [];
    };
    expect(addresses(" Mia@Shopper.example ")).toEqual(["Mia@Shopper.example", "Mia@Shopper.example"]);
    for (const none of [null, "", "n/a", { at: "home" }]) expect(addresses(none)).toEqual([null, null]);
  });

  it("keeps no name, phone, address, tax number, label or picture", () => {
    const kept = JSON.stringify(shipmentNotify.read(payload));
    const personal = ["address", "return_address"].flatMap((field) =>
      Object.entries(valueAt(payload, `data.${field}`) as Record<string, string>).flatMap(([key, value]) =>
        key === "email" ? [] : [value],
      ),
    );
    for (const value of [...personal, "labels.example", "files.example", "IM0123456789", "DE999999999", "34.56"]) {
      expect(kept).not.toContain(`${value}"`);
      expect(kept).not.toContain(`"${value}`);
    }
  });
});

describe("a shipment_notify that cannot be read", () => {
  it("names the parcel that is wrong, and tells of the others", () => {
    expect(shipmentNotify.read(withValueAt(payload, "data.trackings.1.tracking_number", null))).toMatchObject({
      kind: "snapshots",
      snapshots: [{ trackingNumber: "9400100109361129278357" }],
      unread: [{ path: "data.trackings.1.tracking_number" }],
    });
  });

  it("names every parcel where none can be read", () => {
    const numberless = ["data.trackings.0", "data.trackings.1"].reduce<unknown>(
      (json, path) => withValueAt(json, `${path}.tracking_number`, null),
      withValueAt(payload, "event.tracking", null),
    );
    expect(shipmentNotify.read(numberless)).toMatchObject({
      kind: "invalid",
      issues: [{ path: "data.trackings.0.tracking_number" }, { path: "data.trackings.1.tracking_number" }],
    });
  });

  it("without an order, or without parcels, says so", () => {
    expect(shipmentNotify.read(withValueAt(payload, "data.order_id", ""))).toMatchObject({ issues: [{ path: "data.order_id" }] });
    const empty = withValueAt(withValueAt(payload, "data.trackings", null), "event.tracking", null);
    expect(shipmentNotify.read(empty)).toMatchObject({ issues: [{ path: "data.trackings" }] });
  });
});

describe("its sister events", () => {
  it.each(["order_notify", "stock_notify"])("%s is genuine, but not about tracking", (name) => {
    expect(
      shipmentNotify.read({ event: { uuid: "1", name, timestamp: "2022-07-08T13:24:00.128774Z" }, data: { id: "745626", name: "BELLA" } }),
    ).toEqual({
      kind: "ignored",
      reason: `platform webhook ${name}`,
    });
  });
});
