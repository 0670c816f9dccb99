import { AppError } from "#lib/shared/errors.ts";

/** Only these have words of the engine's own; others may quote an address, a body or a key. */
const SPEAKS_OF_CODE: readonly unknown[] = [TypeError, ReferenceError, RangeError];
const FRAMES = 3;

/** What went wrong, and where in the code, without a word of the data it went wrong with. */
export function describeFailure(error: unknown): string {
  if (error instanceof AppError) return `${error.code}: ${error.message}`;
  if (!(error instanceof Error)) return `something that is no error was thrown (${typeof error})`;
  const code = Reflect.get(error, "code");
  const what = SPEAKS_OF_CODE.includes(error.constructor) ? `${error.name}: ${error.message}` : error.name;
  return [typeof code === "string" ? `${what} (${code})` : what, ...readFrames(error)].join(" < ");
}

/** `deliverEvent deliver-event.ts:31`: folders say where the machine keeps things, which is nobody's business. */
function readFrames({ stack = "" }: Error): string[] {
  const frames = stack.matchAll(/^ {4}at (?:(?:async )?([^\s(]+) \()?[^\n]*?([^/\\\n]+:\d+):\d+\)?$/gm);
  return [...frames].slice(0, FRAMES).map(([, name, place]) => (name ? `${name} ${place}` : `${place}`));
}
