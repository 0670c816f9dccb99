import { expect, it } from "vitest";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, shipmentNotify } from "#lib/testing/factories.ts";
import { emailDigest } from "./customer-email.ts";
import { listOrders } from "./list-orders.ts";
import { loadTrackingPage } from "./load-tracking-page.ts";
import { NUMBER, openBooks, USPS } from "./news.testing.ts";
import { saveOrder } from "./save-order.ts";

const told = (hour: number, email?: string) =>
  shipmentNotify({
    uuid: `${hour} ${email}`,
    orderId: "1",
    timestamp: `2026-03-01T0${hour}:00:00Z`,
    parcels: [{ number: NUMBER, items: {} }],
    ...(email !== undefined && { email }),
  });

describeOnEveryEngine("a shopper's e-mail address", (open) => {
  async function openShop(test: TestDatabase, slug = "fern") {
    const books = await openBooks(test, slug);
    const { caller } = books;
    const save = async (customer_email?: string | null) => {
      const order = {
        external_id: "1",
        parcels: [{ carrier: "usps", tracking_number: NUMBER }],
        ...(customer_email !== undefined && { customer_email }),
      };
      return (await saveOrder(test, { caller, order })).kind;
    };
    const orders = async () => {
      const page = await listOrders(test, { caller, page: { limit: 9 } });
      return page.kind === "page" ? page.rows : [];
    };
    const emails = async () => (await orders()).map(({ customerEmail }) => customerEmail);
    const rows = () => test.db.kysely.selectFrom("orders").selectAll().where("merchant_id", "=", caller.merchantId).execute();
    return { ...books, save, orders, emails, rows };
  }

  it("is kept with the order, sealed, and found however it is typed", async () => {
    const test = await open();
    const { save, emails, rows } = await openShop(test);
    expect(await save(" Mia@Shopper.example ")).toBe("saved");
    expect(await emails()).toEqual(["Mia@Shopper.example"]);
    const [row] = await rows();
    expect(JSON.stringify(row)).not.toMatch(/shopper/i);
    expect(row?.customer_email_digest).toBe(emailDigest(test, "mia@shopper.EXAMPLE\n"));
  });

  it("stays as it is when it is saved again, or left out, and gives way to another", async () => {
    const test = await open();
    const { save, emails, rows } = await openShop(test);
    await save("mia@shopper.example");
    const before = await rows();
    test.clock.advanceMinutes(5);
    for (const again of ["MIA@shopper.example", undefined, null]) await save(again);
    expect(await rows()).toEqual(before);
    await save("noor@shopper.example");
    expect(await emails()).toEqual(["noor@shopper.example"]);
  });

  it.each([
    "",
    "mia",
    "mia@shopper",
    "mia@@shopper.example",
    "Mia <mia@shopper.example>",
    "a@b.example, c@d.example",
    `${"m".repeat(250)}@b.example`,
  ])("is refused where it is none: %j", async (email) => {
    const { save, rows } = await openShop(await open());
    expect(await save(email)).toBe("invalid");
    expect(await rows()).toEqual([]);
  });

  it("is the latest that the order platform told, in whatever order its news comes, and silence takes none away", async () => {
    const test = await open();
    const stories = [told(1, "first@shopper.example"), told(2, "second@shopper.example"), told(3), told(3, "at-once@shopper.example")];
    const endings = await Promise.all(
      permutations(stories).map(async (shuffled, index) => {
        const { tell, emails } = await openShop(test, `shop-${index}`);
        for (const story of shuffled) await tell(story, "shipment_notify");
        return emails();
      }),
    );
    expect(endings).toHaveLength(24);
    expect(new Set(endings.flat())).toEqual(new Set(["at-once@shopper.example"]));
  });

  it("is the shop's own word over what the platform told before", async () => {
    const { tell, save, emails } = await openShop(await open());
    await tell(told(1, "old@shopper.example"), "shipment_notify");
    await save("mia@shopper.example");
    await tell(told(2, "old@shopper.example"), "shipment_notify");
    expect(await emails()).toEqual(["mia@shopper.example"]);
  });

  it("is on neither page of the parcel, nor in what is told of it", async () => {
    const test = await open();
    const { caller, tell, save, events } = await openShop(test);
    await save("mia@shopper.example");
    await tell(told(2, "mia@shopper.example"), "shipment_notify");
    const { tracker } = (await events())[0] ?? {};
    const key = new URL(tracker?.publicUrl ?? "").searchParams.get("key");
    const page = (someKey: string | null) =>
      loadTrackingPage(test, { merchantId: caller.merchantId, carrier: USPS, trackingNumber: NUMBER, key: someKey });
    expect(await page(key)).toMatchObject({ tier: "private", order: { externalId: "1" } });
    const rows = await test.db.kysely.selectFrom("events").selectAll().execute();
    expect(JSON.stringify([await page(key), await page(null), tracker, rows])).not.toContain("mia@");
  });

  it("is nobody else's", async () => {
    const test = await open();
    const mine = await openShop(test);
    await mine.save("mia@shopper.example");
    const other = await createMerchant(test, "night");
    for (const caller of [
      { merchantId: other.id, mode: "production" },
      { merchantId: mine.caller.merchantId, mode: "test" },
    ] as const) {
      expect(await listOrders(test, { caller, page: { limit: 9 } })).toMatchObject({ rows: [] });
      await saveOrder(test, { caller, order: { external_id: "1" } });
      expect(await listOrders(test, { caller, page: { limit: 9 } })).toMatchObject({ rows: [{ customerEmail: null }] });
    }
  });
});

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}
