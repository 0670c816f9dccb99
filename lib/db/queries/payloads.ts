import type { MerchantId, PayloadId } from "#lib/shared/ids.ts";
import type { Mode, ProviderName } from "#lib/tracking/snapshot.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { PayloadOutcome, PayloadsTable } from "../schema.ts";

export interface PayloadRef {
  id: PayloadId;
  merchantId: MerchantId;
}

/** Keeps what came in, as it came in, before anybody tries to understand it. */
export async function insertPayload(db: Queryable, row: Omit<PayloadsTable, "outcome" | "problem">): Promise<void> {
  await db
    .insertInto("payloads")
    .values({ ...row, body: storableText(row.body), outcome: "received", problem: null })
    .execute();
}

export async function closePayload(
  db: Queryable,
  payload: PayloadRef,
  result: { outcome: Exclude<PayloadOutcome, "received">; mode?: Mode; problem?: string },
): Promise<void> {
  await db
    .updateTable("payloads")
    .set({
      outcome: result.outcome,
      problem: result.problem === undefined ? null : storableText(result.problem),
      ...(result.mode && { mode: result.mode }),
    })
    .where("id", "=", payload.id)
    .where("merchant_id", "=", payload.merchantId)
    .execute();
}

/** Takes the sender's own key of a delivery for this payload, or answers the earlier payload that has it. */
export async function claimDelivery(
  db: Queryable,
  payload: PayloadRef,
  delivery: { provider: ProviderName; key: string },
): Promise<{ kind: "claimed" } | { kind: "held"; payloadId: PayloadId; outcome: PayloadOutcome }> {
  const identity = { merchant_id: payload.merchantId, provider: delivery.provider, delivery_key: storableText(delivery.key) };
  const claimed = await db
    .insertInto("deliveries")
    .values({ ...identity, payload_id: payload.id })
    .onConflict((conflict) => conflict.columns(["merchant_id", "provider", "delivery_key"]).doNothing())
    .returning("payload_id")
    .executeTakeFirst();
  if (claimed) return { kind: "claimed" };

  const holder = await db
    .selectFrom("deliveries")
    .innerJoin("payloads", "payloads.id", "deliveries.payload_id")
    .where("deliveries.merchant_id", "=", identity.merchant_id)
    .where("deliveries.provider", "=", identity.provider)
    .where("deliveries.delivery_key", "=", identity.delivery_key)
    .select(["payloads.id", "payloads.outcome"])
    .executeTakeFirstOrThrow();
  return { kind: "held", payloadId: holder.id, outcome: holder.outcome };
}

/** For a second copy of a delivery: the first one stays. */
export async function deletePayload(db: Queryable, payload: PayloadRef): Promise<void> {
  await db.deleteFrom("payloads").where("id", "=", payload.id).where("merchant_id", "=", payload.merchantId).execute();
}
