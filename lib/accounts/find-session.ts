import type { FoundSession, SignIn } from "./sign-in.ts";

export type Session = FoundSession;

/** Who asks, by the session cookie among these headers; null for nobody, and for a session that has ended. */
export async function findSession(ctx: { signIn: SignIn }, headers: Headers): Promise<Session | null> {
  return ctx.signIn.findSession(headers);
}
