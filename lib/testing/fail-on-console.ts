import { afterEach, beforeEach, expect, vi } from "vitest";

/** An unexpected console.error or console.warn fails the test that caused it. */
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});

afterEach(() => {
  for (const level of ["error", "warn"] as const) {
    const spy = vi.mocked(console[level]);
    const calls = vi.isMockFunction(spy) ? spy.mock.calls : [];
    vi.restoreAllMocks();
    expect(calls, `unexpected console.${level}`).toEqual([]);
  }
});
