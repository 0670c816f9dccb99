import type { Books } from "#lib/db/queries/books.ts";
import { findOrderRow } from "#lib/db/queries/orders.ts";
import { listParcelsOfOrders } from "#lib/db/queries/trackers.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import type { OrderId } from "#lib/shared/ids.ts";
import { buildOrderRecord } from "./build-order-record.ts";
import type { OrderRecord } from "./order-record.ts";
import type { OrderReadContext } from "./verb-context.ts";

/** Null for another merchant's order, or one of the other mode. */
export async function getOrder(ctx: OrderReadContext, { caller, id }: { caller: Books; id: string }): Promise<OrderRecord | null> {
  const db = ctx.db.kysely;
  const row = await findOrderRow(db, caller, id as OrderId);
  if (!row) return null;
  const parcels = await listParcelsOfOrders(db, { merchantId: caller.merchantId, ids: [row.id] });
  return buildOrderRecord({ vault: ctx.vault, address: await loadMerchantAddress(ctx, caller.merchantId) }, row, parcels);
}
