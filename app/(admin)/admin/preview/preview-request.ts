import { z } from "zod";
import { readBytes } from "#app/_server/api/read-bytes.ts";
import { SAMPLES, type SampleKey } from "#lib/demo/sample-pages.ts";
import { PREVIEW_KINDS, type PreviewKind } from "./preview-kinds.ts";

/** How to look at a brand. What is not asked for, or not known, is the usual: somebody may be typing. */
export interface PreviewWish {
  kind: PreviewKind;
  sample: SampleKey;
  /** A language of ours, allowed by the brand or not: it may be about to be; null for the brand's own. */
  lang: string | null;
  theme: "light" | "dark" | null;
  tier: "public" | "private";
}

const USUAL_SAMPLE: SampleKey = "out_for_delivery";

const wishSchema = z.object({
  kind: z.enum(Object.keys(PREVIEW_KINDS) as [PreviewKind, ...PreviewKind[]]).catch("page"),
  sample: z.enum(SAMPLES.map(({ key }) => key) as [SampleKey, ...SampleKey[]]).catch(USUAL_SAMPLE),
  lang: z.string().min(2).max(35).nullable().catch(null),
  theme: z.enum(["light", "dark"]).nullable().catch(null),
  tier: z.enum(["public", "private"]).catch("public"),
});

export function readWish(fields: URLSearchParams): PreviewWish {
  return wishSchema.parse(Object.fromEntries(fields));
}

/** A draft may be 64 KB, of which a form makes thrice as much at worst. */
const MOST_FORM_BYTES = 256 * 1024;

/** The fields of a form as browsers send it, `application/x-www-form-urlencoded`; null where there are none to read. */
export async function readFields(request: Request): Promise<URLSearchParams | null> {
  const body = await readBytes(request, MOST_FORM_BYTES);
  return body.kind === "read" ? new URLSearchParams(new TextDecoder().decode(body.bytes)) : null;
}
