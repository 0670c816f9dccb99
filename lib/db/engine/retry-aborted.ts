import { setTimeout as pause } from "node:timers/promises";

/** PostgreSQL ended the transaction so that another can go on: nothing of it is left, and it can be done again. */
const ABORTED: readonly unknown[] = ["40P01", "40001"];
const MOST_TRIES = 5;
const PAUSE_MS = 20;

/** Does a transaction again where PostgreSQL has aborted it for the sake of others. */
export async function retryAborted<Result>(transact: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transact();
    } catch (error) {
      const isAborted = error instanceof Error && ABORTED.includes(Reflect.get(error, "code"));
      if (!isAborted || tries === MOST_TRIES) throw error;
      await pause(PAUSE_MS * tries);
    }
  }
}
