import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Books } from "#lib/db/queries/books.ts";
import { prune } from "#lib/retention/prune.ts";
import { DAY_MS, MINUTE_MS } from "#lib/shared/clock.ts";
import type { ImportId } from "#lib/shared/ids.ts";
import { listOrders } from "#lib/shipments/list-orders.ts";
import { registerTracker } from "#lib/shipments/register-tracker.ts";
import { setWatching } from "#lib/shipments/set-watching.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { createImport } from "./create-import.ts";
import { getImport } from "./get-import.ts";
import { importParcels } from "./import-parcels.ts";
import type { ImportPlan } from "./import-plan.ts";
import { listImports } from "./list-imports.ts";
import { listProblems } from "./list-problems.ts";
import { loadDraft, previewRows } from "./preview-import.ts";
import { startImport } from "./start-import.ts";
import { steerImport } from "./steer-import.ts";

const FIRST = "9400100109361129278357";
const SECOND = "9400100109361129278364";

/** As many numbers of USPS as wanted, each with its right check digit. */
function uspsNumbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const digits = `94001001093${String(index).padStart(10, "0")}`;
    const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
    return `${digits}${(10 - (sum % 10)) % 10}`;
  });
}

async function openShop(test: TestDatabase, slug = "fern") {
  const merchant = await createMerchant(test, slug);
  const caller: Books = { merchantId: merchant.id, mode: "production" };
  const { merchantId } = caller;
  async function upload(text: string): Promise<ImportId> {
    const outcome = await createImport(test, { caller, userId: null, fileName: "parcels.csv", bytes: Buffer.from(text) });
    if (outcome.kind !== "created") throw new Error(outcome.problem);
    return outcome.id;
  }
  async function start(id: ImportId, changes: Partial<ImportPlan> = {}) {
    const draft = await loadDraft(test, { merchantId, id });
    if (draft === null) throw new Error("no draft");
    return startImport(test, { merchantId, id, plan: { ...draft.guess, ...changes } as ImportPlan });
  }
  /** From the file to the end. */
  async function take(text: string) {
    const id = await upload(text);
    await start(id);
    await test.runJobs();
    return got(id);
  }
  async function got(id: ImportId) {
    const record = await getImport(test, { merchantId, id });
    if (record === null) throw new Error("no import");
    return record;
  }
  const problems = async (id: ImportId) => (await listProblems(test, { merchantId, id, after: 0, limit: 100 })).rows;
  const orders = async () => {
    const page = await listOrders(test, { caller, page: { limit: 100 } });
    return page.kind === "page" ? page.rows.toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1)) : [];
  };
  const steer = (id: ImportId, step: "pause" | "resume" | "cancel") => steerImport(test, { merchantId, id, step });
  const rows = () => test.db.kysely.selectFrom("import_rows").selectAll().execute();
  const count = async (table: "trackers" | "events" | "imports") =>
    (await test.db.kysely.selectFrom(table).selectAll().where("merchant_id", "=", merchantId).execute()).length;
  return { caller, merchantId, upload, start, take, got, problems, orders, steer, rows, count };
}

