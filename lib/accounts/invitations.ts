import type { Database } from "#lib/db/engine/database.ts";
import { listOpenInvitations, revokeInvitationRow } from "#lib/db/queries/invitations.ts";
import type { Clock, Instant } from "#lib/shared/clock.ts";
import type { InvitationId, MerchantId } from "#lib/shared/ids.ts";
import type { Role } from "#lib/shared/role.ts";

export interface InvitationRecord {
  id: InvitationId;
  email: string | null;
  role: Role;
  /** Null where the command line made it, or the inviter is gone. */
  invitedBy: string | null;
  createdAt: Instant;
  expiresAt: Instant;
}

/** Those that can still be accepted, newest first. */
export async function listInvitations(
  ctx: { db: Database; clock: Clock },
  { merchantId }: { merchantId: MerchantId },
): Promise<InvitationRecord[]> {
  const rows = await listOpenInvitations(ctx.db.kysely, { merchantId, now: ctx.clock.now() });
  return rows.map(({ inviter_name, created_at, expires_at, ...row }) => ({
    ...row,
    invitedBy: inviter_name,
    createdAt: created_at,
    expiresAt: expires_at,
  }));
}

/** The link opens nothing from now on. */
export async function revokeInvitation(
  ctx: { db: Database; clock: Clock },
  input: { merchantId: MerchantId; id: string },
): Promise<"revoked" | "not_found"> {
  return (await revokeInvitationRow(ctx.db.kysely, input, ctx.clock.now())) ? "revoked" : "not_found";
}
