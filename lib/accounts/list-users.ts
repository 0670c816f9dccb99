import type { Database } from "#lib/db/engine/database.ts";
import { listUserRows } from "#lib/db/queries/users.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { UserId } from "#lib/shared/ids.ts";
import type { Role } from "#lib/shared/role.ts";

export interface UserRecord {
  id: UserId;
  name: string;
  email: string;
  createdAt: Instant;
  memberships: { merchantSlug: string; role: Role }[];
}

/** Everybody with an account, by e-mail address. */
export async function listUsers(ctx: { db: Database }): Promise<UserRecord[]> {
  const byId = Map.groupBy(await listUserRows(ctx.db.kysely), (row) => row.id);
  return [...byId.entries()].map(([id, rows]) => ({
    id,
    name: rows[0]?.name ?? "",
    email: rows[0]?.email ?? "",
    createdAt: rows[0]?.created_at as Instant,
    memberships: rows.flatMap(({ slug, role }) => (slug !== null && role !== null ? [{ merchantSlug: slug, role }] : [])),
  }));
}
