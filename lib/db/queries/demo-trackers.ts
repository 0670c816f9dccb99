import type { MerchantId, TrackerId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { deleteScans } from "./scans.ts";
import { updateTracker } from "./trackers.ts";

/** Takes a demo tracker's story back, so that it can be told with other days; its address, key and version stay. */
export async function forgetFacts(db: Queryable, tracker: { id: TrackerId; merchantId: MerchantId }): Promise<void> {
  await deleteScans(db, tracker);
  await updateTracker(db, tracker, { headers: "[]", notes: "[]" });
}
