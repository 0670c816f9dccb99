import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** What a client's call came to: what it returned, or what it threw, as JSON can tell it. */
// biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of it
export type Seen = Record<string, any>;

/**
 * Runs `<name>.scenario.mjs` in a process of its own, for vendors' clients change globals such as `fetch`.
 * It gets its input as JSON in its first argument, and prints what it saw as JSON.
 */
export async function runScenario(name: string, input: Record<string, string>): Promise<Seen> {
  const file = join(import.meta.dirname, `${name}.scenario.mjs`);
  const { stdout } = await promisify(execFile)(process.execPath, [file, JSON.stringify(input)], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout);
}
