import { readEmailAddress } from "#lib/contracts/email-address.ts";
import type { ItemReport, OrderReport, TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import type { MapContext } from "../identify-parcel.ts";
import { uniqueNotes } from "../unique-notes.ts";
import { readInstant } from "../vendor-time.ts";
import { readVendorWords } from "../vendor-vocabulary.ts";
import type { ToldParcel } from "./parcels.ts";
import type { ShipmentNotify, ShippedItem } from "./schema.ts";
import { shipmentNotifyVocabulary } from "./vocabulary.ts";

/** `externalId` is the order's id, checked by the caller. The platform tells statuses, never scans. */
export function mapParcel(payload: ShipmentNotify, parcel: ToldParcel, context: MapContext & { externalId: string }): TrackerSnapshot {
  const { event, data } = payload;
  const words = readVendorWords(shipmentNotifyVocabulary, parcel.status, null);
  return {
    provider: "shipment_notify",
    mode: context.mode,
    carrier: context.carrier,
    trackingNumber: context.trackingNumber,
    asOf: readInstant(event.timestamp),
    status: words.status,
    substatus: words.substatus,
    vendor: { status: parcel.status, detail: null, code: null },
    isReturn: false,
    estimatedDelivery: null,
    originalEstimatedDelivery: null,
    serviceLevel: null,
    origin: null,
    destination: null,
    signedBy: null,
    weightOz: null,
    vendorTrackerId: null,
    scans: [],
    order: mapOrder(data, parcel, context.externalId),
    notes: uniqueNotes([...context.notes, ...words.notes]),
  };
}

function mapOrder(data: ShipmentNotify["data"], parcel: ToldParcel, externalId: string): OrderReport {
  const lineItems = data.line_items.flatMap((line) => toItem(line, line.sku));
  const skuByItem = new Map(lineItems.map((item) => [item.orderItemId, item.sku]));
  return {
    externalId,
    placedAt: readInstant(data.created_at),
    lineItems,
    customerEmail: readEmailAddress(data.address?.email ?? null),
    parcel: {
      items: parcel.items.flatMap((item) => toItem(item, skuByItem.get(item.order_item_id ?? "") ?? null)),
      primary: parcel.primary,
    },
  };
}

/** An item nobody can name cannot be counted against the order. */
function toItem(item: ShippedItem, sku: string | null): ItemReport[] {
  return item.order_item_id === null ? [] : [{ orderItemId: item.order_item_id, title: null, sku, quantity: item.quantity ?? 1 }];
}
