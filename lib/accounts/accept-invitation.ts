import type { Database, Queryable } from "#lib/db/engine/database.ts";
import { takeInvitation } from "#lib/db/queries/invitations.ts";
import { insertMembershipIfNone } from "#lib/db/queries/memberships.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId, RandomBytes, UserId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { Role } from "#lib/shared/role.ts";
import { type NewUser, prepareUser } from "./create-user.ts";
import { findInvitation, type InvitationState } from "./find-invitation.ts";
import { hashInvitationToken } from "./invitation-token.ts";
import type { SignIn } from "./sign-in.ts";

export type AcceptOutcome =
  | { kind: "joined"; userId: UserId; merchantId: MerchantId; role: Role }
  /** The invitation is kept for whoever it was meant for. */
  | { kind: "already_member" }
  | { kind: "email_taken" }
  | { kind: "invalid"; issues: Issue[] }
  | { kind: "closed"; state: Exclude<InvitationState, "open"> };

interface Context {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  signIn: SignIn;
}

/** Joins as the user who is signed in, or as a new one. The link is used up by it, however many click at once. */
export async function acceptInvitation(
  ctx: Context,
  input: { token: string; as: { userId: UserId } | (NewUser & { password: string }) },
): Promise<AcceptOutcome> {
  const found = await findInvitation(ctx, input.token);
  if (found.kind !== "open") return { kind: "closed", state: found.kind };
  const person = "userId" in input.as ? known(input.as.userId) : await prepareUser(ctx, input.as, [found.merchant.name]);
  if (person.kind === "invalid") return person;
  if (person.kind === "weak_password") return { kind: "invalid", issues: person.issues };

  const hash = hashInvitationToken(input.token);
  const joined = await ctx.db.kysely
    .transaction()
    .execute(async (trx): Promise<AcceptOutcome | null> => {
      const invitation = await takeInvitation(trx, hash, ctx.clock.now());
      if (!invitation) return null;
      const { merchant_id: merchantId, role } = invitation;
      const user = await person.insert(trx);
      if (user.kind === "email_taken") throw new Unjoined({ kind: "email_taken" });
      const row = { merchant_id: merchantId, user_id: user.userId, role, created_at: ctx.clock.now() };
      if (!(await insertMembershipIfNone(trx, row))) throw new Unjoined({ kind: "already_member" });
      return { kind: "joined", userId: user.userId, merchantId, role };
    })
    .catch((error: unknown) => {
      if (error instanceof Unjoined) return error.outcome;
      throw error;
    });
  return joined ?? closedNow(ctx, input.token);
}

/** Takes back what the transaction did so far. */
class Unjoined extends Error {
  readonly outcome: AcceptOutcome;
  constructor(outcome: AcceptOutcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

const known = (userId: UserId) => ({ kind: "ready" as const, insert: async (_: Queryable) => ({ kind: "created" as const, userId }) });

/** Somebody else was quicker. */
async function closedNow(ctx: Context, token: string): Promise<AcceptOutcome> {
  const { kind } = await findInvitation(ctx, token);
  return { kind: "closed", state: kind === "open" ? "unknown" : kind };
}
