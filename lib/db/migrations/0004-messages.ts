import { type Kysely, sql } from "kysely";
import type { Migration } from "./migrations.ts";

/** What shoppers asked to be told, what they were told, who is told nothing more, and as whom a shop writes. */
export const createMessages: Migration = async (db) => {
  await createSubscriptions(db);
  await createMessagesTables(db);
  await createSuppressions(db);
  await createSenders(db);
};

// biome-ignore lint/suspicious/noExplicitAny: as in migrations.ts.
type Db = Kysely<any>;

async function createSubscriptions(db: Db): Promise<void> {
  await db.schema
    .createTable("subscriptions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("tracker_id", "text", (column) => column.notNull().references("trackers.id").onDelete("cascade"))
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("address", "text", (column) => column.notNull())
    .addColumn("address_digest", "text", (column) => column.notNull())
    .addColumn("mailbox_digest", "text", (column) => column.notNull())
    .addColumn("address_hint", "text", (column) => column.notNull())
    .addColumn("topics", "text", (column) => column.notNull())
    .addColumn("lang", "text", (column) => column.notNull())
    .addColumn("time_zone", "text")
    .addColumn("origin", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("ended_reason", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addColumn("confirmed_at", "text")
    .addColumn("ended_at", "text")
    .addUniqueConstraint("subscriptions_identity", ["tracker_id", "merchant_id", "channel", "address_digest"])
    .execute();
  await db.schema
    .createIndex("subscriptions_by_address")
    .on("subscriptions")
    .columns(["merchant_id", "channel", "address_digest", "id"])
    .execute();
  await db.schema.createIndex("subscriptions_by_mailbox").on("subscriptions").column("mailbox_digest").execute();
  await sql`create index subscriptions_unconfirmed on subscriptions (merchant_id, updated_at) where state = 'pending'`.execute(db);
  await sql`create index subscriptions_ended on subscriptions (merchant_id, ended_at) where state = 'ended'`.execute(db);
}

async function createMessagesTables(db: Db): Promise<void> {
  await db.schema
    .createTable("messages")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("subscription_id", "text", (column) => column.notNull().references("subscriptions.id").onDelete("cascade"))
    .addColumn("tracker_id", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("topics", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("due_at", "text")
    .addColumn("leased_until", "text")
    .addColumn("ended_at", "text")
    .addColumn("provider_id", "text")
    .addColumn("problem", "text")
    .execute();
  // Of those that wait there is one of a kind: later news joins it.
  await sql`create unique index messages_waiting on messages (subscription_id, kind) where state = 'waiting'`.execute(db);
  await db.schema.createIndex("messages_by_merchant").on("messages").columns(["merchant_id", "mode", "created_at", "id"]).execute();
  await db.schema.createIndex("messages_by_subscription").on("messages").columns(["subscription_id", "created_at"]).execute();
  await db.schema.createIndex("messages_by_tracker").on("messages").columns(["tracker_id", "created_at", "id"]).execute();
  await db.schema
    .createIndex("messages_by_provider_id")
    .on("messages")
    .columns(["merchant_id", "provider_id"])
    .where("provider_id", "is not", null)
    .execute();

  await db.schema
    .createTable("told_news")
    .addColumn("subscription_id", "text", (column) => column.notNull().references("subscriptions.id").onDelete("cascade"))
    .addColumn("news_key", "text", (column) => column.notNull())
    .addColumn("message_id", "text", (column) => column.notNull().references("messages.id").onDelete("cascade"))
    .addPrimaryKeyConstraint("told_news_identity", ["subscription_id", "news_key"])
    .execute();
  await db.schema.createIndex("told_news_by_message").on("told_news").column("message_id").execute();
}

async function createSuppressions(db: Db): Promise<void> {
  await db.schema
    .createTable("suppressions")
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("address_digest", "text", (column) => column.notNull())
    .addColumn("address_hint", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("suppressions_identity", ["merchant_id", "channel", "address_digest"])
    .execute();
  await db.schema.createIndex("suppressions_by_age").on("suppressions").columns(["merchant_id", "created_at", "address_digest"]).execute();
}

async function createSenders(db: Db): Promise<void> {
  await db.schema
    .createTable("message_settings")
    .addColumn("merchant_id", "text", (column) => column.primaryKey().references("merchants.id"))
    .addColumn("is_on", "integer", (column) => column.notNull())
    .addColumn("topics", "text", (column) => column.notNull())
    .addColumn("from_address", "text")
    .addColumn("reply_to", "text")
    .addColumn("quiet_from", "integer")
    .addColumn("quiet_until", "integer")
    .addColumn("sms_account", "text")
    .addColumn("reports_token", "text", (column) => column.notNull().unique())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .execute();

  await db.schema
    .createTable("sender_domains")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("merchant_id", "text", (column) => column.notNull().references("merchants.id"))
    .addColumn("domain", "text", (column) => column.notNull())
    .addColumn("selector", "text", (column) => column.notNull())
    .addColumn("private_key", "text", (column) => column.notNull())
    .addColumn("public_key", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("checked_at", "text")
    .addColumn("next_check_at", "text")
    .addColumn("findings", "text")
    .addUniqueConstraint("sender_domains_identity", ["merchant_id", "domain"])
    .execute();
  await db.schema
    .createIndex("sender_domains_due")
    .on("sender_domains")
    .column("next_check_at")
    .where("next_check_at", "is not", null)
    .execute();
}
