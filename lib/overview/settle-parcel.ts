import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { settleTracker } from "#lib/db/queries/overview.ts";
import type { Clock } from "#lib/shared/clock.ts";

/** Somebody has seen to a parcel: it is no work to do until there is news of it. Or, after all, nobody has. */
export async function settleParcel(
  ctx: { db: Database; clock: Clock },
  { caller, id, isSettled }: { caller: Books; id: string; isSettled: boolean },
): Promise<"settled" | "not_found"> {
  const settledAt = isSettled ? ctx.clock.now() : null;
  return (await settleTracker(ctx.db.kysely, caller, { id, settledAt })) ? "settled" : "not_found";
}
