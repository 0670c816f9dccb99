import { describe, expect, it } from "vitest";
import type { Instant } from "#lib/shared/clock.ts";
import { buildDomainView, describeCheck } from "./build-domain-view.ts";
import type { DomainRecord } from "./domain-record.ts";
import type { Findings } from "./findings.ts";
import { graceEnd } from "./next-step.ts";

const now = "2026-03-05T12:00:00Z" as Instant;
const config = { publicOrigin: "https://track.example.com", platformDomain: "track.example.com" };
const PROVEN: Findings = {
  proof: { kind: "right" },
  pointer: { kind: "here", found: ["track.example.com"] },
  platformAddresses: ["192.0.2.7", "2001:db8::7"],
  heldBy: null,
};

const domain = (changes: Partial<DomainRecord> = {}): DomainRecord => ({
  id: "dom_1",
  host: "track.fern.example",
  proof: "waymark=fern",
  state: "pending",
  addedAt: "2026-03-02T12:00:00Z" as Instant,
  verifiedAt: null,
  checkedAt: null,
  nextCheckAt: null,
  lostSince: null,
  servedUntil: null,
  endedAt: null,
  findings: null,
  ...changes,
});
const view = (changes: Partial<DomainRecord> = {}) => buildDomainView(domain(changes), { config, now });

describe("a domain on the screen", () => {
  it("says which two records to make", () => {
    expect(view().steps.map(({ records }) => records)).toEqual([
      [{ type: "TXT", name: "_waymark.track.fern.example", value: "waymark=fern" }],
      [{ type: "CNAME", name: "track.fern.example", value: "track.example.com" }],
    ]);
  });

  it("offers addresses to a bare domain once they are known", () => {
    expect(view().steps[1]?.instead).toBeNull();
    expect(view({ findings: PROVEN }).steps[1]?.instead?.records).toEqual([
      { type: "A", name: "track.fern.example", value: "192.0.2.7" },
      { type: "AAAA", name: "track.fern.example", value: "2001:db8::7" },
    ]);
  });

  it("asks for an address where the installation has no name", () => {
    const nameless = { publicOrigin: "http://192.0.2.9:3000", platformDomain: null };
    const [, pointer] = buildDomainView(domain(), { config: nameless, now }).steps;
    expect(pointer).toMatchObject({ records: [{ type: "A", name: "track.fern.example", value: "192.0.2.9" }], instead: null });
  });

  it("tells what is there instead of the proof, and what is not there yet", () => {
    const findings: Findings = { ...PROVEN, proof: { kind: "wrong", found: ["v=spf1 -all"] }, pointer: { kind: "none" } };
    expect(view({ findings }).steps.map(({ finding }) => finding)).toMatchObject([
      { kind: "wrong", found: ["v=spf1 -all"] },
      { kind: "missing", found: [] },
    ]);
  });

  it("says until when a lost one goes on", () => {
    const lostSince = "2026-03-04T12:00:00Z" as Instant;
    const lost = { state: "lost", lostSince, servedUntil: graceEnd(lostSince), findings: { ...PROVEN, proof: { kind: "none" } } } as const;
    expect(view(lost).advice).toContain("until 18 Mar 2026");
    expect(view(lost).history.map(({ label }) => label)).toEqual(["Added", "Missed since"]);
  });

  it.each([
    ["in service", { state: "active", findings: PROVEN }, /is in service/],
    ["held by another shop", { findings: { ...PROVEN, heldBy: "shop" } }, /another shop/],
    ["given out by hand", { findings: { ...PROVEN, heldBy: "operator" } }, /by hand/],
    ["not there yet", { findings: { ...PROVEN, proof: { kind: "none" } } }, /Not there yet/],
    ["not to be said", { findings: { ...PROVEN, pointer: { kind: "broken", problem: "x" } } }, /could not be asked/],
  ] as const)("says in a sentence that it is %s", (_, changes, words) => {
    expect(describeCheck(domain(changes as Partial<DomainRecord>))).toMatch(words);
  });
});
