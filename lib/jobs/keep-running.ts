import { setTimeout as pause } from "node:timers/promises";
import type { JobRunner } from "./job-queue.ts";

interface Stoppable {
  stop(): Promise<void>;
  /** Settles when it has ended, of its own accord or because it was stopped. */
  promise: Promise<void>;
}

const PAUSE_MS = 1_000;
/** What graphile-worker sets as it ends by itself, lest a supervisor start the same release again. */
const EXIT_CODE_OF_A_FOREIGN_MIGRATION = 57;

/**
 * Starts something again whenever it ends by itself, as a runner does when it cannot reach the database for long, or is
 * told of a migration, which may be that of another schema. Throws if the very first start fails.
 */
export async function keepRunning(start: () => Promise<Stoppable>): Promise<JobRunner> {
  const stopping = new AbortController();
  let current: Stoppable | null = await start();

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await current?.promise.catch(() => undefined);
      if (stopping.signal.aborted) return;
      current = await start().catch(() => null);
      if (current && process.exitCode === EXIT_CODE_OF_A_FOREIGN_MIGRATION) process.exitCode = undefined;
      if (!current) await pause(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    // Stopped in the midst of a start.
    await current?.stop().catch(() => undefined);
  }

  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      await current?.stop().catch(() => undefined);
      await watching;
    },
  };
}
