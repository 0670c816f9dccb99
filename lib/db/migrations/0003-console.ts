import { type Kysely, PostgresAdapter, type RawBuilder, sql } from "kysely";
import type { Migration } from "./migrations.ts";

/** People and what they may do; brands in the making; domains, imports, counts and the audit log. */
export const createConsole: Migration = async (db) => {
  await addColumns(db);
  await createPeople(db);
  await createBrands(db);
  await createDomains(db);
  await createImports(db);
  await linkPayloads(db);
  await describeParcels(db);
  await indexParcels(db);
  await indexWork(db);
  await createCounts(db);
  await createErasures(db);
  await createAuditLog(db);
};

// biome-ignore lint/suspicious/noExplicitAny: as in migrations.ts.
type Db = Kysely<any>;

async function addColumns(db: Db): Promise<void> {
  for (const [table, name, type] of [
    ["merchants", "expires_at", "text"],
    ["orders", "customer_email", "text"],
    ["orders", "customer_email_digest", "text"],
    ["orders", "customer_email_as_of", "text not null default ''"],
    ["trackers", "urgency", "integer not null default 0"],
    ["trackers", "told_by", "text"],
    ["trackers", "urgent_since", "text"],
    ["trackers", "delivered_on", "text"],
    ["trackers", "settled_at", "text"],
  ] as const) {
    await sql`alter table ${sql.ref(table)} add column ${sql.ref(name)} ${sql.raw(type)}`.execute(db);
  }
  await db.schema.createIndex("merchants_ending").on("merchants").column("expires_at").where("expires_at", "is not", null).execute();
  await db.schema
    .createIndex("orders_by_customer_email")
    .on("orders")
    .columns(["merchant_id", "mode", "customer_email_digest", "created_at", "id"])
    .where("customer_email_digest", "is not", null)
    .execute();
}

