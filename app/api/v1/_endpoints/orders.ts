import * as operations from "#lib/contracts/api/operations/orders.ts";
import type { OrderJson } from "#lib/contracts/api/order.ts";
import { listOrders } from "#lib/shipments/list-orders.ts";
import type { OrderRecord } from "#lib/shipments/order-record.ts";
import { saveOrder } from "#lib/shipments/save-order.ts";
import { endpoint, param } from "../_standard/endpoint.ts";
import { answerPage, readPageQuery } from "../_standard/page.ts";
import { invalidInput, notFound } from "../_standard/problem-answer.ts";

export const orderEndpoints = [
  endpoint(operations.saveOrder, async (call, { body }) => {
    const order = { ...body, external_id: param(call, "external_id") };
    const outcome = await saveOrder(call.services.runtime, { caller: call.caller, order });
    if (outcome.kind === "invalid") return invalidInput(call, outcome.issues);
    return { status: 200, body: { ...buildOrderJson(outcome.order), advice: outcome.advice } };
  }),

  endpoint(operations.listOrders, async (call, { query }) => {
    const page = await listOrders(call.services.runtime, { caller: call.caller, page: readPageQuery(query) });
    return answerPage(call, query, page, buildOrderJson);
  }),

  endpoint(operations.getOrder, async (call) => {
    const page = await listOrders(call.services.runtime, {
      caller: call.caller,
      page: { limit: 1 },
      externalId: param(call, "external_id"),
    });
    const [order] = page.kind === "page" ? page.rows : [];
    return order ? { status: 200, body: buildOrderJson(order) } : notFound(call, "order");
  }),
];

function buildOrderJson(order: OrderRecord): OrderJson {
  return {
    id: order.id,
    mode: order.mode,
    external_id: order.externalId,
    placed_at: order.placedAt,
    line_items: order.lineItems.map(buildItemJson),
    customer_email: order.customerEmail,
    parcels: order.parcels.map((parcel) => ({
      tracker_id: parcel.trackerId,
      carrier: parcel.carrier,
      tracking_number: parcel.trackingNumber,
      status: parcel.status,
      items: parcel.items.map(buildItemJson),
      is_primary: parcel.isPrimary,
      public_url: parcel.publicUrl,
    })),
    created_at: order.createdAt,
    updated_at: order.updatedAt,
  };
}

function buildItemJson({ orderItemId, title, sku, quantity }: OrderRecord["lineItems"][number]): OrderJson["line_items"][number] {
  return { order_item_id: orderItemId, title, sku, quantity };
}
