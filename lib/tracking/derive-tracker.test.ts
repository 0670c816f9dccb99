import { describe, expect, it } from "vitest";
import {
  anIdentity,
  aScan,
  aSnapshot,
  day,
  inPlace,
  instant,
  noTime,
  timeWithOffset,
  wallClock,
  wholeDay,
} from "#lib/testing/snapshots.ts";
import { deriveTracker } from "./derive-tracker.ts";
import { EMPTY_FACTS, foldSnapshot } from "./fold-snapshot.ts";
import { isFinal } from "./is-final.ts";
import type { TrackerSnapshot } from "./snapshot.ts";

const derive = (snapshots: TrackerSnapshot[], fencedBefore: string | null = null) =>
  deriveTracker(snapshots.reduce(foldSnapshot, EMPTY_FACTS), {
    ...anIdentity,
    fencedBefore: fencedBefore === null ? null : day(fencedBefore),
  });
const at = (text: string) => instant(`2026-03-${text}:00Z`);
const delivered = { status: "delivered", substatus: "delivered" } as const;
const returning = { status: "return_to_sender", substatus: "return_to_sender" } as const;
const promise = (on: string) => ({ on: day(on), from: null, until: null });

describe("the status of a parcel", () => {
  it("is unknown while nobody has said anything", () => {
    expect(derive([])).toMatchObject({ status: "unknown", substatus: "unknown", isFinal: false, scans: [], newsAt: null });
  });

  it("is the vendor's latest word, even if that arrives first", () => {
    const early = aSnapshot({ asOf: at("02T10:00") });
    const late = aSnapshot({ asOf: at("03T10:00"), status: "out_for_delivery", substatus: "out_for_delivery" });
    expect(derive([late, early])).toMatchObject({ status: "out_for_delivery", newsAt: at("03T10:00"), vendor: { provider: "easypost" } });
  });

  it("follows the vendor's word, not the newest scan", () => {
    const tracker = derive([aSnapshot({ scans: [aScan(delivered)] })]);
    expect(tracker).toMatchObject({ status: "in_transit", deliveredTime: null });
  });

  it("can go back from out for delivery to in transit after a failed attempt", () => {
    const out = aSnapshot({ asOf: at("02T08:00"), status: "out_for_delivery", substatus: "out_for_delivery" });
    const failed = aSnapshot({ asOf: at("02T17:00"), substatus: "delivery_attempted" });
    expect(derive([out, failed])).toMatchObject({ status: "in_transit", substatus: "delivery_attempted", isFinal: false });
  });

  it("can go back from a failure by weather to in transit", () => {
    const storm = aSnapshot({ asOf: at("02T08:00"), status: "failure", substatus: "weather_delay" });
    expect(derive([storm]).isFinal).toBe(false);
    expect(derive([storm, aSnapshot({ asOf: at("04T08:00") })]).status).toBe("in_transit");
  });

  it("is ordered by the newest scan where a vendor dates nothing itself", () => {
    const early = aSnapshot({ provider: "shipengine", asOf: null, scans: [aScan()] });
    const arrival = aScan({ ...delivered, time: timeWithOffset("2026-03-04T14:00:00-05:00") });
    const late = aSnapshot({ provider: "shipengine", asOf: null, ...delivered, scans: [arrival, aScan()] });
    expect(derive([late, early])).toMatchObject({ status: "delivered", newsAt: at("04T19:00") });
  });

  it("is not taken back by an order platform's older, coarser word", () => {
    const notify = aSnapshot({ provider: "shipment_notify", asOf: at("02T09:00") });
    const carrier = aSnapshot({ asOf: at("03T09:00"), ...delivered, scans: [aScan(delivered)] });
    expect(derive([carrier, notify]).status).toBe("delivered");
  });

  it("prefers the vendor who follows the parcel when the order platform speaks at the same moment", () => {
    const notify = aSnapshot({ provider: "shipment_notify", asOf: at("03T09:00"), ...delivered });
    const carrier = aSnapshot({ asOf: at("03T09:00"), status: "out_for_delivery", substatus: "out_for_delivery" });
    expect(derive([notify, carrier]).status).toBe("out_for_delivery");
  });

  it("is the word that came with more scans when two came at one moment", () => {
    const twin = aScan({ message: "Delivery attempted" });
    const attempted = aSnapshot({ asOf: at("03T09:00"), substatus: "delivery_attempted", scans: [aScan(), twin] });
    const before = aSnapshot({ asOf: at("03T09:00"), status: "out_for_delivery", substatus: "out_for_delivery", scans: [aScan()] });
    expect(derive([attempted, before]).substatus).toBe("delivery_attempted");
  });

  it("is the order platform's word when that is the newest", () => {
    const carrier = aSnapshot({ asOf: at("03T09:00"), scans: [aScan()] });
    const notify = aSnapshot({ provider: "shipment_notify", asOf: at("04T09:00"), ...delivered });
    expect(derive([notify, carrier])).toMatchObject({ status: "delivered", vendor: { provider: "shipment_notify" } });
  });

  it("survives a second vendor that was only just asked and knows nothing yet", () => {
    const shipped = aSnapshot({ provider: "shipment_notify", asOf: at("02T09:00") });
    const blank = aSnapshot({ asOf: at("02T10:00"), status: "unknown", substatus: "unknown" });
    expect(derive([shipped, blank]).status).toBe("in_transit");
    expect(derive([blank])).toMatchObject({ status: "unknown", vendor: { provider: "easypost" } });
  });

  it("becomes unknown, never good news, when the newest word is one nobody can read", () => {
    const carrier = aSnapshot({ asOf: at("03T09:00"), ...delivered });
    const odd = aSnapshot({
      asOf: at("04T09:00"),
      status: "unknown",
      substatus: "unknown",
      notes: [{ field: "status", word: "vaporised" }],
    });
    expect(derive([carrier, odd]).status).toBe("unknown");
  });
});

