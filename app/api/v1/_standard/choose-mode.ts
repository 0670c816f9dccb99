import type { ApiAnswer, ApiCall } from "#app/_server/api/dialect.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { problemAnswer } from "./problem-answer.ts";

/** A test key manages what belongs to tests. Null where the call may go on. */
export function refuseTestKey(call: ApiCall, what: string): ApiAnswer | null {
  if (call.caller.mode === "production") return null;
  return problemAnswer(call, "mode_forbidden", `This takes a production key: a test key cannot manage ${what}.`);
}

/** As `refuseTestKey`, where only the production mode asked for would be too much. */
export function refuseForeignMode(call: ApiCall, asked: Mode | undefined, what: string): ApiAnswer | null {
  return asked === "production" ? refuseTestKey(call, what) : null;
}

/** The modes that a key manages: a test key its own, a production key both, or the one it asks for. */
export function managedMode({ caller }: ApiCall, asked?: Mode): { mode?: Mode } {
  const mode = asked ?? (caller.mode === "test" ? "test" : undefined);
  return mode === undefined ? {} : { mode };
}
