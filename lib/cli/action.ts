import { readConfig } from "#lib/config/config.ts";
import { createRuntime, type Runtime } from "#lib/runtime/runtime.ts";
import type { CommandArguments, Terminal } from "./command.ts";

/** One of the things a command can do. A sentence is what is wrong; null is all well. */
export type Action = (runtime: Runtime, args: CommandArguments, terminal: Terminal) => Promise<string | null>;

/** The action that the first word names. */
export function findAction(actions: Readonly<Record<string, Action>>, { positionals: [word = ""] }: CommandArguments): Action | null {
  return (Object.hasOwn(actions, word) && actions[word]) || null;
}

/** Does it with a runtime of its own, and answers the exit code. A sentence instead of an action is said without opening anything. */
export async function runAction(action: Action | string, args: CommandArguments, terminal: Terminal): Promise<number> {
  if (typeof action === "string") return end(action, terminal);
  const runtime = await createRuntime(readConfig(terminal.environment));
  try {
    return end(await action(runtime, args, terminal), terminal);
  } finally {
    await runtime.close();
  }
}

function end(problem: string | null, terminal: Terminal): number {
  if (problem !== null) terminal.err(problem);
  return problem === null ? 0 : 1;
}
