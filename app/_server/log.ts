import type { LogLevel } from "#lib/config/config.ts";
import { LOG_LEVELS } from "#lib/config/settings.ts";

/** One line of JSON on standard output, for whatever collects logs. */
export function log(threshold: LogLevel, level: Exclude<LogLevel, "silent">, entry: Record<string, unknown>): void {
  if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(threshold)) return;
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, ...entry })}\n`);
}
