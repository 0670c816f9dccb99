import { randomBytes } from "node:crypto";
import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { migrate } from "#lib/db/engine/migrate.ts";
import { openDatabase } from "#lib/db/engine/open-database.ts";
import { ensureDemoMerchants } from "#lib/demo/ensure-demo-merchants.ts";
import { ensureDefaultMerchant } from "#lib/merchants/ensure-default-merchant.ts";
import { type Clock, systemClock } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";

/** What one process needs to run any verb; every verb takes it as its context. */
export interface Runtime {
  config: Config;
  db: Database;
  clock: Clock;
  random: RandomBytes;
  close(): Promise<void>;
}

/** Opens the database and brings it up to date; close it, or the process will not end. */
export async function createRuntime(config: Config, overrides: Partial<Pick<Runtime, "clock" | "random">> = {}): Promise<Runtime> {
  const db = await openDatabase(config);
  const runtime: Runtime = { config, db, clock: systemClock, random: randomBytes, ...overrides, close: () => db.close() };
  try {
    await migrate(runtime);
    await (config.demo ? ensureDemoMerchants(runtime) : ensureDefaultMerchant(runtime));
    return runtime;
  } catch (error) {
    await db.close();
    throw error;
  }
}
