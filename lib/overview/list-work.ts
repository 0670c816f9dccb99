import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { countWaiting, listWaitingRows, type Wait, type WaitRange } from "#lib/db/queries/overview.ts";
import { type Clock, DAY_MS, type Instant, plusMs } from "#lib/shared/clock.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";
import { formatWorkCursor, parseWorkCursor, type WorkCursor } from "./work-cursor.ts";
import { WORK_KINDS, type WorkKind } from "./work-kind.ts";

const WAITS: Readonly<Record<WorkKind, Wait>> = {
  shop: { kind: "urgent", urgency: 2 },
  shopper: { kind: "urgent", urgency: 1 },
  silent: { kind: "silent" },
};

/** Carriers are silent over a weekend, and for days at sea. */
export const SILENT_AFTER_DAYS = 5;
/** What nobody has seen to for so long, nobody will. */
export const FORGOTTEN_AFTER_DAYS = 60;

export interface WorkItem {
  kind: WorkKind;
  trackerId: TrackerId;
  carrier: CarrierSlug;
  trackingNumber: string;
  status: Status;
  substatus: Substatus;
  /** The shop's own number of the order it belongs to. */
  orderNumber: string | null;
  /** Since when somebody must act; of a silent one, since when it is. */
  since: Instant;
}

export interface WorkPage {
  items: WorkItem[];
  /** Where the next page begins; null on the last. */
  next: string | null;
}

interface WorkContext {
  db: Database;
  clock: Clock;
}

/** Parcels that need somebody: the shop first, then the shopper, then the silent ones; among them the longest waiting first. */
export async function listWork(ctx: WorkContext, input: { caller: Books; limit: number; after?: string | undefined }): Promise<WorkPage> {
  const { caller, limit, after } = input;
  const cursor = parseWorkCursor(after ?? "");
  const kinds = WORK_KINDS.slice(cursor ? WORK_KINDS.indexOf(cursor.kind) : 0);
  const items: WorkItem[] = [];
  for (const kind of kinds) {
    const wanted = limit + 1 - items.length;
    if (wanted <= 0) break;
    const range = rangeOf(kind, ctx.clock.now(), { after: cursor?.kind === kind ? cursor : null, limit: wanted });
    const rows = await listWaitingRows(ctx.db.kysely, caller, { wait: WAITS[kind], range });
    items.push(
      ...rows.map((row) => ({
        kind,
        trackerId: row.id,
        carrier: row.carrier,
        trackingNumber: row.tracking_number,
        status: row.status,
        substatus: row.substatus,
        orderNumber: row.order_number,
        since: row.since,
      })),
    );
  }
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page,
    next: last && items.length > limit ? formatWorkCursor({ kind: last.kind, since: last.since, id: last.trackerId }) : null,
  };
}

/** More than anybody would count. */
export const MOST_COUNTED = 1000;

/** How many parcels there are of each kind, up to `MOST_COUNTED` and one. */
export async function countWork(ctx: WorkContext, { caller }: { caller: Books }): Promise<Record<WorkKind, number>> {
  const now = ctx.clock.now();
  const counted = await Promise.all(
    WORK_KINDS.map(async (kind) => {
      const range = rangeOf(kind, now, { after: null, limit: MOST_COUNTED + 1 });
      return [kind, await countWaiting(ctx.db.kysely, caller, { wait: WAITS[kind], range })] as const;
    }),
  );
  return Object.fromEntries(counted) as Record<WorkKind, number>;
}

function rangeOf(kind: WorkKind, now: Instant, { after, limit }: { after: WorkCursor | null; limit: number }): WaitRange {
  // Instants compare as text: what began this very second is before the next.
  const until = kind === "silent" ? plusMs(now, -SILENT_AFTER_DAYS * DAY_MS) : plusMs(now, 1000);
  return { after, from: plusMs(now, -FORGOTTEN_AFTER_DAYS * DAY_MS), until, limit };
}
