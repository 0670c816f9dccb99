import { sql } from "kysely";
import { expect, it } from "vitest";
import { insertImportRows } from "#lib/db/queries/import-rows.ts";
import { insertImport } from "#lib/db/queries/imports.ts";
import { createEndpoint } from "#lib/notifications/create-endpoint.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { easypostEvent, easypostTracker, LAS_VEGAS, SARCOXIE, shipmentNotify } from "#lib/testing/factories.ts";
import { eraseShopper } from "./erase-shopper.ts";
import { findShopper } from "./find-shopper.ts";
import { ingest } from "./ingest.ts";
import { openBooks } from "./news.testing.ts";
import { saveOrder } from "./save-order.ts";
import { searchParcels } from "./search-parcels.ts";
import { setMetadata } from "./set-metadata.ts";
import { listErasures, startErasure } from "./start-erasure.ts";

const FIRST = "9405511899223197428490";
const SECOND = "9400100109361129278357";
const THEIRS = "9205590164917312751089";
const EMAIL = "mia@shopper.example";
const ORDER = "ORD-28002";
const MIAS = [EMAIL, "Mia Shopper", "M SHOPPER", ORDER, FIRST, SECOND];

describeOnEveryEngine("erasing a shopper", (open) => {
  /** A shop that has all of a shopper that a shop can have, and another shopper beside her. */
  async function openShop(test: TestDatabase, slug = "fern") {
    const { caller, register } = await openBooks(test, slug);
    const { merchantId } = caller;
    await createEndpoint(test, { caller, url: "https://shop.example/hook", format: "standard" });
    const takeIn = (payload: unknown, provider: "easypost" | "shipment_notify" = "easypost") =>
      ingest(test, { provider, merchantSlug: slug, body: typeof payload === "string" ? payload : JSON.stringify(payload) });

    const save = (external_id: string, numbers: readonly string[], customer_email: string) =>
      saveOrder(test, {
        caller,
        order: {
          external_id,
          customer_email,
          line_items: [{ order_item_id: "1", title: "Linen shirt", quantity: 1 }],
          parcels: numbers.map((tracking_number) => ({ carrier: "usps", tracking_number })),
        },
      });
    await save(ORDER, [FIRST], EMAIL.toUpperCase());
    await save("ORD-9", [THEIRS], "noor@shopper.example");
    const delivered = easypostTracker({ trackingCode: FIRST, status: "delivered", scans: [LAS_VEGAS, SARCOXIE], signedBy: "M SHOPPER" });
    await takeIn(easypostEvent("evt_1", delivered));
    await takeIn(easypostEvent("evt_2", easypostTracker({ trackingCode: THEIRS, signedBy: "N O" })));
    const parcels = [
      { number: FIRST, items: { "1": 1 } },
      { number: SECOND, items: { "1": 1 } },
    ];
    await takeIn(shipmentNotify({ orderId: ORDER, parcels, email: EMAIL }), "shipment_notify");
    await takeIn(
      shipmentNotify({ uuid: "both", orderId: "ORD-9", parcels: [...parcels, { number: THEIRS, items: {} }] }),
      "shipment_notify",
    );
    await takeIn(`{"name":"Mia Shopper","mail":"${EMAIL}", broken`);
    const mine = await register(FIRST);
    await setMetadata(test, { caller, id: mine.id, metadata: JSON.stringify({ to: EMAIL }) });
    await addFile(test, merchantId, [
      ["x", ORDER, "Mia Shopper"],
      ["not a number", "ORD-9", "Noor"],
    ]);
    const erase = async (query: string) => {
      const outcome = await startErasure(test, { merchantId, userId: null, query });
      await test.runJobs();
      return outcome.kind;
    };
    return { caller, merchantId, takeIn, delivered, erase, register };
  }

  it("leaves nothing of them in any table, by their address", async () => {
    const test = await open();
    const { merchantId, erase } = await openShop(test);
    const before = (await findWords(test, MIAS)).map((word) => word.replace(/.* in /, ""));
    expect(new Set(before)).toEqual(new Set(["orders", "trackers", "events", "payloads", "import_rows"]));
    expect(await erase(" Mia@Shopper.example")).toBe("started");
    expect(await findWords(test, MIAS)).toEqual([]);
    const [erasure] = await listErasures(test, { merchantId });
    expect(erasure).toMatchObject({ step: "done", orderCount: 1, parcelCount: 2, importRowCount: 1, endedAt: test.clock.now() });
    expect(await test.db.kysely.selectFrom("erasures").select("sought").execute()).toEqual([{ sought: null }]);
  });

  it("leaves nothing of an order, by its number", async () => {
    const test = await open();
    const { erase } = await openShop(test);
    expect(await erase(`#${ORDER}`)).toBe("started");
    expect(await findWords(test, [ORDER, FIRST, SECOND, "M SHOPPER"])).toEqual([]);
  });

  it("tells before what would go", async () => {
    const test = await open();
    const { merchantId } = await openShop(test);
    const found = await findShopper(test, { merchantId, query: EMAIL });
    expect(found).toMatchObject({ kind: "found", orderNumbers: [ORDER], payloadCount: 1, email: null });
    expect(found.kind === "found" && found.parcels.map((parcel) => parcel.tracking_number).toSorted()).toEqual([SECOND, FIRST]);
    expect(await findShopper(test, { merchantId, query: ORDER })).toMatchObject({ kind: "found", email: EMAIL.toUpperCase() });
    for (const query of ["nobody@shopper.example", "28002", "", " ", "@"]) {
      expect(await findShopper(test, { merchantId, query })).toEqual({ kind: "not_found" });
    }
  });

  it("leaves other shoppers what they have, but for what was received about both", async () => {
    const test = await open();
    const { caller, merchantId, erase } = await openShop(test);
    await erase(EMAIL);
    const { parcels } = await searchParcels(test, { caller, query: "noor@shopper.example", filter: {}, cursor: null, limit: 9 });
    expect(parcels).toMatchObject([{ orderNumber: "ORD-9", tracker: { trackingNumber: THEIRS, signedBy: "N O", scans: [{}] } }]);
    const payloads = await test.db.kysely.selectFrom("payloads").select("body").where("merchant_id", "=", merchantId).execute();
    expect(payloads).toHaveLength(1);
    expect(await test.db.kysely.selectFrom("import_rows").select("row_number").execute()).toEqual([{ row_number: 3 }]);
  });

  it("is not undone by late news, of which nothing is kept either", async () => {
    const test = await open();
    const { erase, takeIn, delivered, register } = await openShop(test);
    await erase(EMAIL);
    await takeIn(easypostEvent("evt_9", { ...delivered, updated_at: "2026-03-02T08:00:00Z" }));
    await takeIn(
      shipmentNotify({ uuid: "late", orderId: ORDER, parcels: [{ number: SECOND, items: {} }], email: EMAIL }),
      "shipment_notify",
    );
    await test.runJobs();
    expect(await findWords(test, MIAS)).toEqual([]);
    // Whoever registers the number anew means it.
    expect(await register(FIRST)).toMatchObject({ tracker: { epoch: 2, scans: [] } });
  });

  it("takes the shopper's test orders as well", async () => {
    const test = await open();
    const { caller, erase } = await openShop(test);
    const parcels = [{ carrier: "usps", tracking_number: "EZ2000000002" }];
    await saveOrder(test, { caller: { ...caller, mode: "test" }, order: { external_id: "T-1", customer_email: EMAIL, parcels } });
    await erase(EMAIL);
    expect(await test.db.kysely.selectFrom("orders").select("external_id").execute()).toEqual([{ external_id: "ORD-9" }]);
    expect(await findWords(test, ["EZ2000000002"])).toEqual([]);
  });

  it("goes on where it was when a process ends in the middle", async () => {
    const test = await open();
    const { merchantId } = await openShop(test);
    await startErasure(test, { merchantId, userId: null, query: EMAIL });
    const [erasure] = await listErasures(test, { merchantId });
    if (!erasure) throw new Error("no erasure");
    let steps = 0;
    const openOrDie = (...sealed: [string, string]) => {
      steps += 1;
      if (steps > 2) throw new Error("the process ends");
      return test.vault.open(...sealed);
    };
    const dying = { ...test, vault: { ...test.vault, open: openOrDie } };
    await expect(eraseShopper(dying, { merchantId, erasureId: erasure.id })).rejects.toThrow("the process ends");
    expect(await findWords(test, [ORDER])).not.toEqual([]);
    await test.runJobs();
    expect(await findWords(test, MIAS)).toEqual([]);
    await eraseShopper(test, { merchantId, erasureId: erasure.id });
    expect(await listErasures(test, { merchantId })).toMatchObject([{ parcelCount: 2, orderCount: 1 }]);
  });

  it("is one merchant's: another's shopper of the same name stays whole", async () => {
    const test = await open();
    const mine = await openShop(test);
    const theirs = await openShop(test, "night");
    expect(await findShopper(test, { merchantId: theirs.merchantId, query: EMAIL })).toMatchObject({ kind: "found" });
    const before = await rowsOf(test, theirs.merchantId);
    await mine.erase(EMAIL);
    expect(await rowsOf(test, theirs.merchantId)).toEqual(before);
    expect(await listErasures(test, { merchantId: theirs.merchantId })).toEqual([]);
  });
});

