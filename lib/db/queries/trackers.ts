import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { MerchantId, OrderId, TrackerId } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { compileOnce, JUST_ONE } from "../engine/compile-once.ts";
import type { Database, Queryable } from "../engine/database.ts";
import type { TrackersTable } from "../schema.ts";

/** What a tracking page is drawn from. */
export type TrackerPageRow = Pick<
  TrackersTable,
  "id" | "version" | "checked_at" | "updated_at" | "private_key" | "order_id" | "document" | "route_map"
>;

/** A number in one merchant's books; each epoch of it is a tracker. */
export interface TrackerIdentity {
  merchantId: MerchantId;
  mode: Mode;
  carrier: CarrierSlug;
  trackingNumber: string;
}

type PageInput = { merchantId: MerchantId; carrier: CarrierSlug; trackingNumber: string };

export const trackerPageQuery = (db: Queryable, input: PageInput) =>
  db
    .selectFrom("trackers")
    .select(["id", "version", "checked_at", "updated_at", "private_key", "order_id", "document", "route_map"])
    .where("merchant_id", "=", input.merchantId)
    .where("carrier", "=", input.carrier)
    .where("tracking_number", "=", input.trackingNumber)
    .where("deleted_at", "is", null)
    .orderBy("mode")
    .orderBy("epoch", "desc")
    .limit(JUST_ONE);

const selectTrackerPage = compileOnce(trackerPageQuery);

/** The page's one look-up: production before test, the latest epoch first; a deleted one is as good as never registered. */
export async function findTrackerPage(db: Database, input: PageInput): Promise<TrackerPageRow | undefined> {
  return (await selectTrackerPage(db, input))[0];
}

export async function findLatestTracker(
  db: Queryable,
  identity: TrackerIdentity,
): Promise<Pick<TrackersTable, "id" | "status" | "private_key" | "checked_at"> | undefined> {
  return whereIdentity(db, identity)
    .select(["id", "status", "private_key", "checked_at"])
    .where("deleted_at", "is", null)
    .orderBy("epoch", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Every epoch of a number, oldest first, locked until the transaction ends. */
export async function lockEpochs(db: Queryable, identity: TrackerIdentity): Promise<TrackersTable[]> {
  return whereIdentity(db, identity).selectAll().orderBy("epoch").forUpdate().execute();
}

/** Answers whether it made the row; false where another transaction has made that epoch a moment ago. */
export async function insertTracker(db: Queryable, row: TrackersTable): Promise<boolean> {
  const inserted = await db
    .insertInto("trackers")
    .values(row)
    .onConflict((conflict) => conflict.columns(["merchant_id", "carrier", "tracking_number", "mode", "epoch"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function updateTracker(
  db: Queryable,
  tracker: { id: TrackerId; merchantId: MerchantId },
  changes: Partial<TrackersTable>,
): Promise<void> {
  await db.updateTable("trackers").set(changes).where("id", "=", tracker.id).where("merchant_id", "=", tracker.merchantId).execute();
}

/** The parcels of an order, the primary one first. */
export async function listOrderParcels(db: Queryable, order: { id: OrderId; merchantId: MerchantId }) {
  return db
    .selectFrom("trackers")
    .select(["id", "carrier", "tracking_number", "private_key", "status", "parcel_items", "is_primary"])
    .where("order_id", "=", order.id)
    .where("merchant_id", "=", order.merchantId)
    .orderBy("is_primary", "desc")
    .orderBy("tracking_number")
    .orderBy("epoch", "desc")
    .execute();
}

function whereIdentity(db: Queryable, identity: TrackerIdentity) {
  return db
    .selectFrom("trackers")
    .where("merchant_id", "=", identity.merchantId)
    .where("carrier", "=", identity.carrier)
    .where("tracking_number", "=", identity.trackingNumber)
    .where("mode", "=", identity.mode);
}
