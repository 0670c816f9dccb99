import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import type { Database, Queryable } from "#lib/db/engine/database.ts";
import {
  countPayloadsAbout,
  deleteOrders,
  findNextImport,
  listOrdersOf,
  listParcelsOf,
  listReceived,
  lockErasure,
  type ReceivedMark,
  updateErasure,
} from "#lib/db/queries/erasures.ts";
import { deleteRowsOfImport, listRowsOfImport } from "#lib/db/queries/import-rows.ts";
import { forgetPayloads } from "#lib/db/queries/payloads.ts";
import { deleteSubscriptionsOfAddresses } from "#lib/db/queries/subscriptions.ts";
import { blankSuppressionHints } from "#lib/db/queries/suppressions.ts";
import { lockEpochs } from "#lib/db/queries/trackers.ts";
import type { ErasureStep, ErasuresTable, TrackersTable } from "#lib/db/schema.ts";
import type { JobQueue, TaskPayloads } from "#lib/jobs/job-queue.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { ImportId, RandomBytes } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { deleteLockedTracker } from "./delete-tracker.ts";
import { openSought, type Sought, sealSought } from "./erasure.ts";
import { subscriptionDigests } from "./find-shopper.ts";
import { findTraces } from "./mentions.ts";
import { markNumber } from "./number-mark.ts";
import { queueErasure } from "./queue-erasure.ts";
import type { NewsContext } from "./record-event.ts";

export interface EraseContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  vault: Vault;
  jobs: Pick<JobQueue, "enqueue">;
}

/** Then another job goes on, so that a process can stop in between, and others have their turn. */
const BATCHES_PER_JOB = 50;
const PARCELS = 10;
const IMPORT_ROWS = 200;
const PAYLOADS = 50;
const SUBSCRIPTIONS = 100;
const ORDERS = 100;

/**
 * Takes everything of a shopper away, step by step: their parcels, rows of files that tell of them, all that was ever received and
 * names them, whoever else it names as well, what they wanted to be told of, and at last their orders. Wherever a process ends, the next one goes on.
 */
export async function eraseShopper(ctx: EraseContext, payload: TaskPayloads["erase_shopper"]): Promise<void> {
  for (let batch = 0; batch < BATCHES_PER_JOB; batch++) {
    if (!(await eraseBatch(ctx, payload))) return;
    await nextTurnOfTheLoop();
  }
  await queueErasure(ctx.db.kysely, ctx, payload);
}

/** Answers whether there is more to do. */
async function eraseBatch(ctx: EraseContext, { merchantId, erasureId }: TaskPayloads["erase_shopper"]): Promise<boolean> {
  const identity = { id: erasureId, merchantId };
  return ctx.db.kysely.transaction().execute(async (trx) => {
    const row = await lockErasure(trx, identity);
    if (!row || row.step === "done" || row.sought === null) return false;
    const now = ctx.clock.now();
    const { random, vault, jobs } = ctx;
    const changes = await STEPS[row.step](trx, { merchantId, now, random, vault, jobs }, { row, sought: openSought(ctx, row.sought) });
    const isDone = changes.step === "done";
    await updateErasure(trx, identity, { ...changes, updated_at: now, ...(isDone && { sought: null, ended_at: now }) });
    return !isDone;
  });
}

interface Erasure {
  row: ErasuresTable;
  sought: Sought;
}

type Batch = (trx: Queryable, ctx: NewsContext, erasure: Erasure) => Promise<Partial<ErasuresTable>>;

const STEPS: Readonly<Record<Exclude<ErasureStep, "done">, Batch>> = {
  parcels: eraseParcels,
  import_rows: eraseImportRows,
  payloads: erasePayloads,
  subscriptions: eraseSubscriptions,
  orders: eraseOrders,
};

const goOn = (step: ErasureStep) => ({ step, reached: null });

async function eraseParcels(trx: Queryable, ctx: NewsContext, { row, sought }: Erasure): Promise<Partial<ErasuresTable>> {
  const parcels = await listParcelsOf(trx, { merchantId: ctx.merchantId, key: sought.key }, PARCELS);
  const payloadCount = await countPayloadsAbout(
    trx,
    parcels.map(({ id }) => id),
  );
  // Everybody who locks several goes by their numbers, so that nobody waits in a ring.
  for (const parcel of parcels.toSorted((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1))) await eraseParcel(trx, ctx, parcel);
  const trackingNumbers = [...new Set([...sought.traces.trackingNumbers, ...parcels.map((parcel) => parcel.tracking_number)])];
  return {
    parcel_count: row.parcel_count + parcels.length,
    payload_count: row.payload_count + payloadCount,
    sought: sealSought(ctx, { ...sought, traces: { ...sought.traces, trackingNumbers } }),
    ...(parcels.length < PARCELS && goOn("import_rows")),
  };
}

