import { z } from "zod";
import { askedIdField, idField, instantField, listOf, modeField, pageFields, pageOf } from "./fields.ts";

export const ENDPOINT_FORMATS = ["standard", "easypost", "shippo", "shipengine"] as const;
const DELIVERY_STATES = ["pending", "delivered", "failed", "cancelled"] as const;

const formatField = z
  .enum(ENDPOINT_FORMATS, `must be one of ${ENDPOINT_FORMATS.join(", ")}`)
  .describe("`standard`: Standard Webhooks, as this page tells. The others: as that vendor sends them.");

const headersField = z
  .array(z.strictObject({ name: z.string(), value: z.string() }), "must be a list of { name, value }")
  .describe("Sent along with every event.");

export const endpointSchema = z
  .strictObject({
    id: idField("hook"),
    mode: modeField,
    url: z.url(),
    format: formatField,
    name: z.string().nullable(),
    headers: headersField,
    has_secret: z.boolean().describe("Whether events are signed by a secret."),
    created_at: instantField,
    updated_at: instantField,
    disabled_at: instantField.nullable(),
    disabled_reason: z.string().nullable(),
    failing_since: instantField.nullable().describe("Since when it has accepted nothing."),
  })
  .describe("Where you want to be told.")
  .meta({ id: "Endpoint" });

export type EndpointJson = z.infer<typeof endpointSchema>;

export const endpointListSchema = listOf(endpointSchema).meta({ id: "EndpointList" });

export const createdEndpointSchema = z
  .strictObject({ ...endpointSchema.shape, secret: z.string().nullable().describe("What signs its events. Told here and never again.") })
  .meta({ id: "CreatedEndpoint" });

/** What an address, a secret and headers may be is the endpoints' own business: their verbs say what is wrong. */
const wishes = {
  name: z.string().nullable().optional(),
  secret: z.string().nullable().optional().describe("Made by us if it is left out and the format needs one; null for unsigned."),
  headers: headersField.optional(),
};

export const createEndpointSchema = z
  .strictObject({ url: z.string(), format: formatField.default("standard"), ...wishes })
  .meta({ id: "CreateEndpoint" });

export const changeEndpointSchema = z
  .strictObject({
    url: z.string().optional(),
    ...wishes,
    is_disabled: z.boolean().optional().describe("A disabled one hears nothing of what happens meanwhile."),
  })
  .meta({ id: "ChangeEndpoint" });

export const listEndpointsQuery = z.strictObject({ format: formatField.optional() });

export const sentTestSchema = z
  .strictObject({
    is_accepted: z.boolean(),
    problem: z.string().nullable().describe("What went wrong; null for an accepted one."),
    http_status: z.int().nullable().describe("Null where there was no answer."),
    answer: z.string().nullable().describe("The beginning of what was answered."),
    duration_ms: z.int(),
  })
  .meta({ id: "SentTest" });

const attemptSchema = z.strictObject({
  attempt: z.int().describe("Counts from 1."),
  attempted_at: instantField,
  duration_ms: z.int(),
  http_status: z.int().nullable().describe("Null where there was no answer."),
  problem: z.string().nullable(),
  answer: z.string().nullable().describe("The beginning of what was answered."),
});

export const deliverySchema = z
  .strictObject({
    id: idField("dlv"),
    endpoint_id: idField("hook"),
    event_id: idField("evt"),
    url: z.string(),
    state: z.enum(DELIVERY_STATES),
    created_at: instantField,
    next_attempt_at: instantField.nullable(),
    delivered_at: instantField.nullable(),
    attempts: z.array(attemptSchema).describe("First to last."),
  })
  .describe("One event on its way to one endpoint, with all that was tried.")
  .meta({ id: "Delivery" });

export type DeliveryJson = z.infer<typeof deliverySchema>;

export const deliveryPageSchema = pageOf(deliverySchema).meta({ id: "DeliveryPage" });

export const listDeliveriesQuery = z.strictObject({
  ...pageFields,
  endpoint_id: askedIdField,
  event_id: askedIdField,
  state: z.enum(DELIVERY_STATES, `must be one of ${DELIVERY_STATES.join(", ")}`).optional(),
});

export const replayedSchema = z.strictObject({ count: z.int().describe("How many are tried again now.") }).meta({ id: "Replayed" });
