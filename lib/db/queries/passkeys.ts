import type { UserId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";

interface OwnPasskey {
  id: string;
  userId: UserId;
}

export async function listPasskeyRows(db: Queryable, userId: UserId) {
  return db
    .selectFrom("passkeys")
    .where("user_id", "=", userId)
    .select(["id", "name", "aaguid", "backed_up", "created_at"])
    .orderBy("created_at")
    .orderBy("id")
    .limit(100)
    .execute();
}

export async function deletePasskeysOfUser(db: Queryable, userId: UserId): Promise<void> {
  await db.deleteFrom("passkeys").where("user_id", "=", userId).execute();
}

/** Answers whether this user has such a passkey. */
export async function updatePasskeyName(db: Queryable, { id, userId }: OwnPasskey, name: string): Promise<boolean> {
  const renamed = await db
    .updateTable("passkeys")
    .set({ name: storableText(name) })
    .where("id", "=", storableText(id))
    .where("user_id", "=", userId)
    .returning("id")
    .executeTakeFirst();
  return renamed !== undefined;
}

export async function deletePasskeyRow(db: Queryable, { id, userId }: OwnPasskey): Promise<boolean> {
  const deleted = await db
    .deleteFrom("passkeys")
    .where("id", "=", storableText(id))
    .where("user_id", "=", userId)
    .returning("id")
    .executeTakeFirst();
  return deleted !== undefined;
}
