import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { openDatabase } from "#lib/db/engine/open-database.ts";
import { formatInstant, systemClock } from "#lib/shared/clock.ts";
import { AppError } from "#lib/shared/errors.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { runDueJobs } from "#lib/testing/run-due-jobs.ts";
import { MAX_ATTEMPTS } from "./attempts.ts";
import { createJobQueue } from "./create-job-queue.ts";
import type { JobFailure, JobQueue, TaskPayloads } from "./job-queue.ts";

type Check = TaskPayloads["check_tracker"];

const payloadOf = (name: string): Check => ({ merchantId: "mrc_1", trackerId: `trk_${name}` });
const jobOf = (name: string) => ({ task: "check_tracker", payload: payloadOf(name) }) as const;

/** As soon as a busy machine may take. */
const soon = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 20_000, interval: 10 });

const undo: (() => Promise<unknown>)[] = [];

/** A process of its own, so to say: with its own connections, in real time. */
async function openQueue({ settings, random }: TestDatabase): Promise<{ queue: JobQueue; db: TestDatabase["db"] }> {
  const db = await openDatabase(settings);
  undo.push(() => db.close());
  const queue = await createJobQueue({ db, config: settings, clock: systemClock, random });
  undo.push(() => queue.close());
  return { queue, db };
}

/** Notes whose turn it was. */
function noting(work: (payload: Check) => Promise<void> = async () => undefined) {
  const names: string[] = [];
  const check_tracker = async (payload: Check) => {
    names.push(payload.trackerId.slice(4));
    await work(payload);
  };
  return { names, handlers: { check_tracker } };
}

function makeGate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: () => resolve() };
}

