import { expect, it } from "vitest";
import { NUMBER, openBooks } from "#lib/shipments/news.testing.ts";
import { registerTracker } from "#lib/shipments/register-tracker.ts";
import { saveOrder } from "#lib/shipments/save-order.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { SARCOXIE } from "#lib/testing/factories.ts";
import { exportParcels } from "./export-parcels.ts";
import { readCsv } from "./read-csv.ts";

describeOnEveryEngine("the list of parcels as a file", (open) => {
  async function openShop(test: TestDatabase, slug = "fern") {
    const books = await openBooks(test, slug);
    const { caller } = books;
    const write = (changes: Partial<Parameters<typeof exportParcels>[1]> = {}) =>
      exportParcels(test, { caller, query: "", filter: {}, withPrivateLinks: false, ...changes });
    async function read(changes: Partial<Parameters<typeof exportParcels>[1]> = {}) {
      let text = "";
      for await (const part of write(changes)) text += part;
      expect(text.startsWith("\ufeff")).toBe(true);
      const parts = [...readCsv([text.slice(1).replaceAll("\r\n", "\n")])];
      const [head, ...rows] = parts.flatMap((part) => (part.kind === "rows" ? part.rows.map(({ cells }) => cells) : []));
      return rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [head?.[index], cell])));
    }
    return { ...books, write, read };
  }

  it("tells what is known of each, and nothing that opens its private page", async () => {
    const test = await open();
    const { caller, tell, read, trackerPayload } = await openShop(test);
    await tell(trackerPayload({ status: "delivered", scans: [SARCOXIE] }));
    await saveOrder(test, {
      caller,
      order: { external_id: "=1+1", customer_email: "mia@shopper.example", parcels: [{ tracking_number: NUMBER }] },
    });
    const [row] = await read();
    expect(row).toMatchObject({
      "Tracking number": NUMBER,
      Carrier: "usps",
      "Order number": "'=1+1",
      Status: "delivered",
      Delivered: "2026-03-01T08:10:00",
      "Last scan": "Delivered, In/At Mailbox",
      Registered: test.clock.now(),
      Link: `http://localhost:3000/tracking/fern/usps/${NUMBER}`,
    });
    expect(JSON.stringify(row)).not.toMatch(/key=|mia@/);
    expect(row).not.toHaveProperty("Private link");
  });

  it("tells the private links to whoever asks for them", async () => {
    const { register, read } = await openShop(await open());
    const { publicUrl } = await register();
    expect(await read({ withPrivateLinks: true })).toMatchObject([{ "Private link": publicUrl }]);
  });

  it("goes through all that the search finds, page by page, each once", async () => {
    const test = await open();
    const { caller, read } = await openShop(test);
    const numbers = Array.from({ length: 450 }, (_, index) => `GLS${String(index).padStart(6, "0")}`);
    for (const trackingNumber of numbers) await registerTracker(test, { caller, carrier: "gls" as never, trackingNumber });
    expect((await read()).map((row) => row["Tracking number"]).sort()).toEqual(numbers);
    expect(await read({ query: "GLS00044" })).toHaveLength(10);
    expect(await read({ filter: { status: "delivered" } })).toEqual([]);
  });

  it("is nobody else's", async () => {
    const test = await open();
    const mine = await openShop(test);
    await mine.register();
    const rival = await openShop(test, "night");
    expect(await rival.read({ query: NUMBER, withPrivateLinks: true })).toEqual([]);
    expect(await mine.read({ caller: { ...mine.caller, mode: "test" } })).toEqual([]);
  });
});
