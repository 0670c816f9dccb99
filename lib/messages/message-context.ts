import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import type { HttpClient } from "#lib/http/http-client.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";

export interface MessageContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  vault: Vault;
  http: HttpClient;
  jobs: Pick<JobQueue, "enqueue">;
  config: Pick<Config, "publicOrigin" | "smtpUrl" | "mailFrom" | "twilioUrl">;
}
