import type { Database } from "#lib/db/engine/database.ts";
import { listMembershipsOfUser } from "#lib/db/queries/memberships.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, UserId } from "#lib/shared/ids.ts";
import type { Role } from "#lib/shared/role.ts";

export interface Membership {
  merchant: { id: MerchantId; slug: string; name: string; expiresAt: Instant | null };
  role: Role;
}

/** The merchants whose consoles a user may open, by name. */
export async function listMemberships(ctx: { db: Database }, userId: UserId): Promise<Membership[]> {
  const rows = await listMembershipsOfUser(ctx.db, userId);
  return rows.map(({ role, expires_at, ...merchant }) => ({ merchant: { ...merchant, expiresAt: expires_at }, role }));
}
