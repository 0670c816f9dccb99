import { z } from "zod";
import { askedIdField, idField, instantField, modeField, pageFields, pageOf, statusField, substatusField } from "./fields.ts";
import { deliveryDateSchema, trackerSchema } from "./tracker.ts";

export const EVENT_TYPES = ["tracker.created", "tracker.updated"] as const;
const typeField = z.enum(EVENT_TYPES);

const previousSchema = z
  .strictObject({
    status: statusField.optional(),
    substatus: substatusField.optional(),
    estimated_delivery: deliveryDateSchema.nullable().optional(),
    signed_by: z.string().nullable().optional(),
    weight_oz: z.number().nullable().optional(),
    service_level: z.string().nullable().optional(),
    scan_count: z.int().optional().describe("How many scans there were."),
  })
  .describe("What the update changed, as it was before; empty for a created tracker.")
  .meta({ id: "Previous" });

export type PreviousJson = z.infer<typeof previousSchema>;

export const eventSchema = z
  .strictObject({
    id: idField("evt"),
    type: typeField,
    mode: modeField,
    created_at: instantField,
    previous: previousSchema,
    tracker: trackerSchema.describe("As it was right after."),
    deliveries: z
      .array(z.strictObject({ id: idField("dlv"), url: z.string(), is_completed: z.boolean() }))
      .describe("The endpoints that are told, and whether they took it."),
  })
  .meta({ id: "Event" });

export type EventJson = z.infer<typeof eventSchema>;

export const eventPageSchema = pageOf(eventSchema).meta({ id: "EventPage" });
export const listEventsQuery = z.strictObject({ ...pageFields, tracker_id: askedIdField.describe("Of this tracker only.") });

/** What an endpoint of the format `standard` is sent. */
export const standardWebhookSchema = z.strictObject({
  type: typeField,
  timestamp: instantField.describe("When it happened."),
  data: z.strictObject({ tracker: trackerSchema, previous: previousSchema }),
});

export type StandardWebhook = z.infer<typeof standardWebhookSchema>;
