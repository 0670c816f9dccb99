import type { ParseArgsOptionsConfig } from "node:util";
import type { Environment } from "#lib/config/config.ts";

/** What a command sees of the world, so that a test can be the world. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Standard input, to its end; absent where there is none. */
  readInput?(): Promise<string>;
  environment: Environment;
}

export interface CommandArguments {
  positionals: readonly string[];
  /** Options by name; those not given are absent. */
  options: Readonly<Record<string, string | boolean | undefined>>;
}

export interface Command {
  /** After `waymark`: `ingest <provider> <file.json>`. */
  usage: string;
  /** What it does, for `--help`. */
  description: string;
  options: Readonly<Record<string, ParseArgsOptionsConfig[string] & { description: string }>>;
  /** Answers the exit code. */
  run(args: CommandArguments, terminal: Terminal): Promise<number>;
}
