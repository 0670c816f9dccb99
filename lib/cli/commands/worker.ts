import { readConfig } from "#lib/config/config.ts";
import type { JobFailure } from "#lib/jobs/job-queue.ts";
import { createRuntime } from "#lib/runtime/runtime.ts";
import { startJobs } from "#lib/runtime/start-jobs.ts";
import type { Command } from "../command.ts";
import { untilToldToStop } from "../until-told-to-stop.ts";

const NOT_ON_SQLITE =
  "The embedded database is read and written by the web process, which does its jobs as well: run npm start. To do them apart from it, set DATABASE_URL to a PostgreSQL.";

export const workerCommand: Command = {
  usage: "worker",
  description: [
    "Reads payloads, asks for news, tells endpoints and deletes what is old, apart from the web process, until stopped.",
    "For PostgreSQL; any number of workers share the work. Set RUN_JOBS=off for web processes that should not help them.",
    "Each job that fails is one line of JSON.",
  ].join("\n"),
  options: {},
  async run(_args, terminal) {
    const config = readConfig(terminal.environment);
    if (config.databaseUrl === null) {
      terminal.err(NOT_ON_SQLITE);
      return 1;
    }
    const stopped = untilToldToStop();
    const runtime = await createRuntime(config);
    try {
      await startJobs(runtime, (failure) => terminal.out(describeFailedJob(failure)));
      terminal.out("Waymark's worker is ready.");
      await stopped;
      return 0;
    } finally {
      await runtime.close();
    }
  },
};

function describeFailedJob({ isDead, ...failure }: JobFailure): string {
  const what = isDead ? { level: "error", message: "job died" } : { level: "warn", message: "job failed" };
  return JSON.stringify({ time: new Date().toISOString(), ...what, ...failure });
}
