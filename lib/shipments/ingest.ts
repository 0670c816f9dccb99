import { storableText } from "#lib/db/engine/storable-text.ts";
import { findLatestTracker } from "#lib/db/queries/trackers.ts";
import { findMerchantBySlug, loadDefaultMerchant } from "#lib/merchants/find-merchant.ts";
import { readDeliveryKey } from "#lib/payloads/delivery-key.ts";
import { type NewPayload, storePayload } from "#lib/payloads/store-payload.ts";
import type { MerchantId, PayloadId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { MappingNote, Mode, ProviderName } from "#lib/tracking/snapshot.ts";
import { describeParcel, type IngestedParcel } from "./ingested-parcel.ts";
import { type ProcessContext, processPayload, readBody } from "./process-payload.ts";

export const MAX_PAYLOAD_BYTES = 5 * 1024 * 1024;

export type IngestContext = ProcessContext;

export interface IngestInput {
  provider: ProviderName;
  /** Null for the default merchant. */
  merchantSlug: string | null;
  /** The payload as received. */
  body: string;
  /** Counts only where the payload does not say it itself. */
  mode?: Mode;
}

export type IngestOutcome =
  /** `unread` is what the payload says of further parcels, and nobody could read. */
  | { kind: "ingested"; payloadId: PayloadId; parcels: IngestedParcel[]; notes: MappingNote[]; unread: Issue[] }
  /** The same delivery was taken in before; `payloadId` is that first one's. */
  | { kind: "duplicate"; payloadId: PayloadId; parcels: IngestedParcel[] }
  | { kind: "ignored"; payloadId: PayloadId; reason: string }
  /** `payloadId` is null where the payload was too large to keep. */
  | { kind: "invalid"; payloadId: PayloadId | null; issues: Issue[] }
  | { kind: "merchant_unknown"; slug: string };

/** Takes in one payload of a provider by hand: kept raw first, then processed while the caller waits. Doing it again changes nothing. */
export async function ingest(ctx: IngestContext, input: IngestInput): Promise<IngestOutcome> {
  const { merchantSlug, provider } = input;
  const merchant = merchantSlug === null ? await loadDefaultMerchant(ctx) : await findMerchantBySlug(ctx, merchantSlug);
  if (merchant === null) return { kind: "merchant_unknown", slug: merchantSlug ?? "" };
  if (Buffer.byteLength(input.body) > MAX_PAYLOAD_BYTES) {
    return { kind: "invalid", payloadId: null, issues: [{ path: "", message: "is larger than 5 MB, more than any provider sends" }] };
  }

  const payload: NewPayload = {
    merchant_id: merchant.id,
    provider,
    source_id: null,
    mode: input.mode ?? null,
    body: storableText(input.body),
    body_encoding: "utf8",
  };
  const entry = { payload, deliveryKey: readDeliveryKey(provider, payload) };
  const stored = await ctx.db.kysely.transaction().execute((trx) => storePayload(trx, { now: ctx.clock.now(), random: ctx.random }, entry));
  // One whose first try was cut short, say by a power cut, is finished by the second.
  const payloadId = stored.kind === "stored" ? stored.payloadId : stored.id;
  const outcome = await processPayload(ctx, { merchantId: merchant.id, payloadId });
  switch (outcome.kind) {
    case "ingested":
    case "ignored":
    case "invalid":
      return { ...outcome, payloadId };
    case "closed":
    case "not_found":
      return { kind: "duplicate", payloadId, parcels: await listParcels(ctx, merchant.id, payload) };
  }
}

async function listParcels(ctx: IngestContext, merchantId: MerchantId, payload: NewPayload): Promise<IngestedParcel[]> {
  const reading = readBody(payload);
  if (reading.kind !== "snapshots") return [];
  const parcels = reading.snapshots.map(async (snapshot) => {
    const { mode, carrier, trackingNumber } = snapshot;
    const row = await findLatestTracker(ctx.db.kysely, { merchantId, mode, carrier, trackingNumber });
    return row ? [describeParcel(snapshot, row, "unchanged")] : [];
  });
  return (await Promise.all(parcels)).flat();
}
