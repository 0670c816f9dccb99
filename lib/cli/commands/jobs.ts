import { readConfig } from "#lib/config/config.ts";
import type { DeadJob, JobQueue } from "#lib/jobs/job-queue.ts";
import { createRuntime } from "#lib/runtime/runtime.ts";
import type { Command, CommandArguments, Terminal } from "../command.ts";

/** More than anybody reads; the rest comes once these are gone. */
const LISTED = 200;

export const jobsCommand: Command = {
  usage: "jobs [--dead] | jobs replay <id…|all>",
  description: [
    "Counts the jobs: those due or running, those that wait for their time, and those that are dead, having failed too often.",
    "replay  Gives dead jobs another life; they are tried at once.",
  ].join("\n"),
  options: { dead: { type: "boolean", description: "List the dead jobs: id, task, attempts, and what went wrong." } },
  async run(args, terminal) {
    const act = chooseAction(args);
    if (typeof act === "string") {
      terminal.err(act);
      return 1;
    }
    const runtime = await createRuntime(readConfig(terminal.environment));
    try {
      return await act(runtime.jobs, terminal);
    } finally {
      await runtime.close();
    }
  },
};

type Act = (jobs: JobQueue, terminal: Terminal) => Promise<number>;

/** A sentence instead says what is wrong. */
function chooseAction({ positionals: [action, ...ids], options }: CommandArguments): Act | string {
  if (action === undefined) return options.dead === true ? listDead : count;
  if (action !== "replay") return `Jobs cannot be asked to ${JSON.stringify(action)}. Usage: waymark ${jobsCommand.usage}`;
  if (ids.length === 0) return "Which jobs? `waymark jobs --dead` lists the dead ones; give their ids, or all.";
  return (jobs, terminal) => replay(jobs, ids, terminal);
}

async function count(jobs: JobQueue, terminal: Terminal): Promise<number> {
  const { ready, waiting, dead } = await jobs.count();
  terminal.out(`ready ${ready}, waiting ${waiting}, dead ${dead}`);
  return 0;
}

async function listDead(jobs: JobQueue, terminal: Terminal): Promise<number> {
  const dead = await jobs.listDead(LISTED);
  if (dead.length === 0) terminal.out("No job is dead.");
  dead.map(describe).forEach(terminal.out);
  return 0;
}

function describe({ id, task, payload, attempts, lastError, createdAt }: DeadJob): string {
  return `${id} ${task} ${JSON.stringify(payload)}, made ${createdAt}, ${attempts} attempts: ${lastError ?? "its process ended each time"}`;
}

async function replay(jobs: JobQueue, ids: readonly string[], terminal: Terminal): Promise<number> {
  const all = ids.length === 1 && ids[0] === "all";
  const wanted = [...new Set(ids)];
  const replayed = await jobs.replayDead(all ? "all" : wanted);
  if (!all && replayed < wanted.length) {
    terminal.err(`${wanted.length - replayed} of these are no dead jobs; \`waymark jobs --dead\` lists those there are.`);
    return 1;
  }
  terminal.out(replayed === 1 ? "1 job is tried again." : `${replayed} jobs are tried again.`);
  return 0;
}
