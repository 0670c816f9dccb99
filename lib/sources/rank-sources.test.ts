import { describe, expect, it } from "vitest";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { SourceId } from "#lib/shared/ids.ts";
import type { ProviderName } from "#lib/tracking/snapshot.ts";
import { canAsk, rankSources, type SourceToRank } from "./rank-sources.ts";

const source = (provider: ProviderName, name: string = provider): SourceToRank => ({ id: `src_${name}` as SourceId, provider });
const namesOf = (sources: readonly SourceToRank[], carrier: string, ...tellers: ProviderName[]) =>
  rankSources(sources, { carrier: carrier as CarrierSlug, tellers: new Set(tellers) }).map(({ id }) => id.slice(4));

describe("of a merchant's sources", () => {
  it("the oldest is asked first, where nothing else speaks for another", () => {
    expect(namesOf([source("shippo"), source("easypost")], "usps")).toEqual(["shippo", "easypost"]);
  });

  it("one that asks something of the merchant comes last", () => {
    expect(namesOf([source("shippo"), source("easypost")], "canada_post")).toEqual(["easypost", "shippo"]);
    expect(namesOf([source("shipengine"), source("shippo")], "usps")).toEqual(["shippo", "shipengine"]);
  });

  it("one that tells of the parcel already comes first, whatever it asks", () => {
    expect(namesOf([source("easypost"), source("shipengine")], "usps", "shipengine")).toEqual(["shipengine", "easypost"]);
  });

  it("those without a code for the carrier are not asked", () => {
    expect(namesOf([source("shippo"), source("easypost")], "gophr")).toEqual(["shippo"]);
  });

  it("those without an API are not asked", () => {
    expect(namesOf([source("shipment_notify")], "usps")).toEqual([]);
    expect(canAsk("push", "usps" as CarrierSlug)).toBe(false);
  });

  it("each comes with what the merchant should know", () => {
    const [restricted] = rankSources([source("shippo")], { carrier: "canada_post" as CarrierSlug, tellers: new Set() });
    expect(restricted?.restriction).toBe("Shippo follows Canada Post parcels only where the label was bought through Shippo.");
  });
});
