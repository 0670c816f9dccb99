import type { Database } from "#lib/db/engine/database.ts";
import { findUserByEmail } from "#lib/db/queries/users.ts";
import type { UserId } from "#lib/shared/ids.ts";
import { parseEmail } from "./email.ts";

export interface User {
  id: UserId;
  name: string;
  email: string;
}

/** Whose address this is, however it is written; null for nobody's. */
export async function findUser(ctx: { db: Database }, emailText: string): Promise<User | null> {
  const email = parseEmail(emailText);
  const row = email === null ? undefined : await findUserByEmail(ctx.db.kysely, email);
  return row ? { id: row.id, name: row.name, email: row.email } : null;
}
