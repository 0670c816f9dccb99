import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { createAttempts } from "./attempts.ts";
import type { Library, SignIn } from "./sign-in.ts";

export interface SignInContext {
  config: Pick<Config, "publicOrigin">;
  db: Database;
  vault: Vault;
  random: RandomBytes;
}

/** Loads the library with the first question: most processes, and every command, never ask one. */
export function createSignIn(ctx: SignInContext): SignIn {
  let opening: Promise<Library> | null = null;
  const open = () => {
    opening ??= import("./open-sign-in.ts").then(({ openSignIn }) => openSignIn(ctx));
    return opening;
  };
  return {
    attempts: createAttempts(),
    findSession: async (...args) => (await open()).findSession(...args),
    startSession: async (...args) => (await open()).startSession(...args),
    byPassword: async (...args) => (await open()).byPassword(...args),
    signOut: async (...args) => (await open()).signOut(...args),
    changePassword: async (...args) => (await open()).changePassword(...args),
    hashPassword: async (...args) => (await open()).hashPassword(...args),
    makeResetToken: async (...args) => (await open()).makeResetToken(...args),
    findResetToken: async (...args) => (await open()).findResetToken(...args),
    resetPassword: async (...args) => (await open()).resetPassword(...args),
    answerPasskeyRequest: async (...args) => (await open()).answerPasskeyRequest(...args),
  };
}
