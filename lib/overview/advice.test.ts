import { expect, it } from "vitest";
import { STATUSES } from "#lib/tracking/status.ts";
import { SUBSTATUSES, type Substatus } from "#lib/tracking/substatus.ts";
import { urgencyOf } from "#lib/tracking/urgency.ts";
import { adviceFor } from "./advice.ts";

const URGENT = (Object.keys(SUBSTATUSES) as Substatus[]).filter((substatus) => urgencyOf(substatus) > 0);

it.each(URGENT)("a parcel that is %s comes with something to do", (substatus) => {
  const kind = urgencyOf(substatus) === 2 ? "shop" : "shopper";
  expect(adviceFor({ kind, substatus, status: SUBSTATUSES[substatus].status })).toMatch(/^[A-Z].*\.$/);
});

it("a parcel that the shop must save is not left to the shopper", () => {
  expect(adviceFor({ kind: "shop", substatus: "prohibited", status: "failure" })).not.toMatch(/shopper/);
});

it.each(STATUSES)("a parcel that was %s when it fell silent comes with something to do", (status) => {
  expect(adviceFor({ kind: "silent", substatus: "in_transit", status })).toMatch(/^[A-Z].*\.$/);
});
