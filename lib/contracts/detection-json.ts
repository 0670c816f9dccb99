import { z } from "zod";
import type { Detection } from "#lib/carriers/detect-carrier.ts";

/** `GET /api/detect?number=…` */
export const detectionJsonSchema = z.object({
  number: z.string().meta({ description: "The number as read: upper case, without spaces and dashes." }),
  candidates: z
    .array(z.object({ carrier: z.string(), confidence: z.number().min(0).max(1) }))
    .meta({ description: "Carriers whose format it fits, the likeliest first." }),
  near_misses: z
    .array(z.object({ carrier: z.string(), reason: z.string() }))
    .meta({ description: "Carriers whose format it would fit but for its check digit, and which digit looks wrong." }),
});

export type DetectionJson = z.infer<typeof detectionJsonSchema>;

export function buildDetectionJson({ number, candidates, nearMisses }: Detection): DetectionJson {
  return {
    number,
    candidates: candidates.map(({ carrier, confidence }) => ({ carrier, confidence })),
    near_misses: nearMisses.map(({ carrier, reason }) => ({ carrier, reason })),
  };
}