describeOnEveryEngine("the queue of jobs", (open) => {
  // In here, so that queues end before their database does.
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step();
  });

  it("runs a job when the change it belongs to is committed, not before, and only once", async () => {
    const { queue, db } = await openQueue(await open());
    const { names, handlers } = noting();
    await queue.run(handlers);
    await db.kysely.transaction().execute(async (trx) => {
      await queue.enqueue(trx, jobOf("a"));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(names).toEqual([]);
    });
    await soon(() => expect(names).toEqual(["a"]));
    await soon(async () => expect(await queue.count()).toEqual({ ready: 0, waiting: 0, dead: 0 }));
    expect(names).toEqual(["a"]);
  });

  it("forgets a job with the change that was rolled back", async () => {
    const test = await open();
    const failing = test.db.kysely.transaction().execute(async (trx) => {
      await test.jobs.enqueue(trx, jobOf("a"));
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    expect(await test.jobs.count()).toEqual({ ready: 0, waiting: 0, dead: 0 });
    expect(await runDueJobs(test, noting().handlers)).toBe(0);
  });

  it("holds a job back until its time has come", async () => {
    const test = await open();
    await test.jobs.enqueue(test.db.kysely, { ...jobOf("later"), runAt: formatInstant(Date.parse(test.clock.now()) + 3_600_000) });
    await test.jobs.enqueue(test.db.kysely, jobOf("now"));
    expect(await test.jobs.count()).toEqual({ ready: 1, waiting: 1, dead: 0 });
    const { names, handlers } = noting();
    expect(await runDueJobs(test, handlers)).toBe(1);
    test.clock.advanceMinutes(59);
    expect(await runDueJobs(test, handlers)).toBe(0);
    test.clock.advanceMinutes(1);
    expect(await runDueJobs(test, handlers)).toBe(1);
    expect(names).toEqual(["now", "later"]);
  });

  it("keeps, of the jobs that wait with one key, the latest", async () => {
    const test = await open();
    const later = formatInstant(Date.parse(test.clock.now()) + 60_000);
    await test.jobs.enqueue(test.db.kysely, { ...jobOf("first"), key: "k" });
    await test.jobs.enqueue(test.db.kysely, { ...jobOf("other"), key: "another" });
    await test.jobs.enqueue(test.db.kysely, { ...jobOf("last"), key: "k", runAt: later });
    const { names, handlers } = noting();
    await runDueJobs(test, handlers);
    expect(names).toEqual(["other"]);
    test.clock.advanceMinutes(1);
    await runDueJobs(test, handlers);
    expect(names).toEqual(["other", "last"]);
  });

  it("makes a second job for what is enqueued while the first with its key is running", async () => {
    const { queue, db } = await openQueue(await open());
    const gate = makeGate();
    const { names, handlers } = noting(({ trackerId }) => (trackerId === "trk_first" ? gate.passed : Promise.resolve()));
    await queue.run(handlers);
    await queue.enqueue(db.kysely, { ...jobOf("first"), key: "k" });
    await soon(() => expect(names).toEqual(["first"]));
    await queue.enqueue(db.kysely, { ...jobOf("second"), key: "k" });
    gate.open();
    await soon(async () => expect(await queue.count()).toEqual({ ready: 0, waiting: 0, dead: 0 }));
    expect(names).toEqual(["first", "second"]);
  });

  it("lets a job that failed go when its successor has come meanwhile", async () => {
    const { queue, db } = await openQueue(await open());
    const gate = makeGate();
    const { names, handlers } = noting(async ({ trackerId }) => {
      if (trackerId !== "trk_first") return;
      await gate.passed;
      throw new Error("too late");
    });
    await queue.run(handlers);
    await queue.enqueue(db.kysely, { ...jobOf("first"), key: "k" });
    await soon(() => expect(names).toEqual(["first"]));
    await queue.enqueue(db.kysely, { ...jobOf("second"), key: "k", runAt: formatInstant(Date.now() + 3_600_000) });
    gate.open();
    await soon(async () => expect(await queue.count()).toEqual({ ready: 0, waiting: 1, dead: 0 }));
    expect(await queue.listDead(10)).toEqual([]);
  });

  it("tries a job that failed again, by itself and a little later", async () => {
    const { queue, db } = await openQueue(await open());
    let attempts = 0;
    const { names, handlers } = noting(async () => {
      attempts += 1;
      if (attempts === 1) throw new Error("the secret is hunter2");
    });
    const failures: JobFailure[] = [];
    await queue.run(handlers, (failure) => failures.push(failure));
    await queue.enqueue(db.kysely, jobOf("a"));
    // The count of those that wait is no sign: a busy machine may look when it has had its second turn.
    await soon(() => expect(failures).toHaveLength(1));
    expect(failures).toEqual([
      { id: expect.any(String), task: "check_tracker", attempt: 1, isDead: false, problem: expect.stringMatching(/^Error < /) },
    ]);
    expect(JSON.stringify(failures)).not.toContain("hunter2");
    await soon(() => expect(names).toEqual(["a", "a"]));
    await soon(async () => expect(await queue.count()).toEqual({ ready: 0, waiting: 0, dead: 0 }));
  });

  it("waits longer after each failure, for days in all, then gives up and says so", async () => {
    const test = await open();
    await test.jobs.enqueue(test.db.kysely, jobOf("a"));
    const failing = noting(() => Promise.reject(new AppError("internal", { message: "it is broken" })));
    const failedAt: number[] = [];
    const started = Date.parse(test.clock.now());
    while ((await test.jobs.count()).dead === 0) {
      if ((await runDueJobs(test, failing.handlers)) > 0) failedAt.push((Date.parse(test.clock.now()) - started) / 60_000);
      test.clock.advanceMinutes(failedAt.length < 6 ? 0.05 : 15);
    }
    expect(failing.names).toHaveLength(MAX_ATTEMPTS);
    expect(failedAt[1]).toBeLessThan(0.2);
    expect(failedAt.at(-1)).toBeGreaterThan(2 * 24 * 60);
    expect(failedAt.at(-1)).toBeLessThan(7 * 24 * 60);
    expect(await test.jobs.listDead(10)).toEqual([
      {
        id: expect.any(String),
        task: "check_tracker",
        payload: payloadOf("a"),
        attempts: MAX_ATTEMPTS,
        lastError: "internal: it is broken",
        createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    ]);
  });

  it("gives dead jobs another life, those that are named or all", async () => {
    const test = await open();
    const names = ["a", "b", "c"];
    for (const name of names) await test.jobs.enqueue(test.db.kysely, jobOf(name));
    const failing = noting(() => Promise.reject(new Error("on purpose")));
    for (let day = 0; day < 2 * MAX_ATTEMPTS; day += 1) {
      await runDueJobs(test, failing.handlers);
      test.clock.advanceMinutes(12 * 60);
    }
    const dead = new Map((await test.jobs.listDead(10)).map(({ payload, id }) => [(payload as Check).trackerId, id]));
    expect([...dead.keys()].sort()).toEqual(["trk_a", "trk_b", "trk_c"]);
    expect(await test.jobs.listDead(2)).toHaveLength(2);
    expect(await test.jobs.replayDead(["0", "no id", "'; drop table jobs; --", dead.get("trk_b") ?? ""])).toBe(1);
    expect(await test.jobs.count()).toEqual({ ready: 1, waiting: 0, dead: 2 });
    const { names: replayed, handlers } = noting();
    await runDueJobs(test, handlers);
    expect(replayed).toEqual(["b"]);
    expect(await test.jobs.replayDead("all")).toBe(2);
    expect(await test.jobs.replayDead("all")).toBe(0);
    await runDueJobs(test, handlers);
    expect(replayed.toSorted()).toEqual(["a", "b", "c"]);
  });

  it("shares the jobs among runners without doing any twice", async () => {
    const test = await open();
    const [one, other] = [await openQueue(test), await openQueue(test)];
    const wanted = Array.from({ length: 200 }, (_, index) => String(index));
    await test.db.kysely.transaction().execute(async (trx) => {
      for (const name of wanted) await one.queue.enqueue(trx, jobOf(name));
    });
    // Nobody's work ends before the other has some, so that the faster one cannot have it all.
    const gate = makeGate();
    const meeting = () => {
      if (first.names.length > 0 && second.names.length > 0) gate.open();
      return gate.passed;
    };
    const [first, second] = [noting(meeting), noting(meeting)];
    await Promise.all([one.queue.run(first.handlers), other.queue.run(second.handlers)]);
    await soon(async () => expect(await one.queue.count()).toEqual({ ready: 0, waiting: 0, dead: 0 }));
    expect([...first.names, ...second.names].sort()).toEqual([...wanted].sort());
  });

  it("takes up the job of a process that was killed", { timeout: 60_000 }, async () => {
    const test = await open();
    await test.jobs.enqueue(test.db.kysely, jobOf("a"));
    const child = spawn(process.execPath, [join(import.meta.dirname, "hold-job.testing.ts"), JSON.stringify(test.settings)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    const { queue } = await openQueue(test);
    const { names, handlers } = noting();
    await queue.run(handlers);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(names).toEqual([]);
    child.kill("SIGKILL");
    await once(child, "exit");
    await soon(() => expect(names).toEqual(["a"]));
  });

  it("lets what is running end when it is stopped, and takes no more", async () => {
    const { queue, db } = await openQueue(await open());
    const gate = makeGate();
    const { names, handlers } = noting(() => gate.passed);
    const runner = await queue.run(handlers);
    await queue.enqueue(db.kysely, jobOf("a"));
    await soon(() => expect(names).toEqual(["a"]));
    let isStopped = false;
    const stopping = runner.stop().then(() => {
      isStopped = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isStopped).toBe(false);
    gate.open();
    await stopping;
    await queue.enqueue(db.kysely, jobOf("b"));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(names).toEqual(["a"]);
    expect(await queue.count()).toEqual({ ready: 1, waiting: 0, dead: 0 });
  });

  it("leaves jobs it has no handler for to others", async () => {
    const test = await open();
    await test.jobs.enqueue(test.db.kysely, { task: "process_payload", payload: { merchantId: "mrc_1", payloadId: "pay_1" } });
    expect(await runDueJobs(test, noting().handlers)).toBe(0);
    expect(await test.jobs.count()).toEqual({ ready: 1, waiting: 0, dead: 0 });
  });
});
