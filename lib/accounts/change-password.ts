import type { Issue } from "#lib/shared/issue.ts";
import { findPasswordIssues } from "./find-password-issues.ts";
import type { FoundSession, SignIn, Visit } from "./sign-in.ts";

export type ChangePasswordOutcome =
  | { kind: "changed"; cookies: string[] }
  | { kind: "wrong_password" }
  | { kind: "weak_password"; issues: Issue[] }
  | { kind: "too_many"; waitSeconds: number };

/** Takes the old password, and ends every session but this one. */
export async function changePassword(
  ctx: { signIn: SignIn },
  { visit, user, ...input }: { visit: Visit; user: FoundSession["user"]; oldPassword: string; newPassword: string; shopName: string },
): Promise<ChangePasswordOutcome> {
  const { attempts } = ctx.signIn;
  const issues = await findPasswordIssues(input.newPassword, [user.name, user.email, input.shopName]);
  if (issues.length > 0) return { kind: "weak_password", issues };
  const waitSeconds = await attempts.count("old_password", user.id);
  if (waitSeconds !== null) return { kind: "too_many", waitSeconds };
  const signed = await ctx.signIn.changePassword(visit, input);
  if (!signed) return { kind: "wrong_password" };
  await attempts.forget("old_password", user.id);
  return { kind: "changed", cookies: signed.cookies };
}