async function createPeople(db: Db): Promise<void> {
  await db.schema
    .createTable("users")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("email", "text", (column) => column.notNull().unique())
    .addColumn("email_verified", "integer", (column) => column.notNull())
    .addColumn("image", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .execute();

  await db.schema
    .createTable("sessions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("user_id", "text", (column) => column.notNull().references("users.id").onDelete("cascade"))
    .addColumn("token", "text", (column) => column.notNull().unique())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .addColumn("ip_address", "text")
    .addColumn("user_agent", "text")
    .addColumn("merchant_id", "text", (column) => column.references("merchants.id"))
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("sessions_by_user").on("sessions").column("user_id").execute();

  await db.schema
    .createTable("credentials")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("user_id", "text", (column) => column.notNull().references("users.id").onDelete("cascade"))
    .addColumn("account_id", "text", (column) => column.notNull())
    .addColumn("provider_id", "text", (column) => column.notNull())
    .addColumn("password", "text")
    .addColumn("access_token", "text")
    .addColumn("refresh_token", "text")
    .addColumn("id_token", "text")
    .addColumn("access_token_expires_at", "text")
    .addColumn("refresh_token_expires_at", "text")
    .addColumn("scope", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("credentials_by_user").on("credentials").column("user_id").execute();

  await db.schema
    .createTable("verifications")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("identifier", "text", (column) => column.notNull())
    .addColumn("value", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("verifications_by_identifier").on("verifications").column("identifier").execute();

  await db.schema
    .createTable("passkeys")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("user_id", "text", (column) => column.notNull().references("users.id").onDelete("cascade"))
    .addColumn("name", "text")
    .addColumn("public_key", "text", (column) => column.notNull())
    .addColumn("credential_id", "text", (column) => column.notNull().unique())
    .addColumn("counter", "integer", (column) => column.notNull())
    .addColumn("device_type", "text", (column) => column.notNull())
    .addColumn("backed_up", "integer", (column) => column.notNull())
    .addColumn("transports", "text")
    .addColumn("aaguid", "text")
    .addColumn("created_at", "text")
    .execute();
  await db.schema.createIndex("passkeys_by_user").on("passkeys").column("user_id").execute();

  await db.schema
    .createTable("memberships")
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("user_id", "text", (column) => column.notNull().references("users.id").onDelete("cascade"))
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("memberships_identity", ["merchant_id", "user_id"])
    .execute();
  await db.schema.createIndex("memberships_by_user").on("memberships").column("user_id").execute();

  await db.schema
    .createTable("invitations")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("email", "text")
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("token_hash", "text", (column) => column.notNull().unique())
    .addColumn("invited_by", "text", (column) => column.references("users.id").onDelete("set null"))
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .addColumn("accepted_at", "text")
    .addColumn("revoked_at", "text")
    .execute();
  await db.schema.createIndex("invitations_by_merchant").on("invitations").columns(["merchant_id", "created_at"]).execute();
}

async function createBrands(db: Db): Promise<void> {
  await db.schema
    .createTable("brand_drafts")
    .addColumn("merchant_id", "text", (column) => column.primaryKey().references("merchants.id"))
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("brand", "text")
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addColumn("updated_by", "text", (column) => column.references("users.id").onDelete("set null"))
    .execute();

  await db.schema
    .createTable("brand_versions")
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("brand", "text", (column) => column.notNull())
    .addColumn("published_at", "text", (column) => column.notNull())
    .addColumn("published_by", "text", (column) => column.references("users.id").onDelete("set null"))
    .addColumn("note", "text")
    .addColumn("restored_from", "integer")
    .addPrimaryKeyConstraint("brand_versions_identity", ["merchant_id", "version"])
    .execute();
  // What is published now is the first version there is to go back to.
  await sql`
    insert into brand_versions (merchant_id, version, brand, published_at)
    select id, brand_version, brand, updated_at from merchants`.execute(db);

  await db.schema
    .createTable("images")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("digest", "text", (column) => column.notNull())
    .addColumn("format", "text", (column) => column.notNull())
    .addColumn("width", "integer", (column) => column.notNull())
    .addColumn("height", "integer", (column) => column.notNull())
    .addColumn("byte_count", "integer", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("created_by", "text", (column) => column.references("users.id").onDelete("set null"))
    // Last, since what stands behind something long is slow to read.
    .addColumn("content", "text", (column) => column.notNull())
    .addUniqueConstraint("images_identity", ["merchant_id", "digest"])
    .execute();
}

async function createDomains(db: Db): Promise<void> {
  await db.schema
    .createTable("domains")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("host", "text", (column) => column.notNull())
    .addColumn("proof", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("created_by", "text", (column) => column.references("users.id").onDelete("set null"))
    .addColumn("verified_at", "text")
    .addColumn("checked_at", "text")
    .addColumn("next_check_at", "text")
    .addColumn("lost_since", "text")
    .addColumn("ended_at", "text")
    .addColumn("findings", "text")
    .addUniqueConstraint("domains_identity", ["merchant_id", "host"])
    .execute();
  // A host without a domain was set by the operator.
  await sql`alter table merchant_hosts add column domain_id text references domains (id)`.execute(db);
  await db.schema.createIndex("merchant_hosts_by_domain").unique().on("merchant_hosts").column("domain_id").execute();
  await db.schema.createIndex("domains_due").on("domains").column("next_check_at").where("next_check_at", "is not", null).execute();
}

async function createImports(db: Db): Promise<void> {
  await db.schema
    .createTable("imports")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("file_name", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("headers", "text", (column) => column.notNull())
    .addColumn("plan", "text")
    .addColumn("row_count", "integer", (column) => column.notNull())
    .addColumn("done_until", "integer", (column) => column.notNull())
    .addColumn("created_count", "integer", (column) => column.notNull())
    .addColumn("existing_count", "integer", (column) => column.notNull())
    .addColumn("failed_count", "integer", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("created_by", "text", (column) => column.references("users.id").onDelete("set null"))
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addColumn("started_at", "text")
    .addColumn("ended_at", "text")
    .execute();
  await db.schema.createIndex("imports_by_age").on("imports").columns(["merchant_id", "mode", "created_at", "id"]).execute();

  await db.schema
    .createTable("import_rows")
    .addColumn("import_id", "text", (column) => column.notNull().references("imports.id").onDelete("cascade"))
    .addColumn("row_number", "integer", (column) => column.notNull())
    .addColumn("cells", "text", (column) => column.notNull())
    .addColumn("problem", "text")
    .addPrimaryKeyConstraint("import_rows_identity", ["import_id", "row_number"])
    .execute();
}

/** One that tells of a single parcel says so itself. */
async function linkPayloads(db: Db): Promise<void> {
  await db.schema
    .createTable("payload_trackers")
    .addColumn("tracker_id", "text", (column) => column.notNull().references("trackers.id"))
    .addColumn("payload_id", "text", (column) => column.notNull().references("payloads.id").onDelete("cascade"))
    .addPrimaryKeyConstraint("payload_trackers_identity", ["tracker_id", "payload_id"])
    .execute();
  await db.schema.createIndex("payload_trackers_by_payload").on("payload_trackers").column("payload_id").execute();
}

const MERCHANT_ACTS = ["prohibited", "outside_service"];
const SHOPPER_ACTS = [
  ...["duty_unpaid", "address_issue", "contact_carrier", "delivery_attempted", "delivery_attempted_final", "notice_left"],
  ...["reschedule_delivery", "location_inaccessible", "identification_failed", "cod_unpaid", "damaged", "delivery_exception"],
  ...["pickup_available", "pickup_at_post_office", "pickup_from_carrier", "delivered_damaged", "unclaimed", "undeliverable", "lost"],
];
const TELLERS = ["easypost", "shippo", "shipengine", "shipment_notify", "push"];

/** What the new columns would hold, had they always been there. In a document only the parcel's own words have a provider right before a status. */
export async function describeParcels(db: Db): Promise<void> {
  const words = (list: readonly string[]) => sql.join(list.map((word) => sql.lit(word)));
  const needsSomebody = sql`substatus in (${words([...MERCHANT_ACTS, ...SHOPPER_ACTS])})`;
  const tellers = TELLERS.map((name) => sql`when document like ${sql.lit(`%"provider":"${name}","status":%`)} then ${sql.lit(name)}`);
  await sql`
    update trackers set
      urgency = case when substatus in (${words(MERCHANT_ACTS)}) then 2 when ${needsSomebody} then 1 else 0 end,
      urgent_since = case when ${needsSomebody} then coalesce(last_news_at, updated_at) end,
      delivered_on = case when status = 'delivered' then substr(coalesce(last_news_at, updated_at), 1, 10) end,
      told_by = case ${sql.join(tellers, sql` `)} end
    where deleted_at is null`.execute(db);
}

/** What lists of parcels are narrowed down by: beside the order they go in, so that what does not fit is passed over unread. */
const FILTERED = ["deleted_at", "status", "carrier", "urgency", "told_by"];
const LOOKED_FOR = [...FILTERED, "source_id", "created_at"];

async function indexParcels(db: Db): Promise<void> {
  for (const name of ["trackers_by_age", "trackers_by_status", "trackers_by_carrier", "trackers_by_number", "trackers_by_order"]) {
    await db.schema.dropIndex(name).execute();
  }
  for (const [name, first, condition] of [
    ["trackers_by_age", null, null],
    ["trackers_by_status", "status", null],
    ["trackers_by_carrier", "carrier", null],
    ["trackers_by_asked_source", "source_id", "deleted_at is null and source_id is not null"],
    ["trackers_to_act_on", null, "deleted_at is null and urgency > 0"],
  ] as const) {
    const listed = ["merchant_id", "mode", ...(first === null ? [] : [first]), "created_at", "id"];
    const columns = [...listed, ...FILTERED.filter((column) => column !== first)];
    await indexTrackers(db, name, { columns: columnList(columns), condition });
  }
  await indexTrackers(db, "trackers_by_silence", {
    columns: sql`merchant_id, mode, (coalesce(last_news_at, created_at)), id, ${columnList([...LOOKED_FOR, "last_news_at", "tracking_number"])}`,
    condition: "deleted_at is null and is_final = 0",
  });
  // What begins with some letters is one range only where texts are compared byte by byte: PostgreSQL has to be told to.
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    await sql`create collation "binary" from "C"`.execute(db);
    await sql`create index orders_by_number on orders (merchant_id, mode, external_id collate "binary")`.execute(db);
  }
  await indexTrackers(db, "trackers_by_number", {
    columns: sql`merchant_id, mode, tracking_number collate "binary", id, ${columnList(LOOKED_FOR)}`,
    condition: "deleted_at is null",
  });
  await indexTrackers(db, "trackers_by_order", {
    columns: columnList(["order_id", "id", ...LOOKED_FOR, "tracking_number"]),
    condition: null,
  });
}

const columnList = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));

async function indexTrackers(
  db: Db,
  name: string,
  { columns, condition }: { columns: RawBuilder<unknown>; condition: string | null },
): Promise<void> {
  await sql`create index ${sql.ref(name)} on trackers (${columns}) ${sql.raw(condition === null ? "" : `where ${condition}`)}`.execute(db);
}

/** The work to do is a few parcels among very many. */
async function indexWork(db: Db): Promise<void> {
  await sql`
    create index trackers_urgent on trackers (merchant_id, mode, urgency, urgent_since, id)
    where urgency > 0 and settled_at is null and is_watched = 1 and deleted_at is null`.execute(db);
  await sql`
    create index trackers_silent on trackers (merchant_id, mode, updated_at, id)
    where urgency = 0 and is_final = 0 and settled_at is null and is_watched = 1 and deleted_at is null`.execute(db);
  await sql`create index trackers_delivered on trackers (merchant_id, mode, delivered_on, id) where delivered_on is not null`.execute(db);
  // What came through a source is listed newest first.
  await db.schema.dropIndex("payloads_by_source").execute();
  await sql`create index payloads_by_source on payloads (source_id, merchant_id, received_at, id) where source_id is not null`.execute(db);
}

async function createCounts(db: Db): Promise<void> {
  await db.schema
    .createTable("counts")
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("metric", "text", (column) => column.notNull())
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("count", "integer", (column) => column.notNull())
    .addColumn("counted_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("counts_identity", ["merchant_id", "mode", "metric", "key"])
    .execute();
}

async function createErasures(db: Db): Promise<void> {
  await db.schema
    .createTable("erasures")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("step", "text", (column) => column.notNull())
    .addColumn("reached", "text")
    .addColumn("sought", "text")
    .addColumn("order_count", "integer", (column) => column.notNull())
    .addColumn("parcel_count", "integer", (column) => column.notNull())
    .addColumn("payload_count", "integer", (column) => column.notNull())
    .addColumn("import_row_count", "integer", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("created_by", "text", (column) => column.references("users.id").onDelete("set null"))
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addColumn("ended_at", "text")
    .execute();
  await db.schema.createIndex("erasures_by_age").on("erasures").columns(["merchant_id", "created_at", "id"]).execute();
  // All that was ever received is searched for whom it tells of.
  await db.schema.dropIndex("payloads_by_merchant").execute();
  await db.schema.createIndex("payloads_by_merchant").on("payloads").columns(["merchant_id", "received_at", "id"]).execute();
}

async function createAuditLog(db: Db): Promise<void> {
  await db.schema
    .createTable("audit_entries")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("user_id", "text", (column) => column.references("users.id").onDelete("set null"))
    .addColumn("actor", "text", (column) => column.notNull())
    .addColumn("action", "text", (column) => column.notNull())
    .addColumn("subject", "text")
    .addColumn("outcome", "text", (column) => column.notNull())
    .addColumn("details", "text", (column) => column.notNull())
    .execute();
  for (const [name, first] of [
    ["audit_entries_by_age", []],
    ["audit_entries_by_user", ["user_id"]],
    ["audit_entries_by_action", ["action"]],
  ] as const) {
    await db.schema
      .createIndex(name)
      .on("audit_entries")
      .columns(["merchant_id", ...first, "at", "id"])
      .execute();
  }
}
