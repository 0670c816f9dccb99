import type { Database } from "#lib/db/engine/database.ts";
import { deleteMembership, listMembershipsOfUser } from "#lib/db/queries/memberships.ts";
import { deleteSessionsOfUser } from "#lib/db/queries/sessions.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { changeMember, type Member, type MemberOutcome } from "./change-member.ts";

/** Ends a member's access with their next click. The account stays, for other shops and for another invitation. */
export async function removeMember(ctx: { db: Database; clock: Clock }, member: Member): Promise<MemberOutcome> {
  const outcome = await changeMember(ctx, member, { staysOwner: false, change: (trx) => deleteMembership(trx, member) });
  if (outcome === "done" && (await listMembershipsOfUser(ctx.db, member.userId)).length === 0) {
    await deleteSessionsOfUser(ctx.db.kysely, { userId: member.userId });
  }
  return outcome;
}
