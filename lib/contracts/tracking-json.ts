import { z } from "zod";
import { ZONE_SOURCES } from "#lib/tracking/event-time.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { SUBSTATUSES, type Substatus } from "#lib/tracking/substatus.ts";

const substatuses = Object.keys(SUBSTATUSES) as [Substatus, ...Substatus[]];
const day = z.iso.date();
const utc = z.iso.datetime();

export const trackingJsonTimeSchema = z
  .strictObject({
    kind: z
      .enum(["instant", "local", "day"])
      .describe("`instant`: the carrier gave an offset. `local`: a wall clock. `day`: no hour was given."),
    local: z.union([z.iso.datetime({ local: true }), day]).describe("As clocks and calendars showed it there, without offset."),
    utc: utc.nullable().describe("Null where the zone is unknown or no hour was given."),
    zone: z.string().nullable().describe("IANA name, or an offset where only that is known; null where unknown."),
    zone_source: z.enum(ZONE_SOURCES).describe("How the zone is known, the surest first; `unknown` where it is not."),
  })
  .describe("When a scan happened, as honestly as the carrier said it.");

export const trackingJsonPlaceSchema = z.strictObject({
  city: z.string().nullable(),
  region: z.string().nullable().describe("State, province or county, as the carrier writes it."),
  postal_code: z.string().nullable().describe("With the private key only."),
  country: z.string().nullable().describe("ISO 3166-1 alpha-2."),
});

export const trackingJsonEventSchema = z.strictObject({
  status: z.enum(STATUSES),
  substatus: z.enum(substatuses),
  message: z.string().nullable().describe("The carrier's words; null where it gave none, or where they could name somebody."),
  place: trackingJsonPlaceSchema.nullable().describe("Null where no place was reported."),
  time: trackingJsonTimeSchema.nullable().describe("Null where the carrier gave no time at all."),
});

/** The news of a parcel as data, at its page's address + `.json`. Fields are only ever added within a version. */
export const trackingJsonSchema = z
  .object({
    version: z.literal(1),
    carrier: z.string().describe("The carrier's slug, as in the address."),
    tracking_number: z.string(),
    status: z.enum(STATUSES),
    substatus: z.enum(substatuses).describe("The finer word beside the status."),
    action_required: z.boolean().describe("Somebody other than the carrier has to act."),
    estimated_delivery_on: day.nullable().describe("A calendar date at the destination."),
    original_estimated_delivery_on: day.nullable().describe("The first promise, kept when it moves."),
    delivered_at: utc.nullable().describe("Null until delivered, and where the hour or its zone is unknown."),
    delivered_on: day.nullable().describe("The local day of delivery; known more often than `delivered_at`."),
    updated_at: utc,
    events: z.array(trackingJsonEventSchema).describe("Newest first."),
  })
  .describe("Redacted as the page is: what the bare address shows to anybody, or what the private key opens.");

/** Everything the `.json` address answers with, and nothing else. */
export const trackingNewsSchema = z
  .strictObject({
    $schema: z.url().describe("This schema's own address."),
    ...trackingJsonSchema.shape,
    view: z
      .looseObject({ kind: z.enum(["tracking", "notice"]).describe("`notice`: nobody registered the number yet.") })
      .describe("What the page itself is drawn from, in the language asked for. Changes with the page: build nothing on it.")
      .meta({ id: "PageView" }),
  })
  .describe(`A parcel's news, at its page's address + \`.json\`. ${trackingJsonSchema.description ?? ""}`);

export type TrackingNews = z.infer<typeof trackingNewsSchema>;
export type TrackingJson = z.infer<typeof trackingJsonSchema>;
export type TrackingJsonEvent = z.infer<typeof trackingJsonEventSchema>;
export type TrackingJsonTime = z.infer<typeof trackingJsonTimeSchema>;
