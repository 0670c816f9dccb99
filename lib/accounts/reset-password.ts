import type { Database } from "#lib/db/engine/database.ts";
import { deletePasskeysOfUser } from "#lib/db/queries/passkeys.ts";
import { findUserById, markEmailVerified } from "#lib/db/queries/users.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { findPasswordIssues } from "./find-password-issues.ts";
import type { User } from "./find-user.ts";
import type { SignIn } from "./sign-in.ts";

export type ResetPasswordOutcome = { kind: "reset" } | { kind: "weak_password"; issues: Issue[] } | { kind: "closed" };

/**
 * Uses the link up, and ends every session of its user. A password that will not do leaves the link as it is.
 * The first time somebody has proved to read the address's mail, passkeys go as well: who joined with it may have been a stranger.
 */
export async function resetPassword(
  ctx: { db: Database; signIn: SignIn },
  input: { token: string; newPassword: string },
): Promise<ResetPasswordOutcome> {
  const user = await findResetUser(ctx, input.token);
  if (!user) return { kind: "closed" };
  const issues = await findPasswordIssues(input.newPassword, [user.name, user.email]);
  if (issues.length > 0) return { kind: "weak_password", issues };
  if (!(await ctx.signIn.resetPassword(input))) return { kind: "closed" };
  await ctx.db.kysely.transaction().execute(async (trx) => {
    if (await markEmailVerified(trx, user.id)) await deletePasskeysOfUser(trx, user.id);
  });
  await ctx.signIn.attempts.forget("password_of_account", user.email);
  return { kind: "reset" };
}

/** Whose password a link would change; null for one that works no more. Looking uses nothing up. */
export async function findResetUser(ctx: { db: Database; signIn: SignIn }, token: string): Promise<User | null> {
  const userId = await ctx.signIn.findResetToken(token);
  const row = userId === null ? undefined : await findUserById(ctx.db.kysely, userId);
  return row ? { id: row.id, name: row.name, email: row.email } : null;
}
