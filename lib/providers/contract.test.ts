import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PROVIDERS, type TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { isStatus } from "#lib/tracking/status.ts";
import { isSubstatus } from "#lib/tracking/substatus.ts";
import { samples, snapshotsOf, valueAt, withValueAt } from "./contract.samples.ts";
import type { ProviderReading } from "./provider.ts";
import { providers } from "./registry.ts";

/** Every place in a payload, dotted. */
function pathsOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return path === "" ? [] : [path];
  const below = Object.entries(value).flatMap(([key, child]) => pathsOf(child, path === "" ? key : `${path}.${key}`));
  return path === "" ? below : [path, ...below];
}

function expectHonest(snapshot: TrackerSnapshot) {
  expect(isStatus(snapshot.status) && isSubstatus(snapshot.substatus)).toBe(true);
  for (const scan of snapshot.scans) expect(isStatus(scan.status) && isSubstatus(scan.substatus)).toBe(true);
  expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
}

/** What nobody could read: the payload, or one parcel among others. */
function issuesOf(reading: ProviderReading) {
  return reading.kind === "invalid" ? reading.issues : reading.kind === "snapshots" ? (reading.unread ?? []) : [];
}

const nonsense = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    null,
    "",
    " ",
    0,
    -1,
    1e308,
    true,
    [],
    {},
    [null],
    "2026-13-45T99:99:99Z",
    "0000-00-00",
    "T00:00:00Z",
    "\u0000",
    "\ud800",
    "__proto__",
    "constructor",
    "9".repeat(500),
  ),
);

describe.each(PROVIDERS)("%s, as every provider,", (name) => {
  const provider = providers[name];
  const { payload, numberPath, statusPath, needed, isStrict = false } = samples[name];

  it("is registered under its own name", () => {
    expect(provider.name).toBe(name);
  });

  it("reads its sample without a note", () => {
    const snapshots = snapshotsOf(provider.read(payload));
    expect(snapshots.flatMap(({ notes }) => notes)).toEqual([]);
    for (const snapshot of snapshots) {
      expect(snapshot.provider).toBe(name);
      expectHonest(snapshot);
    }
  });

  it("reading twice gives the same, and leaves the payload as it was", () => {
    const before = structuredClone(payload);
    expect(provider.read(payload)).toEqual(provider.read(payload));
    expect(payload).toEqual(before);
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["an empty object", {}],
    ["an empty list", []],
    ["a text", "delivered"],
    ["a number", 7],
  ])("%s is invalid, and says where", (_, json) => {
    const reading = provider.read(json);
    expect(reading.kind).toBe("invalid");
    if (reading.kind !== "invalid") return;
    expect(reading.issues.length).toBeGreaterThan(0);
    for (const issue of reading.issues) {
      expect(issue.path).not.toBe("");
      expect(issue.message).not.toBe("");
    }
  });

  it("without its tracking number cannot be read, and says where it is missing", () => {
    for (const missing of [undefined, null, "", "   "]) {
      expect(issuesOf(provider.read(withValueAt(payload, numberPath, missing)))).toEqual([
        { path: numberPath, message: expect.stringContaining("missing") },
      ]);
    }
  });

  it("with an object where text should be is invalid, with the path", () => {
    for (const path of [numberPath, statusPath]) {
      const reading = provider.read(withValueAt(payload, path, { oops: true }));
      expect(reading).toMatchObject({ kind: "invalid", issues: [{ path }] });
    }
  });

  it.runIf(isStrict)("an unknown status, and an unknown key, are refused where they stand", () => {
    expect(provider.read(withValueAt(payload, statusPath, "Delivered-ish"))).toMatchObject({
      kind: "invalid",
      issues: [{ path: statusPath }],
    });
    expect(provider.read({ ...payload, brand_new: 1 })).toMatchObject({ kind: "invalid", issues: [{ path: "brand_new" }] });
  });

  it.skipIf(isStrict)("an unknown status is unknown and noted, never good news", () => {
    const [snapshot] = snapshotsOf(provider.read(withValueAt(payload, statusPath, "Delivered-ish")));
    expect(snapshot).toMatchObject({ status: "unknown", substatus: "unknown", vendor: { status: "Delivered-ish" } });
    expect(snapshot?.notes).toContainEqual({ field: "status", word: "Delivered-ish" });
  });

  it.skipIf(isStrict)("an unknown key is ignored", () => {
    expect(provider.read({ ...payload, brand_new: { deep: [1, 2, 3] } })).toEqual(provider.read(payload));
  });

  it("null in any one place is nothing said, not a fault, but for what it cannot do without", () => {
    const said = pathsOf(payload).filter((path) => path !== numberPath && !needed.includes(path));
    expect(said.length).toBeGreaterThan(20);
    for (const path of said) {
      expect(provider.read(withValueAt(payload, path, null)).kind, path).toBe("snapshots");
    }
    for (const path of needed) expect(issuesOf(provider.read(withValueAt(payload, path, null))), path).not.toEqual([]);
  });

  it("never throws, whatever stands anywhere in its payload", () => {
    const paths = pathsOf(payload);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...paths), nonsense), { minLength: 1, maxLength: 4 }), (changes) => {
        const json = changes.reduce<unknown>((changed, [path, value]) => {
          try {
            return withValueAt(changed, path, value);
          } catch {
            return changed; // an earlier change took the place away
          }
        }, payload);
        const reading = provider.read(json);
        if (reading.kind === "snapshots") reading.snapshots.forEach(expectHonest);
        else if (reading.kind === "invalid") expect(reading.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it("never throws on JSON from anywhere", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (json) => {
        expect(["snapshots", "invalid", "ignored"]).toContain(provider.read(json).kind);
      }),
      { numRuns: 200 },
    );
  });
});