type ParcelRow = Pick<TrackersTable, "id" | "mode" | "carrier" | "tracking_number">;

const addressOf = ({ carrier, tracking_number }: ParcelRow) => `${carrier} ${tracking_number}`;

/** With earlier parcels of its number that were deleted before numbers were marked. */
async function eraseParcel(trx: Queryable, ctx: NewsContext, { id, mode, carrier, tracking_number }: ParcelRow): Promise<void> {
  const identity = { merchantId: ctx.merchantId, mode, carrier, trackingNumber: tracking_number };
  const mark = markNumber(ctx, identity);
  for (const epoch of await lockEpochs(trx, { ...identity, mark })) {
    const isPlain = epoch.deleted_at !== null && epoch.tracking_number !== mark;
    if (epoch.id === id || isPlain) await deleteLockedTracker(trx, ctx, epoch);
  }
}

interface FileMark {
  id: ImportId;
  row: number;
  isDone: boolean;
}

/** Of a file that waits, or that could not be taken in. */
async function eraseImportRows(trx: Queryable, { merchantId }: NewsContext, { row, sought }: Erasure): Promise<Partial<ErasuresTable>> {
  const reached = row.reached === null ? null : (JSON.parse(row.reached) as FileMark);
  const file = await findNextImport(trx, { merchantId, from: reached });
  if (!file) return goOn("payloads");
  const identity = { id: file.id, merchantId };
  const after = reached?.id === file.id ? reached.row : 0;
  const rows = await listRowsOfImport(trx, identity, { after, limit: IMPORT_ROWS });
  const isTold = findTraces(sought.traces);
  const headers = JSON.parse(file.headers) as string[];
  const told = rows.filter(({ cells }) => isTold(nameCells(headers, JSON.parse(cells) as string[])));
  await deleteRowsOfImport(
    trx,
    identity,
    told.map((each) => each.row_number),
  );
  const mark: FileMark = { id: file.id, row: rows.at(-1)?.row_number ?? after, isDone: rows.length < IMPORT_ROWS };
  return { import_row_count: row.import_row_count + told.length, reached: JSON.stringify(mark) };
}

const nameCells = (headers: readonly string[], cells: readonly string[]) =>
  JSON.stringify(cells.map((cell, index) => ({ [headers[index] ?? ""]: cell })));

async function erasePayloads(trx: Queryable, { merchantId }: NewsContext, { row, sought }: Erasure): Promise<Partial<ErasuresTable>> {
  const after = row.reached === null ? null : (JSON.parse(row.reached) as ReceivedMark);
  const received = await listReceived(trx, { merchantId, after, limit: PAYLOADS });
  const isTold = findTraces(sought.traces);
  const told = received.filter(({ body, body_encoding, problem }) => isTold(textOf(body, body_encoding)) || isTold(problem ?? ""));
  await forgetPayloads(trx, { merchantId, ids: told.map(({ id }) => id) });
  const last = received.at(-1);
  return {
    payload_count: row.payload_count + told.length,
    ...(last && { reached: JSON.stringify({ receivedAt: last.received_at, id: last.id } satisfies ReceivedMark) }),
    ...(received.length < PAYLOADS && goOn("subscriptions")),
  };
}

const textOf = (body: string, encoding: "utf8" | "base64") => (encoding === "utf8" ? body : Buffer.from(body, "base64").toString("utf8"));

/** Of whatever parcels. That an address wants no mail stays known, by its digest. */
async function eraseSubscriptions(trx: Queryable, ctx: NewsContext, { sought }: Erasure): Promise<Partial<ErasuresTable>> {
  const { merchantId } = ctx;
  const addressDigests = subscriptionDigests(ctx, { merchantId, emails: sought.traces.emails });
  const addresses = { merchantId, channel: "email", addressDigests } as const;
  await blankSuppressionHints(trx, addresses);
  const count = await deleteSubscriptionsOfAddresses(trx, { ...addresses, limit: SUBSCRIPTIONS });
  return count < SUBSCRIPTIONS ? goOn("orders") : {};
}

async function eraseOrders(trx: Queryable, { merchantId }: NewsContext, { row, sought }: Erasure): Promise<Partial<ErasuresTable>> {
  const shopper = { merchantId, key: sought.key };
  if ((await listParcelsOf(trx, shopper, 1)).length > 0) return goOn("parcels");
  const orders = await listOrdersOf(trx, shopper, ORDERS);
  await deleteOrders(trx, { merchantId, ids: orders.map(({ id }) => id) });
  return { order_count: row.order_count + orders.length, ...(orders.length < ORDERS && goOn("done")) };
}
