import type { Database } from "#lib/db/engine/database.ts";
import { insertMembershipIfNone } from "#lib/db/queries/memberships.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId, UserId } from "#lib/shared/ids.ts";
import type { Role } from "#lib/shared/role.ts";

/** Makes a user a member; whoever is one already keeps the role they have. */
export async function addMember(
  ctx: { db: Database; clock: Clock },
  input: { merchantId: MerchantId; userId: UserId; role: Role },
): Promise<"added" | "already_member"> {
  const isNew = await insertMembershipIfNone(ctx.db.kysely, {
    merchant_id: input.merchantId,
    user_id: input.userId,
    role: input.role,
    created_at: ctx.clock.now(),
  });
  return isNew ? "added" : "already_member";
}
