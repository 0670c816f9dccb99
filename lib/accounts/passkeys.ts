import type { Database } from "#lib/db/engine/database.ts";
import { deletePasskeyRow, listPasskeyRows, updatePasskeyName } from "#lib/db/queries/passkeys.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { UserId } from "#lib/shared/ids.ts";

export interface PasskeyRecord {
  id: string;
  name: string | null;
  /** Lives on in the maker's cloud, and so on other devices. */
  isSynced: boolean;
  createdAt: Instant | null;
}

export async function listPasskeys(ctx: { db: Database }, { userId }: { userId: UserId }): Promise<PasskeyRecord[]> {
  const rows = await listPasskeyRows(ctx.db.kysely, userId);
  return rows.map((row) => ({ id: row.id, name: row.name, isSynced: row.backed_up === 1, createdAt: row.created_at }));
}

export async function renamePasskey(
  ctx: { db: Database },
  input: { userId: UserId; id: string; name: string },
): Promise<"renamed" | "not_found"> {
  return (await updatePasskeyName(ctx.db.kysely, input, input.name)) ? "renamed" : "not_found";
}

export async function deletePasskey(ctx: { db: Database }, input: { userId: UserId; id: string }): Promise<"deleted" | "not_found"> {
  return (await deletePasskeyRow(ctx.db.kysely, input)) ? "deleted" : "not_found";
}