describeOnEveryEngine("importing parcels from a file", (open) => {
  it("registers each with its order, and forgets the rows that are in", async () => {
    const test = await open();
    const { take, orders, rows, count } = await openShop(test);
    const record = await take(
      `Order;E-Mail;Tracking number;Carrier;Order date;Item;SKU;Qty\n1001;mia@shopper.example;${FIRST};USPS;27.02.2026;Mug;M;2\n1002;;${SECOND};;;;;\n;;1Z999AA10123456784;;;;;\n`,
    );
    expect(record).toMatchObject({
      state: "done",
      rowCount: 3,
      createdCount: 3,
      existingCount: 0,
      failedCount: 0,
      endedAt: test.clock.now(),
    });
    expect(await orders()).toMatchObject([
      {
        externalId: "1001",
        customerEmail: "mia@shopper.example",
        placedAt: "2026-02-27T00:00:00Z",
        parcels: [{ trackingNumber: FIRST, carrier: "usps", items: [{ orderItemId: "M", title: "Mug", quantity: 2 }] }],
      },
      { externalId: "1002", parcels: [{ trackingNumber: SECOND, items: [] }] },
    ]);
    expect([await rows(), await count("trackers"), await count("events")]).toEqual([[], 3, 3]);
  });

  it("keeps what is wrong with the others, by the number their row has in the file", async () => {
    const { take, problems } = await openShop(await open());
    const record = await take(`tracking,carrier\n${FIRST},usps\n\n9.4E+21,usps\n${SECOND}\nABCD,Owl Post\n`);
    expect(record).toMatchObject({ state: "done", rowCount: 4, createdCount: 2, failedCount: 2 });
    expect(await problems(record.id)).toMatchObject([
      { number: 4, cells: ["9.4E+21", "usps"], problem: expect.stringContaining("rounded") },
      { number: 6, cells: ["ABCD", "Owl Post"], problem: expect.stringContaining("“Owl Post” is no carrier") },
    ]);
  });

  it("counts what was known before, and changes nothing of it when the file comes again", async () => {
    const test = await open();
    const { caller, take, orders, count } = await openShop(test);
    const text = `order,tracking,item\n1,${FIRST},Mug\n1,${FIRST},Cup\n2,${SECOND},Mug\n`;
    expect(await take(text)).toMatchObject({ createdCount: 2, existingCount: 1 });
    const before = await orders();
    expect(before[0]?.parcels[0]?.items.map(({ title }) => title)).toEqual(["Mug", "Cup"]);
    test.clock.advanceMinutes(5);
    expect(await take(text)).toMatchObject({ createdCount: 0, existingCount: 3 });
    expect(await orders()).toEqual(before);
    expect([await count("trackers"), await count("events")]).toEqual([2, 2]);
    const watched = await registerTracker(test, { caller, carrier: null, trackingNumber: FIRST });
    await setWatching(test, { caller, id: watched.kind === "existing" ? watched.tracker.id : "", isWatched: false });
    await take(text);
    expect(await test.db.kysely.selectFrom("trackers").select("is_watched").execute()).toEqual([{ is_watched: 1 }, { is_watched: 1 }]);
  });

  it("adds items of a parcel that stand far apart in the file, and lets the last word on one stand", async () => {
    const { take, orders } = await openShop(await open());
    const others = uspsNumbers(60).map((number) => `other,${number},,`);
    const lines = [`1,${FIRST},Mug,1`, ...others, `1,${FIRST},Cup,1`, ...others, `1,${FIRST},Mug,3`];
    await take(`order,tracking,item,quantity\n${lines.join("\n")}`);
    const [order] = await orders();
    expect(order?.parcels[0]?.items).toMatchObject([
      { title: "Cup", quantity: 1 },
      { title: "Mug", quantity: 3 },
    ]);
  });

  it("takes a table without a head, and nothing but numbers", async () => {
    const { take } = await openShop(await open());
    expect(await take(`${FIRST}\n${SECOND}\n`)).toMatchObject({ headers: ["Column A"], createdCount: 2 });
  });

  it("shows how the first rows would be read before anything comes of them", async () => {
    const test = await open();
    const { merchantId, upload, count } = await openShop(test);
    const id = await upload(`Sendungsnummer,Besteller\n${FIRST},Mia\n123,Noor\n`);
    const draft = await loadDraft(test, { merchantId, id });
    if (draft === null) throw new Error("no draft");
    expect(draft.guess).toMatchObject({ columns: { trackingNumber: 0, orderNumber: null }, carrier: null });
    expect(previewRows(draft, draft.guess as ImportPlan)).toMatchObject([
      { number: 2, kind: "parcel", parcel: { carrier: "usps" } },
      { number: 3, kind: "failed" },
    ]);
    await test.runJobs();
    expect(await count("trackers")).toBe(0);
  });

  it.each([
    ["", "The file is empty."],
    ["\n \n", "The file is empty."],
    ["number,carrier\n", "no rows below it"],
    [`number${",x".repeat(10_000)}\n1`, "The table has 10001 columns"],
    [`tracking\n${"1\n".repeat(2000)}"`, "Row 2002 has no end"],
    ["PK\u0003\u0004…", "a workbook"],
  ])("refuses a file that is none, and keeps nothing of it: %#", async (text, problem) => {
    const test = await open();
    const { caller, rows, count } = await openShop(test);
    const outcome = await createImport(test, { caller, userId: null, fileName: "x", bytes: Buffer.from(text) });
    expect(outcome).toMatchObject({ kind: "unreadable", problem: expect.stringContaining(problem) });
    expect([await rows(), await count("imports")]).toEqual([[], 0]);
  });

  it("takes hostile cells for what they are: text", async () => {
    const { take, problems, orders } = await openShop(await open());
    const cells = ["=HYPERLINK(1)", "'; drop table trackers; --", "1\0", "\u202egnirts", "9".repeat(300)];
    const record = await take(`order,tracking\n${cells.map((cell) => `1,"${cell}"`).join("\n")}\n=1+1,${FIRST}\n`);
    expect(record).toMatchObject({ state: "done", createdCount: 1, failedCount: 5 });
    expect((await problems(record.id)).map(({ cells: [, cell] }) => cell)).toEqual(cells);
    expect(await orders()).toMatchObject([{ externalId: "=1+1" }]);
  });

  it("refuses a plan for columns that the file has not, and a second start", async () => {
    const test = await open();
    const { upload, start } = await openShop(test);
    const id = await upload(`tracking\n${FIRST}\n`);
    const columns = {
      trackingNumber: 0,
      carrier: 7,
      orderNumber: null,
      customerEmail: null,
      orderedAt: null,
      itemTitle: null,
      itemSku: null,
      itemQuantity: null,
    };
    expect(await start(id, { columns })).toMatchObject({ kind: "invalid", issues: [{ path: "plan.columns.carrier" }] });
    expect(await start(id)).toEqual({ kind: "started" });
    await expect(start(id)).rejects.toThrow("no draft");
  });

  it("waits while it is held, and goes on where it was", async () => {
    const test = await open();
    const { merchantId, upload, start, steer, got, count } = await openShop(test);
    const id = await upload(`tracking\n${uspsNumbers(700).join("\n")}\n`);
    await start(id);
    await importParcels(test, { merchantId, importId: id });
    expect(await steer(id, "pause")).toBe(true);
    await test.runJobs();
    const held = await got(id);
    expect(held).toMatchObject({ state: "paused", createdCount: 300 });
    expect(await count("trackers")).toBe(300);
    expect(await steer(id, "resume")).toBe(true);
    await test.runJobs();
    expect(await got(id)).toMatchObject({ state: "done", createdCount: 700, existingCount: 0 });
    for (const step of ["pause", "resume", "cancel"] as const) expect(await steer(id, step)).toBe(false);
  });

  it("ends when it is cancelled: what is in stays in, and the rest is forgotten", async () => {
    const test = await open();
    const { merchantId, upload, start, steer, got, rows, count } = await openShop(test);
    const id = await upload(`tracking\nnone\n${uspsNumbers(700).join("\n")}\n`);
    await start(id);
    await importParcels(test, { merchantId, importId: id });
    expect(await steer(id, "cancel")).toBe(true);
    await test.runJobs();
    expect(await got(id)).toMatchObject({ state: "cancelled", createdCount: 299, failedCount: 1, endedAt: test.clock.now() });
    expect((await rows()).map(({ row_number }) => row_number)).toEqual([2]);
    expect(await count("trackers")).toBe(299);
  });

  it("loses and doubles nothing when two processes take it in at once", async () => {
    const test = await open();
    const { merchantId, upload, start, got, count } = await openShop(test);
    const id = await upload(`tracking\n${uspsNumbers(300).join("\n")}\n`);
    await start(id);
    const payload = { merchantId, importId: id };
    await Promise.all([importParcels(test, payload), importParcels(test, payload), importParcels(test, payload)]);
    await test.runJobs();
    expect(await got(id)).toMatchObject({ state: "done", createdCount: 300, existingCount: 0, failedCount: 0 });
    expect([await count("trackers"), await count("events")]).toEqual([300, 300]);
  });

  it("loses and doubles nothing when the process is killed in the midst of it", async () => {
    const test = await open();
    const { merchantId, upload, start, steer, got, rows, count } = await openShop(test);
    const id = await upload(`tracking\n${uspsNumbers(600).join("\n")}\nnone\n`);
    await start(id);
    const { dataDir, databaseUrl } = test.config;
    const settings = { dataDir, databaseUrl };
    for (let kill = 1; kill <= 2; kill += 1) {
      const before = (await got(id)).createdCount;
      const args = [
        fileURLToPath(new URL("./run-import.testing.ts", import.meta.url)),
        JSON.stringify(settings),
        JSON.stringify({ merchantId, importId: id }),
      ];
      const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
      while ((await got(id)).createdCount < before + 40) await sleep(5);
      child.kill("SIGKILL");
      await once(child, "exit");
      const { state, createdCount } = await got(id);
      expect(state).toBe("running");
      expect([await count("trackers"), 601 - (await rows()).length]).toEqual([createdCount, createdCount]);
    }
    expect(await steer(id, "resume")).toBe(true);
    test.clock.advanceMinutes(60);
    await test.runJobs();
    expect(await got(id)).toMatchObject({ state: "done", createdCount: 600, existingCount: 0, failedCount: 1 });
    expect([await count("trackers"), await count("events")]).toEqual([600, 600]);
  });

  it("is forgotten with what is wrong in it once it is older than the retention, but not while it runs", async () => {
    const test = await open();
    const { take, upload, start, steer, rows, count } = await openShop(test);
    await take("tracking\nnone\n");
    await upload(`tracking\n${FIRST}\n`);
    const held = await upload(`tracking\n${SECOND}\n`);
    await start(held);
    await steer(held, "pause");
    const pruned = () => prune({ ...test, config: { retentionDays: 90 } });
    await pruned();
    expect([(await rows()).length, await count("imports")]).toEqual([3, 3]);
    test.clock.set(new Date(Date.parse(test.clock.now()) + 91 * DAY_MS + MINUTE_MS).toISOString() as never);
    await pruned();
    expect((await rows()).map((row) => row.import_id)).toEqual([held]);
    expect(await count("imports")).toBe(1);
  });

  it("is nobody else's", async () => {
    const test = await open();
    const mine = await openShop(test);
    const id = await mine.upload(`tracking\n${FIRST}\nnone\n`);
    await mine.start(id);
    const rival = await openShop(test, "night");
    const theirs = { merchantId: rival.merchantId, id };
    expect(await getImport(test, theirs)).toBeNull();
    expect(await loadDraft(test, theirs)).toBeNull();
    expect(await startImport(test, { ...theirs, plan: { columns: { trackingNumber: 0 } } as ImportPlan })).toEqual({ kind: "not_found" });
    for (const step of ["pause", "resume", "cancel"] as const) expect(await steerImport(test, { ...theirs, step })).toBe(false);
    await importParcels(test, { merchantId: rival.merchantId, importId: id });
    expect(await mine.got(id)).toMatchObject({ state: "running", createdCount: 0 });
    await test.runJobs();
    expect(await listProblems(test, { ...theirs, after: 0, limit: 9 })).toEqual({ rows: [], hasMore: false });
    expect(await mine.problems(id)).toHaveLength(1);
    for (const stranger of [rival.caller, { ...mine.caller, mode: "test" } as const]) {
      expect(await listImports(test, { caller: stranger, page: { limit: 9 } })).toEqual({ kind: "page", rows: [], hasMore: false });
      expect(await listImports(test, { caller: stranger, page: { limit: 9, beforeId: id } })).toEqual({ kind: "cursor_unknown" });
    }
    expect(await rival.count("trackers")).toBe(0);
    expect(await listImports(test, { caller: mine.caller, page: { limit: 9 } })).toMatchObject({
      rows: [{ id, createdCount: 1, failedCount: 1 }],
    });
  });
});
