import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { MessageId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { MessagesTable, SubscriptionsTable } from "../schema.ts";
import type { Books } from "./books.ts";
import { type AgeCursor, type PageRange, withinRange } from "./page-range.ts";

type MessagePart = "id" | "channel" | "kind" | "topics" | "state" | "created_at" | "due_at" | "ended_at" | "problem" | "tracker_id";

export interface SentMessageRow extends Pick<MessagesTable, MessagePart>, Pick<SubscriptionsTable, "address_hint"> {
  carrier: CarrierSlug;
  tracking_number: string;
}

export async function findSentMessageCursor(db: Queryable, { merchantId, mode }: Books, id: string): Promise<AgeCursor | undefined> {
  return db
    .selectFrom("messages")
    .select(["created_at", "id"])
    .where("id", "=", storableText(id) as MessageId)
    .where("merchant_id", "=", merchantId)
    .where("mode", "=", mode)
    .executeTakeFirst();
}

export async function listSentMessageRows(
  db: Queryable,
  { merchantId, mode }: Books,
  { range }: { range: PageRange },
): Promise<SentMessageRow[]> {
  return db
    .selectFrom("messages")
    .innerJoin("subscriptions", "subscriptions.id", "messages.subscription_id")
    .innerJoin("trackers", "trackers.id", "messages.tracker_id")
    .select([
      "messages.id",
      "messages.channel",
      "messages.kind",
      "messages.topics",
      "messages.state",
      "messages.created_at",
      "messages.due_at",
      "messages.ended_at",
      "messages.problem",
      "messages.tracker_id",
      "subscriptions.address_hint",
      "trackers.carrier",
      "trackers.tracking_number",
    ])
    .where("messages.merchant_id", "=", merchantId)
    .where("messages.mode", "=", mode)
    .where(withinRange("messages", range))
    .orderBy("messages.created_at", range.order)
    .orderBy("messages.id", range.order)
    .limit(range.limit)
    .execute();
}
