import { z } from "zod";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { SUBSTATUSES, type Substatus } from "#lib/tracking/substatus.ts";

/** The words that many objects of the API share. */

export const MODES = ["test", "production"] as const satisfies readonly Mode[];
export const modeField = z.enum(MODES, `must be ${MODES.join(" or ")}`).describe("Test and production keep books of their own.");

export const instantField = z.iso.datetime().describe("UTC, ISO 8601.").meta({ example: "2026-03-01T17:04:00Z" });

export const statusField = z.enum(STATUSES).describe("Where the parcel stands.").meta({ id: "Status" });

export const substatusField = z
  .enum(Object.keys(SUBSTATUSES) as [Substatus, ...Substatus[]])
  .describe("The finer word beside the status.")
  .meta({ id: "Substatus" });

/** An id as it is answered: `trk_…`. */
export const idField = (prefix: string) => z.string().meta({ example: `${prefix}_4f9tq1w8c2e7m3x6k5r0z8n1v4b7h2ds` });

/** An id as it is asked for. */
const askedId = z.string().regex(/^[a-z]+_[\da-z]{1,64}$/, "must be an id out of an answer before");

export const adviceField = z
  .array(z.string())
  .describe("Sentences for people, such as on carriers that only your own account with them can see.");

const LONGEST_PAGE = 100;

/** How lists are paged: newest first, from one id to the next. */
export const pageFields = {
  limit: z.coerce
    .number(`must be a number from 1 to ${LONGEST_PAGE}`)
    .int(`must be a number from 1 to ${LONGEST_PAGE}`)
    .min(1, `must be a number from 1 to ${LONGEST_PAGE}`)
    .max(LONGEST_PAGE, `must be a number from 1 to ${LONGEST_PAGE}`)
    .default(20)
    .describe("How many at most."),
  before: askedId.optional().describe("The id that ended the page before: what is older follows."),
  after: askedId.optional().describe("An id: what is newer follows."),
};

export const askedIdField = askedId.optional();

export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({
    data: z.array(row).describe("Newest first."),
    has_more: z.boolean().describe("Whether more follow: ask for those before the last id."),
  });
}

export function listOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ data: z.array(row) });
}
