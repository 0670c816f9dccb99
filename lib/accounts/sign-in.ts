import type { MerchantId, UserId } from "#lib/shared/ids.ts";
import type { Attempts } from "./attempts.ts";

/** What the library made of a call: the `Set-Cookie` values that the browser must get. */
export interface Signed {
  cookies: string[];
}

/** A request as far as sign-in cares: its cookies and browser, and the address that the server itself saw. */
export interface Visit {
  headers: Headers;
  /** Where the session says it was begun; unknown, if not given. */
  address?: string | undefined;
}

export interface FoundSession {
  id: string;
  user: { id: UserId; name: string; email: string };
  merchantId: MerchantId | null;
}

/** The authentication library as the rest of Waymark knows it. */
export interface Library {
  findSession(headers: Headers): Promise<FoundSession | null>;
  /** Begins a session for somebody who has proved to be this user. The one that the browser had ends. */
  startSession(visit: Visit, userId: UserId): Promise<Signed & { sessionId: string }>;
  /** Null for a wrong password as for an unknown address, after the same work. */
  byPassword(visit: Visit, input: { email: string; password: string }): Promise<(Signed & { userId: UserId }) | null>;
  /** Ends the session of these cookies, if there is one. */
  signOut(visit: Visit): Promise<Signed>;
  /** Null if the old password is wrong. All sessions end; the one of this browser goes on as a new one. */
  changePassword(visit: Visit, input: { oldPassword: string; newPassword: string }): Promise<Signed | null>;
  hashPassword(password: string): Promise<string>;
  /** A token that lets its holder choose a new password, once, within an hour. */
  makeResetToken(userId: UserId): Promise<string>;
  /** Whose token it is, if it still works. */
  findResetToken(token: string): Promise<UserId | null>;
  /** Uses the token up and ends every session of the user; false if it works no more. */
  resetPassword(input: { token: string; newPassword: string }): Promise<boolean>;
  /** The ceremonies that browser and authenticator perform; anything else is a 404. */
  answerPasskeyRequest(request: Request, visit: Visit): Promise<Response>;
}

/** Held by the runtime: the library, loaded when it is first asked, and who has tried too often. */
export interface SignIn extends Library {
  attempts: Attempts;
}