describe("a parcel that came back", () => {
  const home = aSnapshot({ asOf: at("09T12:00"), ...delivered, scans: [aScan({ ...delivered, time: wholeDay("2026-03-09") })] });

  it("is returned, not delivered, after the vendor said it was on its way back", () => {
    const tracker = derive([home, aSnapshot({ asOf: at("05T12:00"), ...returning })]);
    expect(tracker).toMatchObject({ status: "return_to_sender", substatus: "returned", isFinal: true, deliveredTime: null });
  });

  it("is returned when only a scan tells of the way back", () => {
    const turned = aScan({ ...returning, message: "Returned to sender" });
    expect(derive([aSnapshot({ ...home, scans: [...home.scans, turned] })]).substatus).toBe("returned");
  });

  it("is returned when the vendor marks the whole parcel as a return", () => {
    expect(derive([aSnapshot({ ...home, isReturn: true })]).status).toBe("return_to_sender");
  });

  it("is not final while it is still on its way back", () => {
    expect(derive([aSnapshot(returning)])).toMatchObject({ status: "return_to_sender", isFinal: false });
  });

  it("is delivered when only an earlier parcel of the same number came back", () => {
    const oldReturn = aScan({ ...returning, time: timeWithOffset("2025-06-01T10:00:00-05:00") });
    expect(derive([aSnapshot({ ...home, scans: [oldReturn, ...home.scans] })], "2025-12-01").status).toBe("delivered");
  });
});

describe("what is final", () => {
  it.each([
    ["delivered", "delivered_to_safe_place"],
    ["cancelled", "cancelled"],
    ["return_to_sender", "returned"],
    ["failure", "lost"],
    ["failure", "disposed"],
  ] as const)("%s as %s is", (status, substatus) => {
    expect(isFinal(status, substatus)).toBe(true);
  });

  it.each([
    ["delivered", "delivered_in_part"],
    ["return_to_sender", "refused"],
    ["failure", "undeliverable"],
    ["available_for_pickup", "pickup_available"],
    ["unknown", "tracking_expired"],
    ["error", "error"],
  ] as const)("%s as %s is not", (status, substatus) => {
    expect(isFinal(status, substatus)).toBe(false);
  });
});

