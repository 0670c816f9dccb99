import { describe, expect, it } from "vitest";
import { onlySnapshotOf, samples } from "../contract.samples.ts";
import { shipengine } from "./index.ts";

const webhook = samples.shipengine.payload;
const tracking = webhook.data as Record<string, unknown>;
const [delivered] = tracking.events as Record<string, unknown>[];

function read(changes: Record<string, unknown>) {
  return onlySnapshotOf(shipengine.read({ ...tracking, ...changes }));
}

function scan(changes: Record<string, unknown>) {
  return read({ events: [{ ...delivered, ...changes }] }).scans[0];
}

const nowhere = { city_locality: "", state_province: "", postal_code: "", country_code: "", latitude: null, longitude: null };

describe("ShipEngine's tracking information", () => {
  it("reads whole", () => {
    expect(read({})).toMatchObject({
      provider: "shipengine",
      mode: "production",
      carrier: "usps",
      trackingNumber: "9405511899223197428490",
      asOf: null,
      status: "delivered",
      substatus: "delivered",
      vendor: { status: "DE", detail: "DELIVERED", code: "01" },
      estimatedDelivery: { on: "2021-09-21", from: null, until: null },
      signedBy: "A. SHOPPER",
      notes: [],
    });
  });

  it.each(["API_TRACK", "TRACK_EVENT_V2"])("reads the same inside a %s webhook", (resource_type) => {
    expect(onlySnapshotOf(shipengine.read({ ...webhook, resource_type }))).toEqual(read({}));
  });

  it("takes its mode from the caller, for it never says", () => {
    expect(onlySnapshotOf(shipengine.read(webhook, { mode: "test" })).mode).toBe("test");
  });

  it("for an unknown number, NY or UN without events, is unknown", () => {
    expect(read({ status_code: "NY", status_detail_code: null, events: [] })).toMatchObject({
      status: "unknown",
      substatus: "awaiting_information",
      scans: [],
    });
    expect(read({ status_code: "UN", status_detail_code: null, events: [] })).toMatchObject({
      status: "unknown",
      substatus: "unknown",
      scans: [],
    });
  });

  it("never holds label_url, a picture of the address, nor whose business it went to", () => {
    const kept = JSON.stringify(onlySnapshotOf(shipengine.read(webhook)));
    expect(kept).not.toContain("labels.example");
    expect(kept).not.toContain("Recipient Ltd");
  });
});

describe("the carrier of ShipEngine's older forms", () => {
  const older = (resource_url: string, changes = {}) =>
    shipengine.read({ resource_url, resource_type: "API_TRACK", data: { ...tracking, carrier_code: undefined, ...changes } });

  it("stands in the resource's query", () => {
    const address = "https://api.shipengine.com/v1/tracking?carrier_code=ups&tracking_number=1Z5R89390357567127";
    expect(onlySnapshotOf(older(address, { tracking_number: "1Z5R89390357567127" })).carrier).toBe("ups");
  });

  it("stood in the resource's path before that, and in the links beside it", () => {
    const address = "https://api.shipengine.com/v1/tracking/fedex/123456789012";
    expect(onlySnapshotOf(older(address, { tracking_number: "123456789012" })).carrier).toBe("fedex");
    const links = { self: { href: address }, label: null };
    expect(
      onlySnapshotOf(older("https://api.shipengine.com/v1/labels/se-1/track", { tracking_number: "123456789012", links })).carrier,
    ).toBe("fedex");
  });

  it("is told by the number where nothing else does", () => {
    expect(onlySnapshotOf(older("https://api.shipstation.com/v2/labels/se-1234567890/track")).carrier).toBe("usps");
  });

  it("is asked for where nothing tells", () => {
    expect(older("not an address", { tracking_number: "123456" })).toEqual({
      kind: "invalid",
      issues: [{ path: "data.carrier_code", message: expect.stringContaining("set this field to a carrier's code") }],
    });
  });
});

