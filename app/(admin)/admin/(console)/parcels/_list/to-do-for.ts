import { adviceFor } from "#lib/overview/advice.ts";
import { SUBSTATUSES } from "#lib/tracking/substatus.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";

/** What the shop should do about a parcel; null where nobody must act. */
export function toDoFor({ status, substatus }: Pick<Tracker, "status" | "substatus">): string | null {
  const { action } = SUBSTATUSES[substatus];
  return action && adviceFor({ kind: action.actor === "merchant" ? "shop" : "shopper", status, substatus });
}
