import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { createGraphileQueue } from "./graphile-queue.ts";
import type { JobQueue } from "./job-queue.ts";
import { createSqliteQueue } from "./sqlite-queue.ts";

export interface JobQueueContext {
  db: Database;
  config: Pick<Config, "databaseUrl">;
  clock: Clock;
  random: RandomBytes;
}

/** The queue that goes with the database, in the very same database: only there a job can be part of a transaction. */
export async function createJobQueue(context: JobQueueContext): Promise<JobQueue> {
  const { databaseUrl } = context.config;
  return databaseUrl === null ? createSqliteQueue(context) : createGraphileQueue(context, databaseUrl);
}
