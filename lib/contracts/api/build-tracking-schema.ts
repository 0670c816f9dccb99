import { z } from "zod";
import { trackingNewsSchema } from "../tracking-json.ts";
import { API_ROOT } from "./operations.ts";
import { publishSchema } from "./publish-schema.ts";

/** Where the schema of every parcel's `.json` is, and stays. */
export function trackingSchemaUrl(origin: string): string {
  return `${origin}${API_ROOT}/tracking.schema.json`;
}

/** What a parcel's `.json` answers, as JSON Schema 2020-12. */
export function buildTrackingSchema({ origin }: { origin: string }) {
  return { $id: trackingSchemaUrl(origin), title: "Tracking", ...z.toJSONSchema(trackingNewsSchema, { override: publishSchema }) };
}
