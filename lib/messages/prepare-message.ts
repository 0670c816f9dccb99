import { topicsColumn } from "#lib/db/json-columns.ts";
import { findExpiry } from "#lib/db/queries/sandboxes.ts";
import { findSubscription } from "#lib/db/queries/subscriptions.ts";
import { findSuppression } from "#lib/db/queries/suppressions.ts";
import type { MessagesTable, SubscriptionsTable } from "#lib/db/schema.ts";
import { isSandbox } from "#lib/merchants/sandbox.ts";
import { loadMessageSettings } from "#lib/senders/load-message-settings.ts";
import type { MessageSettings } from "#lib/senders/message-settings.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { canBeAsked } from "#lib/subscriptions/own-word.ts";
import { openAddress } from "#lib/subscriptions/subscriber-address.ts";
import { type NewsTopic, standingTopics } from "#lib/tracking/news-topic.ts";
import { loadMessageParcel, type MessageParcel } from "./load-message-parcel.ts";
import type { MessageContext } from "./message-context.ts";
import { quietUntil } from "./quiet-hours.ts";
import { shopperZone } from "./shopper-zone.ts";

/** A message that may go now, and all it takes. */
export interface ReadyMessage extends MessageParcel {
  message: MessagesTable;
  subscription: SubscriptionsTable;
  settings: MessageSettings;
  /** The e-mail address, or the phone number. */
  to: string;
  topics: NewsTopic[];
}

export type PreparedMessage =
  | ({ kind: "ready" } & ReadyMessage)
  /** It is night where the shopper is. */
  | { kind: "quiet"; until: Instant }
  /** Nobody wants it any more. */
  | { kind: "unwanted"; problem: string };

/** Looks at a message anew when its time has come: what was true when it was planned may be no more. */
export async function prepareMessage(ctx: MessageContext, message: MessagesTable): Promise<PreparedMessage> {
  const db = ctx.db.kysely;
  const { merchant_id: merchantId, kind } = message;
  const unwanted = (problem: string): PreparedMessage => ({ kind: "unwanted", problem });
  const subscription = await findSubscription(db, { merchantId, id: message.subscription_id });
  if (!subscription || subscription.state !== AWAITED[kind]) return unwanted("The subscription has ended.");
  const { channel, address_digest: addressDigest } = subscription;
  const suppression = await findSuppression(db, { merchantId, channel, addressDigest });
  const isQuestion = kind === "confirmation" && suppression !== undefined && canBeAsked(suppression);
  if (suppression && !isQuestion) return unwanted("Nothing more is sent to this address.");
  if (isSandbox({ expiresAt: await findExpiry(db, merchantId) })) return unwanted("A visitor's shop sends nothing.");
  const settings = await loadMessageSettings(ctx, merchantId);
  if (!settings.isOn) return unwanted("The shop has switched its messages off.");
  const parcel = await loadMessageParcel(ctx, subscription, kind);
  if (parcel === null) return unwanted("The parcel has been deleted.");

  const { tracker } = parcel.input;
  const wished = topicsColumn.read(subscription.topics).filter((topic) => settings.topics.includes(topic));
  const planned = topicsColumn.read(message.topics).filter((topic) => wished.includes(topic));
  if (kind === "news" && planned.length === 0) return unwanted("The shopper does not want this news any more.");
  const quiet = kind === "news" && settings.quietHours;
  const until = quiet ? quietUntil(parcel.input.now, shopperZone(subscription, tracker), quiet) : null;
  if (until !== null) return { kind: "quiet", until };
  const topics = kind === "news" ? whatIsTrue(planned, standingTopics(tracker)) : [];
  return { kind: "ready", message, subscription, settings, to: openAddress(ctx, subscription), topics, ...parcel };
}

const AWAITED: Readonly<Record<MessagesTable["kind"], SubscriptionsTable["state"]>> = { news: "active", confirmation: "pending" };

/** News that was overtaken makes room for what overtook it. */
function whatIsTrue(planned: NewsTopic[], standing: readonly NewsTopic[]): NewsTopic[] {
  const lasting = planned.filter((topic) => standing.includes(topic));
  return lasting.length > 0 ? lasting : [...standing];
}
