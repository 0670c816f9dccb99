import type { MerchantId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { MessageSettingsTable } from "../schema.ts";

export async function findMessageSettingsRow(db: Queryable, merchantId: MerchantId): Promise<MessageSettingsTable | undefined> {
  return db.selectFrom("message_settings").selectAll().where("merchant_id", "=", merchantId).executeTakeFirst();
}

/** Whom the reports at an address are for. */
export async function findMerchantOfReports(db: Queryable, reportsToken: string): Promise<MerchantId | undefined> {
  const row = await db
    .selectFrom("message_settings")
    .select("merchant_id")
    .where("reports_token", "=", storableText(reportsToken))
    .executeTakeFirst();
  return row?.merchant_id;
}

/** Writes what changes over what is there, or over the defaults that come along where there is nothing yet. */
export async function saveMessageSettings(
  db: Queryable,
  defaults: MessageSettingsTable,
  changes: Partial<Omit<MessageSettingsTable, "merchant_id">>,
): Promise<void> {
  await db
    .insertInto("message_settings")
    .values({ ...defaults, ...changes })
    .onConflict((conflict) => conflict.column("merchant_id").doUpdateSet({ updated_at: defaults.updated_at, ...changes }))
    .execute();
}

/** Does nothing where nothing was ever set. */
export async function updateMessageSettings(
  db: Queryable,
  merchantId: MerchantId,
  changes: Partial<Omit<MessageSettingsTable, "merchant_id">>,
): Promise<void> {
  await db.updateTable("message_settings").set(changes).where("merchant_id", "=", merchantId).execute();
}
