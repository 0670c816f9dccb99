import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { MAX_ATTEMPTS } from "#lib/jobs/attempts.ts";
import { AppError } from "#lib/shared/errors.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { runDueJobs } from "#lib/testing/run-due-jobs.ts";
import { main } from "./main.ts";

const environmentOf = ({ settings }: TestDatabase) => ({ DATA_DIR: settings.dataDir, DATABASE_URL: settings.databaseUrl ?? "" });

async function waymark(environment: Record<string, string>, ...args: string[]) {
  const said = { out: [] as string[], err: [] as string[] };
  const exitCode = await main(args, { out: (line) => said.out.push(line), err: (line) => said.err.push(line), environment });
  return { exitCode, out: said.out.join("\n"), err: said.err.join("\n") };
}

/** Fails until it is dead. */
async function killJob(test: TestDatabase, name: string): Promise<void> {
  await test.jobs.enqueue(test.db.kysely, { task: "check_tracker", payload: { merchantId: "mrc_1", trackerId: `trk_${name}` } });
  const check_tracker = () => Promise.reject(new AppError("internal", { message: "it is broken" }));
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    await runDueJobs(test, { check_tracker });
    test.clock.advanceMinutes(12 * 60);
  }
}

describeOnEveryEngine("jobs on the command line", (open) => {
  it("are counted, and the dead ones listed with what went wrong", async () => {
    const test = await open();
    expect(await waymark(environmentOf(test), "jobs", "--dead")).toEqual({ exitCode: 0, out: "No job is dead.", err: "" });
    await killJob(test, "a");
    await test.jobs.enqueue(test.db.kysely, { task: "prune", payload: {} });
    expect(await waymark(environmentOf(test), "jobs")).toEqual({ exitCode: 0, out: "ready 1, waiting 0, dead 1", err: "" });
    const { out } = await waymark(environmentOf(test), "jobs", "--dead");
    expect(out).toMatch(/^\d+ check_tracker \{"merchantId":"mrc_1","trackerId":"trk_a"\}, made \S+Z, 25 attempts: internal: it is broken$/);
  });

  it("are given another life by id, or all of them", async () => {
    const test = await open();
    for (const name of ["a", "b", "c"]) await killJob(test, name);
    const [dead] = await test.jobs.listDead(1);
    const id = dead?.id ?? "";
    expect(await waymark(environmentOf(test), "jobs", "replay", id)).toEqual({ exitCode: 0, out: "1 job is tried again.", err: "" });
    expect(await waymark(environmentOf(test), "jobs", "replay", id)).toEqual({
      exitCode: 1,
      out: "",
      err: "1 of these are no dead jobs; `waymark jobs --dead` lists those there are.",
    });
    expect(await waymark(environmentOf(test), "jobs", "replay", "all")).toMatchObject({ exitCode: 0, out: "2 jobs are tried again." });
    expect((await test.jobs.count()).dead).toBe(0);
  });

  it("are done by a worker until it is told to stop, where there is PostgreSQL", { timeout: 60_000 }, async () => {
    const test = await open();
    const environment = { ...process.env, ...environmentOf(test), DEMO: "off" };
    const child = spawn(process.execPath, [join(import.meta.dirname, "waymark.mjs"), "worker"], {
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const exited = once(child, "exit");
    if (test.db.engine === "sqlite") {
      const [said] = await once(child.stderr, "data");
      expect(String(said)).toMatch(/^The embedded database is read and written by the web process.*npm start/);
      expect(await exited).toEqual([1, null]);
      return;
    }
    const lines = createInterface(child.stdout);
    expect(await once(lines, "line")).toEqual(["Waymark's worker is ready."]);
    await test.jobs.enqueue(test.db.kysely, { task: "prune", payload: {} });
    await expect.poll(() => test.jobs.count()).toEqual({ ready: 0, waiting: 0, dead: 0 });
    child.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
  });
});

describe("the commands about jobs", () => {
  it("explain themselves", async () => {
    for (const name of ["jobs", "worker"]) {
      expect(await waymark({}, name, "--help")).toMatchObject({ exitCode: 0, out: expect.stringContaining(`Usage: waymark ${name}`) });
    }
  });

  it.each([
    [["jobs", "eat"], 'Jobs cannot be asked to "eat". Usage: waymark jobs'],
    [["jobs", "replay"], "Which jobs? `waymark jobs --dead` lists the dead ones"],
  ])("answer %j with what is wrong, and touch nothing", async (args, problem) => {
    const { exitCode, out, err } = await waymark({}, ...args);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(err).toContain(problem);
  });
});
