import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openDatabase } from "#lib/db/engine/open-database.ts";
import { systemClock } from "#lib/shared/clock.ts";
import { type DatabasePlace, makeSchema } from "#lib/testing/database-places.ts";
import { createJobQueue } from "./create-job-queue.ts";

const testDatabaseUrl = process.env.TEST_DATABASE_URL ?? "";
const job = { task: "check_tracker", payload: { merchantId: "mrc_1", trackerId: "trk_1" } } as const;
const NONE = { ready: 0, waiting: 0, dead: 0 };
/** As soon as a busy machine may take. */
const SOON = { timeout: 20_000 };

let place: DatabasePlace;
const undo: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  if (testDatabaseUrl) place = await makeSchema(testDatabaseUrl);
});
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
  if (testDatabaseUrl) await place.remove();
});

/** `name` is what PostgreSQL knows its connections by. */
async function openQueue(name: string) {
  const url = new URL(place.settings.databaseUrl ?? "");
  url.searchParams.set("application_name", name);
  const settings = { ...place.settings, databaseUrl: url.href };
  const db = await openDatabase(settings);
  undo.push(() => db.close());
  const queue = await createJobQueue({ db, config: settings, clock: systemClock, random: randomBytes });
  undo.push(() => queue.close());
  return { db, queue };
}

describe.skipIf(!testDatabaseUrl)("the queue of jobs on PostgreSQL", () => {
  it("goes on when every connection of its process is lost", async () => {
    const name = `waymark-${randomBytes(4).toString("hex")}`;
    const { db, queue } = await openQueue(name);
    const onlooker = await openQueue("onlooker");
    let runs = 0;
    await queue.run({
      check_tracker: async () => {
        runs += 1;
        await new Promise((resolve) => setTimeout(resolve, 300));
      },
    });
    await queue.enqueue(db.kysely, job);
    await vi.waitFor(() => expect(runs).toBe(1), SOON);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${name}`.execute(onlooker.db.kysely);
    await vi.waitFor(async () => expect(await onlooker.queue.count()).toEqual(NONE), SOON);
    await onlooker.queue.enqueue(onlooker.db.kysely, job);
    await vi.waitFor(() => expect(runs).toBeGreaterThan(1), SOON);
    await vi.waitFor(async () => expect(await onlooker.queue.count()).toEqual(NONE), SOON);
  });

  it("goes on when another schema of the same server is migrated", async () => {
    const { db, queue } = await openQueue("waymark");
    let runs = 0;
    await queue.run({
      check_tracker: async () => {
        runs += 1;
      },
    });
    await sql`select pg_notify('worker:migrate', '{"migrationNumber":99,"breaking":true}')`.execute(db.kysely);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await queue.enqueue(db.kysely, job);
    await vi.waitFor(() => expect(runs).toBe(1), SOON);
    expect(process.exitCode).toBeUndefined();
  });

  it("is set up once, though many processes start at the same time", async () => {
    const opened = await Promise.all(["a", "b", "c", "d"].map(openQueue));
    for (const { db, queue } of opened) await queue.enqueue(db.kysely, job);
    expect(await opened[0]?.queue.count()).toEqual({ ready: 4, waiting: 0, dead: 0 });
  });
});
