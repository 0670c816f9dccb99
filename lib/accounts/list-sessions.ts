import type { Database } from "#lib/db/engine/database.ts";
import { listSessionRows } from "#lib/db/queries/sessions.ts";
import type { Clock, Instant } from "#lib/shared/clock.ts";
import type { UserId } from "#lib/shared/ids.ts";

export interface SessionRecord {
  id: string;
  /** As the browser calls itself; empty for one that does not say. */
  userAgent: string;
  address: string | null;
  startedAt: Instant;
  /** To the hour. */
  lastSeenAt: Instant;
}

/** Where somebody is signed in, last used first. */
export async function listSessions(ctx: { db: Database; clock: Clock }, { userId }: { userId: UserId }): Promise<SessionRecord[]> {
  const rows = await listSessionRows(ctx.db.kysely, { userId, now: ctx.clock.now() });
  return rows.map((row) => ({
    id: row.id,
    userAgent: row.user_agent ?? "",
    address: row.ip_address || null,
    startedAt: row.created_at,
    lastSeenAt: row.updated_at,
  }));
}
