import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import type { Queryable } from "#lib/db/engine/database.ts";
import { deleteRowsOfImport, keepProblem, listRowsOfImport } from "#lib/db/queries/import-rows.ts";
import { lockImport, updateImport } from "#lib/db/queries/imports.ts";
import type { ImportRowsTable, ImportsTable } from "#lib/db/schema.ts";
import type { TaskPayloads } from "#lib/jobs/job-queue.ts";
import type { NewsContext } from "#lib/shipments/record-event.ts";
import type { TakeContext } from "./import-context.ts";
import type { ImportPlan } from "./import-plan.ts";
import { cellsColumn, headersColumn, planColumn } from "./import-record.ts";
import { queueImport } from "./queue-import.ts";
import { readRow } from "./read-row.ts";
import { takeParcels } from "./take-parcels.ts";

/** Rows to a transaction: few enough that nobody waits for it. */
const BATCH = 10;
/** Then another job goes on, so that a process can stop in between, and others have their turn. */
const BATCHES_PER_JOB = 30;
/** Rows nobody wants any more. */
const CLEARED_AT_ONCE = 500;

/**
 * Takes in the next rows of an import, in batches that are whole or not at all: wherever a process ends, the next one goes on.
 * Rows that are in are forgotten, and so is what was left to do of one that was cancelled.
 */
export async function importParcels(ctx: TakeContext, identity: TaskPayloads["import_parcels"]): Promise<void> {
  for (let batch = 0; batch < BATCHES_PER_JOB; batch += 1) {
    if (!(await importBatch(ctx, identity))) return;
    await nextTurnOfTheLoop();
  }
  await queueImport(ctx, ctx.db.kysely, identity);
}

/** Answers whether there may be more to do. */
async function importBatch(ctx: TakeContext, { merchantId, importId }: TaskPayloads["import_parcels"]): Promise<boolean> {
  const identity = { id: importId, merchantId };
  return ctx.db.kysely.transaction().execute(async (trx) => {
    const row = await lockImport(trx, identity);
    if (row?.state === "cancelled") return clear(trx, row);
    if (row?.state !== "running" || row.plan === null) return false;
    const waiting = await listRowsOfImport(trx, identity, { after: row.done_until, limit: BATCH });
    const changes = await takeRows(trx, newsContext(ctx, row), { row, waiting, plan: planColumn.read(row.plan) });
    const isDone = waiting.length < BATCH;
    await updateImport(trx, identity, {
      from: ["running"],
      ...changes,
      updated_at: ctx.clock.now(),
      ...(isDone && { state: "done", ended_at: ctx.clock.now() }),
    });
    return !isDone;
  });
}

async function clear(trx: Queryable, { id, merchant_id: merchantId, done_until: after }: ImportsTable): Promise<boolean> {
  const rows = await listRowsOfImport(trx, { id, merchantId }, { after, limit: CLEARED_AT_ONCE });
  const numbers = rows.map((row) => row.row_number);
  await deleteRowsOfImport(trx, { id, merchantId }, numbers);
  return rows.length === CLEARED_AT_ONCE;
}

function newsContext({ clock, random, vault, jobs }: TakeContext, { merchant_id: merchantId }: ImportsTable): NewsContext {
  return { merchantId, now: clock.now(), random, vault, jobs };
}

/** Takes in some rows, keeps what is wrong with the others, and answers how that moves the import on. */
async function takeRows(
  trx: Queryable,
  ctx: NewsContext,
  { row, waiting, plan }: { row: ImportsTable; waiting: readonly ImportRowsTable[]; plan: ImportPlan },
): Promise<Partial<ImportsTable>> {
  const identity = { id: row.id, merchantId: row.merchant_id };
  const width = headersColumn.read(row.headers).length;
  const readings = waiting.map(({ row_number: number, cells }) => ({
    number,
    ...readRow(cellsColumn.read(cells), { plan, width, mode: row.mode }),
  }));
  const read = readings.filter((reading) => reading.kind === "parcel");
  const failed = readings.filter((reading) => reading.kind === "failed");
  const { created } = await takeParcels(trx, ctx, { rows: read, mode: row.mode });
  await deleteRowsOfImport(
    trx,
    identity,
    read.map(({ number }) => number),
  );
  for (const { number, problem } of failed) await keepProblem(trx, identity, { number, problem });
  return {
    done_until: waiting.at(-1)?.row_number ?? row.done_until,
    created_count: row.created_count + created,
    existing_count: row.existing_count + read.length - created,
    failed_count: row.failed_count + failed.length,
  };
}
