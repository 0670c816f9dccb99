import { describe, expect, it } from "vitest";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { stillToShip } from "./order-view.ts";
import { sampleView } from "./sample-input.ts";

describe("the order on the private page", () => {
  const line = (orderItemId: string, title: string, quantity: number) => ({ orderItemId, title, sku: null, quantity });
  const parcel = (trackingNumber: string, isCurrent: boolean, items: ReturnType<typeof line>[]) => ({
    carrier: "usps" as CarrierSlug,
    trackingNumber,
    key: `key-${trackingNumber}`,
    status: "in_transit" as const,
    items,
    primary: isCurrent,
    isCurrent,
  });
  const order = {
    externalId: "28002-A",
    lineItems: [line("1", "Notebook", 3), line("2", "Pen", 2), line("3", "Card", 1)],
    parcels: [parcel("AAA1", true, [line("1", "Notebook", 2)]), parcel("BBB2", false, [line("1", "Notebook", 1), line("2", "Pen", 1)])],
  };
  const shown = sampleView({ viewer: { tier: "private", key: "key-AAA1", langIsChosen: true }, rest: { order } });

  it("counts the parcels and lists what is in this one", () => {
    expect(shown.kicker).toBe("Order 28002-A · parcel 1 of 2");
    expect(shown.order?.items).toEqual([{ title: "Notebook", quantity: "Quantity 2" }]);
  });

  it("links to the other parcels with their own keys", () => {
    expect(shown.order?.parcels.map(({ label, statusText, href }) => [label, statusText, href])).toEqual([
      ["Parcel 1 of 2", "On its way", "/usps/AAA1?key=key-AAA1&lang=en"],
      ["Parcel 2 of 2", "On its way", "/usps/BBB2?key=key-BBB2&lang=en"],
    ]);
  });

  it("says what no parcel holds yet, by quantity", () => {
    expect(stillToShip(order).map(({ title, quantity }) => [title, quantity])).toEqual([
      ["Pen", 1],
      ["Card", 1],
    ]);
  });

  it("is not there for strangers", () => {
    expect(sampleView({ rest: { order } })).toMatchObject({ order: null, kicker: null });
  });
});
