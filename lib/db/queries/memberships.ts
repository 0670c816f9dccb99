import type { MerchantId, UserId } from "#lib/shared/ids.ts";
import type { Role } from "#lib/shared/role.ts";
import { compileOnce } from "../engine/compile-once.ts";
import type { Database, Queryable } from "../engine/database.ts";
import type { MembershipsTable } from "../schema.ts";

const selectOfUser = compileOnce((db, input: { userId: string }) =>
  db
    .selectFrom("memberships")
    .innerJoin("merchants", "merchants.id", "memberships.merchant_id")
    .where("memberships.user_id", "=", input.userId as UserId)
    .select(["merchants.id", "merchants.slug", "merchants.name", "merchants.expires_at", "memberships.role"])
    .orderBy("merchants.name")
    .orderBy("merchants.id"),
);

/** Every page of the console begins with this. */
export async function listMembershipsOfUser(db: Database, userId: UserId) {
  return selectOfUser(db, { userId });
}

/** Answers whether there was none. */
export async function insertMembershipIfNone(db: Queryable, row: MembershipsTable): Promise<boolean> {
  const inserted = await db
    .insertInto("memberships")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning("user_id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Held until the transaction ends, so that who counts owners counts right; on SQLite the transaction itself holds everybody. */
export async function lockMembers(db: Queryable, merchantId: MerchantId): Promise<void> {
  await db.selectFrom("merchants").select("id").where("id", "=", merchantId).forUpdate().execute();
}

export async function findMembership(
  db: Queryable,
  { merchantId, userId }: { merchantId: MerchantId; userId: UserId },
): Promise<{ role: Role } | undefined> {
  return db.selectFrom("memberships").select("role").where("merchant_id", "=", merchantId).where("user_id", "=", userId).executeTakeFirst();
}

/** By name, owners first. */
export async function listMembershipsOfMerchant(db: Queryable, merchantId: MerchantId) {
  return db
    .selectFrom("memberships")
    .innerJoin("users", "users.id", "memberships.user_id")
    .where("memberships.merchant_id", "=", merchantId)
    .select(["users.id", "users.name", "users.email", "memberships.role", "memberships.created_at"])
    .orderBy((eb) => eb.case().when("memberships.role", "=", "owner").then(0).else(1).end())
    .orderBy("users.name")
    .orderBy("users.id")
    .execute();
}

export async function countOwners(db: Queryable, merchantId: MerchantId): Promise<number> {
  const { count } = await db
    .selectFrom("memberships")
    .where("merchant_id", "=", merchantId)
    .where("role", "=", "owner")
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Whether anybody owns a merchant that is no visitor's sandbox. */
export async function hasAnyOwner(db: Queryable): Promise<boolean> {
  const owner = await db
    .selectFrom("memberships")
    .innerJoin("merchants", "merchants.id", "memberships.merchant_id")
    .where("memberships.role", "=", "owner")
    .where("merchants.expires_at", "is", null)
    .select("memberships.user_id")
    .limit(1)
    .executeTakeFirst();
  return owner !== undefined;
}

export async function updateRole(db: Queryable, member: { merchantId: MerchantId; userId: UserId }, role: Role): Promise<void> {
  await db
    .updateTable("memberships")
    .set({ role })
    .where("merchant_id", "=", member.merchantId)
    .where("user_id", "=", member.userId)
    .execute();
}

export async function deleteMembership(db: Queryable, member: { merchantId: MerchantId; userId: UserId }): Promise<void> {
  await db.deleteFrom("memberships").where("merchant_id", "=", member.merchantId).where("user_id", "=", member.userId).execute();
}
