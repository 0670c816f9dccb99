import type { Instant } from "#lib/shared/clock.ts";
import type { UserId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { UsersTable } from "../schema.ts";

/** Answers whether nobody had the address. */
export async function insertUserIfNone(db: Queryable, row: UsersTable): Promise<boolean> {
  const inserted = await db
    .insertInto("users")
    .values({ ...row, name: storableText(row.name) })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** A user's password, as the authentication library looks for it. */
export async function insertCredential(
  db: Queryable,
  { userId, ...row }: { id: string; userId: UserId; password: string; created_at: Instant; updated_at: Instant },
): Promise<void> {
  await db
    .insertInto("credentials")
    .values({ ...row, user_id: userId, account_id: userId, provider_id: "credential" })
    .execute();
}

/** `email` as accounts keep it: see `parseEmail`. */
export async function findUserByEmail(db: Queryable, email: string): Promise<UsersTable | undefined> {
  return db.selectFrom("users").selectAll().where("email", "=", email).executeTakeFirst();
}

export async function findUserById(db: Queryable, id: UserId): Promise<UsersTable | undefined> {
  return db.selectFrom("users").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Everybody there is, with each merchant they are a member of: one row a membership. */
export async function listUserRows(db: Queryable) {
  return db
    .selectFrom("users")
    .leftJoin("memberships", "memberships.user_id", "users.id")
    .leftJoin("merchants", "merchants.id", "memberships.merchant_id")
    .select(["users.id", "users.name", "users.email", "users.created_at", "memberships.role", "merchants.slug"])
    .orderBy("users.email")
    .orderBy("merchants.slug")
    .execute();
}

export async function updateUserName(db: Queryable, id: UserId, changes: { name: string; updated_at: Instant }): Promise<void> {
  await db
    .updateTable("users")
    .set({ ...changes, name: storableText(changes.name) })
    .where("id", "=", id)
    .execute();
}

/** Somebody has opened a mail that went to the address; answers whether nobody had before. */
export async function markEmailVerified(db: Queryable, id: UserId): Promise<boolean> {
  const marked = await db
    .updateTable("users")
    .set({ email_verified: 1 })
    .where("id", "=", id)
    .where("email_verified", "=", 0)
    .returning("id")
    .executeTakeFirst();
  return marked !== undefined;
}

/** With sessions, passwords, passkeys and memberships. */
export async function deleteUser(db: Queryable, id: UserId): Promise<void> {
  await db.deleteFrom("users").where("id", "=", id).execute();
}
