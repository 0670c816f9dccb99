import { z } from "zod";
import type { ApiAnswer, ApiCall, Endpoint } from "#app/_server/api/dialect.ts";
import { carrierByProviderCode } from "#lib/carriers/catalog.ts";
import { normalizeTrackingNumber } from "#lib/carriers/tracking-number.ts";
import { buildEasyPostTracker, type EasyPostTrackerJson } from "#lib/contracts/easypost-json/build-tracker.ts";
import { deleteTracker } from "#lib/shipments/delete-tracker.ts";
import { getTracker } from "#lib/shipments/get-tracker.ts";
import { listTrackers } from "#lib/shipments/list-trackers.ts";
import type { TrackerRecord } from "#lib/shipments/tracker-record.ts";
import { createTracker } from "./create-tracker.ts";
import { easypostError } from "./easypost-error.ts";
import { isId, MOST_PER_PAGE, parseParams, parseQuery, requiredText, trackerPageParams } from "./params.ts";

export const trackerEndpoints: readonly Endpoint[] = [
  { method: "POST", path: "/trackers", handle: createTracker },
  { method: "GET", path: "/trackers", handle: listPage },
  { method: "POST", path: "/trackers/batch", handle: retrieveBatch },
  { method: "GET", path: "/trackers/:id", handle: retrieve },
  { method: "DELETE", path: "/trackers/:id", handle: remove },
];

async function retrieve({ services, caller, params }: ApiCall): Promise<ApiAnswer> {
  const { id = "" } = params;
  const record = isId(id) ? await getTracker(services.runtime, { caller, id }) : null;
  return record === null ? easypostError("TRACKER.NOT_FOUND") : { status: 200, body: retrieved(record) };
}

async function remove({ services, caller, params }: ApiCall): Promise<ApiAnswer> {
  const { id = "" } = params;
  const outcome = isId(id) ? await deleteTracker(services.runtime, { caller, id }) : "not_found";
  return outcome === "not_found" ? easypostError("TRACKER.NOT_FOUND") : { status: 200, body: { success: true } };
}

/** A carrier that nobody knows has no trackers. */
async function listPage({ services, caller, query }: ApiCall): Promise<ApiAnswer> {
  const parsed = parseQuery(trackerPageParams, query);
  if (parsed.kind === "refused") return parsed.answer;
  const { page, tracking_code: code, carrier: word } = parsed.value;
  const carrier = word === null ? undefined : carrierByProviderCode("easypost", word)?.slug;
  if (word !== null && carrier === undefined) return { status: 200, body: { trackers: [], has_more: false } };

  const found = await listTrackers(services.runtime, { caller, page, carrier, trackingNumber: code ?? undefined });
  if (found.kind === "cursor_unknown") return easypostError("TRACKER.NOT_FOUND");
  return { status: 200, body: { trackers: found.rows.map(retrieved), has_more: found.hasMore } };
}

const batchParams = z.object({
  tracking_codes: z
    .array(requiredText(200), { error: ({ input }) => (input === undefined || input === null ? "cannot be blank" : "must be a list") })
    .min(1, "cannot be blank")
    .max(MOST_PER_PAGE, `must be ${MOST_PER_PAGE} at most`),
});

/** Whatever the caller has under these codes, in their order; codes it has no tracker for are left out. */
async function retrieveBatch({ services, caller, body }: ApiCall): Promise<ApiAnswer> {
  const parsed = parseParams(batchParams, body ?? {});
  if (parsed.kind === "refused") return parsed.answer;
  const numbers = new Set(parsed.value.tracking_codes.map(normalizeTrackingNumber).filter((number) => number !== null));
  const trackers: EasyPostTrackerJson[] = [];
  for (const trackingNumber of numbers) {
    const found = await listTrackers(services.runtime, { caller, page: { limit: MOST_PER_PAGE }, trackingNumber });
    if (found.kind === "page") trackers.push(...found.rows.map(retrieved));
  }
  return { status: 200, body: { trackers, has_more: false } };
}

function retrieved(record: TrackerRecord): EasyPostTrackerJson {
  return buildEasyPostTracker(record, "retrieved");
}
