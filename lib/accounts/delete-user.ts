import type { Database } from "#lib/db/engine/database.ts";
import { revokeInvitationsBy } from "#lib/db/queries/invitations.ts";
import { countOwners, listMembershipsOfUser, lockMembers } from "#lib/db/queries/memberships.ts";
import { deleteUser as deleteUserRow } from "#lib/db/queries/users.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { UserId } from "#lib/shared/ids.ts";

/** Deletes an account with all that belongs to it; the audit log keeps the name. Refused for the last owner of a shop. */
export async function deleteUser(
  ctx: { db: Database; clock: Clock },
  userId: UserId,
): Promise<{ kind: "deleted" } | { kind: "last_owner"; merchantSlug: string }> {
  const memberships = await listMembershipsOfUser(ctx.db, userId);
  return ctx.db.kysely.transaction().execute(async (trx) => {
    for (const { id, slug, role } of memberships.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      await lockMembers(trx, id);
      if (role === "owner" && (await countOwners(trx, id)) === 1) return { kind: "last_owner" as const, merchantSlug: slug };
    }
    await revokeInvitationsBy(trx, { userId }, ctx.clock.now());
    await deleteUserRow(trx, userId);
    return { kind: "deleted" as const };
  });
}
