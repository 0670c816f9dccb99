import { describe, expect, it } from "vitest";
import { anIdentity, aScan, aSnapshot, day, inPlace, instant } from "#lib/testing/snapshots.ts";
import { deriveTracker } from "./derive-tracker.ts";
import { explainHeaders } from "./explain-headers.ts";
import { EMPTY_FACTS, foldSnapshot } from "./fold-snapshot.ts";
import type { TrackerSnapshot } from "./snapshot.ts";

const factsOf = (...snapshots: Partial<TrackerSnapshot>[]) =>
  snapshots.reduce((facts, parts) => foldSnapshot(facts, aSnapshot(parts)), EMPTY_FACTS);

const explain = (...snapshots: Partial<TrackerSnapshot>[]) =>
  explainHeaders(factsOf(...snapshots).headers).map(({ header, decides }) => [header.provider, decides]);

const ON_10 = { on: day("2026-03-10"), from: null, until: null };
const ON_12 = { on: day("2026-03-12"), from: null, until: null };

describe("whose picture of a parcel counts", () => {
  it("is nobody's before anybody has told anything", () => {
    expect(explainHeaders([])).toEqual([]);
  });

  it("is the latest one's, and what it does not say is the last one's that did", () => {
    expect(
      explain(
        { provider: "easypost", asOf: instant("2026-03-02T10:00:00Z"), serviceLevel: "Ground", estimatedDelivery: ON_10 },
        {
          provider: "shippo",
          asOf: instant("2026-03-03T10:00:00Z"),
          status: "out_for_delivery",
          substatus: "out_for_delivery",
          estimatedDelivery: ON_12,
        },
      ),
    ).toEqual([
      ["shippo", ["status", "estimated_delivery"]],
      ["easypost", ["original_promise", "service"]],
    ]);
  });

  it("is not that of a vendor who knows nothing yet", () => {
    const [first, second] = explain(
      { provider: "easypost", asOf: instant("2026-03-02T10:00:00Z"), scans: [aScan()] },
      { provider: "shipengine", asOf: instant("2026-03-05T10:00:00Z"), status: "unknown", substatus: "unknown" },
    );
    expect([first, second]).toEqual([
      ["shipengine", []],
      ["easypost", ["status"]],
    ]);
  });

  it("is what the tracker is read from", () => {
    const facts = factsOf(
      {
        provider: "easypost",
        asOf: instant("2026-03-02T10:00:00Z"),
        serviceLevel: "Ground",
        weightOz: 12,
        signedBy: "A",
        origin: inPlace({ city: "Reno" }),
      },
      {
        provider: "shippo",
        asOf: instant("2026-03-03T10:00:00Z"),
        estimatedDelivery: ON_12,
        destination: inPlace({ city: "Boise" }),
        weightOz: 14,
      },
      {
        provider: "shipengine",
        asOf: instant("2026-03-01T10:00:00Z"),
        estimatedDelivery: ON_10,
        status: "return_to_sender",
        substatus: "return_to_sender",
      },
    );
    const tracker = deriveTracker(facts, anIdentity);
    const deciding = (role: string) => explainHeaders(facts.headers).find(({ decides }) => (decides as string[]).includes(role))?.header;
    expect(tracker).toMatchObject({
      status: deciding("status")?.status,
      estimatedDelivery: deciding("estimated_delivery")?.estimatedDelivery,
      originalEstimatedDelivery: deciding("original_promise")?.estimatedDelivery,
      serviceLevel: deciding("service")?.serviceLevel,
      origin: deciding("origin")?.origin,
      destination: deciding("destination")?.destination,
      signedBy: deciding("signature")?.signedBy,
      weightOz: deciding("weight")?.weightOz,
    });
    expect(deciding("return")?.provider).toBe("shipengine");
  });
});
