/** Fills a database with parcels that differ in number and key, as fast as the engine takes them. */

import { readConfig } from "#lib/config/config.ts";
import type { TrackersTable } from "#lib/db/schema.ts";
import { DEMO_BRANDS } from "#lib/demo/demo-brands.ts";
import { seedDemo } from "#lib/demo/seed-demo.ts";
import { createRuntime } from "#lib/runtime/runtime.ts";
import { newId, randomToken } from "#lib/shared/ids.ts";

const MODEL = "9405511899223197428490";
const BATCH = 200;

const count = Number(process.argv[2] ?? 100_000);
/** "small" keeps only what the look-up reads, for tables so large that whole documents would fill the disk. */
const small = process.argv[3] === "small";

const runtime = await createRuntime(readConfig({ ...process.env, DEMO: "on" }));
await seedDemo(runtime);
const db = runtime.db.kysely;
const model = await db.selectFrom("trackers").selectAll().where("tracking_number", "=", MODEL).executeTakeFirstOrThrow();
const { total } = await db
  .selectFrom("trackers")
  .select(({ fn }) => fn.countAll<number>().as("total"))
  .where("tracking_number", "like", `${benchNumber(0).slice(0, 10)}%`)
  .executeTakeFirstOrThrow();

for (let first = Number(total); first < count; first += BATCH) {
  const rows = Array.from({ length: Math.min(BATCH, count - first) }, (_, index) => copyOf(model, benchNumber(first + index)));
  await db.transaction().execute(async (trx) => {
    for (let at = 0; at < rows.length; at += 40)
      await trx
        .insertInto("trackers")
        .values(rows.slice(at, at + 40))
        .execute();
  });
  if (first % 50_000 === 0) process.stdout.write(`${first} of ${count} parcels\r`);
}
console.log(`${count} parcels for ${DEMO_BRANDS[0]?.brand.name} in ${process.env.DATA_DIR}`);
await runtime.close();

function benchNumber(index: number): string {
  return `92${String(index).padStart(20, "0")}`;
}

function copyOf(row: TrackersTable, trackingNumber: string): TrackersTable {
  return {
    ...row,
    id: newId("trk", runtime.random),
    tracking_number: trackingNumber,
    private_key: randomToken(runtime.random),
    document: small ? "{}" : row.document.replaceAll(MODEL, trackingNumber),
    route_map: small ? null : row.route_map,
  };
}
