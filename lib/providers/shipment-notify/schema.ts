import { z } from "zod";
import { flag, list, quantity, section, text } from "../vendor-fields.ts";

const shippedItem = z.object({ order_item_id: text, quantity });

/** An allow-list: the rest of `data.address`, `label_url`, print files and `tracking_url` (seen pointing at another parcel) are never read. */
export const shipmentNotifySchema = z.object({
  event: z.object(
    {
      uuid: text,
      timestamp: text,
      tracking: section({ tracking_number: text, tracking_status: text, carrier_code: text, shipped_items: list(shippedItem) }),
    },
    "missing: expected the platform's event",
  ),
  data: z.object(
    {
      order_id: text,
      test_order: flag,
      created_at: text,
      // Not worth a parcel: whatever stands there, the rest is read.
      address: section({ email: text }).catch(null),
      line_items: list(z.object({ order_item_id: text, sku: text, quantity })),
      trackings: list(z.object({ tracking_number: text, carrier: text, status: text, primary: flag, shipped_items: list(shippedItem) })),
    },
    "missing: expected the order",
  ),
});

/** What tells one payload from another, before it is read in full. */
export const headSchema = z.object(
  { event: z.object({ uuid: text, name: text }, "missing: expected the platform's event") },
  "expected a shipment_notify webhook",
);

export type ShipmentNotify = z.output<typeof shipmentNotifySchema>;
export type ShippedItem = z.output<typeof shippedItem>;
