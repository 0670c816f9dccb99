import { z } from "zod";
import { PROVIDERS } from "#lib/tracking/snapshot.ts";
import { idField, instantField, modeField, pageFields } from "./fields.ts";

const MOST_REPLAYED = 100;
/** Those that need a look, and those that nobody has read yet. */
const ASKED_OUTCOMES = ["invalid", "received"] as const;

export const payloadSchema = z
  .strictObject({
    id: idField("pay"),
    provider: z.enum(PROVIDERS),
    source: z.string().nullable().describe("The slug of the source it came through; null where there is none."),
    mode: modeField.nullable().describe("Null until it has been read."),
    received_at: instantField,
    outcome: z.enum(["received", "ingested", "ignored", "invalid"]),
    problem: z.string().nullable().describe("What could not be read, and where."),
  })
  .describe("What a provider sent, kept as it came. Its body holds names and addresses, and is not told.")
  .meta({ id: "Payload" });

export type PayloadJson = z.infer<typeof payloadSchema>;

export const payloadPageSchema = z
  .strictObject({
    data: z.array(payloadSchema).describe("By id."),
    has_more: z.boolean().describe("Whether more follow: ask for those after the last id."),
  })
  .meta({ id: "PayloadPage" });

export const listPayloadsQuery = z.strictObject({
  outcome: z
    .enum(ASKED_OUTCOMES, `must be one of ${ASKED_OUTCOMES.join(", ")}`)
    .default("invalid")
    .describe("`invalid`: those that need a look, read in part among them. `received`: those that nobody has read yet."),
  limit: pageFields.limit,
  after: pageFields.after.describe("The id that ended the page before."),
});

export const replayPayloadsSchema = z
  .strictObject({
    ids: z
      .array(z.string(), "must be a list of payloads' ids")
      .min(1, "must name at least one")
      .max(MOST_REPLAYED, `must be at most ${MOST_REPLAYED} at once`),
  })
  .meta({ id: "ReplayPayloads" });

export const replayedPayloadsSchema = z
  .strictObject({
    data: z.array(
      z.strictObject({
        id: idField("pay"),
        outcome: z.enum(["ingested", "ignored", "invalid", "not_found", "failed"]),
        problem: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "ReplayedPayloads" });
