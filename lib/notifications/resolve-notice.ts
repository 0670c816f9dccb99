import type { Database } from "#lib/db/engine/database.ts";
import { type NoticeBooks, resolveNoticeRow } from "#lib/db/queries/notices.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { isId } from "#lib/shared/ids.ts";

/** Puts an open notice aside. It comes back while its cause lasts. */
export async function resolveNotice(
  ctx: { db: Database; clock: Clock },
  { caller, id }: { caller: NoticeBooks; id: string },
): Promise<"resolved" | "not_found"> {
  if (!isId("ntc", id)) return "not_found";
  return (await resolveNoticeRow(ctx.db.kysely, caller, id, ctx.clock.now())) ? "resolved" : "not_found";
}
