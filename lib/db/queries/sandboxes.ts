import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";

export async function countLivingSandboxes(db: Queryable, now: Instant): Promise<number> {
  const { count } = await db
    .selectFrom("merchants")
    .where("expires_at", ">", now)
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function listEndedSandboxes(db: Queryable, now: Instant): Promise<MerchantId[]> {
  const rows = await db.selectFrom("merchants").select("id").where("expires_at", "<=", now).orderBy("expires_at").execute();
  return rows.map(({ id }) => id);
}

/** Null for a merchant who is here to stay. */
export async function findExpiry(db: Queryable, merchantId: MerchantId): Promise<Instant | null> {
  const row = await db.selectFrom("merchants").where("id", "=", merchantId).select("expires_at").executeTakeFirst();
  return row?.expires_at ?? null;
}
