import type { LogLevel } from "#lib/config/config.ts";
import { LOG_LEVELS } from "#lib/config/settings.ts";

/** One line of JSON on standard output, for whatever collects logs. An `error` in it is written with its stack. */
export function log(threshold: LogLevel, level: Exclude<LogLevel, "silent">, { error, ...entry }: Record<string, unknown>): void {
  if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(threshold)) return;
  const line = { time: new Date().toISOString(), level, ...entry, ...(error !== undefined && { error: traceOf(error) }) };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
