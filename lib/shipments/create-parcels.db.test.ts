import { expect, it } from "vitest";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { easypostTracker } from "#lib/testing/factories.ts";
import { checkNumber } from "./check-number.ts";
import { createParcels, type OrderToSave } from "./create-parcels.ts";
import { listOrders } from "./list-orders.ts";
import { NUMBER, openBooks, USPS } from "./news.testing.ts";

const OTHER = "9400100109361129278357";
const ORDER: OrderToSave = { externalId: "#1", customerEmail: "mia@shopper.example", items: [{ title: "Mug", quantity: 2 }] };

describeOnEveryEngine("parcels that somebody types", (open) => {
  async function openShop(slug = "fern") {
    const test = await open();
    const books = await openBooks(test, slug);
    const { caller } = books;
    const create = (numbers: string[], order: OrderToSave | null = null) =>
      createParcels(test, { caller, parcels: numbers.map((trackingNumber) => ({ trackingNumber, carrier: null })), order });
    const check = (trackingNumber: string, carrier = null as typeof USPS | null) => checkNumber(test, { caller, trackingNumber, carrier });
    const orders = async () => {
      const page = await listOrders(test, { caller, page: { limit: 9 } });
      return page.kind === "page" ? page.rows : [];
    };
    return { test, ...books, create, check, orders };
  }

  it("are registered, each with an answer of its own, and those that are there already are found", async () => {
    const { create, register } = await openShop();
    const known = await register(OTHER);
    const outcome = await create([NUMBER, OTHER, "9405 5118 9922 3197 4284 90", "12", "ABCD"]);
    expect(outcome).toMatchObject({
      kind: "taken",
      parcels: [
        { kind: "created", tracker: { tracker: { trackingNumber: NUMBER } } },
        { kind: "existing", tracker: { id: known.id } },
        { kind: "existing", tracker: { tracker: { trackingNumber: NUMBER } } },
        { kind: "number_malformed" },
        { kind: "carrier_undetected" },
      ],
    });
  });

  it("go into their order together, and a single one is told what is in it", async () => {
    const { create, orders } = await openShop();
    await create([NUMBER], ORDER);
    expect(await orders()).toMatchObject([
      {
        externalId: "#1",
        customerEmail: "mia@shopper.example",
        lineItems: [{ title: "Mug", quantity: 2 }],
        parcels: [{ trackingNumber: NUMBER, items: [{ title: "Mug", quantity: 2 }] }],
      },
    ]);
    await create([NUMBER, OTHER, NUMBER], { ...ORDER, items: [] });
    expect(await orders()).toMatchObject([{ parcels: [{ trackingNumber: OTHER }, { trackingNumber: NUMBER, items: [{ title: "Mug" }] }] }]);
  });

  it("are left alone where their order is refused", async () => {
    const { test, create, orders } = await openShop();
    expect(await create([NUMBER], { ...ORDER, customerEmail: "mia" })).toMatchObject({
      kind: "invalid",
      issues: [{ path: "customer_email" }],
    });
    expect(await create([NUMBER], { ...ORDER, externalId: "" })).toMatchObject({ kind: "invalid", issues: [{ path: "external_id" }] });
    expect(await create(["12"], ORDER)).toMatchObject({ kind: "taken" });
    expect([await orders(), await test.db.kysely.selectFrom("trackers").select("id").execute()]).toEqual([[], []]);
  });

  it("are looked at while they are typed", async () => {
    const { check, register, tell } = await openShop();
    const known = await register(OTHER);
    expect(await check(NUMBER.slice(0, 5))).toMatchObject({ kind: "carrier_needed" });
    expect(await check("9405511899223197428491")).toMatchObject({
      kind: "carrier_needed",
      candidates: [],
      nearMisses: [{ carrier: "usps", reason: expect.stringContaining("The last digit should be 0, not 1") }],
    });
    expect(await check("9405511899223197428491", USPS)).toMatchObject({
      kind: "ready",
      carrier: "usps",
      mistype: expect.stringContaining("0, not 1"),
    });
    expect(await check("!")).toEqual({ kind: "malformed" });
    expect(await check(NUMBER)).toEqual({
      kind: "ready",
      carrier: "usps",
      numberText: "9405 5118 9922 3197 4284 90",
      mistype: null,
      knownAs: null,
    });
    expect(await check(OTHER)).toMatchObject({ kind: "ready", knownAs: known.id });
    await tell(easypostTracker({ trackingCode: OTHER, status: "delivered" }));
    expect(await check(OTHER)).toMatchObject({ kind: "ready", knownAs: null });
  });

  it("are nobody else's", async () => {
    const mine = await openShop();
    await mine.register(NUMBER);
    const rival = await openBooks(mine.test, "night");
    expect(await checkNumber(mine.test, { caller: rival.caller, trackingNumber: NUMBER, carrier: null })).toMatchObject({ knownAs: null });
    const outcome = await createParcels(mine.test, {
      caller: rival.caller,
      parcels: [{ trackingNumber: NUMBER, carrier: null }],
      order: ORDER,
    });
    expect(outcome).toMatchObject({ parcels: [{ kind: "created" }] });
    expect(await mine.orders()).toEqual([]);
  });
});
