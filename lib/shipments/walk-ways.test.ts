import { describe, expect, it } from "vitest";
import type { Mark } from "#lib/db/queries/parcel-search.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import { type Position, walkWays } from "./walk-ways.ts";

/** Ways as texts: capitals are parcels that fit. A stretch is three letters long. */
function walking(...ways: string[]) {
  const marksOf = (way: string) => [...way].map((letter): Mark => ({ value: letter, id: `trk_${letter}` as TrackerId }));
  return async (options: { from?: Position; isBackwards?: boolean; limit?: number; patience?: number }) => {
    const { from = { way: 0, at: null }, isBackwards = false, limit = 99, patience = 99 } = options;
    let stretches = 0;
    const end = await walkWays({
      ...{ wayCount: ways.length, from, isBackwards, limit, patience },
      walk: async ({ way, at }, wanted) => {
        stretches += 1;
        const marks = marksOf(ways[way] ?? "");
        const inOrder = isBackwards ? marks.reverse() : marks;
        const start = at === null ? 0 : inOrder.findIndex(({ id }) => id === at.id) + 1;
        const stretch = inOrder.slice(start, start + 3);
        const found = stretch.filter(({ value }) => value === value.toUpperCase()).slice(0, wanted);
        return { found, end: found.length === wanted || stretch.length < 3 ? null : (stretch.at(-1) ?? null) };
      },
    });
    const said = (position: Position | null) => position && `${position.way}${position.at?.value ?? ""}`;
    return { found: end.found.map(said), next: said(end.next), stretches };
  };
}

const at = (way: number, letter: string): Position => ({ way, at: { value: letter, id: `trk_${letter}` as TrackerId } });

describe("going through the ways of a search", () => {
  it("stops once enough are found", async () => {
    expect(await walking("AbCdEf")({ limit: 2 })).toEqual({ found: ["0A", "0C"], next: null, stretches: 1 });
  });

  it("goes on stretch by stretch, and from one way to the next", async () => {
    expect(await walking("abcdeF", "G")({})).toMatchObject({ found: ["0F", "1G"], next: null });
  });

  it("gives up for once when its patience ends, and says where to go on", async () => {
    const first = await walking("abcdefGhi")({ patience: 2 });
    expect(first).toEqual({ found: [], next: "0f", stretches: 2 });
    expect(await walking("abcdefGhi")({ from: at(0, "f"), patience: 2 })).toMatchObject({ found: ["0G"] });
  });

  it("keeps what it found before its patience ended", async () => {
    expect(await walking("aBcdefghi")({ patience: 2 })).toMatchObject({ found: ["0B"], next: "0f" });
  });

  it("goes back the way it came, through the ways before", async () => {
    expect(await walking("ABC", "DEF")({ from: at(1, "E"), isBackwards: true, limit: 3 })).toMatchObject({
      found: ["1D", "0C", "0B"],
      next: null,
    });
  });

  it("comes to an end where nothing fits", async () => {
    expect(await walking("abcd", "")({})).toMatchObject({ found: [], next: null });
  });
});
