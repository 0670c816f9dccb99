import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Issue } from "#lib/shared/issue.ts";
import { sharedFixtures } from "#lib/testing/shared-fixtures.ts";
import { onlySnapshotOf, snapshotsOf } from "./contract.samples.ts";
import { providers } from "./registry.ts";

interface Recorded {
  response: { status: unknown; body: unknown };
}

const recordedBody = (...parts: string[]) => (sharedFixtures.readJson(...parts) as Recorded).response.body;
const jsonFiles = (...parts: string[]) =>
  sharedFixtures.present ? readdirSync(sharedFixtures.path(...parts)).filter((name) => name.endsWith(".json")) : [];
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Every object anywhere in a recorded answer that calls itself `object`. */
function objectsNamed(object: string, json: unknown): Record<string, unknown>[] {
  if (Array.isArray(json)) return json.flatMap((entry) => objectsNamed(object, entry));
  if (!isRecord(json)) return [];
  return [...(json.object === object ? [json] : []), ...Object.values(json).flatMap((value) => objectsNamed(object, value))];
}

const pathsOf = (issues: Issue[]) => issues.map(({ path }) => path);

describe.skipIf(!sharedFixtures.present)(`EasyPost, ${sharedFixtures.label}`, () => {
  const files = ["recorded", "official-docs"].flatMap((folder) => jsonFiles("easypost", folder).map((name) => [folder, name] as const));
  const trackers = files.flatMap(([folder, name]) =>
    objectsNamed("Tracker", sharedFixtures.readJson("easypost", folder, name)).map((tracker) => [`${folder}/${name}`, tracker] as const),
  );

  it("brings at least forty trackers", () => {
    expect(trackers.length).toBeGreaterThanOrEqual(40);
  });

  it.each(trackers)("every tracker of %s reads, without a note", (_, tracker) => {
    const snapshot = onlySnapshotOf(providers.easypost.read(tracker));
    expect(snapshot).toMatchObject({ status: tracker.status, mode: tracker.mode, vendorTrackerId: tracker.id, notes: [] });
    expect(snapshot.scans).toHaveLength((tracker.tracking_details as unknown[]).length);
    expect(snapshot.asOf).not.toBeNull();
  });

  it.each([
    ["EZ1000000001", "pre_transit"],
    ["EZ2000000002", "in_transit"],
    ["EZ3000000003", "out_for_delivery"],
    ["EZ4000000004", "delivered"],
    ["EZ5000000005", "return_to_sender"],
    ["EZ6000000006", "failure"],
    ["EZ7000000007", "unknown"],
  ])("the test number %s is %s", (number, status) => {
    const snapshot = onlySnapshotOf(providers.easypost.read(recordedBody("easypost", "recorded", `tracker-${number}-created-201.json`)));
    expect(snapshot).toMatchObject({ status, trackingNumber: number, mode: "test" });
  });

  it("an event with its tracker inside reads", () => {
    const guide = onlySnapshotOf(
      providers.easypost.read(sharedFixtures.readJson("easypost", "official-docs", "guide-tracking-webhook.json")),
    );
    expect(guide).toMatchObject({ carrier: "ups", trackingNumber: "EZ4000000004", status: "delivered", mode: "test" });
    expect(guide.scans).toHaveLength(6);
  });

  it("the signed example is about a parcel numbered `1`, which is no tracking number", () => {
    const reading = providers.easypost.read(sharedFixtures.readJson("easypost", "webhook-hmac-vector", "event-body.json"));
    expect(reading.kind === "invalid" && pathsOf(reading.issues)).toEqual(["result.tracking_code"]);
  });

  it("an event about a tracker but without it is invalid; a batch's is ignored", () => {
    for (const file of [
      recordedBody("easypost", "recorded", "event-get.json"),
      sharedFixtures.readJson("easypost", "official-docs", "event_example.json"),
    ]) {
      const expected = String((file as Record<string, unknown>).description).startsWith("tracker.") ? "invalid" : "ignored";
      expect(providers.easypost.read(file).kind).toBe(expected);
    }
    expect(providers.easypost.read(sharedFixtures.readJson("easypost", "official-docs", "post_json_example.json")).kind).toBe("ignored");
  });

  it.each(jsonFiles("easypost", "recorded").filter((name) => name.startsWith("error-")))("the error %s is no tracker", (name) => {
    expect(providers.easypost.read(recordedBody("easypost", "recorded", name))).toMatchObject({
      kind: "invalid",
      issues: [{ path: "tracking_code" }],
    });
  });
});

