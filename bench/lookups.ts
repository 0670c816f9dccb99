import { join } from "node:path";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { openDatabase } from "#lib/db/engine/open-database.ts";
import { findDefaultMerchantRow } from "#lib/db/queries/merchants.ts";
import { findTrackerPage } from "#lib/db/queries/trackers.ts";
import { median } from "./load.mjs";

const SIZES = [10_000, 1_000_000];
const BLOCK = 2_000;
/** The system maps a file in pieces of 64 KB as they are first read: every so many parcels lie in another one. */
const PARCELS_APART = 16;

/**
 * Microseconds of the processor for the page's one look-up, in a table of each size: in a process that has been everywhere in it
 * before, as one that has been up for a while; interleaved, so that the ratio holds on a noisy machine.
 */
export async function measureLookups({ work, seed }: { work: string; seed: (dataDir: string, size: number) => void }) {
  const tables = [];
  for (const size of SIZES) {
    const dataDir = join(work, `lookups-${size}`);
    seed(dataDir, size);
    const db = await openDatabase({ dataDir, databaseUrl: null });
    const merchant = await findDefaultMerchantRow(db);
    if (!merchant) throw new Error("the seeded database has no default merchant");
    const find = async (index: number) => {
      const trackingNumber = `92${String(index).padStart(20, "0")}`;
      const row = await findTrackerPage(db, { merchantId: merchant.id, carrier: "usps" as CarrierSlug, trackingNumber });
      if (!row) throw new Error(`${trackingNumber} is missing among ${size}`);
    };
    for (let index = 0; index < size; index += PARCELS_APART) await find(index);
    tables.push({ size, db, find, micros: [] as number[] });
  }
  for (let block = 0; block < 20; block++) {
    for (const { size, find, micros } of tables) {
      const started = process.cpuUsage();
      for (let index = 0; index < BLOCK; index++) await find(Math.floor(Math.random() * size));
      const { user, system } = process.cpuUsage(started);
      micros.push((user + system) / BLOCK);
    }
  }
  for (const { db } of tables) await db.close();
  return tables.map(({ size, micros }) => ({ size, micros: median(micros) }));
}
