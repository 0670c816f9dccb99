import { z } from "zod";
import { trackerReportSchema } from "#lib/contracts/tracker-report.ts";

/** A report and whose it is: our API knows that from the tracker's address. */
export const pushSchema = trackerReportSchema.extend({
  carrier: z.string("expected text").max(100).nullish(),
  tracking_number: z.string("expected text").nullish(),
});

export type Push = z.output<typeof pushSchema>;
