import type { Books } from "#lib/db/queries/books.ts";
import { listUnreadPayloads } from "#lib/db/queries/overview.ts";
import type { ProcessContext } from "#lib/shipments/process-payload.ts";
import { replayPayloads } from "#lib/shipments/replay-payloads.ts";

/** So many that whoever asked for it can wait. */
const AT_ONCE = 100;

export interface UnreadReplay {
  /** Read in whole this time. */
  read: number;
  /** Still not. */
  unread: number;
  /** There are more, which were not tried. */
  hasMore: boolean;
}

/** Reads again what nobody could read. */
export async function replayUnread(ctx: ProcessContext, { caller }: { caller: Books }): Promise<UnreadReplay> {
  const found = await listUnreadPayloads(ctx.db.kysely, caller, AT_ONCE + 1);
  const ids = found.slice(0, AT_ONCE).map(({ id }) => id);
  let unread = 0;
  for await (const { outcome, problem } of replayPayloads(ctx, { merchantId: caller.merchantId, which: { ids } })) {
    if (outcome === "failed" || (outcome !== "ignored" && problem !== null)) unread += 1;
  }
  return { read: ids.length - unread, unread, hasMore: found.length > AT_ONCE };
}
