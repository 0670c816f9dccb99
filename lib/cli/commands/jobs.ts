import type { DeadJob } from "#lib/jobs/job-queue.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { type Action, runAction } from "../action.ts";
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
  run: (args, terminal) => runAction(chooseAction(args), args, terminal),
};

/** A sentence instead says what is wrong. */
function chooseAction({ positionals: [action, ...ids], options }: CommandArguments): Action | string {
  if (action === undefined) return options.dead === true ? listDead : count;
  if (action !== "replay") return `Jobs cannot be asked to ${JSON.stringify(action)}. Usage: waymark ${jobsCommand.usage}`;
  if (ids.length === 0) return "Which jobs? `waymark jobs --dead` lists the dead ones; give their ids, or all.";
  return replay;
}

async function count({ jobs }: Runtime, _args: CommandArguments, terminal: Terminal): Promise<null> {
  const { ready, waiting, dead } = await jobs.count();
  terminal.out(`ready ${ready}, waiting ${waiting}, dead ${dead}`);
  return null;
}

async function listDead({ jobs }: Runtime, _args: CommandArguments, terminal: Terminal): Promise<null> {
  const dead = await jobs.listDead(LISTED);
  if (dead.length === 0) terminal.out("No job is dead.");
  dead.map(describe).forEach(terminal.out);
  return null;
}

function describe({ id, task, payload, attempts, lastError, createdAt }: DeadJob): string {
  return `${id} ${task} ${JSON.stringify(payload)}, made ${createdAt}, ${attempts} attempts: ${lastError ?? "its process ended each time"}`;
}

async function replay({ jobs }: Runtime, { positionals: [, ...ids] }: CommandArguments, terminal: Terminal): Promise<string | null> {
  const all = ids.length === 1 && ids[0] === "all";
  const wanted = [...new Set(ids)];
  const replayed = await jobs.replayDead(all ? "all" : wanted);
  if (!all && replayed < wanted.length) {
    return `${wanted.length - replayed} of these are no dead jobs; \`waymark jobs --dead\` lists those there are.`;
  }
  terminal.out(replayed === 1 ? "1 job is tried again." : `${replayed} jobs are tried again.`);
  return null;
}
