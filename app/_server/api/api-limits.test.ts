import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createApiLimits } from "./api-limits.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const showWrongKeys = async (limits: ReturnType<typeof createApiLimits>, address: string, count: number) => {
  for (let shown = 0; shown < count; shown++) await limits.countWrongKey(address);
};

describe("the limits of the API", () => {
  it("count the calls of each key by itself, for a minute", async () => {
    const limits = createApiLimits(2);
    expect([await limits.waitToCall("key_a", "a"), await limits.waitToCall("key_a", "a")]).toEqual([null, null]);
    expect(await limits.waitToCall("key_a", "a")).toBe(60);
    expect(await limits.waitToCall("key_b", "b")).toBeNull();
    vi.advanceTimersByTime(60_001);
    expect(await limits.waitToCall("key_a", "a")).toBeNull();
  });

  it("can be left away by 0", async () => {
    const limits = createApiLimits(0);
    for (let call = 0; call < 2000; call++) expect(await limits.waitToCall("key_a", "a")).toBeNull();
  });

  it("let nobody try out keys fast", async () => {
    const limits = createApiLimits(0);
    await showWrongKeys(limits, "192.0.2.1", 29);
    expect(await limits.waitToShowKey("192.0.2.1", "guess")).toBeNull();
    await showWrongKeys(limits, "192.0.2.1", 1);
    expect(await limits.waitToShowKey("192.0.2.1", "guess")).toBe(60);
    expect(await limits.waitToShowKey("192.0.2.2", "guess")).toBeNull();
    vi.advanceTimersByTime(60_001);
    expect(await limits.waitToShowKey("192.0.2.1", "guess")).toBeNull();
  });

  it("do not shut out a shop whose neighbour at the same address has a wrong key", async () => {
    const limits = createApiLimits(600);
    await limits.waitToCall("key_a", "good");
    await showWrongKeys(limits, "192.0.2.1", 100);
    expect(await limits.waitToShowKey("192.0.2.1", "good")).toBeNull();
    expect(await limits.waitToShowKey("192.0.2.1", "guess")).toBe(60);
  });
});
