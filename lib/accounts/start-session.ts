import type { UserId } from "#lib/shared/ids.ts";
import type { SignIn, Visit } from "./sign-in.ts";

/** Signs a user in who needs no password now: a visitor, or somebody who has just joined. `cookies` are `Set-Cookie` values. */
export async function startSession(
  ctx: { signIn: SignIn },
  { userId, ...visit }: Visit & { userId: UserId },
): Promise<{ cookies: string[]; sessionId: string }> {
  return ctx.signIn.startSession(visit, userId);
}
