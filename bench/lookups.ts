import { join } from "node:path";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { openDatabase } from "#lib/db/engine/open-database.ts";
import { findDefaultMerchantRow } from "#lib/db/queries/merchants.ts";
import { findTrackerPage } from "#lib/db/queries/trackers.ts";

const SIZES = [10_000, 1_000_000];
const BLOCK = 2_000;

/** Microseconds for the page's one look-up, in a table of each size; interleaved, so that the ratio holds on a noisy machine. */
export async function measureLookups({ work, seed }: { work: string; seed: (dataDir: string, size: number) => void }) {
  const tables = [];
  for (const size of SIZES) {
    const dataDir = join(work, `lookups-${size}`);
    seed(dataDir, size);
    const db = await openDatabase({ dataDir, databaseUrl: null });
    const merchant = await findDefaultMerchantRow(db);
    if (!merchant) throw new Error("the seeded database has no default merchant");
    tables.push({ size, db, merchantId: merchant.id, micros: [] as number[] });
  }
  for (let block = 0; block < 20; block++) {
    for (const { size, db, merchantId, micros } of tables) {
      const started = performance.now();
      for (let index = 0; index < BLOCK; index++) {
        const trackingNumber = `92${String(Math.floor(Math.random() * size)).padStart(20, "0")}`;
        const row = await findTrackerPage(db, { merchantId, carrier: "usps" as CarrierSlug, trackingNumber });
        if (!row) throw new Error(`${trackingNumber} is missing among ${size}`);
      }
      micros.push(((performance.now() - started) / BLOCK) * 1000);
    }
  }
  for (const { db } of tables) await db.close();
  return tables.map(({ size, micros }) => ({ size, micros: micros.toSorted((a, b) => a - b)[Math.floor(micros.length / 2)] ?? 0 }));
}
