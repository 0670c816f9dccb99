import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const SIZES = [10_000, 1_000_000];
const QUERY = `select "id", "version", "private_key", "document" from "trackers"
  where "merchant_id" = ? and "carrier" = ? and "tracking_number" = ? order by "mode", "epoch" desc limit 1`;

/** Microseconds for the page's one look-up, in a table of each size; interleaved, so that the ratio holds on a noisy machine. */
export async function measureLookups({ work, node }) {
  const tables = SIZES.map((size) => {
    const folder = join(work, `lookups-${size}`);
    node({ DATA_DIR: folder }, "bench/seed.ts", String(size), "small");
    const database = new DatabaseSync(join(folder, "waymark.sqlite"), { readOnly: true });
    const merchant = database.prepare(`select "id" from "merchants" where "is_default" = 1`).get().id;
    return { size, statement: database.prepare(QUERY), merchant, micros: [] };
  });
  for (let block = 0; block < 20; block++) {
    for (const { size, statement, merchant, micros } of tables) {
      const started = performance.now();
      for (let index = 0; index < 2_000; index++) {
        const row = statement.get(merchant, "usps", `92${String(Math.floor(Math.random() * size)).padStart(20, "0")}`);
        if (!row) throw new Error(`a parcel is missing among ${size}`);
      }
      micros.push((performance.now() - started) / 2);
    }
  }
  return tables.map(({ size, micros }) => ({ size, micros: micros.toSorted((a, b) => a - b)[Math.floor(micros.length / 2)] }));
}
