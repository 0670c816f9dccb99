import type { Database } from "#lib/db/engine/database.ts";
import { updateRole } from "#lib/db/queries/memberships.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { Role } from "#lib/shared/role.ts";
import { changeMember, type Member, type MemberOutcome } from "./change-member.ts";

/** What a member may do from their next click on. */
export async function changeRole(
  ctx: { db: Database; clock: Clock },
  { role, ...member }: Member & { role: Role },
): Promise<MemberOutcome> {
  return changeMember(ctx, member, { staysOwner: role === "owner", change: (trx) => updateRole(trx, member, role) });
}
