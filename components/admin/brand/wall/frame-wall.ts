/** Which frames of a wall of them hold a page: those in sight, a few loading at once, and the last ones that were seen. */
export interface FrameWall {
  /** In the order they came into sight. */
  inSight: readonly string[];
  loading: readonly string[];
  /** The one seen longest ago first. */
  loaded: readonly string[];
}

export type WallEvent = { kind: "came" | "went" | "loaded"; id: string };

export const EMPTY_WALL: FrameWall = { inSight: [], loading: [], loaded: [] };

/** A handful: each is a whole page, and the server has others to answer. */
export const MOST_LOADING = 4;
/** Beyond those in sight, so that scrolling back shows what was there. */
export const MOST_KEPT = 24;

export function reduceWall(wall: FrameWall, event: WallEvent): FrameWall {
  return settle(EVENTS[event.kind](wall, event.id));
}

const without = (ids: readonly string[], id: string) => ids.filter((each) => each !== id);

const EVENTS: Readonly<Record<WallEvent["kind"], (wall: FrameWall, id: string) => FrameWall>> = {
  came: (wall, id) => ({
    ...wall,
    inSight: [...without(wall.inSight, id), id],
    loaded: wall.loaded.includes(id) ? [...without(wall.loaded, id), id] : wall.loaded,
  }),
  went: (wall, id) => ({ ...wall, inSight: without(wall.inSight, id), loading: without(wall.loading, id) }),
  loaded: (wall, id) =>
    wall.loading.includes(id) ? { ...wall, loading: without(wall.loading, id), loaded: [...without(wall.loaded, id), id] } : wall,
};

function settle({ inSight, loading, loaded }: FrameWall): FrameWall {
  const outOfSight = loaded.filter((id) => !inSight.includes(id));
  const dropped = new Set(outOfSight.slice(0, Math.max(0, outOfSight.length - MOST_KEPT)));
  const waiting = inSight.filter((id) => !loading.includes(id) && !loaded.includes(id));
  return {
    inSight,
    loading: [...loading, ...waiting.slice(0, Math.max(0, MOST_LOADING - loading.length))],
    loaded: dropped.size > 0 ? loaded.filter((id) => !dropped.has(id)) : loaded,
  };
}

export function hasPage({ loading, loaded }: FrameWall, id: string): boolean {
  return loading.includes(id) || loaded.includes(id);
}
