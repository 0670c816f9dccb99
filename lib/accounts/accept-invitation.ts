import { openAuditEntry } from "#lib/audit/open-audit-entry.ts";
import type { Database, Queryable } from "#lib/db/engine/database.ts";
import { takeInvitation } from "#lib/db/queries/invitations.ts";
import { insertMembershipIfNone } from "#lib/db/queries/memberships.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId, RandomBytes, UserId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { Role } from "#lib/shared/role.ts";
import { type NewUser, prepareUser } from "./create-user.ts";
import { findInvitation, type InvitationState } from "./find-invitation.ts";
import type { User } from "./find-user.ts";
import { hashInvitationToken } from "./invitation-token.ts";
import type { SignIn } from "./sign-in.ts";

export type AcceptOutcome =
  | Joined
  /** The invitation is kept for whoever it was meant for. */
  | { kind: "already_member" }
  | { kind: "email_taken" }
  | { kind: "invalid"; issues: Issue[] }
  | { kind: "closed"; state: Exclude<InvitationState, "open"> };

interface Joined {
  kind: "joined";
  userId: UserId;
  merchantId: MerchantId;
  role: Role;
}

interface Context {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  signIn: SignIn;
}

/** Joins as the user who is signed in, or as a new one. The link is used up by it, however many click at once. */
export async function acceptInvitation(ctx: Context, input: { token: string; as: User | NewUser }): Promise<AcceptOutcome> {
  const found = await findInvitation(ctx, input.token);
  if (found.kind !== "open") return { kind: "closed", state: found.kind };
  const person = "id" in input.as ? known(input.as.id) : await prepareUser(ctx, input.as, [found.merchant.name]);
  if (person.kind === "invalid" || person.kind === "weak_password") return { kind: "invalid", issues: person.issues };

  const outcome = await ctx.db.kysely
    .transaction()
    .execute((trx) => take(ctx, trx, { token: input.token, insertUser: person.insert }))
    .catch((error: unknown) => {
      if (error instanceof Unjoined) return error.outcome;
      throw error;
    });
  if (outcome === null) return closedNow(ctx, input.token);
  if (outcome.kind === "joined") await writeDown(ctx, outcome, input.as);
  return outcome;
}

const known = (userId: UserId) => ({ kind: "ready" as const, insert: async () => ({ kind: "created" as const, userId }) });

type InsertUser = (trx: Queryable) => Promise<{ kind: "created"; userId: UserId } | { kind: "email_taken" }>;

/** Null where somebody else was quicker. Throws `Unjoined` to take back what it did so far. */
async function take(
  ctx: Context,
  trx: Queryable,
  { token, insertUser }: { token: string; insertUser: InsertUser },
): Promise<Joined | null> {
  const invitation = await takeInvitation(trx, hashInvitationToken(token), ctx.clock.now());
  if (!invitation) return null;
  const { merchant_id: merchantId, role } = invitation;
  const user = await insertUser(trx);
  if (user.kind === "email_taken") throw new Unjoined(user);
  const isNew = await insertMembershipIfNone(trx, { merchant_id: merchantId, user_id: user.userId, role, created_at: ctx.clock.now() });
  if (!isNew) throw new Unjoined({ kind: "already_member" });
  return { kind: "joined", userId: user.userId, merchantId, role };
}

class Unjoined extends Error {
  readonly outcome: Extract<AcceptOutcome, { kind: "email_taken" | "already_member" }>;
  constructor(outcome: Unjoined["outcome"]) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

async function closedNow(ctx: Context, token: string): Promise<AcceptOutcome> {
  const { kind } = await findInvitation(ctx, token);
  return { kind: "closed", state: kind === "open" ? "unknown" : kind };
}

async function writeDown(ctx: Context, { userId, merchantId, role }: Joined, { name, email }: User | NewUser): Promise<void> {
  const entry = await openAuditEntry(ctx, { merchantId, user: { id: userId, name, email }, action: "team.join" });
  entry.note({ subject: userId, details: { role } });
  await entry.close("done");
}
