import { describe, expect, it } from "vitest";
import { trackingJsonSchema } from "#lib/contracts/tracking-json.ts";
import type { WallClock } from "#lib/tracking/event-time.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { buildTrackingJson } from "./build-tracking-json.ts";
import { at, day, OUT_FOR_DELIVERY, onDay, sampleInput, sampleScan } from "./sample-input.ts";

const private_ = { tier: "private", key: "k" } as const;

describe("a parcel as JSON", () => {
  it.each(STATUSES)("keeps its documented shape when %s", (status) => {
    const json = buildTrackingJson(
      sampleInput({ tracker: { status, scans: [OUT_FOR_DELIVERY, sampleScan({ status, time: onDay("2026-09-18") })] } }),
    );
    expect(trackingJsonSchema.parse(json)).toEqual(json);
  });

  it("tells a scan with its place, its local and its UTC time, and how the zone is known", () => {
    expect(buildTrackingJson(sampleInput({ viewer: private_ })).events[0]).toEqual({
      status: "out_for_delivery",
      substatus: "out_for_delivery",
      message: "Out for Delivery",
      place: { city: "SARCOXIE", region: "MO", postal_code: "64862", country: "US" },
      time: {
        kind: "local",
        local: "2026-09-21T08:10:00",
        utc: "2026-09-21T13:10:00Z",
        zone: "America/Chicago",
        zone_source: "postal_code",
      },
    });
  });

  it("leaves the postcode out without the key", () => {
    expect(buildTrackingJson(sampleInput()).events[0]?.place).toEqual({ city: "SARCOXIE", region: "MO", postal_code: null, country: "US" });
  });

  it("has null where the carrier said nothing", () => {
    const local = "2026-09-18T06:00:00" as WallClock;
    const scans = [
      sampleScan({ status: "in_transit" }),
      sampleScan({ status: "in_transit", time: onDay("2026-09-18") }),
      sampleScan({ status: "in_transit", time: { kind: "local", local, utc: null, zone: null, zoneSource: "unknown", settled: null } }),
    ];
    const { events } = buildTrackingJson(sampleInput({ tracker: { scans } }));
    expect(events.map(({ time }) => time)).toEqual([
      null,
      { kind: "day", local: "2026-09-18", utc: null, zone: null, zone_source: "unknown" },
      { kind: "local", local, utc: null, zone: null, zone_source: "unknown" },
    ]);
    expect(events[0]).toMatchObject({ message: null, place: null });
  });

  it("keeps the first promise beside the present one", () => {
    const tracker = {
      estimatedDelivery: { on: day("2026-09-23"), from: null, until: null },
      originalEstimatedDelivery: { on: day("2026-09-21"), from: null, until: null },
    };
    expect(buildTrackingJson(sampleInput({ tracker }))).toMatchObject({
      estimated_delivery_on: "2026-09-23",
      original_estimated_delivery_on: "2026-09-21",
      delivered_at: null,
      delivered_on: null,
    });
  });

  it("knows the local day of a delivery even when the hour is unknown", () => {
    const status = "delivered" as const;
    const exact = at("2026-09-21T02:03:00Z", "2026-09-20T21:03:00");
    expect(buildTrackingJson(sampleInput({ tracker: { status, deliveredTime: exact } }))).toMatchObject({
      delivered_at: "2026-09-21T02:03:00Z",
      delivered_on: "2026-09-20",
    });
    expect(buildTrackingJson(sampleInput({ tracker: { status, deliveredTime: onDay("2026-09-20") } }))).toMatchObject({
      delivered_at: null,
      delivered_on: "2026-09-20",
    });
  });

  it("says when somebody has to act", () => {
    expect(buildTrackingJson(sampleInput()).action_required).toBe(false);
    expect(buildTrackingJson(sampleInput({ tracker: { substatus: "address_issue" } })).action_required).toBe(true);
  });
});
