import { type Generated, type Kysely, sql } from "kysely";
import type { Queryable } from "#lib/db/engine/database.ts";
import type { Schema } from "#lib/db/schema.ts";
import type { JobCounts, TaskName } from "./job-queue.ts";

/** Times are epoch milliseconds. */
interface JobsTable {
  id: Generated<number>;
  task: TaskName;
  /** JSON. */
  payload: string;
  key: string | null;
  /** When it may be taken; once taken, when its lease ends; null once dead. */
  due_at: number | null;
  attempts: number;
  /** The runner that took it. */
  locked_by: string | null;
  last_error: string | null;
  created_at: number;
}

export interface TakenJob {
  id: number;
  task: TaskName;
  payload: string;
  key: string | null;
  attempts: number;
}

const withJobs = (db: Kysely<Schema>) => db.withTables<{ jobs: JobsTable }>();

export async function createJobsTable(db: Queryable): Promise<void> {
  await db.schema
    .createTable("jobs")
    .ifNotExists()
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("task", "text", (column) => column.notNull())
    .addColumn("payload", "text", (column) => column.notNull())
    .addColumn("key", "text")
    .addColumn("due_at", "integer")
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("locked_by", "text")
    .addColumn("last_error", "text")
    .addColumn("created_at", "integer", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("jobs_due").ifNotExists().on("jobs").columns(["task", "due_at"]).execute();
  // A job that is taken has let go of its key: what is enqueued from then on is news to it.
  await db.schema
    .createIndex("jobs_waiting_by_key")
    .ifNotExists()
    .unique()
    .on("jobs")
    .column("key")
    .where(sql.ref("locked_by"), "is", null)
    .execute();
}

export interface JobToInsert {
  task: TaskName;
  payload: string;
  key: string | null;
  dueAt: number;
  now: number;
}

/** Takes the place of the job that waits with the same key. */
export async function insertJob(db: Queryable, { task, payload, key, dueAt, now }: JobToInsert): Promise<void> {
  const fresh = { task, payload, due_at: dueAt, attempts: 0, last_error: null };
  await withJobs(db)
    .insertInto("jobs")
    .values({ ...fresh, key, locked_by: null, created_at: now })
    .onConflict((conflict) => conflict.column("key").where("locked_by", "is", null).doUpdateSet(fresh))
    .execute();
}

/** Adds the job unless there is one with its key, waiting or running. */
export async function ensureJob(db: Queryable, job: JobToInsert & { key: string }): Promise<void> {
  const existing = await withJobs(db).selectFrom("jobs").select("id").where("key", "=", job.key).executeTakeFirst();
  if (!existing) await insertJob(db, job);
}

interface Taking {
  tasks: readonly TaskName[];
  limit: number;
  now: number;
  lockedBy: string;
  leaseEndsAt: number;
}

/** Takes due jobs for one runner. The attempt counts at once, so that a job which ends the process ends itself too. */
export async function takeDueJobs(db: Queryable, { tasks, limit, now, lockedBy, leaseEndsAt }: Taking): Promise<TakenJob[]> {
  const taken = await withJobs(db)
    .updateTable("jobs")
    .set((row) => ({ locked_by: lockedBy, due_at: leaseEndsAt, attempts: row("attempts", "+", 1) }))
    .where("id", "in", (query) =>
      query
        .selectFrom("jobs")
        .select("id")
        .where("task", "in", tasks)
        .where("due_at", "<=", now)
        .orderBy("due_at")
        .orderBy("id")
        .limit(limit),
    )
    .returning(["id", "task", "payload", "key", "attempts"])
    .execute();
  return taken.sort((a, b) => a.id - b.id);
}

export async function renewLeases(db: Queryable, lockedBy: string, leaseEndsAt: number): Promise<void> {
  await withJobs(db).updateTable("jobs").set({ due_at: leaseEndsAt }).where("locked_by", "=", lockedBy).execute();
}

/** Those that another runner has taken meanwhile, their lease having ended, are left to it. */
export async function deleteTakenJobs(db: Queryable, lockedBy: string, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await withJobs(db).deleteFrom("jobs").where("id", "in", ids).where("locked_by", "=", lockedBy).execute();
}

interface PuttingOff {
  job: TakenJob;
  lockedBy: string;
  /** Null for never. */
  dueAt: number | null;
  attempts: number;
  lastError: string | null;
}

/** Gives a job back, unless another has come to wait with its key, which then does its work as well. */
export async function putOffJob(db: Queryable, { job, lockedBy, dueAt, attempts, lastError }: PuttingOff): Promise<void> {
  const jobs = withJobs(db);
  const successor =
    job.key !== null &&
    (await jobs.selectFrom("jobs").select("id").where("key", "=", job.key).where("locked_by", "is", null).executeTakeFirst());
  if (successor) return deleteTakenJobs(db, lockedBy, [job.id]);
  await jobs
    .updateTable("jobs")
    // A dead one has lost its key, so that its task can go on without it.
    .set({ locked_by: null, due_at: dueAt, attempts, last_error: lastError, ...(dueAt === null && { key: null }) })
    .where("id", "=", job.id)
    .where("locked_by", "=", lockedBy)
    .execute();
}

export async function countJobs(db: Queryable, now: number): Promise<JobCounts> {
  const counts = await withJobs(db)
    .selectFrom("jobs")
    .select((row) => [
      row.fn
        .countAll<number>()
        .filterWhere(row.or([row("due_at", "<=", now), row("locked_by", "is not", null)]))
        .as("ready"),
      row.fn.countAll<number>().filterWhere("due_at", ">", now).filterWhere("locked_by", "is", null).as("waiting"),
      row.fn.countAll<number>().filterWhere("due_at", "is", null).as("dead"),
    ])
    .executeTakeFirstOrThrow();
  return counts;
}

export function findDeadJobs(db: Queryable, limit: number) {
  return withJobs(db).selectFrom("jobs").selectAll().where("due_at", "is", null).orderBy("id").limit(limit).execute();
}

export async function reviveDeadJobs(db: Queryable, ids: readonly number[] | "all", now: number): Promise<number> {
  const { numUpdatedRows } = await withJobs(db)
    .updateTable("jobs")
    .set({ due_at: now, attempts: 0 })
    .where("due_at", "is", null)
    .$if(ids !== "all", (query) => query.where("id", "in", ids as readonly number[]))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
