import type { Database } from "#lib/db/engine/database.ts";
import { listNoticeRows, type NoticeBooks } from "#lib/db/queries/notices.ts";
import { type NoticeRecord, readNoticeRow } from "./notice-record.ts";

const MOST = 100;

/** What the merchant should act on, newest first; with what has been resolved, where that is asked for. */
export async function listNotices(
  ctx: { db: Database },
  { caller, withResolved = false }: { caller: NoticeBooks; withResolved?: boolean },
): Promise<NoticeRecord[]> {
  const rows = await listNoticeRows(ctx.db.kysely, caller, { isOpenOnly: !withResolved, limit: MOST });
  return rows.map(readNoticeRow);
}
