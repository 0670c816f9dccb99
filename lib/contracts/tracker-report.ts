import { z } from "zod";
import { readCountry } from "#lib/places/read-country.ts";
import { isRealDay, readGivenTime } from "#lib/places/read-given-time.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { isSubstatus } from "#lib/tracking/substatus.ts";
import { plainText } from "./plain-text.ts";

const timeKind = (text: string) => readGivenTime(text, "offset_is_true").kind;

/** With an offset an instant, without one a wall clock of the place, and a bare day a day: what is not known is not made up. */
const occurredAt = z
  .string("missing: when it happened, such as 2026-03-01T17:04:00-06:00")
  .max(40)
  .refine(
    (text) => timeKind(text) !== "none",
    "must be a time such as 2026-03-01T17:04:00-06:00, without the offset where nobody knows it, or a day such as 2026-03-01",
  );
export const moment = z
  .string("expected a time")
  .max(40)
  .refine((text) => ["instant", "utc"].includes(timeKind(text)), "must be a time with its offset, such as 2026-03-01T17:04:00-06:00");
const calendarDay = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDay(text), "must be a day such as 2026-03-02");
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "must be an hour such as 17:30");

/** A bare day, or the day with the hours at the door. */
const promise = z.union(
  [calendarDay, z.strictObject({ on: calendarDay, from: timeOfDay.nullish(), until: timeOfDay.nullish() })],
  'must be a day such as "2026-03-02", or { "on": "2026-03-02", "from": "09:00", "until": "17:00" }',
);

const status = z.enum(STATUSES, `must be one of ${STATUSES.join(", ")}`);
const substatus = z
  .string("expected text")
  .refine(isSubstatus, "must be one of the reference's substatuses, such as departed_facility; leave it out where none fits");

const degrees = (most: number) =>
  z.number("expected a number").min(-most, `must be from -${most} to ${most}`).max(most, `must be from -${most} to ${most}`);

const place = z
  .strictObject(
    {
      city: plainText(120).nullish(),
      region: plainText(120).nullish(),
      postal_code: plainText(20).nullish(),
      country: plainText(60)
        .refine((word) => word === "" || readCountry(word) !== null, "must be a country's code such as US")
        .nullish(),
      facility: plainText(120).nullish(),
      latitude: degrees(90).nullish(),
      longitude: degrees(180).nullish(),
    },
    "expected a place",
  )
  .meta({ id: "ReportedPlace" });

const scan = z
  .strictObject(
    {
      status,
      substatus: substatus.nullish().describe("One of Substatus that goes with the status."),
      message: plainText(500).nullish(),
      occurred_at: occurredAt.describe("With its offset, without one where nobody knows it, or a bare day."),
      place: place.nullish(),
      signer: plainText(120).nullish(),
      proof_of_delivery_url: z
        .url({ protocol: /^https?$/, message: "must be a web address" })
        .max(2048)
        .nullish(),
    },
    "expected a scan",
  )
  .meta({ id: "ReportedScan" });

/**
 * What carriers and shops of one's own report of one parcel. Strict: whoever writes it is told of every slip.
 * The newest scan speaks for the parcel unless `status` does; `as_of` says when that was so.
 */
export const trackerReportSchema = z.strictObject(
  {
    as_of: moment.nullish().describe("When it was so, with its offset; needed where there are no scans."),
    status: status.nullish(),
    substatus: substatus.nullish().describe("One of Substatus that goes with the status."),
    estimated_delivery: promise.nullish().describe("A day, or the day with the hours at the door."),
    service_level: plainText(120).nullish(),
    origin: place.nullish(),
    destination: place.nullish(),
    signed_by: plainText(120).nullish(),
    weight_oz: z.number("expected a number").positive("must be more than 0").max(1_000_000).nullish(),
    scans: z.array(scan.nullish(), "expected a list of scans").max(500, "must be at most 500 scans at once").nullish(),
  },
  "expected an object with scans",
);

export type ReportedPlace = z.output<typeof place>;
export type ReportedScan = z.output<typeof scan>;
