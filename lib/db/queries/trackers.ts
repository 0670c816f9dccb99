import { sql } from "kysely";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { MerchantId, OrderId, TrackerId } from "#lib/shared/ids.ts";
import type { Status } from "#lib/tracking/status.ts";
import { compileOnce, JUST_ONE } from "../engine/compile-once.ts";
import type { Database, Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { TrackersTable } from "../schema.ts";
import type { Books } from "./books.ts";
import { type AgeCursor, type PageRange, withinRange } from "./page-range.ts";

/** What a tracking page is drawn from. */
export type TrackerPageRow = Pick<
  TrackersTable,
  "id" | "version" | "checked_at" | "updated_at" | "private_key" | "order_id" | "document" | "route_map"
>;

/** A number in one merchant's books; each epoch of it is a tracker. */
export interface TrackerIdentity extends Books {
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

const RECORD_COLUMNS = [
  "id",
  "merchant_id",
  "mode",
  "carrier",
  "tracking_number",
  "private_key",
  "created_at",
  "updated_at",
  "checked_at",
  "metadata",
  "is_watched",
  "document",
] as const;

/** What a merchant is told of a tracker. */
export type TrackerRecordRow = Pick<TrackersTable, (typeof RECORD_COLUMNS)[number]>;

export async function findTrackerRow(db: Queryable, books: Books, id: TrackerId): Promise<TrackerRecordRow | undefined> {
  return whereTracker(db, books, id).where("deleted_at", "is", null).select(RECORD_COLUMNS).executeTakeFirst();
}

/** Locked until the transaction ends; a deleted one is not found. */
export async function lockTrackerRow(db: Queryable, books: Books, id: TrackerId): Promise<TrackersTable | undefined> {
  return whereTracker(db, books, id).where("deleted_at", "is", null).selectAll().forUpdate().executeTakeFirst();
}

/** The latest epoch of a number. */
export async function findTrackerRowByNumber(db: Queryable, identity: TrackerIdentity): Promise<TrackerRecordRow | undefined> {
  return whereIdentity(db, identity)
    .where("deleted_at", "is", null)
    .select(RECORD_COLUMNS)
    .orderBy("epoch", "desc")
    .limit(1)
    .executeTakeFirst();
}

export interface TrackerFilter {
  range: PageRange;
  carrier?: CarrierSlug | undefined;
  trackingNumber?: string | undefined;
  status?: Status | undefined;
}

export async function listTrackerRows(
  db: Queryable,
  books: Books,
  { range, carrier, trackingNumber, status }: TrackerFilter,
): Promise<TrackerRecordRow[]> {
  return db
    .selectFrom("trackers")
    .select(RECORD_COLUMNS)
    .where("merchant_id", "=", books.merchantId)
    .where("mode", "=", books.mode)
    .where("deleted_at", "is", null)
    .where(withinRange("trackers", range))
    .$if(carrier !== undefined, (query) => query.where("carrier", "=", carrier as CarrierSlug))
    .$if(trackingNumber !== undefined, (query) => query.where(sql`tracking_number collate "binary"`, "=", trackingNumber))
    .$if(status !== undefined, (query) => query.where("status", "=", status as Status))
    .orderBy("created_at", range.order)
    .orderBy("id", range.order)
    .limit(range.limit)
    .execute();
}

/** A deleted tracker still marks its place. */
export async function findTrackerCursor(db: Queryable, books: Books, id: TrackerId): Promise<AgeCursor | undefined> {
  return whereTracker(db, books, id).select(["created_at", "id"]).executeTakeFirst();
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

/** Every epoch of a number, oldest first, locked until the transaction ends; `mark` stands for it on those that were deleted. */
export async function lockEpochs(db: Queryable, { mark, ...identity }: TrackerIdentity & { mark: string }): Promise<TrackersTable[]> {
  return db
    .selectFrom("trackers")
    .selectAll()
    .where("merchant_id", "=", identity.merchantId)
    .where("carrier", "=", identity.carrier)
    .where("tracking_number", "in", [identity.trackingNumber, mark])
    .where("mode", "=", identity.mode)
    .orderBy("epoch")
    .forUpdate()
    .execute();
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

/** The parcels of orders, of each the primary one first. */
export async function listParcelsOfOrders(db: Queryable, orders: { merchantId: MerchantId; ids: readonly OrderId[] }) {
  if (orders.ids.length === 0) return [];
  return db
    .selectFrom("trackers")
    .select(["id", "order_id", "carrier", "tracking_number", "private_key", "status", "parcel_items", "is_primary"])
    .where("order_id", "in", orders.ids)
    .where("merchant_id", "=", orders.merchantId)
    .where("deleted_at", "is", null)
    .orderBy("is_primary", "desc")
    .orderBy("tracking_number")
    .orderBy("epoch", "desc")
    .execute();
}

function whereTracker(db: Queryable, books: Books, id: TrackerId) {
  const known = storableText(id) as TrackerId;
  return db.selectFrom("trackers").where("id", "=", known).where("merchant_id", "=", books.merchantId).where("mode", "=", books.mode);
}

function whereIdentity(db: Queryable, identity: TrackerIdentity) {
  return db
    .selectFrom("trackers")
    .where("merchant_id", "=", identity.merchantId)
    .where("carrier", "=", identity.carrier)
    .where("tracking_number", "=", identity.trackingNumber)
    .where("mode", "=", identity.mode);
}
