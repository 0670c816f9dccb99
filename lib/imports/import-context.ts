import type { Database } from "#lib/db/engine/database.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { ImportId, MerchantId, RandomBytes } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";

/** What changing an import takes. */
export interface ImportContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  jobs: Pick<JobQueue, "enqueue">;
}

/** What taking in its rows takes. */
export interface TakeContext extends ImportContext {
  vault: Pick<Vault, "seal" | "digest">;
}

/** One merchant's import, as a screen names it. */
export interface ImportInput {
  merchantId: MerchantId;
  id: string;
}

export const identityOf = ({ merchantId, id }: ImportInput) => ({ merchantId, id: id as ImportId });
