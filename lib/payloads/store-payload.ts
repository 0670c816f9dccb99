import type { Queryable } from "#lib/db/engine/database.ts";
import {
  claimDelivery,
  closePayload,
  type DeliveryHolder,
  type DeliveryRef,
  deletePayload,
  findDeliveryHolder,
  insertPayload,
  moveDelivery,
} from "#lib/db/queries/payloads.ts";
import type { PayloadsTable } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { newId, type PayloadId, type RandomBytes } from "#lib/shared/ids.ts";

export type NewPayload = Pick<PayloadsTable, "merchant_id" | "provider" | "source_id" | "mode" | "body" | "body_encoding"> &
  Partial<Pick<PayloadsTable, "tracker_id" | "is_answer">>;

export type StorePayloadOutcome =
  | { kind: "stored"; payloadId: PayloadId }
  /** The delivery is here already, as this payload. */
  | ({ kind: "held" } & DeliveryHolder);

/**
 * Keeps a payload raw, once per delivery key; call it inside a transaction. One that nobody could read does not keep its key:
 * the delivery may come again in better shape, and then takes its place.
 */
export async function storePayload(
  trx: Queryable,
  ctx: { now: Instant; random: RandomBytes },
  { payload, deliveryKey }: { payload: NewPayload; deliveryKey: string | null },
): Promise<StorePayloadOutcome> {
  const delivery = deliveryKey === null ? null : { merchantId: payload.merchant_id, provider: payload.provider, key: deliveryKey };
  const holder = delivery && (await findDeliveryHolder(trx, delivery));
  if (holder && holder.outcome !== "invalid") return { kind: "held", ...holder };

  const id = newId("pay", ctx.random);
  await insertPayload(trx, { tracker_id: null, is_answer: 0, ...payload, id, received_at: ctx.now });
  if (delivery === null || (await takeKey(trx, delivery, { id, holder }))) return { kind: "stored", payloadId: id };

  // Somebody came with the same delivery at the same time, and was first.
  await deletePayload(trx, { id, merchantId: payload.merchant_id });
  const first = await findDeliveryHolder(trx, delivery);
  if (!first) throw new Error(`nobody holds the delivery that ${id} could not take`);
  return { kind: "held", ...first };
}

async function takeKey(
  trx: Queryable,
  delivery: DeliveryRef,
  { id, holder }: { id: PayloadId; holder: DeliveryHolder | null | undefined },
): Promise<boolean> {
  if (!holder) return claimDelivery(trx, delivery, id);
  if (!(await moveDelivery(trx, delivery, { from: holder.id, to: id }))) return false;
  const replaced = { id: holder.id, merchantId: delivery.merchantId };
  await closePayload(trx, replaced, { outcome: "ignored", problem: `it could not be read, and was delivered again as ${id}` });
  return true;
}
