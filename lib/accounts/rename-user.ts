import type { Database } from "#lib/db/engine/database.ts";
import { updateUserName } from "#lib/db/queries/users.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { UserId } from "#lib/shared/ids.ts";

/** `name` as the form has checked it. */
export async function renameUser(ctx: { db: Database; clock: Clock }, { userId, name }: { userId: UserId; name: string }): Promise<void> {
  await updateUserName(ctx.db.kysely, userId, { name, updated_at: ctx.clock.now() });
}
