import { sql } from "kysely";
import type { Migration } from "./migrations.ts";

/** Keys, sources, events and endpoints; trackers that are watched, asked about and deleted. */
export const createNewsInAndOut: Migration = async (db) => {
  await db.schema
    .createTable("api_keys")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull().unique())
    .addColumn("hint", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("last_used_at", "text")
    .addColumn("revoked_at", "text")
    .execute();
  await db.schema.createIndex("api_keys_by_merchant").on("api_keys").column("merchant_id").execute();

  await db.schema
    .createTable("sources")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("slug", "text", (column) => column.notNull())
    .addColumn("provider", "text", (column) => column.notNull())
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addColumn("disabled_at", "text")
    .addColumn("is_polled", "integer", (column) => column.notNull())
    .addColumn("failures", "integer", (column) => column.notNull())
    .addColumn("paused_until", "text")
    .addColumn("busy_until", "text")
    .addColumn("last_success_at", "text")
    .addColumn("last_problem", "text")
    .addColumn("secrets", "text", (column) => column.notNull())
    .addUniqueConstraint("sources_identity", ["merchant_id", "slug"])
    .execute();
  await db.schema
    .createTable("source_refusals")
    .addColumn("source_id", "text", (column) => column.notNull().references("sources.id"))
    .addColumn("day", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("count", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("source_refusals_identity", ["source_id", "day", "reason"])
    .execute();

  for (const [name, type, rest] of [
    ["deleted_at", "text", ""],
    ["is_watched", "integer", "not null default 1"],
    ["source_id", "text", "references sources (id)"],
    ["next_check_at", "text", ""],
    ["asked_at", "text", ""],
    ["check_failures", "integer", "not null default 0"],
    ["metadata", "text", ""],
  ] as const) {
    await sql`alter table trackers add column ${sql.ref(name)} ${sql.raw(`${type} ${rest}`)}`.execute(db);
  }
  // Lists go newest first; those due come oldest first, and most trackers are never due again.
  await db.schema.createIndex("trackers_by_age").on("trackers").columns(["merchant_id", "mode", "created_at", "id"]).execute();
  await db.schema.createIndex("orders_by_age").on("orders").columns(["merchant_id", "mode", "created_at", "id"]).execute();
  await db.schema.createIndex("trackers_by_status").on("trackers").columns(["merchant_id", "mode", "status", "created_at", "id"]).execute();
  await db.schema
    .createIndex("trackers_by_carrier")
    .on("trackers")
    .columns(["merchant_id", "mode", "carrier", "created_at", "id"])
    .execute();
  // A number is often asked for without its carrier.
  await db.schema.createIndex("trackers_by_number").on("trackers").columns(["merchant_id", "tracking_number"]).execute();
  await db.schema
    .createIndex("trackers_due")
    .on("trackers")
    .columns(["source_id", "next_check_at"])
    .where("next_check_at", "is not", null)
    .execute();

  // A source that is added later looks for trackers that nobody is asked about.
  await sql`
    create index trackers_without_source on trackers (merchant_id, mode, id)
    where source_id is null and deleted_at is null and is_final = 0 and is_watched = 1`.execute(db);

  await sql`alter table payloads add column source_id text references sources (id)`.execute(db);
  await sql`alter table payloads add column tracker_id text references trackers (id)`.execute(db);
  await sql`alter table payloads add column is_answer integer not null default 0`.execute(db);
  await sql`alter table payloads add column body_encoding text not null default 'utf8'`.execute(db);
  await db.schema.createIndex("payloads_by_outcome").on("payloads").columns(["merchant_id", "outcome", "received_at"]).execute();
  await db.schema
    .createIndex("payloads_with_problem")
    .on("payloads")
    .columns(["merchant_id", "id"])
    .where(sql<boolean>`problem is not null and outcome <> 'ignored'`)
    .execute();
  // Whoever deletes a payload deletes its keys.
  await db.schema.createIndex("deliveries_by_payload").on("deliveries").column("payload_id").execute();
  // Deleting a tracker deletes what is about it alone.
  await db.schema.createIndex("payloads_by_tracker").on("payloads").column("tracker_id").where("tracker_id", "is not", null).execute();
  // Deleting a source looks for what came of it.
  for (const table of ["payloads", "trackers"] as const) {
    await db.schema.createIndex(`${table}_by_source`).on(table).columns(["source_id", "id"]).where("source_id", "is not", null).execute();
  }

  await db.schema
    .createTable("events")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("tracker_id", "text", (column) => column.notNull().references("trackers.id"))
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("tracker_version", "integer", (column) => column.notNull())
    .addColumn("previous", "text", (column) => column.notNull())
    .addColumn("document", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("events_by_age")
    .on("events")
    .columns(["merchant_id", "mode", "created_at", "tracker_version", "id"])
    .execute();
  await db.schema.createIndex("events_by_tracker").on("events").column("tracker_id").execute();

  await db.schema
    .createTable("endpoints")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("url", "text", (column) => column.notNull())
    .addColumn("format", "text", (column) => column.notNull())
    .addColumn("name", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addColumn("disabled_at", "text")
    .addColumn("disabled_reason", "text")
    .addColumn("failing_since", "text")
    .addColumn("secret", "text")
    .addColumn("previous_secret", "text")
    .addColumn("previous_secret_until", "text")
    .addColumn("headers", "text")
    .execute();
  await db.schema.createIndex("endpoints_by_merchant").on("endpoints").columns(["merchant_id", "mode"]).execute();

  await db.schema
    .createTable("event_deliveries")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("endpoint_id", "text", (column) => column.notNull().references("endpoints.id").onDelete("cascade"))
    .addColumn("event_id", "text", (column) => column.notNull().references("events.id").onDelete("cascade"))
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("next_attempt_at", "text")
    .addColumn("leased_until", "text")
    .addColumn("delivered_at", "text")
    .addUniqueConstraint("event_deliveries_identity", ["event_id", "endpoint_id"])
    .execute();
  await db.schema
    .createIndex("event_deliveries_by_age")
    .on("event_deliveries")
    .columns(["merchant_id", "mode", "created_at", "id"])
    .execute();
  await db.schema
    .createIndex("event_deliveries_by_endpoint")
    .on("event_deliveries")
    .columns(["endpoint_id", "merchant_id", "mode", "created_at", "id"])
    .execute();
  // Nearly all are delivered; whoever looks for others should not meet those.
  for (const [name, columns] of [
    ["event_deliveries_open", ["merchant_id", "mode", "state", "created_at", "id"]],
    ["event_deliveries_open_by_endpoint", ["endpoint_id", "merchant_id", "state", "id"]],
  ] as const) {
    await db.schema
      .createIndex(name)
      .on("event_deliveries")
      .columns([...columns])
      .where(sql.ref("state"), "<>", sql.lit("delivered"))
      .execute();
  }
  await db.schema
    .createIndex("event_deliveries_in_flight")
    .on("event_deliveries")
    .columns(["endpoint_id", "leased_until"])
    .where("leased_until", "is not", null)
    .execute();

  await db.schema
    .createTable("delivery_attempts")
    .addColumn("delivery_id", "text", (column) => column.notNull().references("event_deliveries.id").onDelete("cascade"))
    .addColumn("attempt", "integer", (column) => column.notNull())
    .addColumn("attempted_at", "text", (column) => column.notNull())
    .addColumn("duration_ms", "integer", (column) => column.notNull())
    .addColumn("http_status", "integer")
    .addColumn("problem", "text")
    .addColumn("answer", "text")
    .addPrimaryKeyConstraint("delivery_attempts_identity", ["delivery_id", "attempt"])
    .execute();

  await db.schema
    .createTable("notices")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("message", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("resolved_at", "text")
    .execute();
  await db.schema.createIndex("notices_by_merchant").on("notices").columns(["merchant_id", "created_at"]).execute();
  await db.schema
    .createIndex("notices_open")
    .unique()
    .on("notices")
    .columns(["merchant_id", "kind", "subject"])
    .where(sql.ref("resolved_at"), "is", null)
    .execute();

  await db.schema
    .createTable("installation_secrets")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .execute();
};
