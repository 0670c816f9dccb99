import type { Books } from "#lib/db/queries/books.ts";
import { findOrderCursor, listOrderRows } from "#lib/db/queries/orders.ts";
import { readPage } from "#lib/db/queries/read-page.ts";
import { listParcelsOfOrders } from "#lib/db/queries/trackers.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import type { OrderId } from "#lib/shared/ids.ts";
import { mapPage, type Page, type PageRequest } from "#lib/shared/page.ts";
import { buildOrderRecord } from "./build-order-record.ts";
import type { OrderRecord } from "./order-record.ts";
import type { OrderReadContext } from "./verb-context.ts";

export interface ListOrdersInput {
  caller: Books;
  page: PageRequest;
  /** The shop's own number. */
  externalId?: string | undefined;
}

/** The caller's orders with their parcels, newest first. */
export async function listOrders(ctx: OrderReadContext, { caller, page, externalId }: ListOrdersInput): Promise<Page<OrderRecord>> {
  const db = ctx.db.kysely;
  const found = await readPage(page, {
    findCursor: (id) => findOrderCursor(db, caller, id as OrderId),
    listRows: (range) => listOrderRows(db, caller, { range, externalId }),
  });
  return mapPage(found, async (rows) => {
    const parcels = await listParcelsOfOrders(db, { merchantId: caller.merchantId, ids: rows.map(({ id }) => id) });
    const parcelsOf = Map.groupBy(parcels, (parcel) => parcel.order_id);
    const address = await loadMerchantAddress(ctx, caller.merchantId);
    return rows.map((row) => buildOrderRecord({ vault: ctx.vault, address }, row, parcelsOf.get(row.id) ?? []));
  });
}
