import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#lib/db/engine/open-database.ts";
import { type DatabasePlace, makeFolder } from "#lib/testing/database-places.ts";
import { createFakeClock } from "#lib/testing/fake-clock.ts";
import { createFixedRandom } from "#lib/testing/fixed-random.ts";
import { runDueJobs } from "#lib/testing/run-due-jobs.ts";
import { createJobQueue } from "./create-job-queue.ts";

let place: DatabasePlace;
beforeEach(async () => {
  place = await makeFolder();
});
afterEach(() => place.remove());

/** On PostgreSQL, graphile-worker's own timetable does this. */
describe("jobs that come round by themselves, on SQLite", () => {
  it("come once a turn however many processes run them, whether they fail or not", async () => {
    const context = {
      db: await openDatabase(place.settings),
      config: place.settings,
      clock: createFakeClock(),
      random: createFixedRandom(),
    };
    const queue = await createJobQueue(context);
    let rounds = 0;
    const find_due_trackers = async () => {
      rounds += 1;
      if (rounds === 1) throw new Error("on purpose");
    };
    for (const runner of [await queue.run({ find_due_trackers }), await queue.run({ find_due_trackers })]) await runner.stop();
    expect(await queue.count()).toEqual({ ready: 0, waiting: 1, dead: 0 });
    for (let minute = 1; minute <= 5; minute += 1) {
      expect(await runDueJobs(context, { find_due_trackers })).toBe(0);
      context.clock.advanceMinutes(1);
      expect(await runDueJobs(context, { find_due_trackers })).toBe(1);
    }
    context.clock.advanceMinutes(60);
    expect(await runDueJobs(context, { find_due_trackers })).toBe(1);
    expect(await queue.count()).toEqual({ ready: 0, waiting: 1, dead: 0 });
    await queue.close();
    await context.db.close();
  });
});
