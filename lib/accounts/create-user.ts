import type { Database, Queryable } from "#lib/db/engine/database.ts";
import { insertCredential, insertUserIfNone } from "#lib/db/queries/users.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { newId, type RandomBytes, randomToken, type UserId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { parseEmail } from "./email.ts";
import { findPasswordIssues } from "./find-password-issues.ts";
import type { SignIn } from "./sign-in.ts";

export interface NewUser {
  email: string;
  name: string;
  /** Null for somebody who only ever comes by a link: a visitor. */
  password: string | null;
}

export type CreateUserOutcome =
  | { kind: "created"; userId: UserId }
  | { kind: "email_taken" }
  /** The e-mail address or the name is none. */
  | { kind: "invalid"; issues: Issue[] }
  | { kind: "weak_password"; issues: Issue[] };

interface Context {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  signIn: SignIn;
}

/** A user who can sign in, and is nobody's member yet. */
export async function createUser(ctx: Context, input: NewUser): Promise<CreateUserOutcome> {
  const prepared = await prepareUser(ctx, input);
  if (prepared.kind !== "ready") return prepared;
  return ctx.db.kysely.transaction().execute(prepared.insert);
}

export type PreparedUser =
  | Exclude<CreateUserOutcome, { kind: "created" | "email_taken" }>
  | { kind: "ready"; insert(trx: Queryable): Promise<Extract<CreateUserOutcome, { kind: "created" | "email_taken" }>> };

/** Does what takes time before the transaction that `insert` becomes part of. `knownWords` are such as a guesser would try. */
export async function prepareUser(ctx: Context, input: NewUser, knownWords: readonly string[] = []): Promise<PreparedUser> {
  const email = parseEmail(input.email);
  const name = input.name.trim();
  const issues = [
    ...(name.length > 0 && name.length <= 100 ? [] : [{ path: "name", message: "must have 1 to 100 characters" }]),
    ...(email === null ? [{ path: "email", message: "must be an e-mail address" }] : []),
  ];
  if (email === null || issues.length > 0) return { kind: "invalid", issues };

  const { password } = input;
  const weaknesses = password === null ? [] : await findPasswordIssues(password, [name, email, ...knownWords]);
  if (weaknesses.length > 0) return { kind: "weak_password", issues: weaknesses };

  const hash = password === null ? null : await ctx.signIn.hashPassword(password);
  const userId = newId("usr", ctx.random);
  const credentialId = randomToken(ctx.random);
  const dates = { created_at: ctx.clock.now(), updated_at: ctx.clock.now() };
  return {
    kind: "ready",
    async insert(trx) {
      const isNew = await insertUserIfNone(trx, { id: userId, name, email, email_verified: 0, image: null, ...dates });
      if (!isNew) return { kind: "email_taken" };
      if (hash !== null) await insertCredential(trx, { id: credentialId, userId, password: hash, ...dates });
      return { kind: "created", userId };
    },
  };
}
