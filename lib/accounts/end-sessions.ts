import type { Database } from "#lib/db/engine/database.ts";
import { deleteSessionsOfUser } from "#lib/db/queries/sessions.ts";
import type { UserId } from "#lib/shared/ids.ts";

/** Ends one session of this user, or all but one; answers how many. */
export async function endSessions(
  ctx: { db: Database },
  input: { userId: UserId } & ({ only: string } | { except: string }),
): Promise<number> {
  return deleteSessionsOfUser(ctx.db.kysely, input);
}
