import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";
import type { Queryable, SharedTransaction } from "./database.ts";

const AT_MOST = 100;

interface Waiting {
  work(trx: Queryable): Promise<unknown>;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/**
 * Lets those who want to write at the same moment share one transaction, and so one wait for the disk, which is nearly all that
 * a small write costs. When one of them fails, each is done again by itself.
 */
export function createSharedTransaction(kysely: Kysely<Schema>): SharedTransaction {
  let waiting: Waiting[] = [];
  let isRunning = false;

  async function commitWaiting(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      // SQLite stalls the loop while it writes: let those who came meanwhile get here.
      await nextTurnOfTheLoop();
      const together = waiting.slice(0, AT_MOST);
      waiting = waiting.slice(AT_MOST);
      await commit(kysely, together).catch(() => commitOneByOne(kysely, together));
    }
    isRunning = false;
  }

  return <Result>(work: (trx: Queryable) => Promise<Result>) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      if (!isRunning) void commitWaiting();
    });
}

async function commit(kysely: Kysely<Schema>, together: readonly Waiting[]): Promise<void> {
  const results: unknown[] = [];
  await kysely.transaction().execute(async (trx) => {
    for (const { work } of together) results.push(await work(trx));
  });
  for (const [index, { resolve }] of together.entries()) resolve(results[index]);
}

async function commitOneByOne(kysely: Kysely<Schema>, together: readonly Waiting[]): Promise<void> {
  for (const { work, resolve, reject } of together) await kysely.transaction().execute(work).then(resolve, reject);
}
