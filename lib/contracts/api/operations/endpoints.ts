import {
  changeEndpointSchema,
  createdEndpointSchema,
  createEndpointSchema,
  deliveryPageSchema,
  endpointListSchema,
  endpointSchema,
  listDeliveriesQuery,
  listEndpointsQuery,
  replayedSchema,
  sentTestSchema,
} from "../endpoint.ts";
import { defineOperation, type OperationGroup } from "../operation.ts";

export const createEndpoint = defineOperation({
  id: "createEndpoint",
  method: "POST",
  path: "/endpoints",
  summary: "Be told of events",
  description: "Everything that happens in the key's mode from now on is sent to this address.",
  body: createEndpointSchema,
  example: { url: "https://shop.example/hooks/waymark", format: "standard" },
  answers: { 201: { description: "The endpoint, with its secret.", schema: createdEndpointSchema } },
});

export const listEndpoints = defineOperation({
  id: "listEndpoints",
  method: "GET",
  path: "/endpoints",
  summary: "List endpoints",
  query: listEndpointsQuery,
  answers: { 200: { description: "Every endpoint, oldest first.", schema: endpointListSchema } },
});

export const getEndpoint = defineOperation({
  id: "getEndpoint",
  method: "GET",
  path: "/endpoints/:id",
  summary: "Read an endpoint",
  answers: { 200: { description: "The endpoint.", schema: endpointSchema } },
});

export const changeEndpoint = defineOperation({
  id: "changeEndpoint",
  method: "PATCH",
  path: "/endpoints/:id",
  summary: "Change an endpoint",
  description: "What is left out stays as it is. A new address, or enabling it again, forgets that it failed.",
  body: changeEndpointSchema,
  example: { is_disabled: false },
  answers: { 200: { description: "The endpoint as it is now.", schema: endpointSchema } },
});

export const deleteEndpoint = defineOperation({
  id: "deleteEndpoint",
  method: "DELETE",
  path: "/endpoints/:id",
  summary: "Delete an endpoint",
  answers: { 204: { description: "Deleted.", schema: null } },
});

export const rotateEndpoint = defineOperation({
  id: "rotateEndpoint",
  method: "POST",
  path: "/endpoints/:id/rotate",
  summary: "Rotate an endpoint's secret",
  description:
    "Events of the format `standard` are signed by the former secret as well for 24 hours. In the others the new one counts at once.",
  answers: { 200: { description: "The endpoint, with its new secret.", schema: createdEndpointSchema } },
  problems: ["conflict"],
});

export const testEndpoint = defineOperation({
  id: "testEndpoint",
  method: "POST",
  path: "/endpoints/:id/test",
  summary: "Send a sample event",
  description: "Sends it at once, and answers what came back. Nothing is stored, and nothing counts.",
  answers: { 200: { description: "What the endpoint answered.", schema: sentTestSchema } },
});

export const replayEndpoint = defineOperation({
  id: "replayEndpoint",
  method: "POST",
  path: "/endpoints/:id/replay",
  summary: "Try everything again",
  description: "Every delivery to it that waits, or had its last attempt, is tried now.",
  answers: { 202: { description: "They are on their way.", schema: replayedSchema } },
  problems: ["conflict"],
});

export const listDeliveries = defineOperation({
  id: "listDeliveries",
  method: "GET",
  path: "/deliveries",
  summary: "List deliveries",
  description: "Which event went to which endpoint, with every attempt and what was answered.",
  query: listDeliveriesQuery,
  answers: { 200: { description: "A page of deliveries, newest first.", schema: deliveryPageSchema } },
});

export const replayDelivery = defineOperation({
  id: "replayDelivery",
  method: "POST",
  path: "/deliveries/:id/replay",
  summary: "Send a delivery again",
  description: "Whatever became of it before.",
  answers: { 202: { description: "It is on its way.", schema: null } },
  problems: ["conflict"],
});

export const endpoints: OperationGroup = {
  name: "endpoints",
  title: "Endpoints",
  introduction: "Where you want to be told. Each merchant has up to 50 in each mode.",
  operations: [
    createEndpoint,
    listEndpoints,
    getEndpoint,
    changeEndpoint,
    deleteEndpoint,
    rotateEndpoint,
    testEndpoint,
    replayEndpoint,
    listDeliveries,
    replayDelivery,
  ],
};
