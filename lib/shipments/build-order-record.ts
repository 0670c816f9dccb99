import { itemsColumn } from "#lib/db/json-columns.ts";
import type { listParcelsOfOrders } from "#lib/db/queries/trackers.ts";
import type { OrdersTable } from "#lib/db/schema.ts";
import type { MerchantAddress } from "#lib/merchants/merchant-address.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { buildPrivateLink } from "./build-tracker-record.ts";
import { readCustomerEmail } from "./customer-email.ts";
import type { OrderRecord } from "./order-record.ts";

type ParcelRow = Awaited<ReturnType<typeof listParcelsOfOrders>>[number];

export function buildOrderRecord(
  ctx: { vault: Pick<Vault, "open">; address: MerchantAddress },
  row: OrdersTable,
  parcels: readonly ParcelRow[],
): OrderRecord {
  return {
    id: row.id,
    merchantId: row.merchant_id,
    mode: row.mode,
    externalId: row.external_id,
    placedAt: row.placed_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lineItems: itemsColumn.read(row.line_items),
    customerEmail: readCustomerEmail(ctx, row),
    parcels: parcels.map((parcel) => ({
      trackerId: parcel.id,
      carrier: parcel.carrier,
      trackingNumber: parcel.tracking_number,
      status: parcel.status,
      items: itemsColumn.read(parcel.parcel_items),
      isPrimary: parcel.is_primary === 1,
      publicUrl: buildPrivateLink(parcel, ctx.address),
    })),
  };
}
