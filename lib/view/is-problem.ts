import type { Status } from "#lib/tracking/status.ts";
import { isActionRequired, type Substatus } from "#lib/tracking/substatus.ts";
import type { Scan } from "#lib/tracking/tracker.ts";

const BAD: ReadonlySet<Status> = new Set(["return_to_sender", "failure", "error"]);
const SETBACKS: ReadonlySet<Substatus> = new Set([
  "pickup_failed",
  "delayed",
  "delayed_beyond_carrier",
  "weather_delay",
  "missorted",
  "damaged_continuing",
  "held",
  "transit_exception",
  "held_by_customs",
  "incorrect_declaration",
]);

/** Whether this scan tells of a setback; once the parcel is back at the shop, nothing is left to go wrong. */
export function isProblem({ status, substatus }: Pick<Scan, "status" | "substatus">): boolean {
  if (substatus === "returned") return false;
  return BAD.has(status) || SETBACKS.has(substatus) || (isActionRequired(substatus) && status !== "available_for_pickup");
}
