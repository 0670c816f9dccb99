import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";
import type { NewsContext } from "./record-event.ts";

/** What reading a tracker takes: its links are absolute. */
export interface ReadContext {
  db: Database;
  config: Pick<Config, "publicOrigin">;
}

/** What reading an order takes: its shopper's address is sealed. */
export interface OrderReadContext extends ReadContext {
  vault: Pick<Vault, "open">;
}

export interface WriteContext extends ReadContext {
  clock: Clock;
  random: RandomBytes;
  vault: Pick<Vault, "seal" | "digest">;
  jobs: Pick<JobQueue, "enqueue">;
}

export function newsContextOf({ clock, random, vault, jobs }: WriteContext, { merchantId }: Books): NewsContext {
  return { merchantId, now: clock.now(), random, vault, jobs };
}
