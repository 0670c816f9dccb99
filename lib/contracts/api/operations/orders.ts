import { defineOperation, type OperationGroup } from "../operation.ts";
import { listOrdersQuery, orderPageSchema, orderSchema, savedOrderSchema, saveOrderSchema } from "../order.ts";

export const saveOrder = defineOperation({
  id: "saveOrder",
  method: "PUT",
  path: "/orders/:external_id",
  summary: "Save an order",
  description:
    "Under your own number, as often as you like: what you say last stands, and what you leave out stays as it was. Its parcels are followed from then on, and each page shows what is in which.",
  body: saveOrderSchema,
  example: {
    placed_at: "2026-02-27T14:11:50Z",
    customer_email: "mia@shopper.example",
    line_items: [{ order_item_id: "1", title: "Linen shirt", sku: "LS-M", quantity: 2 }],
    parcels: [{ carrier: "usps", tracking_number: "EZ2000000002", primary: true, items: [{ order_item_id: "1", quantity: 2 }] }],
  },
  answers: { 200: { description: "The order as it is now.", schema: savedOrderSchema } },
});

export const listOrders = defineOperation({
  id: "listOrders",
  method: "GET",
  path: "/orders",
  summary: "List orders",
  query: listOrdersQuery,
  answers: { 200: { description: "A page of orders, newest first.", schema: orderPageSchema } },
});

export const getOrder = defineOperation({
  id: "getOrder",
  method: "GET",
  path: "/orders/:external_id",
  summary: "Read an order",
  answers: { 200: { description: "The order.", schema: orderSchema } },
});

export const orders: OperationGroup = {
  name: "orders",
  title: "Orders",
  introduction:
    "What was bought and which parcels it travels in, so that the page can say so. Of the shopper, nothing but an e-mail address, for you alone.",
  operations: [saveOrder, listOrders, getOrder],
};
