import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { AppError } from "#lib/shared/errors.ts";
import type { Command, Terminal } from "./command.ts";
import { COMMANDS } from "./commands.ts";

const processTerminal: Terminal = {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  readInput: () => text(process.stdin),
  environment: process.env,
};

/** Runs the command that the arguments name; answers the exit code. */
export async function main(args: readonly string[], terminal: Terminal = processTerminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h") {
    terminal.out(listCommands());
    return 0;
  }
  const row = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!row) {
    terminal.err(`There is no command "${name}".\n\n${listCommands()}`);
    return 1;
  }
  try {
    return await runCommand(await row.load(), rest, terminal);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    terminal.err(error.message);
    return 1;
  }
}

async function runCommand(command: Command, args: readonly string[], terminal: Terminal): Promise<number> {
  const parsed = parseCommandLine(command, args);
  if ("problem" in parsed) {
    terminal.err(`${parsed.problem}\n\n${describeCommand(command)}`);
    return 1;
  }
  if (parsed.options.help) {
    terminal.out(describeCommand(command));
    return 0;
  }
  return command.run(parsed, terminal);
}

function parseCommandLine(command: Command, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command.options, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
    return { positionals, options: values as Record<string, string | boolean | undefined> };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function listCommands(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return ["Usage: waymark <command> [options]", "", ...rows, "", "waymark <command> --help tells more."].join("\n");
}

function describeCommand({ usage, description, options }: Command): string {
  const rows = Object.entries({ ...options, help: { type: "boolean", description: "Show this." } }).map(
    ([name, option]) => [`--${name}${option.type === "string" ? " <text>" : ""}`, option.description] as const,
  );
  const width = Math.max(...rows.map(([flag]) => flag.length));
  return [`Usage: waymark ${usage}`, "", description, "", ...rows.map(([flag, text]) => `  ${flag.padEnd(width)}  ${text}`)].join("\n");
}
