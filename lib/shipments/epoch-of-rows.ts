import { headersColumn, trackerColumn } from "#lib/db/json-columns.ts";
import type { TrackersTable } from "#lib/db/schema.ts";
import { utcDayOf } from "#lib/tracking/calendar-day.ts";
import { epochStateOf, type RegisteredEpoch } from "#lib/tracking/epoch.ts";

/** What the stored epochs of a number, oldest first, say of its newest one; null where there is none. */
export function epochOfRows(epochs: readonly TrackersTable[]): RegisteredEpoch | null {
  const newest = epochs.at(-1);
  if (newest === undefined) return null;
  const state = epochStateOf(trackerColumn.read(newest.document), {
    fencedBefore: newest.fenced_before,
    openedAt: newest.created_at,
    isUnheard: headersColumn.read(newest.headers).length === 0,
    earlier: epochs.slice(0, -1).map((row) => ({ epoch: row.epoch, fencedBefore: row.fenced_before })),
  });
  return { ...state, openedOn: utcDayOf(newest.created_at), isDeleted: newest.deleted_at !== null };
}
