import { z } from "zod";
import { orderReportSchema } from "../order-report.ts";
import { adviceField, idField, instantField, modeField, pageFields, pageOf, statusField } from "./fields.ts";

const itemSchema = z
  .strictObject({
    order_item_id: z.string().describe("Your own id of the order's line."),
    title: z.string().nullable(),
    sku: z.string().nullable(),
    quantity: z.int(),
  })
  .meta({ id: "Item" });

export const orderSchema = z
  .strictObject({
    id: idField("ord"),
    mode: modeField,
    external_id: z.string().describe("Your own number of the order."),
    placed_at: instantField.nullable(),
    line_items: z.array(itemSchema),
    customer_email: z.string().nullable().describe("The shopper's address; null where nobody told it."),
    parcels: z
      .array(
        z.strictObject({
          tracker_id: idField("trk"),
          carrier: z.string(),
          tracking_number: z.string(),
          status: statusField,
          items: z.array(itemSchema).describe("What this parcel holds."),
          is_primary: z.boolean(),
          public_url: z.url().describe("The page of this parcel with its private key."),
        }),
      )
      .describe("The primary one first."),
    created_at: instantField,
    updated_at: instantField,
  })
  .meta({ id: "Order" });

export type OrderJson = z.infer<typeof orderSchema>;

export const savedOrderSchema = z.strictObject({ ...orderSchema.shape, advice: adviceField }).meta({ id: "SavedOrder" });

export const orderPageSchema = pageOf(orderSchema).meta({ id: "OrderPage" });
export const listOrdersQuery = z.strictObject(pageFields);

/** The number of the order stands in the address. */
export const saveOrderSchema = orderReportSchema.omit({ external_id: true }).meta({ id: "SaveOrder" });
