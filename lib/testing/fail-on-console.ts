import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

const LEVELS = ["error", "warn"] as const;
let spies: MockInstance[] = [];

/** An unexpected console.error or console.warn fails the test that caused it. */
beforeEach(() => {
  spies = LEVELS.map((level) => vi.spyOn(console, level).mockImplementation(() => undefined));
});

afterEach(() => {
  const calls = LEVELS.map((level, index) => [level, spies[index]?.mock.calls ?? []]);
  vi.restoreAllMocks();
  expect(Object.fromEntries(calls), "unexpected words on the console").toEqual({ error: [], warn: [] });
});
