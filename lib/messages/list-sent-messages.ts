import type { Database } from "#lib/db/engine/database.ts";
import { topicsColumn } from "#lib/db/json-columns.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { readPage } from "#lib/db/queries/read-page.ts";
import { findSentMessageCursor, listSentMessageRows, type SentMessageRow } from "#lib/db/queries/sent-messages.ts";
import type { MessageState } from "#lib/db/schema.ts";
import type { Channel } from "#lib/shared/channel.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MessageId, TrackerId } from "#lib/shared/ids.ts";
import { mapPage, type Page, type PageRequest } from "#lib/shared/page.ts";
import type { NewsTopic } from "#lib/tracking/news-topic.ts";

/** A message to a shopper, with no more of their address than to recognise it by. */
export interface SentMessage {
  id: MessageId;
  channel: Channel;
  kind: "news" | "confirmation";
  topics: readonly NewsTopic[];
  state: MessageState;
  /** When it was planned; when it is due; when it was sent, or given up. */
  plannedAt: Instant;
  dueAt: Instant | null;
  endedAt: Instant | null;
  problem: string | null;
  addressHint: string;
  parcel: { id: TrackerId; carrier: string; trackingNumber: string };
}

/** Newest first. */
export async function listSentMessages(ctx: { db: Database }, books: Books, page: PageRequest): Promise<Page<SentMessage>> {
  const db = ctx.db.kysely;
  const found = await readPage(page, {
    findCursor: (id) => findSentMessageCursor(db, books, id),
    listRows: (range) => listSentMessageRows(db, books, { range }),
  });
  return mapPage(found, (rows) => rows.map(readRow));
}

const readRow = (row: SentMessageRow): SentMessage => ({
  id: row.id,
  channel: row.channel,
  kind: row.kind,
  topics: topicsColumn.read(row.topics),
  state: row.state,
  plannedAt: row.created_at,
  dueAt: row.due_at,
  endedAt: row.ended_at,
  problem: row.problem,
  addressHint: row.address_hint,
  parcel: { id: row.tracker_id, carrier: row.carrier, trackingNumber: row.tracking_number },
});
