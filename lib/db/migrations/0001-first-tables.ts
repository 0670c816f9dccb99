import type { Migration } from "./migrations.ts";

/** Long texts come last in a row: SQLite would otherwise read through them to reach what follows. */
export const createFirstTables: Migration = async (db) => {
  await db.schema
    .createTable("merchants")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("slug", "text", (column) => column.notNull().unique())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("is_default", "integer", (column) => column.notNull())
    .addColumn("brand_version", "integer", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addColumn("brand", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("merchants_one_default").unique().on("merchants").column("is_default").where("is_default", "=", 1).execute();

  await db.schema
    .createTable("merchant_hosts")
    .addColumn("host", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .execute();
  await db.schema.createIndex("merchant_hosts_by_merchant").on("merchant_hosts").column("merchant_id").execute();

  await db.schema
    .createTable("orders")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("external_id", "text", (column) => column.notNull())
    .addColumn("placed_at", "text")
    .addColumn("as_of", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addColumn("line_items", "text", (column) => column.notNull())
    .addUniqueConstraint("orders_identity", ["merchant_id", "mode", "external_id"])
    .execute();

  await db.schema
    .createTable("trackers")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("carrier", "text", (column) => column.notNull())
    .addColumn("tracking_number", "text", (column) => column.notNull())
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("epoch", "integer", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("substatus", "text", (column) => column.notNull())
    .addColumn("is_final", "integer", (column) => column.notNull())
    .addColumn("private_key", "text", (column) => column.notNull().unique())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("fenced_before", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addColumn("checked_at", "text", (column) => column.notNull())
    .addColumn("last_news_at", "text")
    .addColumn("order_id", "text", (column) => column.references("orders.id"))
    .addColumn("is_primary", "integer", (column) => column.notNull())
    .addColumn("order_as_of", "text", (column) => column.notNull())
    .addColumn("document", "text", (column) => column.notNull())
    .addColumn("route_map", "text")
    .addColumn("parcel_items", "text", (column) => column.notNull())
    .addColumn("headers", "text", (column) => column.notNull())
    .addColumn("notes", "text", (column) => column.notNull())
    .execute();
  // The page's look-up: production sorts before test, the latest epoch first, so that its first row is the answer.
  await db.schema
    .createIndex("trackers_identity")
    .unique()
    .on("trackers")
    .columns(["merchant_id", "carrier", "tracking_number", "mode", "epoch desc"])
    .execute();
  await db.schema.createIndex("trackers_by_order").on("trackers").column("order_id").execute();

  await db.schema
    .createTable("scans")
    .addColumn("tracker_id", "text", (column) => column.notNull().references("trackers.id"))
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("received_at", "text", (column) => column.notNull())
    .addColumn("scan", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("scans_identity", ["tracker_id", "key"])
    .execute();

  await db.schema
    .createTable("payloads")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("provider", "text", (column) => column.notNull())
    .addColumn("mode", "text")
    .addColumn("received_at", "text", (column) => column.notNull())
    .addColumn("outcome", "text", (column) => column.notNull())
    .addColumn("problem", "text")
    .addColumn("body", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("payloads_by_merchant").on("payloads").columns(["merchant_id", "received_at"]).execute();

  await db.schema
    .createTable("deliveries")
    .addColumn("merchant_id", "text", (column) => column.notNull())
    .addColumn("provider", "text", (column) => column.notNull())
    .addColumn("delivery_key", "text", (column) => column.notNull())
    .addColumn("payload_id", "text", (column) => column.notNull().references("payloads.id"))
    .addPrimaryKeyConstraint("deliveries_identity", ["merchant_id", "provider", "delivery_key"])
    .execute();
};