describe("what the page says beside the status", () => {
  it("keeps the first promise beside the latest one", () => {
    const first = aSnapshot({ asOf: at("01T00:00"), estimatedDelivery: promise("2026-03-05") });
    const moved = aSnapshot({ asOf: at("03T00:00"), estimatedDelivery: promise("2026-03-07") });
    const silent = aSnapshot({ asOf: at("04T00:00") });
    expect(derive([silent, moved, first])).toMatchObject({
      estimatedDelivery: { on: "2026-03-07" },
      originalEstimatedDelivery: { on: "2026-03-05" },
    });
  });

  it("trusts a vendor that names the original promise itself", () => {
    const named = aSnapshot({ originalEstimatedDelivery: promise("2026-03-04"), estimatedDelivery: promise("2026-03-05") });
    expect(derive([named]).originalEstimatedDelivery?.on).toBe("2026-03-04");
  });

  it("tells when it was delivered by the delivery scan, not by the papers that follow", () => {
    const door = aScan({ ...delivered, message: "Left at door", time: timeWithOffset("2026-03-04T14:00:00-05:00") });
    const paper = aScan({
      status: "delivered",
      substatus: "proof_of_delivery",
      message: "Proof on file",
      time: timeWithOffset("2026-03-04T20:00:00-05:00"),
    });
    expect(derive([aSnapshot({ ...delivered, scans: [door, paper] })]).deliveredTime).toEqual(door.time);
  });

  it("does not invent a delivery time", () => {
    expect(derive([aSnapshot({ ...delivered, scans: [aScan()] })]).deliveredTime).toBeNull();
  });

  it("keeps the service, the places and the signer a later picture leaves out", () => {
    const full = aSnapshot({ asOf: at("01T00:00"), serviceLevel: "Ground", destination: inPlace({ city: "Reno" }), signedBy: "J. Tester" });
    expect(derive([full, aSnapshot({ asOf: at("05T00:00") })])).toMatchObject({
      serviceLevel: "Ground",
      destination: { city: "Reno" },
      signedBy: "J. Tester",
    });
  });
});

describe("the timeline", () => {
  const messages = (scans: Parameters<typeof aScan>[0][], fence: string | null = null) =>
    derive([aSnapshot({ scans: scans.map(aScan) })], fence).scans.map(({ message }) => message);

  it("shows the newest scan first by true time, whatever the local clocks say", () => {
    const east = { message: "left New York", time: timeWithOffset("2026-03-02T10:00:00-05:00") };
    const west = { message: "reached Reno", time: timeWithOffset("2026-03-02T09:00:00-08:00") };
    expect(messages([west, east])).toEqual(["reached Reno", "left New York"]);
  });

  it("places a wall clock without zone among its neighbours by local time", () => {
    const before = { message: "before", time: timeWithOffset("2026-03-02T09:00:00-08:00") };
    const between = { message: "between", time: wallClock("2026-03-02T09:30:00") };
    const after = { message: "after", time: timeWithOffset("2026-03-02T10:00:00-08:00") };
    expect(messages([between, after, before])).toEqual(["after", "between", "before"]);
  });

  it("lets a day without a time open its day, so that it never poses as the latest news", () => {
    const eve = { message: "the evening before", time: timeWithOffset("2026-03-01T22:00:00-05:00") };
    const allDay = { message: "all day", time: wholeDay("2026-03-02") };
    const dawn = { message: "early", time: timeWithOffset("2026-03-02T00:10:00-05:00") };
    expect(messages([allDay, dawn, eve])).toEqual(["early", "all day", "the evening before"]);
  });

  it("lets a delivery without a time close its day", () => {
    const door = { ...delivered, message: "delivered", time: wholeDay("2026-03-02") };
    const van = { status: "out_for_delivery", message: "out", time: timeWithOffset("2026-03-02T08:00:00-05:00") } as const;
    expect(messages([door, van])).toEqual(["delivered", "out"]);
  });

  it("keeps a day without a time alone on its day", () => {
    const friday = { message: "friday", time: timeWithOffset("2026-03-06T19:00:00-08:00") };
    const saturday = { message: "saturday", time: wholeDay("2026-03-07") };
    const monday = { message: "monday", time: timeWithOffset("2026-03-09T08:00:00-05:00") };
    expect(messages([saturday, monday, friday])).toEqual(["monday", "saturday", "friday"]);
  });

  it("shows a scan without any time last", () => {
    expect(messages([{ message: "whenever", time: noTime }, { message: "dated" }])).toEqual(["dated", "whenever"]);
  });

  it("orders scans of one minute by what they mean", () => {
    const arrived = { message: "arrived", substatus: "arrived_at_facility" } as const;
    const departed = { message: "departed", substatus: "departed_facility" } as const;
    expect(messages([arrived, departed])).toEqual(["departed", "arrived"]);
  });

  it("leaves out the scans of an earlier parcel with the same number", () => {
    const old = { message: "old parcel", time: wholeDay("2025-06-01") };
    expect(messages([old, { message: "this parcel" }], "2025-12-01")).toEqual(["this parcel"]);
  });
});
