import { describe, expect, it } from "vitest";
import { BodyCache } from "./body-cache.ts";

const bytes = (count: number) => new Uint8Array(count);

describe("the cache of compressed pages", () => {
  it("gives back what was put in", () => {
    const cache = new BodyCache(100);
    cache.set("a", bytes(10));
    expect(cache.get("a")?.byteLength).toBe(10);
    expect(cache.get("b")).toBeUndefined();
  });

  it("lets go of what was asked for longest ago when it is full", () => {
    const cache = new BodyCache(100);
    cache.set("a", bytes(40));
    cache.set("b", bytes(40));
    cache.get("a");
    cache.set("c", bytes(40));
    expect([cache.get("a"), cache.get("b"), cache.get("c")].map(Boolean)).toEqual([true, false, true]);
  });

  it("counts a replaced page once, and never keeps one larger than itself", () => {
    const cache = new BodyCache(100);
    for (let round = 0; round < 10; round++) cache.set("a", bytes(60));
    cache.set("b", bytes(40));
    expect(Boolean(cache.get("a"))).toBe(true);
    cache.set("huge", bytes(101));
    expect(cache.get("huge")).toBeUndefined();
  });

  it("keeps no more than the page itself of the buffer it was compressed in", () => {
    const cache = new BodyCache(100);
    cache.set("a", bytes(16_384).subarray(0, 10));
    expect(cache.get("a")?.buffer.byteLength).toBe(10);
  });
});
