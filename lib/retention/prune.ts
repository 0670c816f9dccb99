import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import type { Config } from "#lib/config/config.ts";
import type { Database, Queryable } from "#lib/db/engine/database.ts";
import { deleteUnusedImages } from "#lib/db/queries/images.ts";
import { deleteOldImportRows } from "#lib/db/queries/import-rows.ts";
import { deleteOldImports } from "#lib/db/queries/imports.ts";
import { listMerchantRows } from "#lib/db/queries/merchants.ts";
import {
  deleteEndedSubscriptions,
  deleteOldAuditEntries,
  deleteOldEvents,
  deleteOldNotices,
  deleteOldPayloads,
  deleteOldRefusals,
  deleteSubscriptionsOfSilentParcels,
  deleteUnconfirmedSubscriptions,
} from "#lib/db/queries/retention.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import { type Clock, DAY_MS, type Instant, plusMs } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";

export interface PruneContext {
  db: Database;
  clock: Clock;
  config: Pick<Config, "retentionDays">;
  jobs: Pick<JobQueue, "enqueue">;
}

/** Small enough that nobody waits for it. */
const BATCH = 100;
/** Then another job goes on, so that a process can stop in between. */
const BATCHES_PER_JOB = 100;

/** An image that nothing shows may still be undone to. */
const UNUSED_IMAGE_DAYS = 30;

/** Who did what may matter longer than how parcels went. */
const AUDIT_DAYS = 365;

/** Shoppers' addresses outlive what they were given for by no more than that. */
const SUBSCRIPTION_DAYS = 90;
const UNCONFIRMED_DAYS = 7;

interface Batch {
  merchantId: MerchantId;
  now: Instant;
  /** Where the retention ends. */
  before: Instant;
  limit: number;
}

type Step = (trx: Queryable, batch: Batch) => Promise<number>;

/** What waits to be read is never among it. */
const STEPS: readonly Step[] = [
  (trx, batch) => deleteOldPayloads(trx, { ...batch, outcome: "ingested" }),
  (trx, batch) => deleteOldPayloads(trx, { ...batch, outcome: "ignored" }),
  (trx, batch) => deleteOldPayloads(trx, { ...batch, outcome: "invalid" }),
  (trx, batch) => deleteOldEvents(trx, { ...batch, mode: "production" }),
  (trx, batch) => deleteOldEvents(trx, { ...batch, mode: "test" }),
  deleteOldNotices,
  deleteOldImportRows,
  deleteOldImports,
  olderThan(AUDIT_DAYS, deleteOldAuditEntries),
  olderThan(UNCONFIRMED_DAYS, deleteUnconfirmedSubscriptions),
  olderThan(SUBSCRIPTION_DAYS, deleteEndedSubscriptions),
  olderThan(SUBSCRIPTION_DAYS, deleteSubscriptionsOfSilentParcels),
];

/** Of what is not kept as long as the retention says. */
function olderThan(days: number, step: Step): Step {
  return (trx, batch) => step(trx, { ...batch, before: plusMs(batch.now, -days * DAY_MS) });
}

/**
 * Deletes what is older than the retention: raw payloads, events and how they were delivered, what has been settled, files of parcels;
 * and what has an end of its own: images nobody sees, the audit log, shoppers' addresses that have served.
 */
export async function prune({ db, clock, config, jobs }: PruneContext): Promise<void> {
  const now = clock.now();
  const before = plusMs(now, -config.retentionDays * DAY_MS);
  const unusedSince = plusMs(now, -UNUSED_IMAGE_DAYS * DAY_MS);
  let fullBatches = 0;
  for (const { id: merchantId } of await listMerchantRows(db.kysely)) {
    await deleteOldRefusals(db.kysely, { merchantId, before });
    await db.kysely.transaction().execute((trx) => deleteUnusedImages(trx, { merchantId, before: unusedSince }));
    for (const step of STEPS) {
      while ((await db.kysely.transaction().execute((trx) => step(trx, { merchantId, now, before, limit: BATCH }))) === BATCH) {
        fullBatches += 1;
        if (fullBatches === BATCHES_PER_JOB) return jobs.enqueue(db.kysely, { task: "prune", payload: {}, key: "prune on" });
        await nextTurnOfTheLoop();
      }
    }
  }
}
