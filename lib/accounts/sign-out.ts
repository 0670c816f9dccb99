import type { SignIn, Visit } from "./sign-in.ts";

/** Ends the session of these cookies; the `Set-Cookie` values take them from the browser. */
export async function signOut(ctx: { signIn: SignIn }, visit: Visit): Promise<{ cookies: string[] }> {
  return ctx.signIn.signOut(visit);
}
