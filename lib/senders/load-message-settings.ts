import type { Database, Queryable } from "#lib/db/engine/database.ts";
import { findMessageSettingsRow } from "#lib/db/queries/message-settings.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { DEFAULT_SETTINGS, type MessageSettings, readMessageSettings } from "./message-settings.ts";

/** How a merchant writes to shoppers; the defaults where nobody has set anything. Within a transaction, hand over its `trx`. */
export async function loadMessageSettings(
  ctx: { db: Pick<Database, "kysely">; vault: Vault },
  merchantId: MerchantId,
  trx: Queryable = ctx.db.kysely,
): Promise<MessageSettings> {
  const row = await findMessageSettingsRow(trx, merchantId);
  return row ? readMessageSettings(row, ctx.vault) : DEFAULT_SETTINGS;
}
