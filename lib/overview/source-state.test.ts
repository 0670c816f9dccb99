import { expect, it } from "vitest";
import type { Instant } from "#lib/shared/clock.ts";
import type { SourceHealth } from "#lib/sources/source-record.ts";
import { sourceState } from "./source-state.ts";

const instant = (text: string) => text as Instant;
const now = instant("2026-03-01T12:00:00Z");
const WELL: SourceHealth = { failures: 0, pausedUntil: null, lastSuccessAt: null, lastProblem: null, refusals: {} };

type Facts = Parameters<typeof sourceState>[0];

function stateOf({ disabledAt = null, ...changes }: Partial<SourceHealth> & { disabledAt?: Instant | null }, facts: Partial<Facts> = {}) {
  return sourceState({ source: { disabledAt, health: { ...WELL, ...changes } }, lastHeardAt: now, notices: [], now, ...facts });
}

it("a source is well where news comes, and nothing stands against it", () => {
  expect(stateOf({})).toBe("well");
  expect(stateOf({ lastSuccessAt: now }, { lastHeardAt: null })).toBe("well");
});

it("a source that is switched off is nothing else", () => {
  expect(stateOf({ disabledAt: now, failures: 9 }, { notices: ["source.unauthorized"] })).toBe("off");
});

it("a key that is not taken comes before the failures it makes", () => {
  expect(stateOf({ failures: 5, pausedUntil: instant("2026-03-01T13:00:00Z") }, { notices: ["source.unauthorized"] })).toBe("unauthorized");
});

it("a source that failed once is told from one that is given up on for a while", () => {
  expect(stateOf({ failures: 1 })).toBe("failing");
  expect(stateOf({ failures: 5, pausedUntil: instant("2026-03-01T12:10:00Z") })).toBe("unavailable");
});

it("a source that asked us to wait does so until then", () => {
  expect(stateOf({ pausedUntil: instant("2026-03-01T12:10:00Z") })).toBe("waiting");
  expect(stateOf({ pausedUntil: instant("2026-03-01T11:50:00Z") })).toBe("well");
});

it("webhooks that are all refused are no news, but some refused among many is no trouble", () => {
  expect(stateOf({ refusals: { forged: 3 } }, { lastHeardAt: null })).toBe("refused");
  expect(stateOf({ refusals: { forged: 3 } })).toBe("well");
});

it("a source nobody has heard of says so", () => {
  expect(stateOf({}, { lastHeardAt: null })).toBe("unheard");
});
