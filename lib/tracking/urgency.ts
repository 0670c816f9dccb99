import { SUBSTATUSES, type Substatus } from "./substatus.ts";

const BY_ACTOR: Readonly<Record<string, number>> = { merchant: 2, recipient: 1 };

/** How soon somebody must act: 2 where it is the merchant, 1 where the recipient must, 0 where the carrier or nobody must. */
export function urgencyOf(substatus: Substatus): number {
  return BY_ACTOR[SUBSTATUSES[substatus].action?.actor ?? ""] ?? 0;
}
