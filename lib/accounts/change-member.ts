import type { Database, Queryable } from "#lib/db/engine/database.ts";
import { revokeInvitationsBy } from "#lib/db/queries/invitations.ts";
import { countOwners, findMembership, lockMembers } from "#lib/db/queries/memberships.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId, UserId } from "#lib/shared/ids.ts";

export interface Member {
  merchantId: MerchantId;
  userId: UserId;
}

export type MemberOutcome = "done" | "not_found" | "last_owner";

/** A merchant always has an owner: of two who go at the same moment, one stays. Links that an owner made end with their being one. */
export async function changeMember(
  ctx: { db: Database; clock: Clock },
  member: Member,
  { staysOwner, change }: { staysOwner: boolean; change(trx: Queryable): Promise<void> },
): Promise<MemberOutcome> {
  return ctx.db.kysely.transaction().execute(async (trx): Promise<MemberOutcome> => {
    await lockMembers(trx, member.merchantId);
    const membership = await findMembership(trx, member);
    if (!membership) return "not_found";
    const leavesNone = membership.role === "owner" && !staysOwner && (await countOwners(trx, member.merchantId)) === 1;
    if (leavesNone) return "last_owner";
    await change(trx);
    if (!staysOwner) await revokeInvitationsBy(trx, member, ctx.clock.now());
    return "done";
  });
}
