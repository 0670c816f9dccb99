import type { Status } from "./status.ts";
import type { Substatus } from "./substatus.ts";

/**
 * When no further news is expected. What is not listed can go on: a return on its way, a failure by weather or address
 * (carriers resume or send back), an error, a parcel to be picked up, a vendor that stopped looking.
 */
const FINAL: Partial<Record<Status, { only: readonly Substatus[] } | { except: readonly Substatus[] }>> = {
  delivered: { except: ["delivered_in_part"] },
  cancelled: { except: [] },
  return_to_sender: { only: ["returned"] },
  failure: { only: ["lost", "disposed"] },
};

export function isFinal(status: Status, substatus: Substatus): boolean {
  const rule = FINAL[status];
  if (rule === undefined) return false;
  return "only" in rule ? rule.only.includes(substatus) : !rule.except.includes(substatus);
}
