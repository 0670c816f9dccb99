import type { Config } from "#lib/config/config.ts";
import type { Queryable } from "#lib/db/engine/database.ts";
import { insertInvitation } from "#lib/db/queries/invitations.ts";
import { type Clock, DAY_MS, type Instant, plusMs } from "#lib/shared/clock.ts";
import { type InvitationId, type MerchantId, newId, type RandomBytes, randomToken, type UserId } from "#lib/shared/ids.ts";
import type { Role } from "#lib/shared/role.ts";
import { hashInvitationToken, joinUrl } from "./invitation-token.ts";

const VALID_MS = 7 * DAY_MS;

export interface NewInvitation {
  merchantId: MerchantId;
  role: Role;
  /** Null for a link that is handed over by other means. */
  email: string | null;
  /** Null where the command line invites. */
  invitedBy: UserId | null;
}

export interface MadeInvitation {
  id: InvitationId;
  /** Told here and never again: only its digest is kept. */
  url: string;
  expiresAt: Instant;
}

/** A link that makes a member of whoever accepts it first, within a week. */
export async function createInvitation(
  ctx: { config: Pick<Config, "publicOrigin">; clock: Clock; random: RandomBytes },
  db: Queryable,
  input: NewInvitation,
): Promise<MadeInvitation> {
  const token = randomToken(ctx.random);
  const now = ctx.clock.now();
  const made = { id: newId("inv", ctx.random), expiresAt: plusMs(now, VALID_MS) };
  await insertInvitation(db, {
    id: made.id,
    merchant_id: input.merchantId,
    email: input.email,
    role: input.role,
    token_hash: hashInvitationToken(token),
    invited_by: input.invitedBy,
    created_at: now,
    expires_at: made.expiresAt,
    accepted_at: null,
    revoked_at: null,
  });
  return { ...made, url: joinUrl(ctx.config.publicOrigin, token) };
}
