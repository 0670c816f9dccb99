import { networkOf } from "#lib/http/network-of.ts";
import { parseEmail } from "./email.ts";
import type { SignIn, Visit } from "./sign-in.ts";

export type SignInOutcome =
  | { kind: "signed_in"; cookies: string[] }
  /** Address or password: which of them is nobody's business. */
  | { kind: "wrong" }
  | { kind: "too_many"; waitSeconds: number };

/** Counts every try, and takes it back once the password was right. Known and unknown addresses go the same way, and take as long. */
export async function signInByPassword(
  ctx: { signIn: SignIn },
  { visit, password, ...input }: { visit: Visit; email: string; password: string },
): Promise<SignInOutcome> {
  const { attempts } = ctx.signIn;
  const email = parseEmail(input.email);
  const network = networkOf(visit.address);
  const account = email ?? "none";
  const pair = `${account} ${network}`;
  const waitSeconds =
    (await attempts.count("password", pair)) ??
    (await attempts.count("password_from_network", network)) ??
    (await attempts.count("password_of_account", account));
  if (waitSeconds !== null) return { kind: "too_many", waitSeconds };

  const signed = email === null ? null : await ctx.signIn.byPassword(visit, { email, password });
  if (!signed) return { kind: "wrong" };
  await attempts.forget("password", pair);
  await attempts.forgive("password_from_network", network);
  await attempts.forgive("password_of_account", account);
  return { kind: "signed_in", cookies: signed.cookies };
}
