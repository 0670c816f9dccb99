import type { Database } from "#lib/db/engine/database.ts";
import { trackerColumn } from "#lib/db/json-columns.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { isIndexed, type ParcelFilter, type Way, walkParcels } from "#lib/db/queries/parcel-search.ts";
import { findParcelRows } from "#lib/db/queries/parcels.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import type { ProviderName } from "#lib/tracking/snapshot.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { readParcelCursor, writeParcelCursor } from "./parcel-cursor.ts";
import { readParcelQuery } from "./read-parcel-query.ts";
import { type Position, walkWays } from "./walk-ways.ts";

export type { ParcelFilter };

export interface SearchContext {
  db: Database;
  vault: Pick<Vault, "digest">;
}

export interface ParcelSearch {
  caller: Books;
  /** As typed: a tracking number, an order number, the beginning of either, or an e-mail address. */
  query: string;
  filter: ParcelFilter;
  /** A cursor that an earlier page gave; anything else is the first page. */
  cursor: { older: string } | { newer: string } | null;
  limit: number;
}

/** A parcel as the list shows it. */
export interface ListedParcel {
  id: TrackerId;
  tracker: Tracker;
  createdAt: Instant;
  updatedAt: Instant;
  checkedAt: Instant;
  isWatched: boolean;
  orderNumber: string | null;
  /** Whose word its status is. */
  toldBy: ProviderName | null;
  /** The slug of the source that is asked. */
  source: string | null;
}

export interface ParcelPage {
  parcels: ListedParcel[];
  /** Cursors of the neighbouring pages; null where there is none. */
  newer: string | null;
  older: string | null;
  /** That the page is not full because it was enough for once: there may be more behind the cursor. */
  isUnfinished: boolean;
  /** How far back an unfinished search has come, where it goes by time. */
  reachedAt: Instant | null;
}

export interface Effort {
  /** Entries of an index that are looked at in one go; between two goes others have their turn. */
  stretch: Readonly<Record<Way["by"] | "looked_up", number>>;
  /** So many goes are enough for one page. */
  patience: number;
}

/** Some ten milliseconds' worth each. */
const EFFORT: Effort = {
  stretch: { age: 10_000, silence: 10_000, number: 10_000, order: 1000, email: 1000, looked_up: 500 },
  patience: 10,
};

/** Parcels that fit, newest first, or by number where one was typed. What a page costs is bounded, however many there are and however few fit. */
export async function searchParcels(ctx: SearchContext, search: ParcelSearch, { stretch, patience } = EFFORT): Promise<ParcelPage> {
  const { caller, filter, cursor, limit } = search;
  const ways = waysOf(ctx, search);
  const go = (from: Position, isBackwards: boolean) =>
    walkWays({
      ...{ wayCount: ways.length, from, isBackwards, patience },
      limit: limit + 1,
      walk: ({ way: number, at }, wanted) => {
        const way = ways[number] as Way;
        const length = stretch[isIndexed(way, filter) ? way.by : "looked_up"];
        return walkParcels(ctx.db.kysely, caller, { way, filter, from: at, isBackwards, length, limit: wanted });
      },
    });

  const back = cursor && "newer" in cursor ? readParcelCursor(cursor.newer, ways.length) : null;
  if (back !== null) {
    const { found, next } = await go(back, true);
    // Whoever has come back to the beginning sees the first page whole.
    if (found.length > limit || next !== null) {
      const shown = found.slice(0, limit).reverse();
      const beyond = next ?? (shown[0] as Position);
      return page(ctx, caller, { shown, newer: beyond, older: shown.at(-1) ?? back, reached: next, ways });
    }
  }

  const from = cursor && "older" in cursor ? readParcelCursor(cursor.older, ways.length) : null;
  const { found, next } = await go(from ?? { way: 0, at: null }, false);
  const shown = found.slice(0, limit);
  const beyond = found.length > limit ? (shown.at(-1) as Position) : next;
  return page(ctx, caller, { shown, newer: from && (shown[0] ?? from), older: beyond, reached: next, ways });
}

/** Those who have fallen silent are few: their numbers are looked through rather than everybody's. */
function waysOf(ctx: SearchContext, { query, filter: { silentSince: since } }: ParcelSearch): Way[] {
  const ways = readParcelQuery(ctx, query) ?? [{ by: "age" }];
  if (since === undefined) return ways;
  return ways.map((way) => {
    if (way.by === "age") return { by: "silence", since, beginning: null };
    return way.by === "number" ? { by: "silence", since, beginning: way.beginning } : way;
  });
}

interface Shown {
  shown: readonly Position[];
  newer: Position | null;
  older: Position | null;
  /** Where patience came to an end. */
  reached: Position | null;
  ways: readonly Way[];
}

async function page(ctx: SearchContext, caller: Books, { shown, newer, older, reached, ways }: Shown): Promise<ParcelPage> {
  const ids = shown.flatMap(({ at }) => (at === null ? [] : [at.id]));
  const rows = new Map((await findParcelRows(ctx.db.kysely, caller, ids)).map((row) => [row.id, row]));
  const parcels = ids.flatMap((id): ListedParcel[] => {
    const row = rows.get(id);
    if (!row) return [];
    return [
      {
        id,
        tracker: trackerColumn.read(row.document),
        createdAt: row.created_at,
        updatedAt: row.updated_at,
        checkedAt: row.checked_at,
        isWatched: row.is_watched === 1,
        orderNumber: row.order_number,
        toldBy: row.told_by,
        source: row.source_slug,
      },
    ];
  });
  return {
    parcels,
    newer: newer && writeParcelCursor(newer),
    older: older && writeParcelCursor(older),
    isUnfinished: reached !== null,
    reachedAt: reached?.at && BY_TIME.has(ways[reached.way]?.by) ? (reached.at.value as Instant) : null,
  };
}

const BY_TIME: ReadonlySet<Way["by"] | undefined> = new Set<Way["by"]>(["age", "silence", "email"]);