const tellingScans = PROVIDERS.flatMap((name) => {
  const { scansPath, ...sample } = samples[name];
  return scansPath === null ? [] : [{ name, ...sample, scansPath }];
});

describe.each(tellingScans)("$name, as every provider that tells scans,", ({ name, payload, scansPath, timeFields, isStrict = false }) => {
  const provider = providers[name];

  it("a scan told twice is told twice, both times the same: the fold tells it once", () => {
    const scans = valueAt(payload, scansPath) as unknown[];
    const [snapshot] = snapshotsOf(provider.read(withValueAt(payload, scansPath, [...scans, ...scans])));
    expect(snapshot?.scans.slice(scans.length)).toEqual(snapshot?.scans.slice(0, scans.length));
    expect(snapshot?.scans).toHaveLength(scans.length * 2);
  });

  it.runIf(isStrict)("a scan without time, or with one nobody can read, is refused where it stands", () => {
    for (const field of timeFields) {
      for (const word of [null, "", "yesterday", "2026-13-45T99:99:99Z"]) {
        const path = `${scansPath}.0.${field}`;
        expect(provider.read(withValueAt(payload, path, word))).toMatchObject({ kind: "invalid", issues: [{ path }] });
      }
    }
  });

  it.skipIf(isStrict)("a scan without time, or with one nobody can read, has none", () => {
    for (const word of [null, "", "yesterday", "2026-13-45T99:99:99Z"]) {
      const json = timeFields.reduce((changed, field) => withValueAt(changed, `${scansPath}.0.${field}`, word), payload);
      const [snapshot] = snapshotsOf(provider.read(json));
      expect(snapshot?.scans[0]?.time).toEqual({ kind: "none" });
      expect(snapshot?.notes).toEqual(word ? [{ field: "time", word }] : []);
    }
  });

  it("a scan's time without zone and place is a wall clock of unknown zone", () => {
    const placeless = { city: null, state: null, zip: null, country: null };
    const bare: Record<string, unknown> = {
      place: null,
      tracking_location: placeless,
      location: placeless,
      city_locality: "",
      state_province: "",
      postal_code: "",
      country_code: "",
      latitude: null,
      longitude: null,
    };
    const [first] = valueAt(payload, scansPath) as Record<string, unknown>[];
    const ownBare = Object.entries(bare).filter(([field]) => Object.hasOwn(first ?? {}, field));
    const times = timeFields.map((field) => [field, "2026-03-01T17:04:00"]);
    const scan = { ...first, ...Object.fromEntries([...ownBare, ...times]) };
    const [snapshot] = snapshotsOf(provider.read(withValueAt(payload, scansPath, [scan])));
    expect(snapshot?.scans[0]?.time).toEqual({
      kind: "local",
      local: "2026-03-01T17:04:00",
      utc: null,
      zone: null,
      zoneSource: "unknown",
      settled: null,
    });
  });
});
