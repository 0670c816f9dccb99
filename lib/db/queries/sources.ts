import type { MerchantId, SourceId } from "#lib/shared/ids.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { compileOnce } from "../engine/compile-once.ts";
import type { Database, Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { SourcesTable } from "../schema.ts";

/** A source of a merchant, by its id or by its slug: no slug looks like an id. */
export interface SourceKey {
  merchantId: MerchantId;
  source: string;
  /** Where it is given, a source of the other mode is not there. */
  mode?: Mode;
}

export type SourceRow = SourcesTable & { merchant_slug: string };

const selectHookSource = compileOnce((db, input: { merchantSlug: string; slug: string }) =>
  db
    .selectFrom("sources")
    .innerJoin("merchants", "merchants.id", "sources.merchant_id")
    .where("merchants.slug", "=", input.merchantSlug)
    .where("sources.slug", "=", input.slug)
    .where("sources.disabled_at", "is", null)
    .select(["sources.id", "sources.merchant_id", "sources.provider", "sources.mode", "sources.secrets"]),
);

/** Every webhook begins with this look-up: the source it is addressed to, unless that is switched off. */
export async function findHookSource(db: Database, input: { merchantSlug: string; slug: string }) {
  return (await selectHookSource(db, input))[0];
}

/** Answers whether the slug was free. */
export async function insertSource(db: Queryable, row: SourcesTable): Promise<boolean> {
  const inserted = await db
    .insertInto("sources")
    .values(row)
    .onConflict((conflict) => conflict.columns(["merchant_id", "slug"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

const selectSources = (db: Queryable, { merchantId, mode }: Omit<SourceKey, "source">) =>
  db
    .selectFrom("sources")
    .innerJoin("merchants", "merchants.id", "sources.merchant_id")
    .where("sources.merchant_id", "=", merchantId)
    .$if(mode !== undefined, (query) => query.where("sources.mode", "=", mode as Mode))
    .selectAll("sources")
    .select("merchants.slug as merchant_slug");

/** Oldest first. */
export async function listSourceRows(db: Queryable, input: Omit<SourceKey, "source">): Promise<SourceRow[]> {
  return selectSources(db, input).orderBy("sources.created_at").orderBy("sources.slug").execute();
}

export async function findSourceRow(db: Queryable, key: SourceKey): Promise<SourceRow | undefined> {
  return whereSource(db, key).executeTakeFirst();
}

/** Locked until the transaction ends, so that of two changes none is lost. */
export async function lockSourceRow(db: Queryable, key: SourceKey): Promise<SourceRow | undefined> {
  return whereSource(db, key).forUpdate("sources").executeTakeFirst();
}

function whereSource(db: Queryable, key: SourceKey) {
  const word = storableText(key.source);
  return selectSources(db, key).where((eb) => eb.or([eb("sources.id", "=", word as SourceId), eb("sources.slug", "=", word)]));
}

export async function updateSourceRow(
  db: Queryable,
  source: { id: SourceId; merchantId: MerchantId },
  changes: Partial<SourcesTable>,
): Promise<void> {
  await db.updateTable("sources").set(changes).where("id", "=", source.id).where("merchant_id", "=", source.merchantId).execute();
}

/** Some of its trackers or payloads come from nowhere from now on; answers how many. */
export async function detachFromSource(
  db: Queryable,
  source: { id: SourceId; merchantId: MerchantId },
  { table, limit }: { table: "trackers" | "payloads"; limit: number },
): Promise<number> {
  const isTrackers = table === "trackers";
  const rows = await db
    .updateTable(table)
    .set({ source_id: null, ...(isTrackers && { next_check_at: null, check_failures: 0 }) })
    .where("id", "in", (query) =>
      query.selectFrom(table).select("id").where("source_id", "=", source.id).where("merchant_id", "=", source.merchantId).limit(limit),
    )
    .executeTakeFirst();
  return Number(rows.numUpdatedRows);
}

/** Once nothing comes from it any more; call it inside a transaction. */
export async function deleteSourceRow(db: Queryable, source: { id: SourceId; merchantId: MerchantId }): Promise<void> {
  await db.deleteFrom("source_refusals").where("source_id", "=", source.id).execute();
  await db.deleteFrom("sources").where("id", "=", source.id).where("merchant_id", "=", source.merchantId).execute();
}

export async function countRefusal(db: Queryable, refusal: { sourceId: SourceId; day: CalendarDay; reason: string }): Promise<void> {
  await db
    .insertInto("source_refusals")
    .values({ source_id: refusal.sourceId, day: refusal.day, reason: refusal.reason, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(["source_id", "day", "reason"]).doUpdateSet((eb) => ({ count: eb("source_refusals.count", "+", 1) })),
    )
    .execute();
}

/** What was refused since then, by source and reason. */
export async function listRefusals(db: Queryable, input: { merchantId: MerchantId; since: CalendarDay }) {
  return db
    .selectFrom("source_refusals")
    .innerJoin("sources", "sources.id", "source_refusals.source_id")
    .where("sources.merchant_id", "=", input.merchantId)
    .where("source_refusals.day", ">=", input.since)
    .groupBy(["source_refusals.source_id", "source_refusals.reason"])
    .orderBy("source_refusals.reason")
    .select(["source_refusals.source_id", "source_refusals.reason"])
    .select((eb) => eb.fn.sum<number | string>("source_refusals.count").as("count"))
    .execute();
}
