import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Queryable } from "../engine/database.ts";
import type { MessagesTable, SubscriptionsTable } from "../schema.ts";
import type { Books } from "./books.ts";

type MessagePart = "id" | "channel" | "kind" | "topics" | "state" | "created_at" | "due_at" | "ended_at" | "problem" | "tracker_id";

export interface SentMessageRow extends Pick<MessagesTable, MessagePart>, Pick<SubscriptionsTable, "address_hint"> {
  carrier: CarrierSlug;
  tracking_number: string;
}

/** Newest first. */
export async function listSentMessageRows(db: Queryable, { merchantId, mode }: Books, limit: number): Promise<SentMessageRow[]> {
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
    .orderBy("messages.created_at", "desc")
    .orderBy("messages.id", "desc")
    .limit(limit)
    .execute();
}
