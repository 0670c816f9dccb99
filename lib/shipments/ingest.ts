import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { buildTrackingPath } from "#lib/carriers/tracking-path.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { claimDelivery, closePayload, deletePayload, insertPayload, type PayloadRef } from "#lib/db/queries/payloads.ts";
import { findLatestTracker } from "#lib/db/queries/trackers.ts";
import { findMerchantBySlug, loadDefaultMerchant } from "#lib/merchants/find-merchant.ts";
import type { ProviderReading, ReadingIssue } from "#lib/providers/provider.ts";
import { providers } from "#lib/providers/registry.ts";
import type { Clock, Instant } from "#lib/shared/clock.ts";
import { newId, type PayloadId, type RandomBytes, type TrackerId } from "#lib/shared/ids.ts";
import { parseJson } from "#lib/shared/json.ts";
import type { MappingNote, Mode, ProviderName, TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import type { Status } from "#lib/tracking/status.ts";
import { foldIntoTracker, type TrackerChange } from "./fold-into-tracker.ts";

export const MAX_PAYLOAD_BYTES = 5 * 1024 * 1024;

export interface IngestContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
}

export interface IngestInput {
  provider: ProviderName;
  /** Null for the default merchant. */
  merchantSlug: string | null;
  /** The payload as received. */
  body: string;
  /** Counts only where the payload does not say it itself. */
  mode?: Mode;
}

export interface IngestedParcel {
  trackerId: TrackerId;
  carrier: CarrierSlug;
  trackingNumber: string;
  mode: Mode;
  change: TrackerChange;
  status: Status;
  /** The page's path on the merchant's own host. */
  path: string;
  /** The same with the key that opens the private page: for the merchant and the shopper only. */
  privatePath: string;
}

export type IngestOutcome =
  | { kind: "ingested"; payloadId: PayloadId; parcels: IngestedParcel[]; notes: MappingNote[] }
  /** The same delivery was ingested before; `payloadId` is that first one's. */
  | { kind: "duplicate"; payloadId: PayloadId; parcels: IngestedParcel[] }
  | { kind: "ignored"; payloadId: PayloadId; reason: string }
  /** `payloadId` is null where the payload was too large to keep. */
  | { kind: "invalid"; payloadId: PayloadId | null; issues: ReadingIssue[] }
  | { kind: "merchant_unknown"; slug: string };

/**
 * Takes in one payload of a provider: kept raw first, then read, then each parcel in it folded in a transaction of its own.
 * Doing it again changes nothing.
 */
export async function ingest(ctx: IngestContext, input: IngestInput): Promise<IngestOutcome> {
  const { merchantSlug, provider, body } = input;
  const merchant = merchantSlug === null ? await loadDefaultMerchant(ctx) : await findMerchantBySlug(ctx, merchantSlug);
  if (merchant === null) return { kind: "merchant_unknown", slug: merchantSlug ?? "" };
  if (Buffer.byteLength(body) > MAX_PAYLOAD_BYTES) {
    return { kind: "invalid", payloadId: null, issues: [{ path: "", message: "is larger than 5 MB, more than any provider sends" }] };
  }

  const db = ctx.db.kysely;
  const receivedAt = ctx.clock.now();
  const payload: PayloadRef = { id: newId("pay", ctx.random), merchantId: merchant.id };
  await insertPayload(db, {
    id: payload.id,
    merchant_id: merchant.id,
    provider,
    source_id: null,
    mode: input.mode ?? null,
    received_at: receivedAt,
    body_encoding: "utf8",
    body,
  });

  const reading = readPayload(input);
  switch (reading.kind) {
    case "ignored":
      await closePayload(db, payload, { outcome: "ignored", problem: reading.reason });
      return { kind: "ignored", payloadId: payload.id, reason: reading.reason };
    case "invalid": {
      const problem = reading.issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("\n");
      await closePayload(db, payload, { outcome: "invalid", problem });
      return { kind: "invalid", payloadId: payload.id, issues: reading.issues };
    }
    case "snapshots":
      return ingestSnapshots(ctx, { ...reading, payload, provider, receivedAt });
  }
}

function readPayload({ provider, body, mode }: IngestInput): ProviderReading {
  const json = parseJson(body);
  if (json.kind === "malformed") return { kind: "invalid", issues: [{ path: "", message: json.message }] };
  return providers[provider].read(json.value, mode && { mode });
}

interface ReadPayload {
  snapshots: readonly TrackerSnapshot[];
  deliveryKey: string | null;
  payload: PayloadRef;
  provider: ProviderName;
  receivedAt: Instant;
}

async function ingestSnapshots(ctx: IngestContext, input: ReadPayload): Promise<IngestOutcome> {
  const db = ctx.db.kysely;
  const { snapshots, receivedAt } = input;
  const { payload, isDone } = await settleDelivery(ctx, input);
  if (isDone) return { kind: "duplicate", payloadId: payload.id, parcels: await listParcels(ctx, payload, snapshots) };

  const fold = { merchantId: payload.merchantId, now: receivedAt, random: ctx.random };
  const parcels: IngestedParcel[] = [];
  for (const snapshot of snapshots) {
    const { row, tracker, change } = await db.transaction().execute((trx) => foldIntoTracker(trx, fold, snapshot));
    parcels.push(describeParcel(snapshot, { ...row, status: tracker.status }, change));
  }
  const mode = snapshots[0]?.mode;
  await closePayload(db, payload, { outcome: "ingested", ...(mode && { mode }) });
  return { kind: "ingested", payloadId: payload.id, parcels, notes: snapshots.flatMap((snapshot) => snapshot.notes) };
}

/** Of two copies of one delivery the first stays. If it never came to an end, say by a power cut, the second finishes it. */
async function settleDelivery(ctx: IngestContext, input: ReadPayload): Promise<{ payload: PayloadRef; isDone: boolean }> {
  const { payload, provider, deliveryKey } = input;
  if (deliveryKey === null) return { payload, isDone: false };
  const claim = await claimDelivery(ctx.db.kysely, payload, { provider, key: deliveryKey });
  if (claim.kind === "claimed") return { payload, isDone: false };
  await deletePayload(ctx.db.kysely, payload);
  return { payload: { ...payload, id: claim.payloadId }, isDone: claim.outcome !== "received" };
}

async function listParcels(ctx: IngestContext, payload: PayloadRef, snapshots: readonly TrackerSnapshot[]): Promise<IngestedParcel[]> {
  const { merchantId } = payload;
  const parcels = snapshots.map(async (snapshot) => {
    const { mode, carrier, trackingNumber } = snapshot;
    const row = await findLatestTracker(ctx.db.kysely, { merchantId, mode, carrier, trackingNumber });
    return row ? [describeParcel(snapshot, row, "unchanged")] : [];
  });
  return (await Promise.all(parcels)).flat();
}

function describeParcel(
  { carrier, trackingNumber, mode }: TrackerSnapshot,
  row: { id: TrackerId; status: Status; private_key: string },
  change: TrackerChange,
): IngestedParcel {
  const path = buildTrackingPath(carrier, trackingNumber);
  return {
    trackerId: row.id,
    carrier,
    trackingNumber,
    mode,
    change,
    status: row.status,
    path,
    privatePath: `${path}?key=${row.private_key}`,
  };
}
