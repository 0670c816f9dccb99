import { randomBytes } from "node:crypto";
import { createSignIn } from "#lib/accounts/create-sign-in.ts";
import type { SignIn } from "#lib/accounts/sign-in.ts";
import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { migrate } from "#lib/db/engine/migrate.ts";
import { openDatabase } from "#lib/db/engine/open-database.ts";
import { ensureDemoMerchants } from "#lib/demo/ensure-demo-merchants.ts";
import { createDns } from "#lib/dns/create-dns.ts";
import type { Dns } from "#lib/dns/dns.ts";
import { createHttpClient } from "#lib/http/create-http-client.ts";
import type { HttpClient } from "#lib/http/http-client.ts";
import { createJobQueue } from "#lib/jobs/create-job-queue.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import { ensureDefaultMerchant } from "#lib/merchants/ensure-default-merchant.ts";
import { createPublishedKeys, type PublishedKeys } from "#lib/providers/published-keys.ts";
import { type Clock, systemClock } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { createVault } from "#lib/vault/create-vault.ts";
import type { Vault } from "#lib/vault/vault.ts";

/** What one process needs to run any verb; every verb takes it as its context. */
export interface Runtime {
  config: Config;
  db: Database;
  clock: Clock;
  random: RandomBytes;
  jobs: JobQueue;
  vault: Vault;
  http: HttpClient;
  dns: Dns;
  publishedKeys: PublishedKeys;
  signIn: SignIn;
  /** Lets the jobs that run here end first. */
  close(): Promise<void>;
}

/** Opens the database and brings it up to date; close it, or the process will not end. */
export async function createRuntime(config: Config, overrides: Partial<Pick<Runtime, "clock" | "random">> = {}): Promise<Runtime> {
  const db = await openDatabase(config);
  const closing: (() => Promise<void>)[] = [() => db.close()];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const base = { config, db, clock: systemClock, random: randomBytes, ...overrides };
    await migrate(base);
    await (config.demo ? ensureDemoMerchants(base) : ensureDefaultMerchant(base));
    const vault = await createVault(base);
    const http = createHttpClient(config);
    closing.push(() => http.close());
    const jobs = await createJobQueue(base);
    closing.push(() => jobs.close());
    const publishedKeys = createPublishedKeys({ ...base, http });
    const dns = createDns(config);
    return { ...base, jobs, vault, http, dns, publishedKeys, signIn: createSignIn({ ...base, vault }), close };
  } catch (error) {
    await close();
    throw error;
  }
}