describe("ShipEngine's older spellings", () => {
  it("event_date, shipped_date and links are read", () => {
    const snapshot = read({
      links: { self: { href: "https://api.shipengine.com/v1/tracking/usps/9405511899223197428490" }, label: null },
      shipped_date: "2019-04-12T05:00:00.000Z",
      events: [{ event_date: "2019-04-12T17:45:26.734Z", description: "Delivered", ...nowhere, country_code: "" }],
    });
    expect(snapshot.scans[0]?.time).toMatchObject({ kind: "instant", utc: "2019-04-12T17:45:26Z" });
  });

  it("an event without any status at the moment of delivery is the delivery; at another moment, or of a parcel not delivered, it stays unknown", () => {
    const at = "2019-04-12T17:45:26.734Z";
    const events = [{ event_date: at, description: "Delivered", ...nowhere }];
    const statuses = (changes: Record<string, unknown>) =>
      read({ events, actual_delivery_date: at, ...changes }).scans.map((scan) => scan.status);
    expect(statuses({})).toEqual(["delivered"]);
    expect(statuses({ actual_delivery_date: "2019-04-13T17:45:26.734Z" })).toEqual(["unknown"]);
    expect(statuses({ status_code: "EX", status_detail_code: null })).toEqual(["unknown"]);
    expect(statuses({ events: [{ ...events[0], event_date: null }], actual_delivery_date: null })).toEqual(["unknown"]);
  });

  it("event_description stands in for description, as the carrier's words do", () => {
    expect(scan({ description: "", event_description: "In Transit" })?.message).toBe("In Transit");
    expect(scan({ description: null, event_description: null, carrier_status_description: "Moving" })?.message).toBe("Moving");
  });
});

describe("ShipEngine's times", () => {
  it("UTC and the carrier's wall clock together give the offset", () => {
    expect(scan({})?.time).toMatchObject({ utc: "2021-09-20T19:03:00Z", local: "2021-09-20T14:03:00" });
  });

  it("both fields equal means the zone is unknown, not UTC", () => {
    expect(scan({ ...nowhere, occurred_at: "2021-09-17T02:41:00Z", carrier_occurred_at: "2021-09-17T02:41:00" })?.time).toMatchObject({
      kind: "local",
      local: "2021-09-17T02:41:00",
      utc: null,
      zoneSource: "unknown",
    });
  });

  it("T00:00:00 in both fields is a day", () => {
    expect(scan({ ...nowhere, occurred_at: "2021-09-18T00:00:00Z", carrier_occurred_at: "2021-09-18T00:00:00" })?.time).toMatchObject({
      kind: "day",
      day: "2021-09-18",
    });
  });

  it("neither field is no time", () => {
    expect(scan({ occurred_at: null, carrier_occurred_at: "" })?.time).toEqual({ kind: "none" });
  });
});

describe("ShipEngine's scans", () => {
  it("mix null and empty strings; both are nothing", () => {
    expect(read({}).scans[1]).toMatchObject({
      signer: null,
      place: { city: null, region: null, postalCode: null, country: null, facility: null, latitude: null, longitude: null },
      proofOfDeliveryUrl: null,
    });
  });

  it("a postal code sent as a number is text", () => {
    expect(scan({})?.place.postalCode).toBe("64862");
  });

  it("a facility named in city_locality is a facility", () => {
    expect(scan({ ...nowhere, city_locality: "LAS VEGAS NV DISTRIBUTION CENTER ANNEX" })?.place).toMatchObject({
      city: null,
      facility: "LAS VEGAS NV DISTRIBUTION CENTER ANNEX",
    });
  });

  it("keep signer and proof of delivery, the proof over https only", () => {
    expect(scan({})).toMatchObject({ signer: "A. SHOPPER", proofOfDeliveryUrl: "https://proofs.example/1.png" });
    for (const proof_of_delivery_url of ["http://proofs.example/1.png", "javascript:alert(1)", "proof.png"]) {
      expect(scan({ proof_of_delivery_url })?.proofOfDeliveryUrl).toBeNull();
    }
  });

  it("without a status of their own are read by the carrier's published event code", () => {
    expect(scan({ status_code: null, status_detail_code: "", event_code: "OF" })).toMatchObject({
      status: "out_for_delivery",
      substatus: "out_for_delivery",
      vendor: { status: null, detail: null, code: "OF" },
    });
  });

  it("with a code nobody published stay unknown, whatever the sentence says", () => {
    expect(scan({ status_code: null, status_detail_code: null, event_code: "ZZ", description: "Delivered!" })).toMatchObject({
      status: "unknown",
      substatus: "unknown",
    });
  });
});

describe("what ShipEngine also sends", () => {
  it("other webhooks are not for us", () => {
    expect(shipengine.read({ resource_type: "API_BATCH", resource_url: "https://api.shipengine.com/v1/batches/se-1" })).toEqual({
      kind: "ignored",
      reason: "ShipEngine webhook API_BATCH",
    });
  });

  it("its own errors are no tracking information", () => {
    expect(shipengine.read({ request_id: "1", errors: [{ message: "not found" }] })).toMatchObject({
      kind: "invalid",
      issues: [{ path: "tracking_number" }],
    });
  });
});
