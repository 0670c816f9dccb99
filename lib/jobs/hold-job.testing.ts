/** A process that takes a job and never ends it, for tests that kill it: `node hold-job.testing.ts <settings as JSON>`. */
import { randomBytes } from "node:crypto";
import { openDatabase } from "#lib/db/engine/open-database.ts";
import { systemClock } from "#lib/shared/clock.ts";
import { createJobQueue } from "./create-job-queue.ts";

const config = JSON.parse(process.argv[2] ?? "{}");
const queue = await createJobQueue({ db: await openDatabase(config), config, clock: systemClock, random: randomBytes });
await queue.run({
  check_tracker: () => {
    process.stdout.write("taken\n");
    return new Promise(() => undefined);
  },
});
