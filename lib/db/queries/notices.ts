import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, NoticeId } from "#lib/shared/ids.ts";
import type { NoticeKind } from "#lib/shared/notice-kinds.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { NoticesTable } from "../schema.ts";
import type { Books } from "./books.ts";

/** A merchant's books; without a mode, both of them. */
export type NoticeBooks = Pick<Books, "merchantId"> & Partial<Books>;

/** Does nothing where one of this kind is open about this subject. */
export async function insertNotice(db: Queryable, row: Omit<NoticesTable, "resolved_at">): Promise<void> {
  await db
    .insertInto("notices")
    .values({ ...row, message: storableText(row.message), resolved_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Newest first. */
export async function listNoticeRows(
  db: Queryable,
  { merchantId, mode }: NoticeBooks,
  filter: { isOpenOnly: boolean; limit: number },
): Promise<NoticesTable[]> {
  return db
    .selectFrom("notices")
    .selectAll()
    .where("merchant_id", "=", merchantId)
    .$if(mode !== undefined, (query) => query.where("mode", "=", mode as Mode))
    .$if(filter.isOpenOnly, (query) => query.where("resolved_at", "is", null))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(filter.limit)
    .execute();
}

/** Resolves what is open about a subject, of these kinds. */
export async function resolveNoticesAbout(
  db: Queryable,
  about: { merchantId: MerchantId; subject: string; kinds: readonly NoticeKind[] },
  now: Instant,
): Promise<void> {
  await db
    .updateTable("notices")
    .set({ resolved_at: now })
    .where("merchant_id", "=", about.merchantId)
    .where("subject", "=", about.subject)
    .where("kind", "in", about.kinds)
    .where("resolved_at", "is", null)
    .execute();
}

/** Answers whether there was an open one. */
export async function resolveNoticeRow(db: Queryable, { merchantId, mode }: NoticeBooks, id: NoticeId, now: Instant): Promise<boolean> {
  const resolved = await db
    .updateTable("notices")
    .set({ resolved_at: now })
    .where("id", "=", id)
    .where("merchant_id", "=", merchantId)
    .$if(mode !== undefined, (query) => query.where("mode", "=", mode as Mode))
    .where("resolved_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return resolved !== undefined;
}
