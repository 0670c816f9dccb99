import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_WALL, hasPage, MOST_KEPT, MOST_LOADING, reduceWall, type WallEvent } from "./frame-wall.ts";

const wallAfter = (...events: WallEvent[]) => events.reduce(reduceWall, EMPTY_WALL);
const ids = (count: number) => Array.from({ length: count }, (_, index) => `f${index}`);
const came = (id: string): WallEvent => ({ kind: "came", id });
const went = (id: string): WallEvent => ({ kind: "went", id });
const loaded = (id: string): WallEvent => ({ kind: "loaded", id });

describe("a wall of frames", () => {
  it("loads a handful at once, the first ones in sight first", () => {
    const wall = wallAfter(...ids(10).map(came));
    expect(wall.loading).toEqual(ids(MOST_LOADING));
    expect(reduceWall(wall, loaded("f0")).loading).toEqual(["f1", "f2", "f3", "f4"]);
  });

  it("gives a place up as soon as its frame leaves the sight", () => {
    expect(wallAfter(...ids(5).map(came), went("f1")).loading).toEqual(["f0", "f2", "f3", "f4"]);
  });

  it("keeps what was seen last, and lets go of what was seen long ago", () => {
    const seen = ids(MOST_KEPT + 3).flatMap((id) => [came(id), loaded(id), went(id)]);
    const wall = wallAfter(...seen);
    expect([hasPage(wall, "f0"), hasPage(wall, "f2"), hasPage(wall, "f3")]).toEqual([false, false, true]);
  });

  it("never loads more than a handful, nor keeps more than it may, whatever passes by", () => {
    const anyEvent = fc.record({
      kind: fc.constantFrom("came" as const, "went" as const, "loaded" as const),
      id: fc.constantFrom(...ids(60)),
    });
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 400 }), (events) => {
        const wall = wallAfter(...events);
        expect(wall.loading.length).toBeLessThanOrEqual(MOST_LOADING);
        expect(wall.loaded.filter((id) => !wall.inSight.includes(id)).length).toBeLessThanOrEqual(MOST_KEPT);
        expect(wall.loading.every((id) => wall.inSight.includes(id) && !wall.loaded.includes(id))).toBe(true);
        const isIdle = wall.loading.length < MOST_LOADING;
        expect(isIdle && wall.inSight.some((id) => !hasPage(wall, id))).toBe(false);
      }),
    );
  });
});
