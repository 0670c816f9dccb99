import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import type { Database, Queryable } from "#lib/db/engine/database.ts";
import { closePayload, findPayload, forgetPayloads, linkPayload } from "#lib/db/queries/payloads.ts";
import type { PayloadsTable, TrackersTable } from "#lib/db/schema.ts";
import type { JobQueue, TaskPayloads } from "#lib/jobs/job-queue.ts";
import { parseBody, type StoredBody } from "#lib/payloads/payload-body.ts";
import type { ProviderReading } from "#lib/providers/provider.ts";
import { providers } from "#lib/providers/registry.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { describeIssue, type Issue } from "#lib/shared/issue.ts";
import type { MappingNote, Mode, TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { describeParcel, type IngestedParcel } from "./ingested-parcel.ts";
import { keepToParcel } from "./keep-to-parcel.ts";
import { takeNews } from "./take-news.ts";

export interface ProcessContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  vault: Pick<Vault, "seal" | "digest">;
  jobs: Pick<JobQueue, "enqueue">;
}

export type ProcessPayloadOutcome =
  /** `unread` is what the payload says of further parcels, and nobody could read. */
  | { kind: "ingested"; parcels: IngestedParcel[]; notes: MappingNote[]; unread: Issue[] }
  | { kind: "ignored"; reason: string }
  | { kind: "invalid"; issues: Issue[] }
  /** It has come to its end before. */
  | { kind: "closed" }
  /** It is not there, or no more. */
  | { kind: "not_found" };

/**
 * Reads a stored payload and folds each parcel in it, in a transaction of its own. Doing it again changes nothing, however far
 * the first time came; `again` does so with one that was closed, say because its reader has been mended.
 */
export async function processPayload(
  ctx: ProcessContext,
  { merchantId, payloadId }: TaskPayloads["process_payload"],
  options: { again?: boolean } = {},
): Promise<ProcessPayloadOutcome> {
  const payload = await findPayload(ctx.db.kysely, { id: payloadId, merchantId });
  if (!payload) return { kind: "not_found" };
  if (payload.outcome !== "received" && options.again !== true) return { kind: "closed" };
  if (payload.tracker_deleted_at !== null) {
    await forgetPayloads(ctx.db.kysely, { merchantId, ids: [payloadId] });
    return { kind: "ignored", reason: "it is about a parcel that was deleted" };
  }

  const reading = refuseForeignMode(readAbout(payload), payload.source_mode);
  switch (reading.kind) {
    case "ignored":
      await closePayload(ctx.db.kysely, { id: payloadId, merchantId }, { outcome: "ignored", problem: reading.reason });
      return reading;
    case "invalid":
      await closePayload(ctx.db.kysely, { id: payloadId, merchantId }, { outcome: "invalid", problem: describeAll(reading.issues) });
      return reading;
    case "snapshots":
      return ingestSnapshots(ctx, payload, reading);
  }
}

type FoundPayload = NonNullable<Awaited<ReturnType<typeof findPayload>>>;

/** What a payload says, of the parcel that was asked about where it is an answer. */
function readAbout(payload: FoundPayload): ProviderReading {
  const { is_answer: isAnswer, carrier, tracking_number: trackingNumber, tracker_mode: mode } = payload;
  const reading = readBody(payload);
  if (isAnswer === 0 || carrier === null || trackingNumber === null || mode === null) return reading;
  return keepToParcel(reading, { carrier, trackingNumber, mode });
}

/** What a stored body says. `mode` counts only where the body does not say it itself. */
export function readBody(stored: StoredBody & Pick<PayloadsTable, "provider" | "mode">): ProviderReading {
  const json = parseBody(stored);
  if (json.kind === "no_text") return { kind: "invalid", issues: [{ path: "", message: "not text: there are bytes that are not UTF-8" }] };
  if (json.kind === "malformed") return { kind: "invalid", issues: [{ path: "", message: json.message }] };
  return providers[stored.provider].read(json.value, stored.mode === null ? {} : { mode: stored.mode });
}

/** Test news through a source for production is test news; but whoever holds no more than a test source's secret cannot touch real parcels. */
function refuseForeignMode(reading: ProviderReading, sourceMode: Mode | null): ProviderReading {
  const isForeign = reading.kind === "snapshots" && sourceMode === "test" && reading.snapshots.some(({ mode }) => mode === "production");
  return isForeign ? { kind: "ignored", reason: "it is about production, and came through a source for tests" } : reading;
}

async function ingestSnapshots(
  ctx: ProcessContext,
  payload: PayloadsTable,
  reading: { snapshots: readonly TrackerSnapshot[]; unread?: Issue[] },
): Promise<ProcessPayloadOutcome> {
  const { snapshots, unread = [] } = reading;
  const merchantId = payload.merchant_id;
  const mode = snapshots[0]?.mode;
  const isAlone = snapshots.length === 1 && unread.length === 0;
  const close = (trx: Queryable, { id }: TrackersTable) => {
    const problem = unread.length > 0 && { problem: describeAll(unread) };
    const about = isAlone && { trackerId: id };
    return closePayload(trx, { id: payload.id, merchantId }, { outcome: "ingested", ...(mode && { mode }), ...problem, ...about });
  };

  const parcels: IngestedParcel[] = [];
  for (const snapshot of snapshots) {
    const isLast = snapshot === snapshots.at(-1);
    const parcel = await ctx.db.kysely.transaction().execute(async (trx) => {
      const news = { merchantId, now: ctx.clock.now(), random: ctx.random, vault: ctx.vault, jobs: ctx.jobs };
      const { row, tracker, change } = await takeNews(trx, news, snapshot);
      if (!isAlone && change !== "deleted") await linkPayload(trx, { payload_id: payload.id, tracker_id: row.id });
      // Late news of a tracker that is gone is not kept either.
      const tellsOfDeleted = [change, ...parcels.map((before) => before.change)].includes("deleted");
      if (isLast) await (tellsOfDeleted ? forgetPayloads(trx, { merchantId, ids: [payload.id] }) : close(trx, row));
      return describeParcel(snapshot, { ...row, status: tracker.status }, change);
    });
    parcels.push(parcel);
    // A payload may tell of thousands of parcels, and pages are to be served meanwhile.
    await nextTurnOfTheLoop();
  }
  return { kind: "ingested", parcels, notes: snapshots.flatMap(({ notes }) => notes), unread };
}

const describeAll = (issues: readonly Issue[]) => issues.map(describeIssue).join("\n");
