import { APIError } from "better-auth/api";
import { getAdapter } from "better-auth/db/adapter";
import { betterAuth } from "better-auth/minimal";
import { deleteSessionById, setMerchantOfSession } from "#lib/db/queries/sessions.ts";
import { HOUR_MS } from "#lib/shared/clock.ts";
import { type MerchantId, randomToken, type UserId } from "#lib/shared/ids.ts";
import { getOrCreateInstallationSecret } from "#lib/vault/installation-secrets.ts";
import { answerPasskeyRequest } from "./answer-passkey-request.ts";
import type { SignInContext } from "./create-sign-in.ts";
import { hashSessionTokens } from "./hash-session-tokens.ts";
import { ADDRESS_HEADER, libraryOptions } from "./library-options.ts";
import { keepCookies } from "./session-cookies.ts";
import type { FoundSession, Library, Visit } from "./sign-in.ts";

const RESET = "reset-password:";

/** The library on our own database. Instants are text and flags are numbers on either engine, as its SQLite flavour has them. */
export async function openSignIn(ctx: SignInContext): Promise<Library> {
  const secret = await getOrCreateInstallationSecret(ctx, "sign_in", () => randomToken(ctx.random) + randomToken(ctx.random));
  const options = libraryOptions({ ...ctx, secret });
  const adapter = await getAdapter({ ...options, database: { db: ctx.db.kysely, type: "sqlite" } });
  const auth = betterAuth({ ...options, database: () => hashSessionTokens(adapter) });
  const { internalAdapter, password } = await auth.$context;

  async function findSession(headers: Headers): Promise<FoundSession | null> {
    const found = await auth.api.getSession({ headers }).catch(nullIf("UNAUTHORIZED"));
    if (!found) return null;
    const { session, user } = found;
    return {
      id: session.id,
      user: { id: user.id as UserId, name: user.name, email: user.email },
      merchantId: (session.merchantId ?? null) as MerchantId | null,
    };
  }

  /** Nobody goes on in a session that was there before they proved who they are. */
  async function endSessionOf(headers: Headers): Promise<void> {
    const before = await findSession(headers);
    if (before) await deleteSessionById(ctx.db.kysely, before.id);
  }

  return {
    findSession,
    async startSession(visit, userId) {
      await endSessionOf(visit.headers);
      const { headers, response } = await auth.api.startSession({ body: { userId }, headers: headersOf(visit), returnHeaders: true });
      return { cookies: keepCookies(headers), sessionId: response.sessionId };
    },
    async byPassword(visit, input) {
      const answer = await auth.api
        .signInEmail({ body: input, headers: headersOf(visit), returnHeaders: true })
        .catch(nullIf("UNAUTHORIZED", "BAD_REQUEST"));
      if (!answer) return null;
      await endSessionOf(visit.headers);
      return { cookies: keepCookies(answer.headers), userId: answer.response.user.id as UserId };
    },
    async signOut(visit) {
      const { headers } = await auth.api.signOut({ headers: headersOf(visit), returnHeaders: true });
      return { cookies: keepCookies(headers) };
    },
    async changePassword(visit, { oldPassword, newPassword }) {
      const before = await findSession(visit.headers);
      const body = { currentPassword: oldPassword, newPassword, revokeOtherSessions: true };
      const answer = await auth.api
        .changePassword({ body, headers: headersOf(visit), returnHeaders: true })
        .catch(nullIf("UNAUTHORIZED", "BAD_REQUEST"));
      if (!answer) return null;
      const after = await internalAdapter.findSession(answer.response.token ?? "");
      if (before?.merchantId && after) {
        await setMerchantOfSession(ctx.db.kysely, { sessionId: after.session.id, merchantId: before.merchantId });
      }
      return { cookies: keepCookies(answer.headers) };
    },
    hashPassword: (text) => password.hash(text),
    async makeResetToken(userId) {
      const token = randomToken(ctx.random);
      const expiresAt = new Date(Date.now() + HOUR_MS);
      await internalAdapter.createVerificationValue({ identifier: RESET + token, value: userId, expiresAt });
      return token;
    },
    async findResetToken(token) {
      const found = await internalAdapter.findVerificationValue(RESET + token);
      return found && found.expiresAt > new Date() ? (found.value as UserId) : null;
    },
    async resetPassword({ token, newPassword }) {
      return (await auth.api.resetPassword({ body: { token, newPassword } }).catch(nullIf("BAD_REQUEST"))) !== null;
    },
    async answerPasskeyRequest(request, visit) {
      const isSignIn = request.method === "POST" && request.url.includes("/verify-authentication");
      const answer = await answerPasskeyRequest(request, {
        origin: ctx.config.publicOrigin,
        headers: headersOf(visit),
        handle: auth.handler,
      });
      if (isSignIn && answer.ok) await endSessionOf(visit.headers);
      return answer;
    },
  };
}

function headersOf({ headers: given, address }: Visit): Headers {
  const headers = new Headers();
  for (const name of ["cookie", "user-agent", "origin", "content-type", "sec-fetch-site"]) {
    const value = given.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (address !== undefined) headers.set(ADDRESS_HEADER, address);
  return headers;
}

/** The library's refusals are values to us; whatever else it throws is a fault. */
function nullIf(...refusals: readonly string[]) {
  return (error: unknown): null => {
    if (error instanceof APIError && refusals.includes(String(error.status))) return null;
    throw error;
  };
}
