import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, TrackerId } from "#lib/shared/ids.ts";
import type { Scan } from "#lib/tracking/tracker.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";

/** Far below either engine's limit of parameters in a statement. */
const ROWS_PER_INSERT = 500;

/** Every scan ever reported for a tracker, in no order worth relying on. */
export async function listScans(db: Queryable, tracker: { id: TrackerId; merchantId: MerchantId }): Promise<Scan[]> {
  const rows = await db
    .selectFrom("scans")
    .innerJoin("trackers", "trackers.id", "scans.tracker_id")
    .where("scans.tracker_id", "=", tracker.id)
    .where("trackers.merchant_id", "=", tracker.merchantId)
    .select("scans.scan")
    .orderBy("scans.key")
    .execute();
  return rows.map((row) => JSON.parse(row.scan) as Scan);
}

/** `trackerId` comes from a row that was found, and locked, under its merchant. */
export async function upsertScans(db: Queryable, trackerId: TrackerId, scans: readonly Scan[], receivedAt: Instant): Promise<void> {
  for (let start = 0; start < scans.length; start += ROWS_PER_INSERT) {
    const rows = scans.slice(start, start + ROWS_PER_INSERT).map((scan) => ({
      tracker_id: trackerId,
      key: storableText(scan.key),
      received_at: receivedAt,
      scan: JSON.stringify(scan),
    }));
    await db
      .insertInto("scans")
      .values(rows)
      .onConflict((conflict) => conflict.columns(["tracker_id", "key"]).doUpdateSet((eb) => ({ scan: eb.ref("excluded.scan") })))
      .execute();
  }
}

/** `tracker` was found, and locked, under its merchant. */
export async function deleteScans(db: Queryable, tracker: { id: TrackerId }): Promise<void> {
  await db.deleteFrom("scans").where("tracker_id", "=", tracker.id).execute();
}

/** Those of these keys; the tracker was found, and locked, under its merchant. */
export async function deleteScansOf(db: Queryable, trackerId: TrackerId, keys: readonly string[]): Promise<void> {
  for (let start = 0; start < keys.length; start += ROWS_PER_INSERT) {
    const some = keys.slice(start, start + ROWS_PER_INSERT).map(storableText);
    await db.deleteFrom("scans").where("tracker_id", "=", trackerId).where("key", "in", some).execute();
  }
}
