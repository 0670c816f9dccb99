import { describe, expect, it } from "vitest";
import { onlySnapshotOf, samples, withValueAt } from "../contract.samples.ts";
import { easypost } from "./index.ts";

const event = samples.easypost.payload;
const tracker = event.result as Record<string, unknown>;

function read(changes: Record<string, unknown>) {
  return onlySnapshotOf(easypost.read({ ...tracker, ...changes }));
}

function scan(changes: Record<string, unknown>) {
  const [first] = tracker.tracking_details as Record<string, unknown>[];
  const snapshot = read({ tracking_details: [{ ...first, ...changes }] });
  return { ...snapshot.scans[0], notes: snapshot.notes };
}

const nowhere = { object: "TrackingLocation", city: null, state: null, country: null, zip: null };

describe("an EasyPost tracker", () => {
  it("reads whole", () => {
    expect(read({})).toMatchObject({
      provider: "easypost",
      mode: "production",
      carrier: "usps",
      trackingNumber: "9405511899223197428490",
      asOf: "2026-03-02T15:04:05Z",
      status: "out_for_delivery",
      substatus: "out_for_delivery",
      vendor: { status: "out_for_delivery", detail: "out_for_delivery", code: null },
      isReturn: false,
      estimatedDelivery: { on: "2026-03-02", from: null, until: "21:00" },
      originalEstimatedDelivery: { on: "2026-03-01", from: null, until: null },
      serviceLevel: "First-Class Package Service",
      origin: { city: "HOUSTON", region: "TX", postalCode: "77063" },
      destination: { city: "CHICAGO", region: "IL", postalCode: "60611" },
      weightOz: 16,
      vendorTrackerId: "trk_0123456789abcdef0123456789abcdef",
      order: null,
      notes: [],
    });
  });

  it("reads the same inside its event, which adds the delivery's id", () => {
    const reading = easypost.read(event);
    expect(reading).toMatchObject({ kind: "snapshots", deliveryKey: "evt_0123456789abcdef0123456789abcdef" });
    expect(onlySnapshotOf(reading)).toEqual(read({}));
  });

  it("takes its mode from the tracker, else from the event, else from the caller", () => {
    const silent = withValueAt(withValueAt(event, "result.mode", null), "mode", null);
    expect(onlySnapshotOf(easypost.read(withValueAt(event, "result.mode", "test"))).mode).toBe("test");
    expect(onlySnapshotOf(easypost.read(withValueAt(silent, "mode", "test"))).mode).toBe("test");
    expect(onlySnapshotOf(easypost.read(silent, { mode: "test" })).mode).toBe("test");
    expect(onlySnapshotOf(easypost.read(silent)).mode).toBe("production");
    expect(onlySnapshotOf(easypost.read(event, { mode: "test" })).mode).toBe("production");
  });

  it("fetched by GET, without `finalized`, `is_return` and `fees`, is no return", () => {
    expect(read({ finalized: undefined, is_return: undefined, fees: undefined }).isReturn).toBe(false);
    expect(read({ is_return: true }).isReturn).toBe(true);
  });

  it("`canceled` as the guide spells it and `cancelled` as the API does are one", () => {
    expect(read({ status: "canceled" }).status).toBe("cancelled");
    expect(read({ status: "cancelled" }).status).toBe("cancelled");
  });

  it("a carrier detail of {} or null tells nothing and breaks nothing", () => {
    for (const carrier_detail of [{}, null]) {
      expect(read({ carrier_detail })).toMatchObject({
        serviceLevel: null,
        origin: null,
        destination: null,
        originalEstimatedDelivery: null,
      });
    }
  });

  it("weight may be null, and 16 and 16.0 are one weight", () => {
    expect(read({ weight: null }).weightOz).toBeNull();
    expect(read({ weight: "16.0" }).weightOz).toBe(16);
  });

  it("keeps who signed", () => {
    expect(read({ signed_by: "John Tester" }).signedBy).toBe("John Tester");
  });
});

describe("EasyPost's delivery date", () => {
  const noDetail = { carrier_detail: null };

  it("is the day as written, never shifted from a UTC midnight", () => {
    expect(read({ ...noDetail, est_delivery_date: "2014-11-27T00:00:00Z" }).estimatedDelivery).toEqual({
      on: "2014-11-27",
      from: null,
      until: null,
    });
    expect(read({ ...noDetail, est_delivery_date: "2024-08-16T23:13:03Z" }).estimatedDelivery?.on).toBe("2024-08-16");
  });

  it("is the carrier's local date where that is given", () => {
    const carrier_detail = { est_delivery_date_local: "2024-08-05", est_delivery_time_local: null };
    expect(read({ carrier_detail, est_delivery_date: "2024-08-06T02:00:00Z" }).estimatedDelivery).toEqual({
      on: "2024-08-05",
      from: null,
      until: null,
    });
  });

  it("falls back to the guaranteed one", () => {
    expect(
      read({ est_delivery_date: null, carrier_detail: { guaranteed_delivery_date: "2026-03-01T00:00:00Z" } }).estimatedDelivery?.on,
    ).toBe("2026-03-01");
  });

  it("may be missing", () => {
    expect(read({ ...noDetail, est_delivery_date: null }).estimatedDelivery).toBeNull();
  });
});

