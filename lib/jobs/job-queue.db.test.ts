import { expect, it } from "vitest";
import { formatInstant, systemClock } from "#lib/shared/clock.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { runDueJobs } from "#lib/testing/run-due-jobs.ts";
import { createJobQueue } from "./create-job-queue.ts";

const PAYLOAD = { merchantId: "mrc_1", trackerId: "trk_1" } as const;

describeOnEveryEngine("jobs", (open) => {
  it("run once", async () => {
    const test = await open();
    await test.jobs.enqueue(test.db.kysely, { task: "check_tracker", payload: PAYLOAD });
    const seen: unknown[] = [];
    const handlers = { check_tracker: async (payload: unknown) => void seen.push(payload) };
    expect(await runDueJobs(test, handlers)).toBe(1);
    expect(await runDueJobs(test, handlers)).toBe(0);
    expect(seen).toEqual([PAYLOAD]);
  });
  it("run by themselves", async () => {
    const test = await open();
    const queue = await createJobQueue({ ...test, clock: systemClock });
    const seen: unknown[] = [];
    const runner = await queue.run({ check_tracker: async (payload: unknown) => void seen.push(payload) });
    const t = Date.now();
    await test.db.kysely.transaction().execute((trx) => queue.enqueue(trx, { task: "check_tracker", payload: PAYLOAD }));
    await expect.poll(() => seen, { interval: 1 }).toEqual([PAYLOAD]);
    console.info(Date.now() - t);
    await runner.stop();
    expect(await queue.count()).toEqual({ ready: 0, waiting: 0, dead: 0 });
  });
});
