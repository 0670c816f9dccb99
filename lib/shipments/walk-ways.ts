import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import type { Mark, Walked } from "#lib/db/queries/parcel-search.ts";

/** Where somebody stands who goes through several ways, one after the other. */
export interface Position {
  /** The number of the way. */
  way: number;
  /** Null for its beginning, seen from where one comes. */
  at: Mark | null;
}

export interface Walk {
  wayCount: number;
  from: Position;
  isBackwards: boolean;
  /** So many are looked for. */
  limit: number;
  /** After so many stretches without them, it is enough for once. */
  patience: number;
  walk(position: Position, limit: number): Promise<Walked>;
}

export interface WalkEnd {
  /** In the order of the walk. */
  found: Position[];
  /** Where to go on where patience came to an end first; null where enough were found, or there are no more. */
  next: Position | null;
}

/** Goes through the ways in stretches until enough is found, and lets others have their turn between two of them. */
export async function walkWays({ wayCount, from, isBackwards, limit, patience, walk }: Walk): Promise<WalkEnd> {
  const found: Position[] = [];
  let position = from;
  for (let stretch = 0; position.way >= 0 && position.way < wayCount; stretch++) {
    if (stretch === patience) return { found, next: position };
    if (stretch > 0) await nextTurnOfTheLoop();
    const { way } = position;
    const walked = await walk(position, limit - found.length);
    found.push(...walked.found.map((at) => ({ way, at })));
    if (found.length >= limit) break;
    position = walked.end === null ? { way: way + (isBackwards ? -1 : 1), at: null } : { way, at: walked.end };
  }
  return { found, next: null };
}
