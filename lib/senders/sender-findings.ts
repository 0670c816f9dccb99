import { z } from "zod";
import type { Instant } from "#lib/shared/clock.ts";

const textsSchema = z.array(z.string());
const brokenSchema = z.object({ kind: z.literal("broken"), problem: z.string() });
const noneSchema = z.object({ kind: z.literal("none") });
const severalSchema = z.object({ kind: z.literal("several"), found: textsSchema });

const findingsSchema = z.object({
  /** `wrong`: a record is there, but receivers will not find our key in it. */
  dkim: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("right"),
      /** It says `t=y`: receivers may treat mails as if they were not signed. */
      isTesting: z.boolean(),
    }),
    z.object({ kind: z.literal("wrong"), because: z.enum(["other_key", "no_key", "not_dkim"]), found: textsSchema }),
    severalSchema,
    noneSchema,
    brokenSchema,
  ]),
  spf: z.discriminatedUnion("kind", [
    /** `lookUps`: how often receivers ask DNS on its account, short of what its includes add. */
    z.object({ kind: z.literal("found"), record: z.string(), letsEverybody: z.boolean(), lookUps: z.number() }),
    severalSchema,
    noneSchema,
    brokenSchema,
  ]),
  dmarc: z.discriminatedUnion("kind", [
    /** `at` is the domain that says it: this one, or one above it. */
    z.object({ kind: z.literal("found"), at: z.string(), record: z.string(), policy: z.enum(["none", "quarantine", "reject"]) }),
    z.object({ kind: z.literal("wrong"), found: textsSchema }),
    severalSchema,
    noneSchema,
    brokenSchema,
  ]),
  /** Since when the key of a domain that was proven is not found any more. */
  missedSince: z
    .string()
    .nullable()
    .transform((text) => text as Instant | null),
});

/** What one check found in DNS. */
export type SenderFindings = z.output<typeof findingsSchema>;

/** Null for what was never written, or by another release. */
export function readSenderFindings(stored: string | null): SenderFindings | null {
  if (stored === null) return null;
  const read = findingsSchema.safeParse(JSON.parse(stored));
  return read.success ? read.data : null;
}
