import type { Queryable } from "#lib/db/engine/database.ts";
import { headersColumn, notesColumn, routeMapColumn, trackerColumn } from "#lib/db/json-columns.ts";
import { deleteScansOf, listScans, upsertScans } from "#lib/db/queries/scans.ts";
import { insertTracker, lockEpochs, updateTracker } from "#lib/db/queries/trackers.ts";
import type { TrackersTable } from "#lib/db/schema.ts";
import { drawRouteMap } from "#lib/places/draw-route-map.ts";
import { compareInstants, type Instant } from "#lib/shared/clock.ts";
import { deriveTracker } from "#lib/tracking/derive-tracker.ts";
import { decideEpoch } from "#lib/tracking/epoch.ts";
import { foldSnapshot } from "#lib/tracking/fold-snapshot.ts";
import type { TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { canonicalText } from "#lib/tracking/stable-digest.ts";
import type { Scan, Tracker } from "#lib/tracking/tracker.ts";
import { attachOrder } from "./attach-order.ts";
import { epochOfRows } from "./epoch-of-rows.ts";
import type { FoldContext } from "./fold-context.ts";
import { newTrackerRow, UNFOLDED } from "./new-tracker-row.ts";
import { markNumber } from "./number-mark.ts";
import { overviewOf } from "./overview-of.ts";

export type TrackerChange = "created" | "updated" | "unchanged" | "deleted";

export interface Folded {
  /** As it is now. */
  row: TrackersTable;
  tracker: Tracker;
  /** As it was; null where this snapshot made it. */
  before: Tracker | null;
  change: TrackerChange;
}

/**
 * Adds a snapshot to the tracker it belongs to, made if need be. Call it inside a transaction: whoever comes second waits for the first.
 * News of a deleted tracker is dropped.
 */
export async function foldIntoTracker(trx: Queryable, ctx: FoldContext, snapshot: TrackerSnapshot): Promise<Folded> {
  const row = await lockTracker(trx, ctx, snapshot);
  const stored = trackerColumn.read(row.document);
  if (row.deleted_at !== null) return { row, tracker: stored, before: stored, change: "deleted" };
  const known = {
    headers: headersColumn.read(row.headers),
    scans: await listScans(trx, { id: row.id, merchantId: ctx.merchantId }),
    notes: notesColumn.read(row.notes),
  };
  const facts = foldSnapshot(known, snapshot);
  await upsertScans(trx, row.id, newOrChanged(known.scans, facts.scans), ctx.now);
  await deleteScansOf(trx, row.id, leftOut(known.scans, facts.scans));

  const tracker = deriveTracker(facts, {
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    mode: row.mode,
    epoch: row.epoch,
    fencedBefore: row.fenced_before,
  });
  const document = trackerColumn.write(tracker);
  const hasChanged = document !== row.document;
  const changes: Partial<TrackersTable> = {
    headers: headersColumn.write(facts.headers),
    notes: notesColumn.write(facts.notes),
    checked_at: ctx.now,
    fenced_before: row.fenced_before,
    ...(await attachOrder(trx, ctx, row, snapshot)),
    ...(hasChanged && {
      version: row.version + 1,
      updated_at: later(row.updated_at, ctx.now),
      status: tracker.status,
      substatus: tracker.substatus,
      ...overviewOf(tracker, ctx.now),
      is_final: tracker.isFinal ? 1 : 0,
      last_news_at: tracker.newsAt,
      document,
      route_map: drawRoute(tracker),
    }),
  };
  await updateTracker(trx, { id: row.id, merchantId: ctx.merchantId }, changes);
  const isNew = row.version === UNFOLDED;
  return {
    row: { ...row, ...changes },
    tracker,
    before: isNew ? null : stored,
    change: isNew ? "created" : hasChanged ? "updated" : "unchanged",
  };
}

/** The row a snapshot belongs to, made if need be; the newest where that was deleted. */
async function lockTracker(trx: Queryable, ctx: FoldContext, snapshot: TrackerSnapshot): Promise<TrackersTable> {
  const { mode, carrier, trackingNumber } = snapshot;
  const identity = { merchantId: ctx.merchantId, mode, carrier, trackingNumber };
  const epochs = await lockEpochs(trx, { ...identity, mark: markNumber(ctx, identity) });
  const meant = ctx.epoch === undefined ? epochs.at(-1) : epochs.find((row) => row.epoch === ctx.epoch);
  if (meant !== undefined && meant.deleted_at !== null) return meant;

  const decision = decideEpoch(epochOfRows(epochs), snapshot, ctx.now);
  if (meant !== undefined && ctx.epoch !== undefined && ctx.epoch !== decision.epoch) return meant;
  const existing = epochs.find((row) => row.epoch === decision.epoch);
  if (existing) return decision.kind === "first" ? { ...existing, fenced_before: decision.fencedBefore } : existing;
  const fencedBefore = decision.kind === "new" ? decision.fencedBefore : null;
  const row = newTrackerRow(ctx, { mode, carrier, trackingNumber }, { epoch: decision.epoch, fencedBefore, version: UNFOLDED });
  // Another transaction may have made it a moment ago: then it has to be decided anew, with that one in view.
  return (await insertTracker(trx, row)) ? row : lockTracker(trx, ctx, snapshot);
}

/** Another process's clock may have been ahead of ours, or ours of itself. */
const later = (one: Instant, other: Instant) => (compareInstants(one, other) > 0 ? one : other);

function newOrChanged(before: readonly Scan[], after: readonly Scan[]): Scan[] {
  const stored = new Map(before.map((scan) => [scan.key, canonicalText(scan)]));
  return after.filter((scan) => stored.get(scan.key) !== canonicalText(scan));
}

function leftOut(before: readonly Scan[], after: readonly Scan[]): string[] {
  const kept = new Set(after.map(({ key }) => key));
  return before.flatMap(({ key }) => (kept.has(key) ? [] : [key]));
}

function drawRoute({ scans, origin, destination }: Tracker): string | null {
  const places = scans.map((scan) => scan.place).reverse();
  const route = drawRouteMap({ places, origin, destination });
  return route && routeMapColumn.write(route);
}
