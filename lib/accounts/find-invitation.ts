import type { Database } from "#lib/db/engine/database.ts";
import { findInvitationByToken } from "#lib/db/queries/invitations.ts";
import { type Clock, compareInstants, type Instant } from "#lib/shared/clock.ts";
import type { Role } from "#lib/shared/role.ts";
import { hashInvitationToken } from "./invitation-token.ts";

export type InvitationState = "open" | "accepted" | "revoked" | "expired" | "unknown";

export type FoundInvitation =
  | {
      kind: "open";
      merchant: { slug: string; name: string };
      role: Role;
      email: string | null;
      invitedBy: string | null;
      expiresAt: Instant;
    }
  | { kind: Exclude<InvitationState, "open"> };

/** What a link invites to. Looking changes nothing: mail scanners look as well. */
export async function findInvitation(ctx: { db: Database; clock: Clock }, token: string): Promise<FoundInvitation> {
  const row = await findInvitationByToken(ctx.db.kysely, hashInvitationToken(token));
  if (!row) return { kind: "unknown" };
  if (row.accepted_at !== null) return { kind: "accepted" };
  if (row.revoked_at !== null) return { kind: "revoked" };
  if (compareInstants(row.expires_at, ctx.clock.now()) <= 0) return { kind: "expired" };
  return {
    kind: "open",
    merchant: { slug: row.merchant_slug, name: row.merchant_name },
    role: row.role,
    email: row.email,
    invitedBy: row.inviter_name,
    expiresAt: row.expires_at,
  };
}