/** A file of which nothing could be taken in. */
async function addFile(test: TestDatabase, merchantId: MerchantId, rows: readonly string[][]): Promise<void> {
  const now = test.clock.now();
  const id = `imp_${merchantId.slice(4)}` as const;
  const counts = { row_count: 2, done_until: 3, created_count: 0, existing_count: 0, failed_count: 2 };
  const times = { created_at: now, updated_at: now, started_at: now, ended_at: now, created_by: null };
  const file = { file_name: "parcels.csv", headers: JSON.stringify(["Number", "Order", "Name"]), plan: null };
  await insertImport(test.db.kysely, { ...counts, ...times, ...file, id, merchant_id: merchantId, mode: "production", state: "done" });
  await insertImportRows(
    test.db.kysely,
    rows.map((cells, index) => ({
      import_id: id,
      row_number: index + 2,
      cells: JSON.stringify(cells),
      problem: `"${cells[0]}" is no number`,
    })),
  );
}

const TABLES = {
  sqlite: sql<TableName>`select null as schema, name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`,
  postgres: sql<TableName>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema in (current_schema(), current_schema() || '_jobs')`,
};

interface TableName {
  schema: string | null;
  name: string;
}

/** Every table there is, the jobs' among them, as text. */
async function readTables({ db }: TestDatabase): Promise<{ table: string; text: string }[]> {
  const { rows: tables } = await TABLES[db.engine].execute(db.kysely);
  return Promise.all(
    tables.map(async ({ schema, name }) => {
      const { rows } = await sql`select * from ${schema === null ? sql.id(name) : sql.id(schema, name)}`.execute(db.kysely);
      return { table: name, text: rows.map((row) => JSON.stringify(row)).join("\n") };
    }),
  );
}

/** Where any of the words still stands. */
async function findWords(test: TestDatabase, words: readonly string[]): Promise<string[]> {
  const tables = await readTables(test);
  return tables.flatMap(({ table, text }) =>
    words.filter((word) => text.toLowerCase().includes(word.toLowerCase())).map((word) => `${word} in ${table}`),
  );
}

async function rowsOf({ db }: TestDatabase, merchantId: MerchantId) {
  const tables = ["orders", "trackers", "payloads", "deliveries", "events"] as const;
  return Promise.all(tables.map((table) => db.kysely.selectFrom(table).selectAll().where("merchant_id", "=", merchantId).execute()));
}
