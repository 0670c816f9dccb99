import type { Queryable } from "#lib/db/engine/database.ts";
import { listScans, upsertScans } from "#lib/db/queries/scans.ts";
import { lockEpochs, lockOrInsertTracker, updateTracker } from "#lib/db/queries/trackers.ts";
import type { TrackersTable } from "#lib/db/schema.ts";
import { drawRouteMap } from "#lib/places/draw-route-map.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { newId, randomToken } from "#lib/shared/ids.ts";
import { deriveTracker } from "#lib/tracking/derive-tracker.ts";
import { decideEpoch, type EpochDecision, epochStateOf } from "#lib/tracking/epoch.ts";
import { foldSnapshot } from "#lib/tracking/fold-snapshot.ts";
import type { TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { canonicalText } from "#lib/tracking/stable-digest.ts";
import type { Scan, Tracker } from "#lib/tracking/tracker.ts";
import { attachOrder } from "./attach-order.ts";
import type { FoldContext } from "./fold-context.ts";
import { headersColumn, itemsColumn, notesColumn, routeMapColumn, trackerColumn } from "./stored-tracker.ts";

export type TrackerChange = "created" | "updated" | "unchanged";

/** A row no snapshot has been folded into yet. */
const UNFOLDED = 0;

/** Adds a snapshot to the tracker it belongs to, made if need be. Call it inside a transaction: whoever comes second waits for the first. */
export async function foldIntoTracker(
  trx: Queryable,
  ctx: FoldContext,
  snapshot: TrackerSnapshot,
): Promise<{ row: TrackersTable; tracker: Tracker; change: TrackerChange }> {
  const row = await lockTracker(trx, ctx, snapshot);
  const known = {
    headers: headersColumn.read(row.headers),
    scans: await listScans(trx, { id: row.id, merchantId: ctx.merchantId }),
    notes: notesColumn.read(row.notes),
  };
  const facts = foldSnapshot(known, snapshot);
  await upsertScans(trx, row.id, newOrChanged(known.scans, facts.scans), ctx.now);

  const tracker = deriveTracker(facts, {
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    mode: row.mode,
    epoch: row.epoch,
    fencedBefore: row.fenced_before,
  });
  const document = trackerColumn.write(tracker);
  const hasChanged = document !== row.document;
  await updateTracker(
    trx,
    { id: row.id, merchantId: ctx.merchantId },
    {
      headers: headersColumn.write(facts.headers),
      notes: notesColumn.write(facts.notes),
      checked_at: ctx.now,
      ...(await attachOrder(trx, ctx, row, snapshot)),
      ...(hasChanged && {
        version: row.version + 1,
        updated_at: ctx.now,
        status: tracker.status,
        substatus: tracker.substatus,
        is_final: tracker.isFinal ? 1 : 0,
        last_news_at: tracker.newsAt,
        document,
        route_map: drawRoute(tracker),
      }),
    },
  );
  return { row, tracker, change: row.version === UNFOLDED ? "created" : hasChanged ? "updated" : "unchanged" };
}

async function lockTracker(trx: Queryable, ctx: FoldContext, snapshot: TrackerSnapshot): Promise<TrackersTable> {
  const { mode, carrier, trackingNumber } = snapshot;
  const epochs = await lockEpochs(trx, { merchantId: ctx.merchantId, mode, carrier, trackingNumber });
  const decision = decideOn(epochs, snapshot, ctx.now);
  const existing = epochs.find((row) => row.epoch === decision.epoch);
  return existing ?? lockOrInsertTracker(trx, unfoldedRow(ctx, snapshot, decision));
}

function decideOn(epochs: readonly TrackersTable[], snapshot: TrackerSnapshot, now: Instant): EpochDecision {
  const newest = epochs.at(-1);
  if (newest === undefined) return decideEpoch(null, snapshot, now);
  const earlier = epochs.slice(0, -1).map((row) => ({ epoch: row.epoch, fencedBefore: row.fenced_before }));
  const stored = { fencedBefore: newest.fenced_before, openedAt: newest.created_at, earlier };
  return decideEpoch(epochStateOf(trackerColumn.read(newest.document), stored), snapshot, now);
}

function unfoldedRow(ctx: FoldContext, snapshot: TrackerSnapshot, decision: EpochDecision): TrackersTable {
  return {
    id: newId("trk", ctx.random),
    merchant_id: ctx.merchantId,
    carrier: snapshot.carrier,
    tracking_number: snapshot.trackingNumber,
    mode: snapshot.mode,
    epoch: decision.epoch,
    status: "unknown",
    substatus: "unknown",
    is_final: 0,
    private_key: randomToken(ctx.random),
    version: UNFOLDED,
    fenced_before: decision.kind === "new" ? decision.fencedBefore : null,
    created_at: ctx.now,
    updated_at: ctx.now,
    checked_at: ctx.now,
    last_news_at: null,
    order_id: null,
    is_primary: 0,
    order_as_of: "",
    deleted_at: null,
    is_watched: 1,
    source_id: null,
    next_check_at: null,
    asked_at: null,
    check_failures: 0,
    metadata: null,
    document: "",
    route_map: null,
    parcel_items: itemsColumn.write([]),
    headers: headersColumn.write([]),
    notes: notesColumn.write([]),
  };
}

function newOrChanged(before: readonly Scan[], after: readonly Scan[]): Scan[] {
  const stored = new Map(before.map((scan) => [scan.key, canonicalText(scan)]));
  return after.filter((scan) => stored.get(scan.key) !== canonicalText(scan));
}

function drawRoute({ scans, origin, destination }: Tracker): string | null {
  const places = scans.map((scan) => scan.place).reverse();
  const route = drawRouteMap({ places, origin, destination });
  return route && routeMapColumn.write(route);
}
