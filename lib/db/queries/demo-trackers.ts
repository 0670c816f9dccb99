import type { Instant } from "#lib/shared/clock.ts";
import type { Queryable } from "../engine/database.ts";
import type { TrackerIdentity } from "./trackers.ts";

export async function findStagedAt(db: Queryable, identity: TrackerIdentity): Promise<Instant | null> {
  const row = await latestTracker(db, identity).select(["checked_at"]).executeTakeFirst();
  return row?.checked_at ?? null;
}

/** Takes a demo tracker's story back, so that it can be told with other days; its address, key and version stay. */
export async function forgetFacts(db: Queryable, identity: TrackerIdentity): Promise<void> {
  const { id } = await latestTracker(db, identity).select(["id"]).executeTakeFirstOrThrow();
  await db.deleteFrom("scans").where("tracker_id", "=", id).execute();
  await db
    .updateTable("trackers")
    .set({ headers: "[]", notes: "[]" })
    .where("id", "=", id)
    .where("merchant_id", "=", identity.merchantId)
    .execute();
}

function latestTracker(db: Queryable, { merchantId, mode, carrier, trackingNumber }: TrackerIdentity) {
  return db
    .selectFrom("trackers")
    .where("merchant_id", "=", merchantId)
    .where("mode", "=", mode)
    .where("carrier", "=", carrier)
    .where("tracking_number", "=", trackingNumber)
    .orderBy("epoch", "desc")
    .limit(1);
}
