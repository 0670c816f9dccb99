import { describe, expect, it } from "vitest";
import { onlySnapshotOf } from "../contract.samples.ts";
import { push } from "./index.ts";

const parcel = { carrier: "ups", tracking_number: "1Z999AA10123456784" };
const scan = { status: "in_transit", occurred_at: "2026-03-01T17:04:00-06:00" };
const read = (report: object) => onlySnapshotOf(push.read({ ...parcel, ...report }));
const issuesOf = (report: object) => {
  const reading = push.read({ ...parcel, ...report });
  return reading.kind === "invalid" ? reading.issues.map(({ path }) => path) : [];
};

describe("a report of one's own", () => {
  it("is about a parcel whose newest scan speaks for it, in whatever order they are listed", () => {
    const delivered = {
      status: "delivered",
      substatus: "delivered_to_neighbour",
      occurred_at: "2026-03-02T11:00:00-06:00",
      signer: "A. Neighbour",
    };
    for (const scans of [
      [scan, delivered],
      [delivered, scan],
    ]) {
      expect(read({ scans })).toMatchObject({
        provider: "push",
        carrier: "ups",
        status: "delivered",
        substatus: "delivered_to_neighbour",
        asOf: "2026-03-02T17:00:00Z",
      });
    }
  });

  it("has the last word on the parcel where it says one", () => {
    const report = { status: "failure", substatus: "lost", as_of: "2026-03-09T08:00:00.250Z", scans: [scan] };
    expect(read(report)).toMatchObject({ status: "failure", substatus: "lost", asOf: "2026-03-09T08:00:00.250Z" });
  });

  it("says of times what it knows: an instant, a wall clock, or a day", () => {
    const timeOf = (occurred_at: string) => read({ scans: [{ ...scan, occurred_at }] }).scans[0]?.time;
    expect(timeOf("2026-03-01T17:04:00-06:00")).toMatchObject({ kind: "instant", utc: "2026-03-01T23:04:00Z" });
    expect(timeOf("2026-03-01T17:04:00Z")).toMatchObject({ kind: "instant", utc: "2026-03-01T17:04:00Z" });
    expect(timeOf("2026-03-01T17:04")).toMatchObject({ kind: "local", local: "2026-03-01T17:04:00", utc: null });
    expect(timeOf("2026-03-01")).toMatchObject({ kind: "day", day: "2026-03-01" });
    expect(timeOf("2026-03-01T00:00:00Z")).toMatchObject({ kind: "instant" });
  });

  it("finds a wall clock's zone by the place", () => {
    const place = { city: "Chicago", region: "IL", postal_code: "60611", country: "US", facility: "Depot 4" };
    expect(read({ scans: [{ ...scan, occurred_at: "2026-03-01T17:04:00", place }] }).scans[0]).toMatchObject({
      time: { kind: "local", zone: "America/Chicago", utc: "2026-03-01T23:04:00Z" },
      place: { city: "Chicago", postalCode: "60611", facility: "Depot 4" },
    });
  });

  it("has no date of its own where its newest scan has no moment", () => {
    expect(read({ scans: [{ ...scan, occurred_at: "2026-03-01" }] }).asOf).toBeNull();
  });

  it("promises a day, with hours or without", () => {
    expect(read({ scans: [scan], estimated_delivery: "2026-03-02" }).estimatedDelivery).toEqual({
      on: "2026-03-02",
      from: null,
      until: null,
    });
    expect(read({ scans: [scan], estimated_delivery: { on: "2026-03-02", until: "17:30" } }).estimatedDelivery).toEqual({
      on: "2026-03-02",
      from: null,
      until: "17:30",
    });
  });

  it("takes empty text for nothing said", () => {
    expect(read({ scans: [{ ...scan, message: " ", place: { city: "", country: "" } }], service_level: "" })).toMatchObject({
      serviceLevel: null,
      scans: [{ message: null, place: { city: null, country: null } }],
    });
  });
});

describe("a report that cannot be right is refused, and", () => {
  it.each([
    ["a substatus that contradicts its status", { scans: [{ ...scan, substatus: "delivered_to_neighbour" }] }, "scans.0.substatus"],
    ["a return told as a delivery", { status: "delivered", substatus: "returned", scans: [scan] }, "substatus"],
    ["a word that is no substatus", { scans: [{ ...scan, substatus: "constructor" }] }, "scans.0.substatus"],
    ["a day that does not exist", { scans: [{ ...scan, occurred_at: "2026-02-30" }] }, "scans.0.occurred_at"],
    ["a promise for no day", { scans: [scan], estimated_delivery: "soon" }, "estimated_delivery"],
    ["a country nobody knows", { scans: [{ ...scan, place: { country: "Atlantis" } }] }, "scans.0.place.country"],
    ["a misspelt field", { scans: [{ ...scan, ocurred_at: "2026-03-01" }] }, "scans.0.ocurred_at"],
    ["coordinates off the earth", { scans: [{ ...scan, place: { latitude: 91 } }] }, "scans.0.place.latitude"],
    [
      "a proof that is no web address",
      { scans: [{ ...scan, proof_of_delivery_url: "javascript:alert(1)" }] },
      "scans.0.proof_of_delivery_url",
    ],
    ["control characters", { scans: [{ ...scan, message: "a\u0000b" }] }, "scans.0.message"],
    ["half a character", { scans: [{ ...scan, message: "\ud800" }] }, "scans.0.message"],
    ["a moment without its offset", { scans: [scan], as_of: "2026-03-01T17:04:00" }, "as_of"],
    ["a weight of nothing", { scans: [scan], weight_oz: 0 }, "weight_oz"],
    ["nothing at all", {}, "scans"],
    ["a status that does not say since when", { status: "delivered" }, "as_of"],
    ["a carrier nobody knows", { carrier: "Owl Post", scans: [scan] }, "carrier"],
  ])("%s is named", (_, report, path) => {
    expect(issuesOf(report)).toEqual([path]);
  });

  it("every slip is named at once", () => {
    expect(issuesOf({ weight_oz: "heavy", scans: [{ occurred_at: "now" }, { status: "flown", occurred_at: "2026-03-01" }] })).toEqual([
      "weight_oz",
      "scans.0.status",
      "scans.0.occurred_at",
      "scans.1.status",
    ]);
  });
});
