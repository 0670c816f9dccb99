import { describe, expect, it } from "vitest";
import { onlySnapshotOf, samples } from "../contract.samples.ts";
import { shippo } from "./index.ts";

const webhook = samples.shippo.payload;
const track = webhook.data as Record<string, unknown>;
const latest = track.tracking_status as Record<string, unknown>;
const history = track.tracking_history as Record<string, unknown>[];

function read(changes: Record<string, unknown>) {
  return onlySnapshotOf(shippo.read({ ...track, ...changes }));
}

function scan(changes: Record<string, unknown>) {
  return read({ tracking_status: null, tracking_history: [{ ...history[0], ...changes }] }).scans[0];
}

describe("a Shippo track", () => {
  it("reads whole", () => {
    expect(read({})).toMatchObject({
      provider: "shippo",
      mode: "production",
      carrier: "usps",
      trackingNumber: "9205590164917312751089",
      asOf: "2026-07-23T20:36:00Z",
      status: "out_for_delivery",
      substatus: "out_for_delivery",
      vendor: { status: "TRANSIT", detail: "out_for_delivery", code: null },
      estimatedDelivery: { on: "2026-07-24", from: null, until: null },
      originalEstimatedDelivery: { on: "2026-07-23", from: null, until: null },
      serviceLevel: "Priority Mail",
      origin: { city: "Las Vegas", region: "NV", postalCode: "89101", country: "US" },
      destination: { city: "Spotsylvania", region: "VA", postalCode: "22551", country: "US" },
      scans: [{ substatus: "accepted" }, { substatus: "out_for_delivery" }],
      notes: [],
    });
  });

  it("reads the same inside its webhook", () => {
    expect(onlySnapshotOf(shippo.read(webhook))).toEqual(read({}));
    expect(shippo.read(webhook)).toMatchObject({ deliveryKey: null });
  });

  it("takes its mode from `test`, else from the caller", () => {
    expect(onlySnapshotOf(shippo.read({ ...webhook, test: true })).mode).toBe("test");
    expect(read({ test: true }).mode).toBe("test");
    expect(onlySnapshotOf(shippo.read({ ...track, test: undefined }, { mode: "test" })).mode).toBe("test");
    expect(read({ test: undefined }).mode).toBe("production");
  });

  it("of a mock number is a test, whatever it says", () => {
    expect(read({ carrier: "shippo", tracking_number: "SHIPPO_TRANSIT", test: undefined })).toMatchObject({
      mode: "test",
      carrier: "shippo",
      trackingNumber: "SHIPPO_TRANSIT",
    });
  });

  it("for a number Shippo does not know yet, `tracking_status` null, is unknown and has no scans", () => {
    expect(read({ tracking_status: null, tracking_history: [] })).toMatchObject({
      status: "unknown",
      substatus: "unknown",
      scans: [],
      asOf: null,
      notes: [],
    });
  });

  it("an eta without zone is a day, not an instant", () => {
    expect(read({ eta: "2018-08-02T18:49:42.566" }).estimatedDelivery).toEqual({ on: "2018-08-02", from: null, until: null });
    expect(read({ eta: null, original_eta: null })).toMatchObject({ estimatedDelivery: null, originalEstimatedDelivery: null });
  });

  it("an address of empty strings is no place; one with a country is that country", () => {
    expect(read({ address_from: { city: "", state: "", zip: "", country: "" }, address_to: null })).toMatchObject({
      origin: null,
      destination: null,
    });
    expect(read({ address_from: { city: "", state: "", zip: "", country: "US" } }).origin).toMatchObject({ city: null, country: "US" });
  });

  it("stamps without zone do not say when the picture was made", () => {
    expect(read({ tracking_status: { ...latest, object_created: "2018-07-30T18:49:42.586", object_updated: null } }).asOf).toBeNull();
    expect(read({ tracking_status: { ...latest, object_updated: null } }).asOf).toBe("2026-07-23T20:35:26.129Z");
  });

  it("tells the latest status once when the history holds it too, and does not lose it when not", () => {
    expect(read({ tracking_status: { ...latest, status_date: "2026-07-23T13:03:00.003Z" } }).scans).toHaveLength(2);
    expect(read({ tracking_history: [] }).scans).toHaveLength(1);
    expect(
      read({ tracking_status: { ...latest, status: "DELIVERED", status_details: "Delivered.", substatus: null } }).scans,
    ).toMatchObject([{}, {}, { status: "delivered" }]);
  });
});

describe("Shippo's scans", () => {
  it("a date with Z is UTC", () => {
    expect(scan({ status_date: "2026-07-21T15:33:00Z", location: null })?.time).toMatchObject({
      kind: "instant",
      utc: "2026-07-21T15:33:00Z",
    });
  });

  it("a date without zone is a wall clock", () => {
    expect(scan({ status_date: "2018-07-29T16:44:42.586", location: null })?.time).toMatchObject({
      kind: "local",
      local: "2018-07-29T16:44:42",
      utc: null,
      zoneSource: "unknown",
    });
  });

  it("an exact midnight is a day", () => {
    expect(scan({ status_date: "2016-07-23T00:00:00Z", location: null })?.time).toMatchObject({ kind: "day", day: "2016-07-23" });
  });

  it("without a date has no time", () => {
    expect(scan({ status_date: null })?.time).toEqual({ kind: "none" });
  });

  it("a substatus of null or {} leaves the status as it is", () => {
    expect(scan({ substatus: null })).toMatchObject({ status: "in_transit", substatus: "in_transit" });
    expect(scan({ substatus: {} })).toMatchObject({ status: "in_transit", substatus: "in_transit" });
  });
});

describe("what Shippo also sends", () => {
  it("other webhooks are not for us", () => {
    expect(shippo.read({ event: "transaction_created", test: false, data: {} })).toEqual({
      kind: "ignored",
      reason: "Shippo webhook transaction_created",
    });
  });

  it("its own errors are no track", () => {
    expect(shippo.read({ carrier: ["Invalid value specified for provider 'X'"] })).toMatchObject({
      kind: "invalid",
      issues: [{ path: "carrier" }],
    });
    expect(shippo.read({ detail: "Not found." })).toMatchObject({ kind: "invalid", issues: [{ path: "tracking_number" }] });
  });
});

describe("known gaps", () => {
  it("Shippo's Z is read as UTC, as it documents, though recorded USPS scans of 2016 look like wall clocks (out for delivery at 02:29 in Berkeley)", () => {
    const location = { city: "Berkeley", state: "CA", zip: "94705", country: "US" };
    expect(scan({ status_date: "2016-12-08T10:29:00Z", location })?.time).toMatchObject({
      utc: "2016-12-08T10:29:00Z",
      local: "2016-12-08T02:29:00",
    });
  });
});
