import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, easypostEvent, easypostTracker } from "#lib/testing/factories.ts";
import { main } from "./main.ts";

const folder = mkdtempSync(join(tmpdir(), "waymark-test-"));
afterAll(() => rm(folder, { recursive: true }));

function save(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

function environmentOf({ settings }: TestDatabase): Record<string, string> {
  return { DATA_DIR: settings.dataDir, DATABASE_URL: settings.databaseUrl ?? "", PUBLIC_ORIGIN: "https://track.example.com" };
}

async function waymark(environment: Record<string, string>, ...args: string[]) {
  const said = { out: [] as string[], err: [] as string[] };
  const exitCode = await main(args, { out: (line) => said.out.push(line), err: (line) => said.err.push(line), environment });
  return { exitCode, out: said.out.join("\n"), err: said.err.join("\n") };
}

describeOnEveryEngine("waymark on the command line", (open) => {
  it("ingests a file, and prints the pages it is about", async () => {
    const test = await open();
    const file = save("tracker.json", easypostTracker({ status: "in_transit" }));
    const { exitCode, out, err } = await waymark(environmentOf(test), "ingest", "easypost", file);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    const [what, publicLine, privateLine, ...rest] = out.split("\n");
    expect(what).toBe("usps 9405511899223197428490: created, in_transit (production)");
    expect(publicLine?.trim()).toMatch(/^public +https:\/\/track\.example\.com\/usps\/9405511899223197428490$/);
    expect(privateLine?.trim()).toMatch(/^private +https:\/\/track\.example\.com\/usps\/9405511899223197428490\?key=[0-9a-z]{32}$/);
    expect(rest).toEqual([]);
  });

  it("prints the same addresses when a delivery comes again", async () => {
    const test = await open();
    const file = save("event.json", easypostEvent("evt_1", easypostTracker({})));
    const first = await waymark(environmentOf(test), "ingest", "easypost", file);
    const second = await waymark(environmentOf(test), "ingest", "easypost", file);
    expect(second.exitCode).toBe(0);
    expect(second.out).toContain("ingested before");
    expect(second.out).toContain(first.out.split("\n").slice(1).join("\n"));
  });

  it("prints a path under the platform for a merchant without a host, and the host of one that has it", async () => {
    const test = await open();
    await createMerchant(test, "fern");
    await createMerchant(test, "night", { hosts: ["parcels.night.example"] });
    const file = save("tracker.json", easypostTracker({}));
    const fern = await waymark(environmentOf(test), "ingest", "easypost", file, "--merchant", "fern");
    expect(fern.out).toContain("https://track.example.com/tracking/fern/usps/9405511899223197428490?key=");
    const night = await waymark(environmentOf(test), "ingest", "easypost", file, "--merchant", "night");
    expect(night.out).toContain("https://parcels.night.example/usps/9405511899223197428490?key=");
  });

  it("says which word nobody knows", async () => {
    const test = await open();
    const file = save("odd.json", easypostTracker({ status: "teleported" }));
    const { out } = await waymark(environmentOf(test), "ingest", "easypost", file);
    expect(out).toContain('the status "teleported"; it counts as unknown');
  });

  it("says what is wrong with a payload, and where, and fails", async () => {
    const test = await open();
    const { tracking_code: _, ...incomplete } = easypostTracker({});
    const missing = await waymark(environmentOf(test), "ingest", "easypost", save("incomplete.json", incomplete));
    expect(missing).toMatchObject({ exitCode: 1, out: "" });
    expect(missing.err).toMatch(
      /incomplete\.json was not ingested:\n {2}tracking_code: .+\nNothing but the raw payload was stored, as pay_/,
    );

    const broken = await waymark(environmentOf(test), "ingest", "easypost", save("broken.json", '{\n"a": 1,\n}'));
    expect(broken).toMatchObject({ exitCode: 1, out: "", err: expect.stringContaining("at line 3, column 1") });
  });

  it("lists the merchants there are when asked for one there is not", async () => {
    const test = await open();
    await createMerchant(test, "fern");
    const file = save("tracker.json", easypostTracker({}));
    const outcome = await waymark(environmentOf(test), "ingest", "easypost", file, "--merchant", "nobody");
    expect(outcome).toEqual({ exitCode: 1, out: "", err: 'There is no merchant "nobody". There are: default, fern.' });
  });

  it("lists every merchant with its address", async () => {
    const test = await open();
    await createMerchant(test, "fern");
    const { out } = await waymark(environmentOf(test), "merchants");
    expect(out.split("\n")).toEqual([
      "default (default): Parcel tracking, https://track.example.com/",
      "fern: Shop fern, https://track.example.com/tracking/fern/",
    ]);
  });

  it("has nothing to migrate on a database just opened", async () => {
    const test = await open();
    expect(await waymark(environmentOf(test), "migrate")).toMatchObject({ exitCode: 0, out: "The database is up to date." });
  });
});

describe("waymark's command line", () => {
  it("lists its commands, and explains each", async () => {
    const { exitCode, out } = await waymark({}, "--help");
    expect(exitCode).toBe(0);
    for (const command of ["ingest", "merchants", "migrate"]) {
      expect(out).toContain(`  ${command} `);
      expect(await waymark({}, command, "--help")).toMatchObject({
        exitCode: 0,
        out: expect.stringContaining(`Usage: waymark ${command}`),
      });
    }
  });

  it.each([
    [["fly"], 'There is no command "fly"'],
    [["ingest"], "Which payload? Usage: waymark ingest <provider> <file.json>"],
    [["ingest", "fedex", "a.json"], 'There is no provider "fedex". Choose one of: easypost, shippo, shipengine, shipment_notify, push.'],
    [["ingest", "easypost", "a.json", "b.json"], "One file at a time"],
    [["ingest", "easypost", "a.json", "--mode", "live"], 'There is no mode "live". Choose one of: test, production.'],
    [["ingest", "easypost", "a.json", "--colour", "red"], "--colour"],
    [["ingest", "easypost", "/nowhere/a.json"], "/nowhere/a.json cannot be read"],
  ])("answers %j with what is wrong", async (args, problem) => {
    const { exitCode, out, err } = await waymark({}, ...args);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(err).toContain(problem);
  });

  it("names every wrong setting and touches nothing", async () => {
    const { exitCode, err } = await waymark({ PORT: "many", LOG_LEVEL: "loud" }, "merchants");
    expect(exitCode).toBe(1);
    expect(err).toMatch(/PORT is "many"[\s\S]*LOG_LEVEL is "loud"/);
  });
});

describe("a waymark process", () => {
  const run = promisify(execFile);
  const bootstrap = join(import.meta.dirname, "waymark.mjs");

  it("makes the database if there is none, even when two start at once, and ends by itself", { timeout: 90_000 }, async () => {
    const file = save("tracker.json", easypostTracker({}));
    const dataDir = join(folder, "fresh");
    const start = () =>
      run(process.execPath, [bootstrap, "ingest", "easypost", file], {
        env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" },
        timeout: 80_000,
      });
    const runs = await Promise.all([start(), start()]);
    expect(runs.map(({ stderr }) => stderr)).toEqual(["", ""]);
    const changes = runs.map(({ stdout }) => /: (created|unchanged),/.exec(stdout)?.[1]);
    expect(changes.sort()).toEqual(["created", "unchanged"]);
    expect(readdirSync(dataDir)).toEqual(["secret.key", "waymark.sqlite"]);
  });
});
