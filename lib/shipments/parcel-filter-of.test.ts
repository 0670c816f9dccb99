import { expect, it } from "vitest";
import type { Instant } from "#lib/shared/clock.ts";
import { readParcelsWish } from "#lib/view/console-parcels-address.ts";
import { parcelFilterOf } from "./parcel-filter-of.ts";

const NOW = "2026-03-10T12:00:00Z" as Instant;
const filter = (params: Record<string, string>) => parcelFilterOf(readParcelsWish(params), NOW);

it("a list narrows down to what its address asks for, counted back from now", () => {
  expect(filter({})).toEqual({});
  expect(filter({ status: "failure", carrier: "ups", needs: "shopper", age: "7", silent: "3" })).toEqual({
    status: "failure",
    carrier: "ups",
    actor: "recipient",
    registeredFrom: "2026-03-03T12:00:00Z",
    silentSince: "2026-03-07T12:00:00Z",
  });
  expect([filter({ source: "push" }), filter({ source: "nobody" }), filter({ source: "src_1" })]).toEqual([
    { toldBy: "push" },
    { toldBy: null },
    { sourceId: "src_1" },
  ]);
});
