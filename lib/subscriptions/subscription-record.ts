import { topicsColumn } from "#lib/db/json-columns.ts";
import type { SubscriptionEnd, SubscriptionState, SubscriptionsTable } from "#lib/db/schema.ts";
import type { Channel } from "#lib/shared/channel.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { SubscriptionId, TrackerId } from "#lib/shared/ids.ts";
import type { NewsTopic } from "#lib/tracking/news-topic.ts";

/** A subscription as its merchant sees it: never the address itself. */
export interface SubscriptionRecord {
  id: SubscriptionId;
  trackerId: TrackerId;
  channel: Channel;
  addressHint: string;
  topics: NewsTopic[];
  lang: string;
  origin: SubscriptionsTable["origin"];
  state: SubscriptionState;
  endedReason: SubscriptionEnd | null;
  createdAt: Instant;
  confirmedAt: Instant | null;
  endedAt: Instant | null;
}

export function buildSubscriptionRecord(row: SubscriptionsTable): SubscriptionRecord {
  return {
    id: row.id,
    trackerId: row.tracker_id,
    channel: row.channel,
    addressHint: row.address_hint,
    topics: topicsColumn.read(row.topics),
    lang: row.lang,
    origin: row.origin,
    state: row.state,
    endedReason: row.state === "ended" ? row.ended_reason : null,
    createdAt: row.created_at,
    confirmedAt: row.confirmed_at,
    endedAt: row.ended_at,
  };
}
