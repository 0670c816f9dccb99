import type { Queryable } from "#lib/db/engine/database.ts";
import { storableText } from "#lib/db/engine/storable-text.ts";
import { insertTracker, lockEpochs, updateTracker } from "#lib/db/queries/trackers.ts";
import type { TrackersTable } from "#lib/db/schema.ts";
import { watchTracker } from "#lib/sources/watch-tracker.ts";
import { decideRegistration } from "#lib/tracking/epoch.ts";
import { epochOfRows } from "./epoch-of-rows.ts";
import { newTrackerRow, type ParcelIdentity, UNFOLDED } from "./new-tracker-row.ts";
import { markNumber } from "./number-mark.ts";
import { readTestNumber } from "./read-test-number.ts";
import { type NewsContext, recordEvent } from "./record-event.ts";
import { takeNews } from "./take-news.ts";

export interface ParcelToRegister extends ParcelIdentity {
  /** Left as it is where undefined. */
  metadata?: string | null | undefined;
}

export interface RegisteredParcel {
  kind: "created" | "existing";
  /** Locked until the transaction ends. */
  row: TrackersTable;
  /** What stands in the way of news, for the merchant. */
  advice: string[];
}

/** Makes the tracker of a parcel before any news of it, or finds the one there is, in the caller's transaction. */
export async function registerParcel(trx: Queryable, ctx: NewsContext, parcel: ParcelToRegister): Promise<RegisteredParcel> {
  const { mode, carrier, trackingNumber } = parcel;
  const metadata = typeof parcel.metadata === "string" ? storableText(parcel.metadata) : parcel.metadata;
  const identity = { merchantId: ctx.merchantId, mode, carrier, trackingNumber };
  const epochs = await lockEpochs(trx, { ...identity, mark: markNumber(ctx, identity) });
  const decision = decideRegistration(epochOfRows(epochs), ctx.now);
  const newest = epochs.at(-1);
  if (decision.kind === "existing" && newest) {
    if (metadata === undefined || metadata === newest.metadata) return { kind: "existing", row: newest, advice: [] };
    await updateTracker(trx, { id: newest.id, merchantId: ctx.merchantId }, { metadata });
    return { kind: "existing", row: { ...newest, metadata }, advice: [] };
  }

  const { epoch, fencedBefore } = decision.kind === "new" ? decision : { epoch: 1, fencedBefore: null };
  const told = readTestNumber(parcel, ctx.now);
  const opening = { epoch, fencedBefore, version: told === null ? 1 : UNFOLDED };
  const row = { ...newTrackerRow(ctx, parcel, opening), metadata: metadata ?? null };
  // Of two who register at once the second waits here, and then finds the tracker of the first.
  if (!(await insertTracker(trx, row))) return registerParcel(trx, ctx, parcel);
  if (told !== null) return { kind: "created", row: (await takeNews(trx, ctx, told)).row, advice: [] };

  await recordEvent(trx, ctx, { row, type: "tracker.created", previous: {} });
  const { advice } = await watchTracker(trx, ctx, { merchantId: ctx.merchantId, mode, trackerId: row.id, carrier });
  return { kind: "created", row, advice };
}
