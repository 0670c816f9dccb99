import { z } from "zod";

const textsSchema = z.array(z.string());
const brokenSchema = z.object({ kind: z.literal("broken"), problem: z.string() });
const noneSchema = z.object({ kind: z.literal("none") });

const findingsSchema = z.object({
  /** The TXT record. `wrong`: there are some, but none is the proof. */
  proof: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("right") }),
    z.object({ kind: z.literal("wrong"), found: textsSchema }),
    noneSchema,
    brokenSchema,
  ]),
  /** Where the host leads, by its CNAME or its addresses. */
  pointer: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("here"), found: textsSchema }),
    z.object({ kind: z.literal("elsewhere"), found: textsSchema, isOnlyPartly: z.boolean() }),
    noneSchema,
    brokenSchema,
  ]),
  /** Those of the installation itself, for names that cannot have a CNAME. */
  platformAddresses: textsSchema,
  /** Who has the host although it is proven: another shop with a proof of its own, or one that the operator gave it to. */
  heldBy: z.enum(["shop", "operator"]).nullable(),
});

/** What one check found in DNS. */
export type Findings = z.output<typeof findingsSchema>;

/** Null for what was never written, or by another release. */
export function readFindings(stored: string | null): Findings | null {
  if (stored === null) return null;
  const read = findingsSchema.safeParse(JSON.parse(stored));
  return read.success ? read.data : null;
}

/** `missing`: name servers say that it is not, or not any more. `unknown`: they could not say. */
export type Verdict = "proven" | "missing" | "unknown";

export function judgeFindings({ proof, pointer }: Pick<Findings, "proof" | "pointer">): Verdict {
  if (proof.kind === "right" && pointer.kind === "here") return "proven";
  const isMissing = proof.kind === "none" || proof.kind === "wrong" || pointer.kind === "none" || pointer.kind === "elsewhere";
  return isMissing ? "missing" : "unknown";
}
