import { z } from "zod";
import { PROVIDERS } from "#lib/tracking/snapshot.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { plainText } from "../plain-text.ts";
import { trackingJsonPlaceSchema, trackingJsonSchema, trackingJsonTimeSchema } from "../tracking-json.ts";
import { adviceField, idField, instantField, modeField, pageFields, pageOf, statusField, substatusField } from "./fields.ts";

const day = z.iso.date();
const hour = z.string().meta({ example: "17:30" }).nullable();

const placeSchema = trackingJsonPlaceSchema
  .extend({
    postal_code: z.string().nullable(),
    facility: z.string().nullable().describe("A facility's name, where the carrier gives one."),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
  })
  .meta({ id: "Place" });

export const timeSchema = trackingJsonTimeSchema.meta({ id: "Time" });

const deliveryDateSchema = z
  .strictObject({ on: day, from: hour, until: hour })
  .describe("A calendar day at the destination, with the hours at the door where they are known.")
  .meta({ id: "DeliveryDate" });

const scanSchema = z
  .strictObject({
    status: statusField,
    substatus: substatusField,
    message: z.string().nullable().describe("The carrier's own words."),
    place: placeSchema.nullable().describe("Null where no place was reported."),
    time: timeSchema.nullable().describe("Null where the carrier gave no time at all."),
    signer: z.string().nullable().describe("Personal."),
    proof_of_delivery_url: z.string().nullable().describe("Personal."),
    source: z.enum(PROVIDERS).describe("Who reported it; `push` is this API."),
  })
  .meta({ id: "Scan" });

export const trackerSchema = z
  .strictObject({
    id: idField("trk"),
    mode: modeField,
    ...trackingJsonSchema.pick({ carrier: true, tracking_number: true }).shape,
    status: statusField,
    substatus: substatusField,
    action_required: trackingJsonSchema.shape.action_required,
    is_final: z.boolean().describe("No further news is expected."),
    estimated_delivery: deliveryDateSchema.nullable(),
    original_estimated_delivery: deliveryDateSchema.nullable().describe("The first promise, kept when it moves."),
    delivered_at: instantField.nullable().describe("Null until delivered, and where the hour or its zone is unknown."),
    delivered_on: day.nullable().describe("The local day of delivery; known more often than `delivered_at`."),
    service_level: z.string().nullable(),
    origin: placeSchema.nullable(),
    destination: placeSchema.nullable(),
    signed_by: z.string().nullable().describe("Personal."),
    weight_oz: z.number().nullable(),
    scans: z.array(scanSchema).describe("Newest first."),
    metadata: z.string().nullable().describe("Whatever you want to find again."),
    is_watched: z.boolean().describe("Whether its source is asked for news."),
    public_url: z.url().describe("The page of this parcel with its private key: for the recipient, not for the public."),
    created_at: instantField,
    updated_at: instantField.describe("When something about it last changed."),
    checked_at: instantField.describe("When a source last told us anything, new or not."),
    news_at: instantField.nullable().describe("When the source last changed its picture."),
  })
  .describe("A parcel on its way. Fields are only ever added.")
  .meta({ id: "Tracker" });

export type TrackerJson = z.infer<typeof trackerSchema>;
export type PlaceJson = z.infer<typeof placeSchema>;
export type ScanJson = z.infer<typeof scanSchema>;
export type DeliveryDateJson = z.infer<typeof deliveryDateSchema>;
export { deliveryDateSchema };

export const trackerPageSchema = pageOf(trackerSchema).meta({ id: "TrackerPage" });

export const registeredTrackerSchema = z
  .strictObject({
    ...trackerSchema.shape,
    advice: adviceField,
  })
  .meta({ id: "RegisteredTracker" });

const metadata = plainText(500).nullable().describe("Any text of yours, up to 500 characters.");

export const registerTrackerSchema = z
  .strictObject({
    carrier: plainText(100).nullish().describe("A carrier's slug or name, such as `usps`; found by the number where it is left out."),
    tracking_number: plainText(100).meta({ example: "9405511899223197428490" }),
    metadata: metadata.optional(),
  })
  .meta({ id: "RegisterTracker" });

export const changeTrackerSchema = z
  .strictObject({
    is_watched: z.boolean().optional(),
    metadata: metadata.optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, "names nothing to change: give is_watched, metadata or both")
  .meta({ id: "ChangeTracker" });

export const listTrackersQuery = z.strictObject({
  ...pageFields,
  carrier: z.string().max(100).optional().describe("A carrier's slug."),
  tracking_number: z.string().max(100).optional(),
  status: z.enum(STATUSES, `must be one of ${STATUSES.join(", ")}`).optional(),
  created_from: z.iso.datetime({ offset: true, message: "must be a time such as 2026-03-01T00:00:00Z" }).optional(),
  created_until: z.iso.datetime({ offset: true, message: "must be a time such as 2026-03-01T00:00:00Z" }).optional(),
});
