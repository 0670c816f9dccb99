import { z } from "zod";
import { MODES } from "#lib/tracking/snapshot.ts";

export const mode = z.enum(MODES);

/** Something of a merchant's, in one of the two books. */
export const inMode = z.strictObject({ mode, id: z.string().max(100) });
