import type { Instant } from "#lib/shared/clock.ts";
import type { InvitationId, MerchantId, UserId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { InvitationsTable } from "../schema.ts";

export async function insertInvitation(db: Queryable, row: InvitationsTable): Promise<void> {
  await db.insertInto("invitations").values(row).execute();
}

/** With the shop's name and that of whoever invited. */
export async function findInvitationByToken(db: Queryable, tokenHash: string) {
  return db
    .selectFrom("invitations")
    .innerJoin("merchants", "merchants.id", "invitations.merchant_id")
    .leftJoin("users", "users.id", "invitations.invited_by")
    .where("invitations.token_hash", "=", tokenHash)
    .selectAll("invitations")
    .select(["merchants.name as merchant_name", "merchants.slug as merchant_slug", "users.name as inviter_name"])
    .executeTakeFirst();
}

/** Answers the invitation if it was still to be had: of two who ask at once, one gets it. */
export async function takeInvitation(db: Queryable, tokenHash: string, now: Instant): Promise<InvitationsTable | undefined> {
  return db
    .updateTable("invitations")
    .set({ accepted_at: now })
    .where("token_hash", "=", tokenHash)
    .where("accepted_at", "is", null)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .returningAll()
    .executeTakeFirst();
}

/** Those that can still be accepted, newest first. */
export async function listOpenInvitations(db: Queryable, { merchantId, now }: { merchantId: MerchantId; now: Instant }) {
  return db
    .selectFrom("invitations")
    .leftJoin("users", "users.id", "invitations.invited_by")
    .where("invitations.merchant_id", "=", merchantId)
    .where("invitations.accepted_at", "is", null)
    .where("invitations.revoked_at", "is", null)
    .where("invitations.expires_at", ">", now)
    .select(["invitations.id", "invitations.email", "invitations.role", "invitations.created_at", "invitations.expires_at"])
    .select("users.name as inviter_name")
    .orderBy("invitations.created_at", "desc")
    .orderBy("invitations.id")
    .limit(200)
    .execute();
}

/** Answers whether there was such an invitation, and nobody had accepted it. */
export async function revokeInvitationRow(
  db: Queryable,
  invitation: { id: string; merchantId: MerchantId },
  now: Instant,
): Promise<boolean> {
  const revoked = await db
    .updateTable("invitations")
    .set((eb) => ({ revoked_at: eb.fn.coalesce("revoked_at", eb.val(now)) }))
    .where("id", "=", storableText(invitation.id) as InvitationId)
    .where("merchant_id", "=", invitation.merchantId)
    .where("accepted_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return revoked !== undefined;
}

/** Those a member made that nobody has accepted yet; of every merchant, if none is named. */
export async function revokeInvitationsBy(
  db: Queryable,
  { userId, merchantId }: { userId: UserId; merchantId?: MerchantId },
  now: Instant,
): Promise<void> {
  await db
    .updateTable("invitations")
    .set({ revoked_at: now })
    .where("invited_by", "=", userId)
    .$if(merchantId !== undefined, (query) => query.where("merchant_id", "=", merchantId as MerchantId))
    .where("accepted_at", "is", null)
    .where("revoked_at", "is", null)
    .execute();
}

/** The links that the command line made, for nobody in particular. */
export async function revokeSetUpLinks(db: Queryable, now: Instant): Promise<void> {
  await db
    .updateTable("invitations")
    .set({ revoked_at: now })
    .where("invited_by", "is", null)
    .where("email", "is", null)
    .where("accepted_at", "is", null)
    .where("revoked_at", "is", null)
    .execute();
}
