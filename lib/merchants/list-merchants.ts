import type { Database } from "#lib/db/engine/database.ts";
import { listMerchantRows } from "#lib/db/queries/merchants.ts";

export interface MerchantSummary {
  slug: string;
  name: string;
  isDefault: boolean;
  hosts: string[];
}

export async function listMerchants(ctx: { db: Database }): Promise<MerchantSummary[]> {
  const rows = await listMerchantRows(ctx.db.kysely);
  return rows.map((row) => ({ slug: row.slug, name: row.name, isDefault: row.is_default === 1, hosts: row.hosts }));
}