describe.skipIf(!sharedFixtures.present)(`Shippo, ${sharedFixtures.label}`, () => {
  it.each(["track-test_create.json", "track-test_get_status.json"])("the recorded track %s reads", (name) => {
    const snapshot = onlySnapshotOf(providers.shippo.read(recordedBody("shippo", "recorded", name)));
    expect(snapshot).toMatchObject({ carrier: "usps", trackingNumber: "9205590164917337534322", status: "delivered", notes: [] });
    expect(snapshot.estimatedDelivery?.on).toBe("2016-12-08");
    expect(snapshot.scans.every(({ time }) => time.kind !== "none")).toBe(true);
  });

  it("a number it does not know yet is unknown without scans", () => {
    const snapshot = onlySnapshotOf(providers.shippo.read(recordedBody("shippo", "recorded", "track-test_invalid_create-1.json")));
    expect(snapshot).toMatchObject({ status: "unknown", scans: [] });
  });

  it("the mock number reads in test mode", () => {
    const { response } = sharedFixtures.readJson("shippo", "docs", "mock-SHIPPO_TRANSIT.json") as { response: unknown };
    expect(onlySnapshotOf(providers.shippo.read(response))).toMatchObject({
      carrier: "shippo",
      mode: "test",
      status: "in_transit",
      scans: [{}, {}],
    });
  });

  it("the documented webhook reads", () => {
    const { payload } = sharedFixtures.readJson("shippo", "docs", "webhook-track_updated.json") as { payload: unknown };
    expect(onlySnapshotOf(providers.shippo.read(payload))).toMatchObject({ mode: "test", status: "delivered", substatus: "delivered" });
  });

  it("its errors are no tracks", () => {
    expect(providers.shippo.read(recordedBody("shippo", "recorded", "track-test_invalid_create-0.json")).kind).toBe("invalid");
    expect(providers.shippo.read(recordedBody("shippo", "recorded", "track-test_invalid_get_status-0.json")).kind).toBe("invalid");
  });
});

describe.skipIf(!sharedFixtures.present)(`ShipEngine, ${sharedFixtures.label}`, () => {
  const readSample = (file: string, key: string) => (sharedFixtures.readJson("shipengine", file) as Record<string, unknown>)[key];

  it("the documented journey from Las Vegas to Sarcoxie reads, every scan at its own time", () => {
    const snapshot = onlySnapshotOf(providers.shipengine.read(readSample("docs-sample-tracking.json", "response")));
    expect(snapshot).toMatchObject({ carrier: "usps", status: "delivered", notes: [] });
    expect(snapshot.scans.map(({ substatus, time }) => [substatus, time.kind, "utc" in time ? time.utc : null])).toEqual([
      ["delivered", "instant", "2021-09-20T19:03:00Z"],
      ["out_for_delivery", "instant", "2021-09-20T13:10:00Z"],
      ["received_at_destination_facility", "instant", "2021-09-20T12:59:00Z"],
      ["in_transit", "day", null],
      ["arrived_at_facility", "instant", "2021-09-17T02:41:00Z"],
      ["accepted", "instant", "2021-09-16T21:06:00Z"],
    ]);
    expect(snapshot.scans[4]?.place.facility).toBe("LAS VEGAS NV DISTRIBUTION CENTER ANNEX");
  });

  it("the form of 2019 names its carrier in the resource's path", () => {
    expect(onlySnapshotOf(providers.shipengine.read(readSample("webhook-samples.json", "API_TRACK_2019_form")))).toMatchObject({
      carrier: "usps",
      status: "delivered",
      scans: [{ message: "Delivered, Individual Picked Up at Post Office" }],
    });
  });

  it("the form of 2025 is kept with its number cut short, which is asked for", () => {
    const reading = providers.shipengine.read(readSample("webhook-samples.json", "API_TRACK_2025_form"));
    expect(reading.kind === "invalid" && pathsOf(reading.issues)).toEqual(["data.tracking_number"]);
  });

  it("the second version's webhook reads without events", () => {
    expect(onlySnapshotOf(providers.shipengine.read(readSample("webhook-samples.json", "TRACK_EVENT_V2_first_part")))).toMatchObject({
      carrier: "ups",
      status: "unknown",
      substatus: "awaiting_information",
      estimatedDelivery: { on: "2026-04-30" },
      scans: [],
    });
  });

  it("the client's mock names no carrier, and its number is nobody's: the carrier is asked for, and with it the mock reads", () => {
    const mock = readSample("sdk-js-mocks.json", "label_200") as Record<string, unknown>;
    const reading = providers.shipengine.read(mock);
    expect(reading.kind === "invalid" && pathsOf(reading.issues)).toEqual(["carrier_code"]);
    expect(onlySnapshotOf(providers.shipengine.read({ ...mock, carrier_code: "fedex" }))).toMatchObject({
      status: "delivered",
      scans: [{ status: "unknown" }, { status: "unknown" }],
    });
  });

  it.each(["label_404", "malformed_500"])("the client's mock of an error, %s, is no tracking information", (key) => {
    expect(providers.shipengine.read(readSample("sdk-js-mocks.json", key)).kind).toBe("invalid");
  });
});

describe.skipIf(!sharedFixtures.present)(`shipment_notify, ${sharedFixtures.label}`, () => {
  it("the documented order 28002-A reads with its two parcels", () => {
    const { payload } = sharedFixtures.readJson("swiftpod", "shipment_notify.json") as { payload: unknown };
    const snapshots = snapshotsOf(providers.shipment_notify.read(payload));
    expect(
      snapshots.map(({ trackingNumber, status, order }) => [trackingNumber, status, order?.parcel.primary, order?.parcel.items.length]),
    ).toEqual([
      ["9400100109361129278357", "delivered", true, 1],
      ["9400100109361129278358", "delivered", false, 2],
    ]);
    expect(JSON.stringify(snapshots)).not.toMatch(/John Smith|638-1331|Phillips Rice|Cortland|44410|easypost-files|tools\.usps\.com/);
  });

  it("its sister events are ignored, and answers to subscriptions are invalid", () => {
    const events = sharedFixtures.readJson("swiftpod", "other-events.json") as Record<string, unknown>;
    expect(providers.shipment_notify.read(events.order_notify_event).kind).toBe("ignored");
    expect(providers.shipment_notify.read(events.stock_notify).kind).toBe("ignored");
    expect(providers.shipment_notify.read(events.subscribe_response).kind).toBe("invalid");
  });
});
