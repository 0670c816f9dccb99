import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { findMerchantAddressRow } from "#lib/db/queries/merchants.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { buildMerchantAddress, type MerchantAddress } from "./merchant-address.ts";

/** Throws `merchant_unknown` for an id that is nobody's. */
export async function loadMerchantAddress(
  ctx: { db: Database; config: Pick<Config, "publicOrigin"> },
  merchantId: MerchantId,
): Promise<MerchantAddress> {
  const row = await findMerchantAddressRow(ctx.db, merchantId);
  if (!row) throw new AppError("merchant_unknown", { message: `No merchant has the id ${merchantId}.` });
  const hosts = row.host === null ? [] : [row.host];
  return buildMerchantAddress({ slug: row.slug, isDefault: row.is_default === 1, hosts }, ctx.config.publicOrigin);
}