describe("EasyPost's scans", () => {
  it("an offset is the carrier's own", () => {
    expect(scan({ datetime: "2025-01-12T07:03:00-07:00" }).time).toMatchObject({
      kind: "instant",
      utc: "2025-01-12T14:03:00Z",
      zoneSource: "carrier",
    });
  });

  it("Z without a place is a wall clock of unknown zone, not UTC", () => {
    expect(scan({ datetime: "2024-07-16T17:13:03Z", tracking_location: nowhere }).time).toMatchObject({
      kind: "local",
      local: "2024-07-16T17:13:03",
      utc: null,
      zone: null,
      zoneSource: "unknown",
    });
  });

  it("Z with a place is that place's wall clock", () => {
    const tracking_location = { city: "Chicago", state: "IL", country: "US", zip: "60611" };
    expect(scan({ datetime: "2024-07-16T17:13:03Z", tracking_location }).time).toMatchObject({
      kind: "local",
      local: "2024-07-16T17:13:03",
      utc: "2024-07-16T22:13:03Z",
      zone: "America/Chicago",
    });
  });

  it("FedEx's dummy +00:00 abroad is no zone", () => {
    expect(scan({ datetime: "2024-07-16T17:13:03+00:00", tracking_location: nowhere }).time).toMatchObject({
      kind: "local",
      utc: null,
      zoneSource: "unknown",
    });
  });

  it("datetime null (EZ7000000007) is no time at all, and no fault", () => {
    expect(scan({ datetime: null })).toMatchObject({ time: { kind: "none" }, notes: [] });
  });

  it("message and description are null or empty by turns", () => {
    expect(scan({ message: "", description: "On the way" }).message).toBe("On the way");
    expect(scan({ message: "Picked up", description: null }).message).toBe("Picked up");
    expect(scan({ message: null, description: "" }).message).toBeNull();
  });

  it("status_detail and carrier_code may be null or empty", () => {
    expect(scan({ status_detail: null, carrier_code: "" })).toMatchObject({
      status: "in_transit",
      substatus: "in_transit",
      vendor: { status: "in_transit", detail: null, code: null },
      notes: [],
    });
  });

  it("a delivery dated before the scans that precede it changes neither the status nor a scan", () => {
    const [first] = tracker.tracking_details as Record<string, unknown>[];
    const told = [
      { ...first, status: "out_for_delivery", datetime: "2014-11-24T08:10:00Z" },
      { ...first, status: "delivered", datetime: "2014-11-19T10:51:54Z" },
    ];
    const snapshot = read({ status: "delivered", status_detail: null, tracking_details: told });
    expect(snapshot.status).toBe("delivered");
    expect(snapshot.scans.map(({ time }) => time.kind === "local" && time.local)).toEqual(["2014-11-24T08:10:00", "2014-11-19T10:51:54"]);
  });
});

describe("an EasyPost event", () => {
  it("about a parcel that was on its way back, now called delivered, tells of a return", () => {
    const back = withValueAt(withValueAt(event, "result.status", "delivered"), "previous_attributes.status", "return_to_sender");
    expect(onlySnapshotOf(easypost.read(back))).toMatchObject({
      status: "return_to_sender",
      substatus: "returned",
      vendor: { status: "delivered" },
    });
  });

  it("of creation, with {} for previous attributes, reads as well", () => {
    expect(onlySnapshotOf(easypost.read({ ...event, description: "tracker.created", previous_attributes: {} })).status).toBe(
      "out_for_delivery",
    );
  });

  it("read back without its tracker says what to do", () => {
    expect(easypost.read({ ...event, result: undefined })).toEqual({
      kind: "invalid",
      issues: [{ path: "result", message: expect.stringContaining("read the Tracker itself") }],
    });
  });

  it("about something else is not for us", () => {
    expect(easypost.read({ ...event, description: "batch.created", result: { object: "Batch" } })).toEqual({
      kind: "ignored",
      reason: "EasyPost event batch.created",
    });
    expect(easypost.read({ object: "Event", result: { object: "Batch" } })).toEqual({ kind: "ignored", reason: "EasyPost event Batch" });
    expect(easypost.read({ object: "Shipment", id: "shp_1" })).toEqual({ kind: "ignored", reason: "EasyPost Shipment" });
  });

  it("names the path of what is wrong inside it", () => {
    expect(easypost.read(withValueAt(event, "result.tracking_details.1.datetime", { at: 1 }))).toEqual({
      kind: "invalid",
      issues: [{ path: "result.tracking_details.1.datetime", message: "expected text" }],
    });
    expect(easypost.read(withValueAt(event, "result.tracking_code", null))).toMatchObject({ issues: [{ path: "result.tracking_code" }] });
  });
});
