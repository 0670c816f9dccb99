import type { Database, Queryable } from "#lib/db/engine/database.ts";
import { topicsColumn } from "#lib/db/json-columns.ts";
import {
  countSubscriptionsOfTracker,
  insertSubscription,
  lockParcelToSubscribe,
  lockSubscribing,
  lockSubscriptionOfAddress,
  updateSubscription,
} from "#lib/db/queries/subscriptions.ts";
import { findSuppression } from "#lib/db/queries/suppressions.ts";
import type { SubscriptionsTable } from "#lib/db/schema.ts";
import type { Channel } from "#lib/shared/channel.ts";
import { type MerchantId, newId, type TrackerId } from "#lib/shared/ids.ts";
import type { NewsTopic } from "#lib/tracking/news-topic.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { canBeAsked, isEndedByShopper } from "./own-word.ts";
import { type QueueConfirmationContext, queueConfirmation } from "./queue-confirmation.ts";
import { addressDigest, sealAddress } from "./subscriber-address.ts";

export interface SubscribeContext extends QueueConfirmationContext {
  db: Database;
  vault: Pick<Vault, "seal" | "digest">;
}

export interface SubscribeInput {
  merchantId: MerchantId;
  trackerId: TrackerId;
  /** Who wishes it: `api` stands for the merchant, who vouches for the address. */
  origin: SubscriptionsTable["origin"];
  channel: Channel;
  /** As `readSubscriberAddress` gives it. */
  address: string;
  topics: readonly NewsTopic[];
  lang: string;
  timeZone: string | null;
}

export type SubscribeOutcome =
  | { kind: "subscribed"; subscription: SubscriptionsTable }
  /** The address itself has to say so, by mail; also where nothing at all is done, so that nobody learns of an address by asking. */
  | { kind: "to_confirm" }
  /** Nothing is sent there any more. */
  | { kind: "suppressed" }
  /** The shopper ended it, so it is nobody else's to begin again. */
  | { kind: "ended_by_shopper" }
  /** As many of their kind are told of this parcel as ever are. */
  | { kind: "full" }
  /** The parcel is gone, or there is no more news to come. */
  | { kind: "over" };

/** A family and a shop or two; whoever adds more has something else in mind. */
const MOST_OF_A_PARCEL = 10;

/** Who is counted together: strangers who know a parcel's number leave room for those who have its key, and for its shop. */
const CROWDS: Readonly<Record<SubscriptionsTable["origin"], readonly SubscriptionsTable["origin"][]>> = {
  public_page: ["public_page"],
  private_page: ["private_page", "api"],
  api: ["private_page", "api"],
};

/** Begins to tell an address of a parcel's news. One address has one subscription for a parcel, however often it is made. */
export async function subscribe(ctx: SubscribeContext, input: SubscribeInput): Promise<SubscribeOutcome> {
  const { merchantId, trackerId, channel, origin } = input;
  const address = { merchantId, channel, addressDigest: addressDigest(ctx, input) };
  const sealed = sealAddress(ctx, input);
  return ctx.db.kysely.transaction().execute(async (trx): Promise<SubscribeOutcome> => {
    if (origin !== "api") await lockSubscribing(trx, merchantId);
    const parcel = await lockParcelToSubscribe(trx, { merchantId, trackerId });
    if (!parcel || parcel.is_final === 1) return { kind: "over" };
    const isFull = (await countSubscriptionsOfTracker(trx, { merchantId, trackerId, origins: CROWDS[origin] })) >= MOST_OF_A_PARCEL;
    // Said to a stranger, it would tell who tries address after address which of them was there already.
    if (isFull && origin === "public_page") return { kind: "to_confirm" };
    const suppression = await findSuppression(trx, address);
    const stop = suppression && canBeAsked(suppression) ? suppression : null;
    if (suppression && !stop) return origin === "public_page" ? { kind: "to_confirm" } : { kind: "suppressed" };
    const known = await lockSubscriptionOfAddress(trx, { ...address, trackerId });
    if (isFull && !(known && known.state !== "ended")) return { kind: "full" };

    const step = stop ? STEPS_AFTER_STOP[origin] : NEXT_STEPS[origin](known ?? null);
    if (step === "leave") return { kind: "to_confirm" };
    if (step === "refuse") return { kind: "ended_by_shopper" };
    const row = buildRow(ctx, { input, sealed, mode: parcel.mode, known: known ?? null, state: step });
    await saveRow(trx, row, known !== undefined);
    if (step === "active") return { kind: "subscribed", subscription: row };
    await queueConfirmation(trx, ctx, { row, stoppedAt: stop?.created_at ?? null });
    return { kind: "to_confirm" };
  });
}

type Step = "active" | "pending" | "leave" | "refuse";

/**
 * What a wish leads to, by where it is made and what there is already. A key to the private page stands for the shopper, who may well
 * give another address than the shop knows; but an address that said stop must itself say that it wants more.
 */
const NEXT_STEPS: Readonly<Record<SubscriptionsTable["origin"], (known: SubscriptionsTable | null) => Step>> = {
  private_page: (known) => (endedByShopper(known) ? "pending" : "active"),
  public_page: (known) => (known?.state === "active" ? "leave" : "pending"),
  api: (known) => (endedByShopper(known) ? "refuse" : "active"),
};

/** The same where its shopper wanted nothing more from this shop at all: strangers have them not even asked. */
const STEPS_AFTER_STOP: Readonly<Record<SubscriptionsTable["origin"], Step>> = {
  private_page: "pending",
  public_page: "leave",
  api: "refuse",
};

const endedByShopper = (known: SubscriptionsTable | null) =>
  known !== null && isEndedByShopper({ channel: known.channel, reason: known.ended_reason });

interface RowFacts {
  input: SubscribeInput;
  sealed: ReturnType<typeof sealAddress>;
  mode: SubscriptionsTable["mode"];
  known: SubscriptionsTable | null;
  state: "active" | "pending";
}

function buildRow(ctx: SubscribeContext, { input, sealed, mode, known, state }: RowFacts): SubscriptionsTable {
  const now = ctx.clock.now();
  return {
    id: known?.id ?? newId("sub", ctx.random),
    merchant_id: input.merchantId,
    mode,
    tracker_id: input.trackerId,
    channel: input.channel,
    ...sealed,
    topics: topicsColumn.write([...input.topics]),
    lang: input.lang,
    time_zone: input.timeZone ?? known?.time_zone ?? null,
    origin: known?.origin === "private_page" ? "private_page" : input.origin,
    state,
    // Their own word is kept until it is confirmed that it holds no more: asked twice is not confirmed.
    ended_reason: state === "pending" && endedByShopper(known) ? (known?.ended_reason ?? null) : null,
    created_at: known?.created_at ?? now,
    updated_at: now,
    confirmed_at: state === "active" ? (known?.confirmed_at ?? null) : null,
    ended_at: null,
  };
}

async function saveRow(trx: Queryable, row: SubscriptionsTable, isKnown: boolean): Promise<void> {
  const { id, merchant_id: merchantId, ...changes } = row;
  await (isKnown ? updateSubscription(trx, { merchantId, id }, changes) : insertSubscription(trx, row));
}
