import type { Database } from "#lib/db/engine/database.ts";
import { listMembershipsOfMerchant } from "#lib/db/queries/memberships.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, UserId } from "#lib/shared/ids.ts";
import type { Role } from "#lib/shared/role.ts";

export interface MemberRecord {
  userId: UserId;
  name: string;
  email: string;
  role: Role;
  joinedAt: Instant;
}

/** Owners first, then by name. */
export async function listMembers(ctx: { db: Database }, { merchantId }: { merchantId: MerchantId }): Promise<MemberRecord[]> {
  const rows = await listMembershipsOfMerchant(ctx.db.kysely, merchantId);
  return rows.map(({ id, created_at, ...row }) => ({ userId: id, ...row, joinedAt: created_at }));
}
